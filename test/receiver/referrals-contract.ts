/** What holds of referrals on every store, with several receivers on one. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { verifyReferral, type ReferralEvent, type ReferralSheet } from '@tsunagu/schema/referral';
import { conferenceBasis } from '../schema/referral.samples.js';
import { assertProblem, newKey, tuesday, visible, type House } from './house.js';
import { referralFaults } from './referrals-faults.js';
import {
  care,
  copied,
  coordinator,
  everyone,
  marked,
  marksIn,
  rights,
  Round,
  sender,
  stranger,
  tokensOf,
  type Party,
  type Table,
} from './referrals.js';
import type { Houses } from './stores.js';

/** What each test finds. */
export interface ReferralStage extends Table {
  all: Houses;
}

export const at = (days: number, hours = 0): Date => new Date(tuesday.getTime() + (days * 24 + hours) * 3_600_000);

export function referralContract(name: string, engine: 'sqlite' | 'postgres', open: () => Promise<Houses>): void {
  describe(`referrals, ${name}`, () => {
    let stage: ReferralStage;
    let first: House;
    before(async () => {
      const all = await open();
      [first] = all.houses;
      stage = { all, houses: all.houses, tokens: await tokensOf(first) };
    });
    afterEach(() => {
      first.clock.now = tuesday;
    });
    after(() => stage.all.close());

    it('the whole loop, and what each desk sees at each step', async () => {
      const round = await Round.begin(stage);
      /** The marks that each desk finds in the sheet, in lists and in whatever else it is answered; `-`: not even that it is there. */
      const sights = async (): Promise<Record<string, string>> => {
        const found: Record<string, string> = {};
        for (const party of everyone) {
          const { status, text, body } = await round.view(party);
          found[party] = status === 404 ? '-' : marksIn(text).join(' ');
          if (party !== sender && status === 200) {
            assert.doesNotMatch(JSON.stringify(body.sheet), /salt|source|担当 city/);
            assert.equal(body.consents, undefined);
            assert.equal(body.number, undefined);
          }
          const lists = await Promise.all(['inbox', 'sent', 'overdue', 'drafts', 'past'].map((box) => round.list(party, box)));
          assert.deepEqual(marksIn(lists.map((list) => list.text).join('')), []);
        }
        return found;
      };
      const all = marksIn(Object.values(marked).join(''));
      await round.draft();
      assert.deepEqual(await sights(), {
        [sender]: all.join(' '),
        [care]: '-',
        [rights]: '-',
        [copied]: '-',
        [coordinator]: '-',
        [stranger]: '-',
      });
      assert.deepEqual([await round.boxes(sender), await round.boxes(care)], [['drafts'], []]);

      first.clock.now = at(0, 1);
      const sent = await round.do(sender, { type: 'send' });
      assert.deepEqual([sent.body.state.transport, sent.body.state.respondBy, sent.body.daysLeft], ['sent', '2026-11-27', 3]);
      assert.equal(sent.body.sheet.person.consent.record, round.consent.record);
      const handed = {
        [sender]: all.join(' '),
        [care]: 'name plan wishes',
        [rights]: '-',
        [copied]: 'name',
        [coordinator]: '-',
        [stranger]: '-',
      };
      assert.deepEqual(await sights(), handed);
      assert.deepEqual([await round.boxes(sender), await round.boxes(care), await round.boxes(copied)], [['sent'], ['inbox'], ['inbox']]);
      const [item] = (await round.list(care, 'inbox')).body.items;
      assert.deepEqual(
        [item.from.agency, item.to.agency, item.yourTurn, item.urgency, item.topics, item.respondBy, item.daysLeft, item.number],
        [sender, care, true, 'days', ['care', 'hikikomori-truancy'], '2026-11-27', 3, undefined],
      );
      // The copied desk was not told how soon.
      const [copy] = (await round.list(copied, 'inbox')).body.items;
      assert.deepEqual([copy.urgency, copy.yourTurn, copy.respondBy], [undefined, false, undefined]);

      await round.do(care, { type: 'receive' });
      await round.do(care, { type: 'return', reason: 'other-field', nextStep: '権利擁護の窓口が合いそうです。' });
      assert.deepEqual(await sights(), { ...handed, [coordinator]: '' });
      assert.deepEqual([await round.boxes(care), await round.boxes(coordinator)], [['past'], ['inbox']]);
      assert.deepEqual((await round.seen(care)).events.at(-1)!.type, 'returned');

      await round.do(coordinator, { type: 'pass-on', to: { agency: rights }, reason: 'other-field' });
      assert.deepEqual(await sights(), { ...handed, [coordinator]: '', [rights]: 'wishes' });
      await round.do(rights, { type: 'accept', firstContactBy: '2026-12-01' });
      await round.do(rights, { type: 'contact', on: '2026-11-24', reached: true });
      await round.do(rights, { type: 'report', outcome: 'supported', toPerson: '来週、いっしょに手続きに行きましょう。' });
      assert.deepEqual([await round.boxes(sender), await round.boxes(rights)], [['inbox', 'sent'], ['inbox']]);
      const closed = await round.do(sender, { type: 'close' });
      assert.deepEqual([closed.body.state.business, closed.body.state.open], ['closed', false]);
      assert.deepEqual([await round.boxes(sender), await round.boxes(rights), await round.boxes(care)], [['sent'], ['past'], ['past']]);

      // Everybody's own copy verifies; the desk that gave it back saw nothing of what came after.
      const whole = await round.seen(sender);
      assert.deepEqual(
        whole.events.map(({ type }) => type),
        ['sent', 'received', 'returned', 'passed-on', 'accepted', 'contacted', 'reported', 'closed'],
      );
      assert.deepEqual(await verifyReferral(whole.sheet, whole.events), { ok: true, head: { seq: 7, hash: whole.events[7]!.hash } });
      for (const [party, count] of [
        [care, 3],
        [copied, 1],
        [coordinator, 8],
        [rights, 8],
      ] as const) {
        const own = await round.seen(party);
        assert.equal(own.events.length, count, party);
        assert.equal((await verifyReferral(own.sheet, own.events, { whole: false })).ok, true, party);
      }
    });

    it('is prefilled from the consultation, and what the server answers for stays', async () => {
      const round = await Round.begin(stage);
      const sheet = await round.draft();
      const member = sheet.household?.members?.[0];
      assert.deepEqual(
        [sheet.words, sheet.topics, sheet.mainTopic, sheet.person.name, sheet.person.ref, member?.ref, member?.note],
        [
          marked.words,
          ['care', 'hikikomori-truancy'],
          'care',
          marked.name,
          `${round.number}.person`,
          `${round.number}.household-1`,
          marked.member,
        ],
      );
      assert.deepEqual(
        [sheet.from.agency, sheet.coordinator.agency, sheet.city, sheet.source?.number],
        [sender, coordinator, '292095', round.number],
      );
      const salted = await round.save({ ...sheet, salt: '0'.repeat(32), createdAt: '2020-01-01T00:00:00.000Z' });
      assert.deepEqual([salted.body.sheet.salt, salted.body.sheet.createdAt], [sheet.salt, sheet.createdAt]);
      for (const [change, pointer] of [
        [{ id: 'r-another' }, '#/sheet/id'],
        [{ from: { agency: rights } }, '#/sheet/from/agency'],
        [{ coordinator: { agency: rights } }, '#/sheet/coordinator/agency'],
        [{ words: 5 }, '#/sheet/words'],
      ] as const) {
        const refused = await round.save({ ...sheet, ...change } as unknown as ReferralSheet);
        assertProblem(refused, 422, 'invalid');
        assert.equal(refused.body.errors[0].pointer, pointer);
      }
      const items = (await round.ask(sender, `/api/staff/consultations/${round.number}/referrals`)).body.items;
      assert.deepEqual([items.length, items[0].id, items[0].number], [1, round.id, round.number]);
    });

    it('a household member’s own consent decides what is told of them, and reaches who was told', async () => {
      const round = await Round.begin(stage);
      const child = await round.consentTo(`${round.number}.household-1`, (_purpose, agency, item) =>
        agency === care && item === 'household' ? 'given' : 'refused',
      );
      await round.sent();
      assert.ok(marksIn((await round.view(care)).text).includes('member'));
      assert.ok(!marksIn((await round.view(copied)).text).includes('member'));
      first.clock.now = at(0, 1);
      const { shipments } = await child.read();
      const told = (record: string) =>
        shipments
          .filter((one: { record: string }) => one.record === record)
          .map(({ agency, items }: { agency: string; items: string[] }) => [agency, items]);
      assert.deepEqual(told(child.record), [[care, ['household']]]);
      assert.deepEqual(told(round.consent.record).sort(), [
        [care, ['care', 'isolation', 'name', 'plan', 'urgency', 'wishes', 'worries']],
        [copied, ['name']],
      ]);
      await child.add(child.withdraw({ all: 'yes' }));
      assert.ok(!marksIn((await round.view(care)).text).includes('member'));
      const { body } = await round.ask(care, '/api/staff/withdrawals');
      assert.deepEqual(
        body.items.filter(({ number }: { number: string }) => number === round.number).map(({ record }: { record: string }) => record),
        [child.record],
      );
      // The sheet goes on: the person themself took nothing back.
      assert.equal((await round.seen(care)).events.length, 1);
    });

    it('an answer that came by FAX is written down by the desk that sent the sheet, and by nobody else', async () => {
      const round = await (await Round.begin(stage)).sent();
      const act = (party: Parameters<typeof round.ask>[0], action: object, heard: unknown, seq = 1) =>
        round.ask(party, `/api/staff/referrals/${round.id}/actions`, { body: { action, seq, worker: '相談 花子', heard }, key: newKey() });
      const fax = { agency: care, name: '電話口 太郎', how: 'fax' };
      for (const wrong of [{ agency: care }, { ...fax, how: 'gossip' }, 'fax', { ...fax, agency: 3 }])
        assertProblem(await act(sender, { type: 'accept' }, wrong), 422, 'invalid');
      // The desk itself cannot say that the sender wrote it, nor another desk that it heard anything.
      const own = await act(care, { type: 'accept' }, { agency: care, how: 'fax' });
      assert.ok(own.status >= 400 && own.status < 500);
      const told = await act(sender, { type: 'accept', nextStep: '訪問する' }, fax);
      assert.equal(told.status, 201);
      const { events, sheet } = await round.seen(sender);
      assert.deepEqual(events.at(-1)!.by, { agency: care, name: '電話口 太郎', heard: { agency: sender, name: '相談 花子', how: 'fax' } });
      assert.equal((await verifyReferral(sheet, events)).ok, true);
      // The desk sees at once what was written in its name, and by whom, and goes on.
      assert.deepEqual((await round.seen(care)).events.at(-1)!.by, events.at(-1)!.by);
      await round.do(care, { type: 'contact', on: events.at(-1)!.at.slice(0, 10), reached: true });
      assert.equal((await act(sender, { type: 'cancel', reason: 'mistake' }, fax, 3)).status >= 400, true);
    });

    it('a desk that has nothing to do with a sheet finds no trace of it, by any door', async () => {
      const round = await (await Round.begin(stage)).sent();
      const sheet = (await round.seen(sender)).sheet;
      const [event] = (await round.seen(sender)).events;
      const doors: [string, object][] = [
        ['', {}],
        ['/draft', { method: 'PUT', body: { sheet }, headers: { 'if-match': '"1"' } }],
        ['/draft', { method: 'DELETE', headers: { 'if-match': '"1"' } }],
        ['/actions', { body: { action: { type: 'receive' }, seq: 1 }, key: newKey() }],
        ['/actions', { body: { nonsense: 1 }, key: newKey() }],
        ['/events', { body: { event } }],
      ];
      for (const [path, options] of doors) {
        const theirs = await round.ask(stranger, `/api/staff/referrals/${round.id}${path}`, options);
        assertProblem(theirs, 404, 'not-found');
        for (const unknown of ['r-none', 'x', '%00', 'r-1 or 1=1'])
          assert.deepEqual(
            visible(await round.ask(stranger, `/api/staff/referrals/${encodeURIComponent(unknown)}${path}`, options)),
            visible(theirs),
          );
      }
      for (const party of [care, stranger] as const)
        assertProblem(
          await round.ask(party, `/api/staff/consultations/${round.number}/referrals`, { body: {}, key: newKey() }),
          404,
          'not-found',
        );
      for (const options of [{}, { method: 'PUT', body: {} }, { body: {} }])
        assertProblem(
          await first.ask(`/api/staff/referrals/${round.id}${'body' in options ? '/actions' : ''}`, {
            ...options,
            method: 'body' in options ? 'POST' : 'GET',
          }),
          401,
          'unauthorised',
        );
    });

    it('a withdrawal stops the sheet at once, reaches every desk that saw it, and each says what it did with it', async () => {
      const round = await (await Round.begin(stage)).sent();
      await round.do(care, { type: 'accept' });
      first.clock.now = at(1);
      await round.consent.add(round.consent.withdraw({ all: 'yes' }));
      const stopped = await round.seen(sender);
      assert.deepEqual([stopped.state.business, stopped.events.at(-1)!.by], ['consent-withdrawn', { system: 'clock' }]);
      assertProblem(await round.try(care, { type: 'contact', on: '2026-11-25', reached: true }), 422, 'invalid');
      for (const party of [care, copied] as const) {
        const { text, body } = await round.view(party);
        assert.deepEqual([marksIn(text), body.steps.steps[0].action], [[], 'acknowledge']);
        assert.ok((await round.boxes(party)).includes('inbox'));
      }
      const mine = async (party: Party) =>
        (await round.ask(party, '/api/staff/withdrawals')).body.items.filter(({ number }: { number: string }) => number === round.number);
      assert.deepEqual([(await mine(care)).length, (await mine(copied)).length, (await mine(rights)).length], [1, 1, 0]);
      const reach = async () => (await round.ask(sender, `/api/staff/consultations/${round.number}/reach`)).body.records[0].holders;
      assert.deepEqual((await reach()).map(({ agency, toAsk }: { agency: string; toAsk: boolean }) => [agency, toAsk]).sort(), [
        [care, true],
        [copied, true],
      ]);

      first.clock.now = at(1, 1);
      const gone = await round.do(care, { type: 'acknowledge', did: 'deleted', text: '紙も消しました。' });
      // Nothing is left but the way: no part of any step is open, and of the sheet there is the heading.
      assert.ok((gone.body.events as ReferralEvent[]).every(({ parts = [] }) => parts.every(({ open }) => open === undefined)));
      assert.deepEqual(Object.keys(gone.body.sheet).sort(), [
        'basis',
        'city',
        'coordinator',
        'createdAt',
        'from',
        'id',
        'person',
        'schemaVersion',
        'to',
      ]);
      assert.deepEqual(gone.body.sheet.person, { ref: `${round.number}.person` });
      assert.deepEqual([await mine(care), await round.boxes(care)], [[], ['past']]);
      assert.deepEqual((await reach()).map(({ agency, toAsk }: { agency: string; toAsk: boolean }) => [agency, toAsk]).sort(), [
        [care, false],
        [copied, true],
      ]);
      assert.match((await round.view(sender)).text, /紙も消しました/);
    });

    it('a desk whose clock is ahead takes back at once, and the record never runs backwards', async () => {
      const round = await (await Round.begin(stage)).sent();
      const record = round.consent;
      const ahead = {
        type: 'withdrawn',
        expressed: { by: 'self', how: 'oral', language: 'ja' },
        scope: { all: 'yes' },
        at: at(0, 4 / 60).toISOString(),
      };
      first.clock.now = at(0, 4 / 60);
      const event = await record.make(ahead);
      first.clock.now = tuesday;
      assert.equal((await record.post([event])).status, 201);
      const { events, state } = await round.seen(sender);
      assert.deepEqual([state.business, events.at(-1)!.at], ['consent-withdrawn', at(0, 4 / 60).toISOString()]);
      assert.equal((await round.do(care, { type: 'acknowledge', did: 'returned' })).status, 201);
      assert.deepEqual(marksIn((await round.view(care)).text), []);
    });

    it('what narrows later is not shown any more, although it was handed', async () => {
      const round = await (await Round.begin(stage)).sent();
      first.clock.now = at(0, 1);
      assert.deepEqual(marksIn((await round.view(care)).text), ['name', 'plan', 'wishes']);
      await round.consent.add(round.consent.withdraw({ item: 'wishes' }));
      assert.deepEqual(marksIn((await round.view(care)).text), ['name', 'plan']);
      assert.equal((await round.seen(care)).events.length, 1);
    });

    it('opened again and sent again, a desk has what was handed last; what was sealed before stays', async () => {
      const round = await (await Round.begin(stage)).sent();
      await round.do(sender, { type: 'cancel', reason: 'mistake' });
      const opened = await round.do(sender, { type: 'reopen', text: '書き直します。' });
      assert.deepEqual([opened.body.state.transport, await round.boxes(sender)], ['draft', ['drafts']]);
      round.revision = opened.body.revision;
      const again = { ...(opened.body.sheet as ReferralSheet), wishes: '印二度目', to: { agency: rights } };
      assert.equal((await round.save(again)).status, 200);
      const { text, body } = await round.view(care);
      assert.ok(text.includes(marked.wishes) && !text.includes('印二度目'));
      assert.equal(body.sheet.to.agency, care);
      await round.do(sender, { type: 'send' });
      assert.ok((await round.view(rights)).text.includes('印二度目'));
      assert.ok(!(await round.view(care)).text.includes('印二度目'));
      assertProblem(
        await round.ask(sender, `${round.path}/draft`, { method: 'DELETE', headers: { 'if-match': `"${round.revision}"` } }),
        422,
        'invalid',
      );
      const sealed = await stage.all.sql(`select seq from referral_sheets where referral = '${round.id}' order by seq`);
      assert.deepEqual(
        sealed.map(({ seq }) => Number(seq)),
        [0, 3],
      );
    });

    it('by a 支援会議 its members have what was written down as needed, and no other desk anything', async () => {
      const round = await Round.unasked(stage);
      await round.draft(care, { basis: conferenceBasis([care, rights], ['name', 'wishes']), copyTo: [{ agency: copied }] });
      await round.do(sender, { type: 'send' });
      assert.deepEqual(marksIn((await round.view(care)).text), ['name', 'wishes']);
      assert.doesNotMatch((await round.view(care)).text, /grounds|構成|命に関わる/);
      assertProblem(await round.view(copied), 404, 'not-found');
      assert.equal(
        (await round.try(care, { type: 'pass-on', to: { agency: stranger }, reason: 'full' })).body.errors[0].code,
        'referral-not-member',
      );
      await round.do(care, { type: 'return', reason: 'full' });
      assert.deepEqual(marksIn((await round.view(coordinator)).text), []);
      await round.do(coordinator, { type: 'pass-on', to: { agency: rights }, reason: 'full' });
      assert.deepEqual(marksIn((await round.view(rights)).text), ['name', 'wishes']);
    });

    it('advice without a name tells the worry and the words written for it, and whose it is to nobody', async () => {
      const round = await Round.unasked(stage);
      await round.draft(care, { basis: { kind: 'anonymous-advice', summary: '印お願い だけです。' } });
      await round.do(sender, { type: 'send' });
      const { text, body } = await round.view(care);
      assert.deepEqual([marksIn(text), body.sheet.topics, body.sheet.contact], [['plan'], ['care', 'hikikomori-truancy'], undefined]);
    });

    it('a store that was changed past all that is seen: nothing goes on, and what was handed is not shown', async () => {
      const round = await (await Round.begin(stage)).sent();
      const guard = async (table: string, change: string): Promise<void> => {
        const name = `${table}_stay`;
        await stage.all.sql(engine === 'postgres' ? `alter table ${table} disable trigger ${name}` : `drop trigger ${name}`);
        await stage.all.sql(change);
        await stage.all.sql(
          engine === 'postgres'
            ? `alter table ${table} enable trigger ${name}`
            : `create trigger ${name} before update on ${table} begin select raise(abort, '${table} is append-only'); end`,
        );
      };
      await guard(
        'referral_packages',
        `update referral_packages set document = replace(document, '印希望', '印ことば') where referral = '${round.id}'`,
      );
      assert.deepEqual(marksIn((await round.view(care)).text), []);
      assert.equal((await round.view(care)).body.whole, true);
      await guard(
        'referral_sheets',
        `update referral_sheets set sheet = replace(sheet, '印希望', '別の希望') where referral = '${round.id}'`,
      );
      assert.equal((await round.view(sender)).body.whole, false);
      assert.equal((await round.try(care, { type: 'accept' })).body.errors[0].code, 'referral-broken');
      assert.equal((await round.view(sender)).body.events.length, 1);
    });

    it('a draft is its desk’s alone, and can be thrown away until it is sent', async () => {
      const round = await Round.begin(stage);
      await round.draft();
      const remove = (revision: number) =>
        round.ask(sender, `${round.path}/draft`, { method: 'DELETE', headers: { 'if-match': `"${revision}"` } });
      assertProblem(await remove(round.revision + 1), 412, 'draft-moved');
      assertProblem(await round.ask(sender, `${round.path}/draft`, { method: 'DELETE' }), 428, 'revision-missing');
      assert.deepEqual((await remove(round.revision)).body, { id: round.id });
      assertProblem(await round.view(sender), 404, 'not-found');
      assert.deepEqual(await stage.all.sql(`select agency from referral_desks where referral = '${round.id}'`), []);
    });

    referralFaults(engine, () => stage);
  });
}
