/** What holds of consents on every store, with several receivers on one. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, afterEach, before, describe, it } from 'node:test';
import { chainHead, verifyChain, type ConsentEvent } from '@tsunagu/schema/consent';
import { spoken } from '../schema/consent.samples.js';
import { storeContract } from './consents-store.js';
import { care, Record, request, rights, school } from './consents.js';
import { assertProblem, desk, newKey, otherDesk, send, tuesday, visible, type House } from './house.js';
import type { Houses } from './stores.js';

/** What each test finds. */
export interface ConsentStage {
  all: Houses;
  first: House;
  token: string;
  begin: () => Promise<Record>;
}

export function consentContract(name: string, engine: 'sqlite' | 'postgres', open: () => Promise<Houses>): void {
  describe(`consents, ${name}`, () => {
    let all: Houses;
    let first: House;
    let token: string;
    const turn = (count: number): House => all.houses[count % all.houses.length]!;
    const begin = async (): Promise<Record> => new Record(first, (await send(first)).number, token);
    before(async () => {
      all = await open();
      [first] = all.houses;
      token = await first.token(desk);
    });
    afterEach(() => {
      first.clock.now = tuesday;
    });
    after(() => all.close());

    it('are read as they were sent, with where they stand and the head for the paper', async () => {
      const record = await begin();
      assert.deepEqual(await record.read(), { at: tuesday.toISOString(), records: [], shipments: [], acknowledgements: [] });
      await record.add({ type: 'requested', request: request() });
      const { body } = await record.add(record.given((_purpose, agency) => (agency === school ? 'refused' : 'given')));
      const head = chainHead(record.events)!;
      assert.deepEqual([body.number, body.record, body.seq, body.hash], [record.number, record.record, 1, head.hash]);
      assert.deepEqual([body.status, body.valid, body.whole], ['partly-given', true, true]);
      const { records } = await record.read(turn(1));
      assert.equal(records.length, 1);
      assert.deepEqual(records[0].events, record.events);
      assert.deepEqual([records[0].subject, records[0].seq, records[0].hash], [record.subject, 1, head.hash]);
      assert.equal(records[0].cells.filter(({ state }: { state: string }) => state === 'given').length, 12);
      assert.equal(records[0].cells.filter(({ state }: { state: string }) => state === 'refused').length, 6);
      assert.ok((await verifyChain(records[0].events, { seq: body.seq, hash: body.hash })).ok);
    });

    it('question and answer are appended together or not at all', async () => {
      const record = await begin();
      const question = await record.make({ type: 'requested', request: request() });
      assert.ok(question.type === 'requested');
      const notice = question.request.notices[0]!.hash;
      const answer = await record.make({ ...{ type: 'refused', expressed: spoken, notice } }, [question]);
      const spoilt = await record.post([question, { ...answer, note: 'あとから' }]);
      assertProblem(spoilt, 422, 'invalid');
      assert.deepEqual((await record.read()).records, []);
      assert.equal((await record.post([question, answer])).status, 201);
      assert.equal((await record.read()).records[0].events.length, 2);
    });

    it('the very same events again are 200 and stay once; a repetition may also bring the next', async () => {
      const record = await (await begin()).give();
      for (let count = 0; count < 3; count++) {
        const again = await record.post(record.events, turn(count));
        assert.deepEqual([again.status, again.headers.get('idempotency-replayed')], [200, 'true']);
        assert.equal(again.body.hash, record.events[1]!.hash);
      }
      const next = await record.make(record.withdraw({ agency: care }));
      const both = await record.post([record.events[1], next], turn(1));
      assert.equal(both.status, 201, both.text);
      assert.deepEqual((await record.read()).records[0].events, [...record.events, next]);
    });

    it('of two workers one is first; the other is told the head, writes anew, and nothing is lost', async () => {
      const record = await (await begin()).give();
      const mine = await record.make(record.withdraw({ agency: care }));
      const theirs = await record.make(record.withdraw({ item: 'health' }));
      const answers = await Promise.all([record.post([mine], turn(0)), record.post([theirs], turn(1))]);
      assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409]);
      const late = answers.find(({ status }) => status === 409)!;
      assertProblem(late, 409, 'consent-moved');
      const stored = (await record.read()).records[0].events as ConsentEvent[];
      const last = stored.at(-1)!;
      assert.deepEqual(late.body.head, { record: record.record, seq: 2, hash: last.hash });
      const other = last.hash === mine.hash ? { item: 'health' } : { agency: care };
      record.events = stored;
      await record.add(record.withdraw(other));
      assert.equal((await record.read(turn(1))).records[0].events.length, 4);
    });

    it('of many at once one follows; the same one sent many times is one 201 and the rest 200', async () => {
      const record = await (await begin()).give();
      const made = await Promise.all(['name', 'worries', 'health'].map((item) => record.make(record.withdraw({ item }))));
      const rivals = await Promise.all(Array.from({ length: 12 }, (_, count) => record.post([made[count % 3]], turn(count))));
      const stored = (await record.read()).records[0].events as ConsentEvent[];
      assert.equal(stored.length, 3);
      for (const [count, { status }] of rivals.entries())
        assert.ok(made[count % 3]!.hash === stored[2]!.hash ? [200, 201].includes(status) : status === 409, String(status));
      assert.equal(rivals.filter(({ status }) => status === 201).length, 1);
    });

    it('a person has one record that stands in a case, even when two workers begin at once', async () => {
      const one = await begin();
      const two = new Record(first, one.number, token, one.subject);
      const questions = await Promise.all([one, two].map((record) => record.make({ type: 'requested', request: request() })));
      const answers = await Promise.all([one.post([questions[0]], turn(0)), two.post([questions[1]], turn(1))]);
      assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 422]);
      const refused = answers.find(({ status }) => status === 422)!;
      assert.deepEqual([refused.body.errors[0].pointer, refused.body.errors[0].code], ['#/events/0/record', 'duplicate']);
      // Somebody else of the household has their own.
      const child = new Record(first, one.number, token, `${one.number}.child`);
      await child.give();
      const { records } = await child.read();
      assert.deepEqual(records.map(({ subject }: { subject: string }) => subject).sort(), [`${one.number}.child`, `${one.number}.person`]);
    });

    it('a record of one case cannot be gone on with, nor begun, in another', async () => {
      const record = await (await begin()).give();
      const other = new Record(first, (await send(first)).number, token, 'someone', record.record);
      const taken = await other.post([await other.make({ type: 'requested', request: request() })]);
      assertProblem(taken, 422, 'invalid');
      assert.equal(taken.body.errors[0].pointer, '#/events/0/record');
      const stray = await other.post([await record.make(record.withdraw({ all: 'yes' }))]);
      assertProblem(stray, 409, 'consent-moved');
      assert.equal(stray.body.head, undefined);
      assert.equal((await record.read()).records[0].events.length, 2);
    });

    it('another desk’s case is as unknown as one that never was, by every door', async () => {
      const record = await (await begin()).give();
      const other = await first.token(otherDesk);
      const body = { record: record.record, agency: care, purpose: 'referral', items: ['name'] };
      for (const [path, asking] of [
        ['consents', {}],
        ['consents', { body: { events: [await record.make(record.withdraw({ all: 'yes' }))] } }],
        ['reach', {}],
        ['shipments', { body, key: newKey() }],
        ['acknowledgements', { body }],
      ] as const) {
        const theirs = await turn(1).ask(`${record.path}/${path}`, { ...asking, token: other });
        assertProblem(theirs, 404, 'not-found');
        for (const unknown of ['0000-0000', 'no-number'])
          assert.deepEqual(
            visible(await turn(1).ask(`/api/staff/consultations/${unknown}/${path}`, { ...asking, token: other })),
            visible(theirs),
          );
      }
      const held = await first.ask(`/api/staff/withdrawals/${record.number}`, { body: { record: record.record }, token: other });
      assertProblem(held, 404, 'not-found');
      assert.equal((await record.read()).records[0].events.length, 2);
    });

    it('a desk’s clock may be a little ahead, and a withdrawal counts at once; far ahead it has to be made anew', async () => {
      const record = await (await begin()).give();
      const at = (minutes: number): string => new Date(tuesday.getTime() + minutes * 60_000).toISOString();
      const ahead = { clock: { now: new Date(at(4)) }, ask: first.ask };
      const fast = new Record(ahead, record.number, token, record.subject, record.record);
      fast.events = record.events;
      assert.equal((await fast.add(fast.withdraw({ agency: care }))).body.status, 'narrowed');
      const { records } = await record.read();
      assert.ok(
        records[0].cells.every(({ agency, state }: { agency: string; state: string }) => (agency === care) === (state === 'withdrawn')),
      );
      ahead.clock.now = new Date(at(6));
      const far = await fast.post([await fast.make(fast.withdraw({ all: 'yes' }))]);
      assertProblem(far, 422, 'invalid');
      assert.deepEqual([far.body.errors[0].pointer, far.body.errors[0].code], ['#/events/0/at', 'consent-future']);
    });

    it('a signature written by hand is kept with the event that names it, and no other', async () => {
      const record = await begin();
      const text = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M1 1L9 9"/></svg>';
      const hash = createHash('sha256').update(text).digest('hex');
      const drawing = { reference: `signature-${hash.slice(0, 16)}.svg`, hash, text };
      await record.add({ type: 'requested', request: request() });
      const signed = { by: 'self', how: 'electronic', language: 'ja', signature: { kind: 'drawn', reference: drawing.reference, hash } };
      const event = await record.make({ ...record.given(), expressed: signed });
      const send = (drawings: unknown) => first.ask(`${record.path}/consents`, { body: { events: [event], drawings }, token });
      for (const [drawings, pointer] of [
        [{}, '#/drawings'],
        [[{ ...drawing, text: `${text} ` }], '#/drawings/0/hash'],
        [[{ ...drawing, text: '<p></p>' }], '#/drawings/0'],
        [[{ ...drawing, text: '<svg ></svg>', hash: createHash('sha256').update('<svg ></svg>').digest('hex') }], '#/drawings/0/hash'],
        [[drawing, drawing], '#/drawings/1/hash'],
      ] as const) {
        const refused = await send(drawings);
        assertProblem(refused, 422, 'invalid');
        assert.equal(refused.body.errors[0].pointer, pointer);
      }
      assert.equal((await send([drawing])).status, 201);
      assert.equal((await send([drawing])).status, 200);
      const kept = await turn(1).ask(`${record.path}/drawings/${hash}`, { token });
      assert.deepEqual([kept.status, kept.body], [200, drawing]);
      assert.match(kept.headers.get('content-type')!, /^application\/json/);
      assertProblem(await first.ask(`${record.path}/drawings/${hash}`, { token: await first.token(otherDesk) }), 404, 'not-found');
      assertProblem(await first.ask(`${record.path}/drawings/${'0'.repeat(64)}`, { token }), 404, 'not-found');
      for (const statement of [`update consent_drawings set text = ''`, 'delete from consent_drawings'])
        await assert.rejects(all.sql(statement), /append-only/);
    });

    it('what was told is written down once, and only what may be told', async () => {
      const record = await begin();
      await record.add({ type: 'requested', request: request() });
      const early = await record.tell(care, ['name']);
      assert.deepEqual([early.status, early.body.errors[0].pointer, early.body.errors[0].code], [422, '#/items/0', 'consent-asked']);
      await record.add(record.given((_purpose, agency, item) => (agency === school || item === 'health' ? 'refused' : 'given')));
      const key = newKey();
      const told = await record.tell(care, ['name', 'worries', 'name'], { key });
      assert.equal(told.status, 201);
      assert.deepEqual(told.body.items, ['name', 'worries']);
      const again = await record.tell(care, ['name', 'worries'], { key, house: turn(1) });
      assert.deepEqual([again.status, again.body, again.headers.get('idempotency-replayed')], [200, told.body, 'true']);
      assertProblem(await record.tell(care, ['name'], { key }), 409, 'key-reused');
      for (const [agency, items, pointer, code] of [
        [care, ['name', 'health'], '#/items/1', 'consent-refused'],
        [school, ['name'], '#/items/0', 'consent-refused'],
        ['shakyo', ['name'], '#/items/0', 'consent-not-asked'],
        [care, [], '#/items', 'format'],
        ['Forest!', ['name'], '#/agency', 'format'],
      ] as const) {
        const { status, body } = await record.tell(agency, [...items]);
        assert.deepEqual([status, body.errors[0].pointer, body.errors[0].code], [422, pointer, code]);
        assert.match(body.errors[0].detail, /[ぁ-ん]。$/);
      }
      const wrongPurpose = await record.tell(care, ['name'], { purpose: 'outreach' });
      assert.equal(wrongPurpose.body.errors[0].code, 'consent-not-asked');
      assert.deepEqual((await record.read()).shipments, [told.body]);
    });

    it('a withdrawal reaches whoever was told, until each has said that it knows', async () => {
      const record = await (await begin()).give();
      const carers = await first.token(care);
      const others = await first.token(rights);
      const pending = async (who: string) =>
        (await turn(1).ask('/api/staff/withdrawals', { token: who })).body.items.filter(
          ({ number }: { number: string }) => number === record.number,
        );
      const reach = async () => (await turn(1).ask(`${record.path}/reach`, { token })).body.records[0].holders;
      const told = (await record.tell(care, ['name', 'worries'])).body;
      await record.tell(school, ['name']);
      assert.deepEqual([await reach(), await pending(carers)], [[], []]);

      first.clock.now = new Date(tuesday.getTime() + 60_000);
      await record.add(record.withdraw({ agency: care }));
      const [holder, ...rest] = await reach();
      assert.deepEqual([holder.agency, holder.toAsk, rest], [care, true, []]);
      assert.deepEqual(
        holder.items.map(({ item, reason, acknowledged }: { [name: string]: unknown }) => [item, reason, acknowledged]),
        [
          ['name', 'withdrawn', false],
          ['worries', 'withdrawn', false],
        ],
      );
      const [mine] = await pending(carers);
      assert.deepEqual(mine.told, [{ id: told.id, at: told.at, purpose: 'referral', items: ['name', 'worries'] }]);
      assert.deepEqual([mine.window.id, mine.held.length, await pending(others)], [desk, 2, []]);
      // Whoever was told knows what it was told, and nothing of the rest: neither the words nor the other agencies.
      assertProblem(await first.ask(record.path, { token: carers }), 404, 'not-found');
      assert.doesNotMatch(JSON.stringify(mine), new RegExp(`${school}|${rights}|person|立会|花子`));

      const acknowledge = (who: string, body: object) => turn(1).ask(`/api/staff/withdrawals/${record.number}`, { body, token: who });
      assertProblem(await acknowledge(others, { record: record.record }), 404, 'not-found');
      assertProblem(await acknowledge(carers, { record: 'another' }), 404, 'not-found');
      first.clock.now = new Date(tuesday.getTime() + 120_000);
      const done = await first.ask(`/api/staff/withdrawals/${record.number}`, {
        body: { record: record.record, name: '森 一郎' },
        token: carers,
      });
      assert.equal(done.status, 201);
      assert.deepEqual(done.body, { record: record.record, agency: care, at: first.clock.now.toISOString(), name: '森 一郎', own: true });
      const again = await first.ask(`/api/staff/withdrawals/${record.number}`, { body: { record: record.record }, token: carers });
      assert.deepEqual([again.status, again.body], [200, done.body]);
      assert.deepEqual(await pending(carers), []);
      const { acknowledgements, shipments } = await record.read();
      assert.deepEqual(acknowledgements, [done.body]);
      assert.equal(shipments.find(({ id }: { id: string }) => id === told.id).acknowledgedAt, done.body.at);
      assert.deepEqual([(await reach())[0].toAsk, (await reach())[0].items[0].acknowledged], [false, true]);

      // An agency without a token is asked by the case's desk, which writes down who said so.
      first.clock.now = new Date(tuesday.getTime() + 180_000);
      await record.add(record.withdraw({ all: 'yes' }));
      const asked = { body: { record: record.record, agency: school, name: '学校 二葉' }, token };
      const byTelephone = await first.ask(`${record.path}/acknowledgements`, asked);
      assert.deepEqual([byTelephone.status, byTelephone.body.own, byTelephone.body.name], [201, false, '学校 二葉']);
      assert.equal((await first.ask(`${record.path}/acknowledgements`, asked)).status, 200);
      const nothing = await first.ask(`${record.path}/acknowledgements`, { ...asked, body: { record: record.record, agency: rights } });
      assertProblem(nothing, 422, 'invalid');
      const schools = (await reach()).find(({ agency }: { agency: string }) => agency === school);
      assert.deepEqual([schools.toAsk, schools.items[0].acknowledged], [false, true]);
    });

    storeContract(engine, () => ({ all, first, token, begin }));
  });
}
