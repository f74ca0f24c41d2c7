/** Bad and hostile events: refused with a place and a sentence, nothing stored, nothing in the log. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import Libsql from 'libsql';
import { hashEvent } from '@tsunagu/schema/consent';
import { cells } from '../schema/consent.samples.js';
import { care, Record, request, rights } from './consents.js';
import { assertProblem, desk, folder, newKey, openHouse, send, type House } from './house.js';

describe('bad consents', () => {
  let house: House;
  let token: string;
  let record: Record;
  before(async () => {
    house = await openHouse();
    token = await house.token(desk);
  });
  beforeEach(async () => {
    record = new Record(house, (await send(house)).number, token);
    await record.add({ type: 'requested', request: request() });
  });
  after(() => house.close());

  const rehashed = async (event: object): Promise<object> => ({ ...event, hash: await hashEvent(event) });
  const stored = async (): Promise<number> => (await record.read()).records[0].events.length;

  it('each rule has its place and its sentence', async () => {
    const right = await record.make(record.given());
    const question = record.events[0]!;
    const decisions = cells(request());
    const narrow = { type: 'withdrawn', expressed: { by: 'self', how: 'oral', language: 'ja' }, scope: { all: 'yes' } };
    const attempts: [what: string, event: unknown, pointer: string][] = [
      ['changed after its hash', { ...right, note: 'あとから' }, '#/events/0/hash'],
      ['another hash', { ...right, hash: '0'.repeat(64) }, '#/events/0/hash'],
      ['a notice that was not shown', await rehashed({ ...right, notice: '1'.repeat(64) }), '#/events/0/notice'],
      [
        'more than was asked',
        await rehashed({ ...right, decisions: [...decisions, { ...decisions[0], agency: 'city-hall' }] }),
        '#/events/0/decisions',
      ],
      ['less than was asked, as all', await rehashed({ ...right, decisions: decisions.slice(1) }), '#/events/0/decisions'],
      [
        'a yes by word of mouth that nobody heard',
        await rehashed({ ...right, expressed: { by: 'self', how: 'oral', language: 'ja' } }),
        '#/events/0/expressed/explainedBy',
      ],
      ['before the question', await rehashed({ ...right, at: '2026-11-24T01:00:00.000Z' }), '#/events/0/at'],
      ['tomorrow', await rehashed({ ...right, at: '2026-11-25T01:30:00.000Z' }), '#/events/0/at'],
      ['30 February', await rehashed({ ...right, at: '2027-02-30T00:00:00.000Z' }), '#/events/0/at'],
      [
        'a second question while one waits',
        await rehashed({ ...question, id: 'other', seq: 1, previous: question.hash }),
        '#/events/0/type',
      ],
      ['an event twice by its id', await rehashed({ ...right, id: question.id }), '#/events/0/id'],
      ['another person', await rehashed({ ...right, subject: { ref: 'somebody-else' } }), '#/events/0/record'],
      ['no such type', { ...right, type: 'shared' }, '#/events/0/type'],
      ['no type', { ...right, type: undefined }, '#/events/0/type'],
      ['an id with markup', { ...right, record: '<img>' }, '#/events/0/record'],
      ['a control character', await rehashed({ ...right, note: 'a\u0000b' }), '#/events/0/note'],
      ['a far version', await rehashed({ ...right, schemaVersion: '9.0' }), '#/events/0/schemaVersion'],
      ['no event', 'yes', '#/events/0'],
      ['nothing', null, '#/events/0'],
      [
        'too many decisions',
        { ...right, decisions: Array.from({ length: 2001 }, (_, index) => ({ ...decisions[0], item: `i${index}` })) },
        '#/events/0/decisions',
      ],
      ['a taking back of nobody', await rehashed({ ...(await record.make(narrow)), scope: { everybody: 'yes' } }), '#/events/0/scope'],
    ];
    for (const [what, event, pointer] of attempts) {
      const refused = await record.post([event]);
      assertProblem(refused, 422, 'invalid');
      assert.ok(
        refused.body.errors.some((error: { pointer: string }) => error.pointer.startsWith(pointer)),
        `${what}: ${refused.text}`,
      );
      for (const { detail } of refused.body.errors) assert.match(detail, /です|ます|ません|ください|ようです|：.+。/, what);
      assert.equal(await stored(), 1, what);
    }
    assert.equal((await record.post([right])).status, 201);
  });

  it('what is not the continuation is told the head', async () => {
    const right = await record.make(record.given());
    const head = { record: record.record, seq: 0, hash: record.events[0]!.hash };
    const others = [
      await rehashed({ ...right, seq: 2 }),
      await rehashed({ ...right, previous: '2'.repeat(64) }),
      await rehashed({ ...record.events[0], note: '書きかえ' }),
    ];
    for (const event of others) {
      const refused = await record.post([event]);
      assertProblem(refused, 409, 'consent-moved');
      assert.deepEqual(refused.body.head, head);
    }
    const unknown = await record.post([await rehashed({ ...right, record: 'another' })]);
    assertProblem(unknown, 409, 'consent-moved');
    assert.equal(unknown.body.head, undefined);
    assert.equal(await stored(), 1);
  });

  it('bodies that are none, too many, too large, of two records', async () => {
    const path = `${record.path}/consents`;
    const right = await record.make(record.given());
    for (const [body, pointer] of [
      [{}, '#/events'],
      [[], '#/events'],
      [{ events: [] }, '#/events'],
      [{ events: {} }, '#/events'],
      [{ events: Array.from({ length: 21 }, () => right) }, '#/events'],
      [{ events: [right, { ...right, record: 'other' }] }, '#/events/1/record'],
    ] as const) {
      const refused = await house.ask(path, { body, token });
      assertProblem(refused, 422, 'invalid');
      assert.equal(refused.body.errors[0].pointer, pointer);
    }
    const json = { 'content-type': 'application/json' };
    assertProblem(await house.ask(path, { body: '{"events":[', headers: json, token }), 400, 'not-json');
    assertProblem(await house.ask(path, { body: '{"events":[{"__proto__":{}}]}', headers: json, token }), 400, 'not-json');
    assertProblem(
      await house.ask(path, { body: `{"events":${'['.repeat(100)}${']'.repeat(100)}}`, headers: json, token }),
      400,
      'not-json',
    );
    assertProblem(await house.ask(path, { body: { events: ['x'.repeat(1024 * 1024)] }, token }), 413, 'too-large');
    assertProblem(
      await house.ask(path, { body: 'events=1', headers: { 'content-type': 'application/x-www-form-urlencoded' }, token }),
      415,
      'unsupported',
    );
    assert.equal(await stored(), 1);
  });

  it('a person in several languages, with every agency and item, still fits', async () => {
    const agencies = Array.from({ length: 20 }, (_, index) => `agency-${index}`);
    const items = Array.from({ length: 25 }, (_, index) => `item-${index}`);
    const notices = Array.from({ length: 12 }, (_, index) => ({
      version: '1',
      language: 'ja',
      variant: `v${index}`,
      text: 'あ'.repeat(5000),
    }));
    const large = request({ purposes: ['referral', 'plan-meeting'], agencies, items, notices });
    const own = new Record(house, (await send(house)).number, token);
    await own.add({ type: 'requested', request: large });
    const decisions = cells(large, () => 'refused').map((cell) => ({ ...cell, reason: '知られたくない' }));
    const { body } = await own.add({ type: 'refused', expressed: { by: 'self', how: 'oral', language: 'ja' }, decisions });
    assert.deepEqual([body.status, body.cells.length], ['refused', 1000]);
  });

  it('of thousands of spoilt events none is stored and none is a failure', async () => {
    const right = (await record.make(record.given())) as unknown as { [name: string]: unknown };
    const names = [...Object.keys(right), 'previous', 'extra'];
    const spoilt = fc.record({ name: fc.constantFrom(...names), value: fc.jsonValue({ maxDepth: 4 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(spoilt, { minLength: 1, maxLength: 3 }), async (changes) => {
        const event: { [name: string]: unknown } = { ...right };
        for (const { name, value } of changes) event[name] = value;
        if (JSON.stringify(event) === JSON.stringify(right)) return;
        const { status, text } = await record.post([event]);
        assert.ok(status >= 400 && status < 500, `${status} ${text}`);
      }),
      { numRuns: 1500 },
    );
    assert.equal(await stored(), 1);
    assert.ok(house.log.every((line) => !line.includes('"failed"')));
  });

  it('bodies of the other doors, too', async () => {
    await record.add(record.given());
    const any = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.record(
        { record: fc.anything(), agency: fc.string(), purpose: fc.string(), items: fc.array(fc.string()), name: fc.string() },
        { requiredKeys: [] },
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('shipments', 'acknowledgements'), any, async (door, body) => {
        const text = JSON.stringify(body);
        if (text === undefined) return;
        const answer = await house.ask(`${record.path}/${door}`, {
          body: text,
          headers: { 'content-type': 'application/json' },
          token,
          key: newKey(),
        });
        assert.ok(answer.status >= 400 && answer.status < 500, `${answer.status} ${text}`);
        for (const { detail } of answer.body.errors ?? []) assert.match(detail, /。$/);
      }),
      { numRuns: 500 },
    );
    assert.deepEqual((await record.read()).shipments, []);
  });

  it('neither the log nor the audit says who, or what about', async () => {
    await record.add(record.given());
    await record.tell(care, ['name']);
    await record.add(record.withdraw({ agency: care }));
    await house.ask(`${record.path}/acknowledgements`, { body: { record: record.record, agency: care, name: '森 一郎' }, token });
    await record.tell(rights, ['no-such-item-naisho']);
    const log = house.log.join('');
    for (const hidden of ['立会', '花子', '森 一郎', 'naisho', care, 'plan-meeting', record.record, record.number, token])
      assert.ok(!log.includes(hidden), hidden);
    assert.ok(log.includes('/api/staff/consultations/:number/consents'));
  });

  it('are counted like every other question of a desk', async () => {
    const strict = await openHouse({ rates: { staff: { burst: 3, seconds: 60 } } });
    const { number } = (
      await strict.post('/api/consultations', { consultation: { schemaVersion: '1.0', language: 'ja', words: 'あ' }, trap: { seconds: 9 } })
    ).body;
    const key = await strict.token(desk);
    const ask = (): ReturnType<House['ask']> => strict.ask(`/api/staff/consultations/${number}/consents`, { token: key });
    for (let count = 0; count < 3; count++) assert.equal((await ask()).status, 200);
    assertProblem(await ask(), 429, 'rate-limited');
    assertProblem(await strict.ask('/api/staff/withdrawals', { token: key }), 429, 'rate-limited');
    await strict.close();
  });

  it('a withdrawal fits even into a record that takes nothing else any more', async () => {
    const place = folder();
    const database = join(place.path, 'receiver.sqlite');
    const full = await openHouse({ database });
    const own = new Record(full, (await send(full)).number, await full.token(desk));
    const expressed = { by: 'self', how: 'electronic', language: 'ja', signature: { kind: 'typed', name: 'さくら' } };
    const small = request({ purposes: ['referral'], agencies: [care], items: ['name'] });
    await own.add({ type: 'requested', request: small });
    await own.add({ type: 'given', expressed, notice: own.notice, decisions: cells(small) });
    await own.add({ type: 'renewed', expressed, period: { until: 'plan-end' } });
    // The schema keeps the last fifty places of five hundred for what narrows. Years of renewing are written past the receiver.
    const store = new Libsql(database);
    const insert = store.prepare(`insert into consent_events values (?, ?, ?, 'renewed', ?, ?, ?, '', '')`);
    while (own.events.length < 450) {
      const { hash: previous, ...last } = own.events.at(-1)!;
      const event = { ...last, id: `e${own.events.length}`, seq: own.events.length, previous };
      const hash = await hashEvent(event);
      own.events.push({ ...event, hash });
      insert.run(own.number, own.record, event.seq, hash, previous, JSON.stringify(own.events.at(-1)));
    }
    store.close();
    const { hash: previous, ...last } = own.events.at(-1)!;
    const more = await own.post([await rehashed({ ...last, id: 'more', seq: 450, previous })]);
    assertProblem(more, 422, 'invalid');
    assert.equal(more.body.errors[0].code, 'consent-full');
    assert.equal((await own.add(own.withdraw({ all: 'yes' }))).body.status, 'withdrawn');
    await full.close();
    place.remove();
  });
});
