/** Sheets between two networks that do not touch: what is carried in and back, on every store. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { newSalt, type ReferralEvent, type ReferralSheet } from '@tsunagu/schema/referral';
import { createCollector, encodeTransfer, handedTo, type Handed } from '@tsunagu/schema/referral/transfer';
import { assertProblem, newKey, openHouse, tuesday, visible, type Answer, type House } from './house.js';
import {
  care,
  copied,
  coordinator,
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

const place = '/api/staff/referrals';

/** Printed, and read again: codes of numbered parts, in another order. */
async function onPaper(handed: Handed): Promise<{ sheet: object; events: ReferralEvent[] }> {
  const { parts } = await encodeTransfer(handed);
  const collector = createCollector();
  for (const part of [...parts].reverse()) assert.ok(collector.add(part).ok);
  const read = await collector.result();
  assert.ok(read.ok && 'value' in read);
  return read.value;
}

export function carriedContract(name: string, open: () => Promise<Houses>): void {
  describe(`sheets that are carried, ${name}`, { timeout: 180_000 }, () => {
    /** The desk that sends is in one network, the desk that is asked in the other. */
    let here: House;
    let there: Houses;
    let table: Table;
    let tokens: Table['tokens'];
    let turn = 0;
    before(async () => {
      here = await openHouse();
      there = await open();
      table = { houses: [here], tokens: await tokensOf(here) };
      tokens = await tokensOf(there.houses[0]);
    });
    after(async () => {
      await here.close();
      await there.close();
    });
    afterEach(() => {
      here.clock.now = there.houses[0].clock.now = tuesday;
    });

    const ask = (party: Party, path: string, more: Parameters<House['ask']>[1] = {}): Promise<Answer> =>
      there.houses[turn++ % there.houses.length]!.ask(path, { ...more, token: tokens[party] });
    const carry = (party: Party, body: unknown): Promise<Answer> => ask(party, place, { body });
    const act = async (party: Party, id: string, action: object, more: { seq?: number; key?: string } = {}): Promise<Answer> => {
      const seq = more.seq ?? ((await ask(party, `${place}/${id}`)).body.events as unknown[]).length;
      return ask(party, `${place}/${id}/actions`, { body: { action, seq, worker: '相手 花子' }, key: more.key ?? newKey() });
    };
    const boxesOf = async (party: Party, id: string): Promise<string[]> => {
      const found: string[] = [];
      for (const box of ['inbox', 'sent', 'overdue', 'drafts', 'past']) {
        const { body } = await ask(party, `${place}?box=${box}&limit=100`);
        if (body.items.some((item: { id: string }) => item.id === id)) found.push(box);
      }
      return found;
    };
    const handed = async (round: Round, party: Party): Promise<Handed> => {
      const { sheet, events, consents } = (await round.view(sender)).body;
      return handedTo({ sheet, events, consents }, party, here.clock.now);
    };
    const sent = async (): Promise<{ round: Round; paper: Awaited<ReturnType<typeof onPaper>> }> => {
      const round = await (await Round.begin(table)).sent();
      return { round, paper: await onPaper(await handed(round, care)) };
    };

    it('arrive in the inbox of the desk they were handed to, with what it was handed and no more; twice is once', async () => {
      const { round, paper } = await sent();
      const first = await carry(care, paper);
      assert.equal(first.status, 201, first.text);
      const { body } = first;
      assert.deepEqual([body.role, body.carried, body.whole, body.steps.yourTurn, body.daysLeft], ['holder', true, true, true, 3]);
      assert.deepEqual(body.sheet, paper.sheet);
      assert.deepEqual(marksIn(first.text), marksIn((await round.view(care)).text));
      assert.deepEqual(await boxesOf(care, round.id), ['inbox']);
      const again = await carry(care, paper);
      assert.deepEqual([again.status, again.headers.get('idempotency-replayed')], [200, 'true']);
      const { body: list } = await ask(care, `${place}?box=inbox&limit=100`);
      const items = list.items.filter(({ id }: { id: string }) => id === round.id);
      assert.equal(items.length, 1);
      const [{ carried, unread, owner, from }] = items;
      assert.deepEqual([carried, unread, owner.agency, owner.role, from.agency], [true, false, care, 'holder', sender]);
      // Nobody else in that network has anything to do with it, the coordinator and the desk of the sender's name among them.
      for (const party of [sender, coordinator, rights, stranger] as const) {
        assertProblem(await ask(party, `${place}/${round.id}`), 404, 'not-found');
        assert.deepEqual(await boxesOf(party, round.id), []);
      }
    });

    it('each desk has its own copy: the one that was asked, and the one that gets a copy', async () => {
      const { round, paper } = await sent();
      const copy = await onPaper(await handed(round, copied));
      const both = await Promise.all([carry(care, paper), carry(copied, copy), carry(care, paper), carry(copied, copy)]);
      assert.deepEqual(both.map(({ status }) => status).sort(), [200, 200, 201, 201]);
      assert.deepEqual(marksIn((await ask(copied, `${place}/${round.id}`)).text), ['name']);
      assert.equal((await act(care, round.id, { type: 'receive' })).status, 201);
      assert.equal((await ask(copied, `${place}/${round.id}`)).body.events.length, 1);
    });

    it('go on there and come back: received and accepted, reported, closed; the same answer twice is once', async () => {
      const { round, paper } = await sent();
      await carry(care, paper);
      const key = newKey();
      const steps = [
        await act(care, round.id, { type: 'receive' }, { seq: 1, key }),
        await act(care, round.id, { type: 'receive' }, { seq: 1, key }),
        await act(care, round.id, { type: 'accept' }, { seq: 1, key }),
        await act(care, round.id, { type: 'accept' }, { seq: 1 }),
        await act(care, round.id, { type: 'accept', text: 'お引き受けします。' }),
      ];
      assert.deepEqual(
        steps.map(({ status }) => status),
        [201, 200, 409, 409, 201],
      );
      assertProblem(steps[2]!, 409, 'key-reused');
      assertProblem(steps[3]!, 409, 'behind');
      const reply = async (): Promise<Awaited<ReturnType<typeof onPaper>>> => {
        const { sheet, events } = (await ask(care, `${place}/${round.id}`)).body;
        return onPaper({ sheet, events });
      };
      const answer = await reply();
      const back = await round.ask(sender, place, { body: answer });
      assert.equal(back.status, 201, back.text);
      assert.deepEqual([back.body.state.business, back.body.whole, back.body.role], ['accepted', true, 'sender']);
      assert.ok(back.text.includes('お引き受けします。') && back.body.sheet.salt, 'the sender’s own sheet stays whole');
      assert.equal((await round.ask(sender, place, { body: answer })).status, 200);
      await act(care, round.id, { type: 'contact', on: '2026-11-24', reached: true });
      await act(care, round.id, { type: 'report', outcome: 'service-started', text: '訪問を始めました。' });
      const reported = await round.ask(sender, place, { body: await reply() });
      assert.deepEqual([reported.status, reported.body.state.business], [201, 'reported']);
      await round.do(sender, { type: 'close' });
      // The end is carried over as well.
      const end = await carry(care, await onPaper(await handed(round, care)));
      assert.deepEqual([end.status, end.body.state.business, end.body.state.open], [201, 'closed', false]);
      assert.deepEqual(await boxesOf(care, round.id), ['past']);
    });

    it('an answer that comes back after its day is written down as heard, once, with its own day, and is that desk’s', async () => {
      const { round, paper } = await sent();
      await carry(care, paper);
      await act(care, round.id, { type: 'receive' });
      await act(care, round.id, { type: 'accept', firstContactBy: '2026-11-26', nextStep: '訪問します。' });
      const { sheet, events } = (await ask(care, `${place}/${round.id}`)).body;
      const answer = await onPaper({ sheet, events });
      // Nobody here knew: the day has passed, and the coordinator was told.
      here.clock.now = new Date(tuesday.getTime() + 8 * 86_400_000);
      await here.markOverdue(here.clock.now);
      const before = (await round.view(sender)).body as { events: ReferralEvent[] };
      assert.deepEqual(
        before.events.map(({ type }) => type),
        ['sent', 'overdue', 'escalated'],
      );
      assertProblem(await round.ask(coordinator, place, { body: answer }), 409, 'apart');
      const back = await round.ask(sender, place, { body: answer });
      assert.equal(back.status, 201, back.text);
      const heard = (back.body.events as ReferralEvent[]).slice(3);
      assert.deepEqual(
        heard.map(({ type, by }) => [type, by.agency, (by as { heard?: { agency: string; at: string } }).heard]),
        answer.events.slice(1).map(({ type, by, hash, at }) => [type, by.agency, { agency: sender, how: 'copy', of: hash, at }]),
      );
      assert.deepEqual([back.body.state.business, back.body.state.owner.agency], ['accepted', care]);
      assert.ok(back.text.includes('訪問します。'));
      assert.equal((await round.ask(sender, place, { body: answer })).status, 200);
      assert.equal(((await round.view(sender)).body.events as unknown[]).length, 5);
      // Over there it went on; only what is new is added.
      await act(care, round.id, { type: 'contact', on: '2026-11-24', reached: true });
      const more = (await ask(care, `${place}/${round.id}`)).body;
      const third = await round.ask(sender, place, { body: await onPaper({ sheet: more.sheet, events: more.events }) });
      assert.deepEqual([third.status, third.body.state.business, third.body.events.length], [201, 'working', 6], third.text);
    });

    it('a no comes back too: the coordinator has it, and sees the way until more is handed over', async () => {
      const { round, paper } = await sent();
      await carry(care, paper);
      await act(care, round.id, { type: 'receive' });
      // Nothing is handed on there: whether the person lets another desk have it is known where the consents are.
      assertProblem(await act(care, round.id, { type: 'pass-on', to: { agency: rights }, reason: 'other-field' }), 422, 'invalid');
      assert.equal((await act(care, round.id, { type: 'return', reason: 'full' })).status, 201);
      const { sheet, events } = (await ask(care, `${place}/${round.id}`)).body;
      const back = await round.ask(sender, place, { body: await onPaper({ sheet, events }) });
      assert.deepEqual([back.status, back.body.state.business, back.body.whole], [201, 'returned', true], back.text);
      assert.deepEqual(await round.boxes(coordinator), ['inbox']);
      assert.deepEqual(marksIn((await round.view(coordinator)).text), []);
      await round.do(coordinator, { type: 'receive' });
    });

    it('what is another desk’s, whole, changed, cut, mixed or of tomorrow is refused with a sentence, and nothing is kept of it', async () => {
      const { round, paper } = await sent();
      const whole = (await round.view(sender)).body as { sheet: ReferralSheet; events: ReferralEvent[] };
      const other = (await sent()).paper;
      const [event] = paper.events;
      const refused = async (party: Party, body: unknown, code: string): Promise<void> => {
        const answer = await carry(party, body);
        assertProblem(answer, 422, 'invalid');
        assert.equal(answer.body.errors[0].code, code, answer.text);
        assert.match(answer.body.errors[0].detail, /。$/);
        assert.deepEqual(marksIn(answer.text), []);
      };
      await refused(rights, paper, 'referral-elsewhere');
      await refused(sender, paper, 'referral-elsewhere');
      await refused(care, { ...paper, events: [] }, 'referral-elsewhere');
      await refused(care, { sheet: whole.sheet, events: whole.events }, 'referral-whole');
      await refused(care, { ...paper, sheet: { ...paper.sheet, salt: newSalt() } }, 'referral-whole');
      await refused(care, { ...paper, sheet: { ...paper.sheet, wishes: '書きかえた' } }, 'referral-content');
      await refused(care, { sheet: { ...other.sheet, id: round.id }, events: paper.events }, 'referral-content');
      await refused(care, { sheet: other.sheet, events: paper.events }, 'unknown-reference');
      await refused(care, { ...paper, events: [{ ...event!, respondBy: '2027-01-01' }] }, 'referral-broken');
      await refused(care, { ...paper, events: [event, event] }, 'format');
      there.houses[0].clock.now = new Date(tuesday.getTime() - 3_600_000);
      await refused(care, paper, 'referral-broken');
      for (const body of [null, [], 'x', { sheet: null }, { sheet: {}, events: {} }, { events: [] }]) {
        const answer = await carry(care, body);
        assert.ok([400, 415, 422].includes(answer.status), answer.text);
      }
      const unknown = visible(await ask(care, `${place}/r-none`));
      assert.deepEqual(visible(await ask(care, `${place}/${round.id}`)), unknown);
      assert.deepEqual(await there.sql(`select referral from carried_referrals where referral = '${round.id}'`), []);
    });

    it('two records that went different ways are told apart; neither is touched', async () => {
      const { round, paper } = await sent();
      await carry(care, paper);
      await act(care, round.id, { type: 'receive' });
      const { sheet, events } = (await ask(care, `${place}/${round.id}`)).body;
      await round.do(sender, { type: 'cancel', reason: 'mistake' });
      const back = await round.ask(sender, place, { body: { sheet, events } });
      assertProblem(back, 409, 'apart');
      assert.deepEqual([back.body.code, back.body.state.business, back.body.events.length], ['apart', 'cancelled', 2]);
      const over = await carry(care, await onPaper(await handed(round, care)));
      assertProblem(over, 409, 'apart');
      assert.equal(over.body.events.length, 2);
      // Another desk’s steps are the sender’s to bring, not anybody’s.
      const second = await sent();
      await carry(care, second.paper);
      await act(care, second.round.id, { type: 'receive' });
      const view = (await ask(care, `${place}/${second.round.id}`)).body;
      const brought = await second.round.ask(copied, place, { body: { sheet: view.sheet, events: view.events } });
      assert.deepEqual([brought.status, brought.body.errors?.[0].code], [422, 'referral-broken']);
    });

    it('are kept as the others are: unchangeable, and gone when their time is over', async () => {
      const { round, paper } = await sent();
      await carry(care, paper);
      for (const statement of [
        `update carried_events set event = '{}'`,
        `delete from carried_events`,
        `update carried_packages set document = '{}'`,
        `delete from carried_packages`,
      ])
        await assert.rejects(async () => there.sql(statement), /append-only/, statement);
      const [house] = there.houses;
      assert.ok((await house.sweep(new Date(tuesday.getTime() + 731 * 86_400_000))) > 0);
      assertProblem(await ask(care, `${place}/${round.id}`), 404, 'not-found');
      for (const table of ['carried_referrals', 'carried_events', 'carried_packages'])
        assert.deepEqual(await there.sql(`select * from ${table}`), [], table);
      for (const word of Object.values(marked)) assert.ok(!there.houses.some(({ log }) => log.join('').includes(word)), word);
    });
  });
}
