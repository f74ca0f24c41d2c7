/** What holds of the news of referrals on every store, with several receivers on one. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { assertProblem, openHouse, type House } from './house.js';
import { care, coordinator, copied, rights, Round, sender, stranger, tokensOf, type Table } from './referrals.js';
import { read } from './streams.js';
import type { Houses } from './stores.js';

/** Looks and breathes so often that no test waits. */
export const quick = { poll: 20, heartbeat: 60, perToken: 4 };

export function streamContract(name: string, open: () => Promise<Houses>): void {
  describe(`news of referrals, ${name}`, { timeout: 120_000 }, () => {
    let all: Houses;
    let table: Table;
    let first: House;
    const last = (): House => all.houses.at(-1)!;
    before(async () => {
      all = await open();
      [first] = all.houses;
      table = { houses: all.houses, tokens: await tokensOf(first) };
    });
    after(() => all.close());

    it('reach every desk that sees the step, on every receiver, and no other; they say which sheet and nothing of it', async () => {
      const { tokens } = table;
      const parties = [sender, care, copied, coordinator, rights, stranger] as const;
      const readings = await Promise.all(parties.map((party, index) => read(all.houses[index % all.houses.length]!, tokens[party])));
      for (const reading of readings) {
        assert.equal(reading.status, 200);
        assert.match(reading.headers.get('content-type')!, /^text\/event-stream/);
        assert.match(reading.headers.get('cache-control')!, /no-store/);
        assert.deepEqual((await reading.next())!.event, 'ready');
      }
      const [senders, carers, copies, coordinators] = readings;
      const round = await (await Round.begin(table)).sent();
      await round.do(care, { type: 'receive' });
      await round.do(care, { type: 'return', reason: 'full' });
      await round.do(coordinator, { type: 'pass-on', to: { agency: rights }, reason: 'other-field' });
      const seqs = async (reading: (typeof readings)[number] | undefined, count: number) =>
        (await reading!.news(count)).map(({ id, seq }) => (assert.equal(id, round.id), seq));
      assert.deepEqual(await seqs(senders, 4), [0, 1, 2, 3]);
      assert.deepEqual(await seqs(carers, 3), [0, 1, 2]);
      assert.deepEqual(await seqs(copies, 1), [0]);
      assert.deepEqual(await seqs(coordinators, 2), [2, 3]);
      assert.deepEqual(await seqs(readings[4], 1), [3]);
      // Whoever has nothing to do with it, or has given it away, hears nothing more: the next they hear is of another sheet.
      const next = await Round.begin(table);
      await next.draft(stranger, { basis: { kind: 'anonymous-advice', summary: '助言をお願いします。' } });
      await next.do(sender, { type: 'send' });
      assert.deepEqual(
        (await readings[5]!.news(1)).map(({ id, n }) => [id, n]),
        [[next.id, 1]],
      );
      for (const reading of readings) reading.stop();
    });

    it('go on where a reader was, without a gap and without a double, whichever receiver is asked', async () => {
      const { tokens } = table;
      const begun = await read(first, tokens[sender]);
      const from = (await begun.next())!.id!;
      begun.stop();
      const rounds = await Promise.all(Array.from({ length: 4 }, () => Round.begin(table)));
      const numbers: number[] = [];
      const told = new Map<string, number[]>();
      let cursor = from;
      const take = async (house: House, count: number): Promise<void> => {
        const reading = await read(house, tokens[sender], cursor);
        assert.equal((await reading.next())!.event, 'ready');
        for (const { n, id, seq } of await reading.news(count)) {
          numbers.push(n);
          told.set(id, [...(told.get(id) ?? []), seq]);
          cursor = n;
        }
        reading.stop();
      };
      const work = rounds.map(async (round) => {
        await round.sent();
        await round.do(care, { type: 'receive' });
        await round.do(care, { type: 'accept' });
        await round.do(care, { type: 'contact', on: '2026-11-24', reached: true });
      });
      await take(first, 3);
      await take(last(), 5);
      await Promise.all(work);
      await take(last(), 1);
      await take(first, 7);
      assert.ok(numbers.every((n, index) => n > (numbers[index - 1] ?? from)));
      for (const round of rounds) assert.deepEqual(told.get(round.id), [0, 1, 2, 3]);
      // No number was passed over: every one was given to a step, or to one of the two savings of each draft.
      const ended = await read(last(), tokens[sender]);
      assert.equal((await ended.next())!.id! - from, numbers.length + 2 * rounds.length);
      ended.stop();
    });

    it('a draft that is saved is told to the desk’s other screens: which, which version, by whom, when, and nothing of it', async () => {
      const { tokens } = table;
      const [mine, theirs, others] = await Promise.all([
        read(first, tokens[sender]),
        read(last(), await first.token(sender)),
        read(last(), tokens[care]),
      ]);
      for (const reading of [mine, theirs, others]) assert.equal((await reading.next())!.event, 'ready');
      const round = await Round.begin(table);
      const sheet = await round.draft();
      const at = first.clock.now.toISOString();
      for (const reading of [mine, theirs]) {
        let news = await reading.draft();
        // Of savings in a row only the last may be told.
        if (news.version === 1) news = await reading.draft();
        assert.deepEqual(news, { id: round.id, version: 2, at });
      }
      const saved = await round.ask(sender, `${round.path}/draft`, {
        method: 'PUT',
        body: { sheet: { ...sheet, wishes: '家にいたい' }, worker: '相談 太郎' },
        headers: { 'if-match': '"2"' },
      });
      assert.equal(saved.status, 200, saved.text);
      for (const reading of [mine, theirs]) assert.deepEqual(await reading.draft(), { id: round.id, version: 3, who: '相談 太郎', at });
      // The same again, after a lost answer, is no news; what is thrown away is.
      const again = { method: 'PUT', body: { sheet: saved.body.sheet }, headers: { 'if-match': '"2"' } };
      assert.equal((await round.ask(sender, `${round.path}/draft`, again)).status, 200);
      const thrown = await round.ask(sender, `${round.path}/draft`, { method: 'DELETE', headers: { 'if-match': '"3"' } });
      assert.equal(thrown.status, 200, thrown.text);
      for (const reading of [mine, theirs]) assert.deepEqual(await reading.draft(), { id: round.id, version: 0, at });
      // Another desk hears nothing of a draft: the first it hears of is a sheet that was sent.
      const sent = await (await Round.begin(table)).sent();
      assert.equal((await others.next())!.data!.id, sent.id);
      // Who comes back is told the last saving alone.
      const back = await read(last(), tokens[sender], 0);
      const told: string[] = [];
      for (let one = await back.next(); one!.data!.id !== sent.id || one!.event === 'draft'; one = await back.next())
        if (one!.event === 'draft') told.push(one!.data!.id!);
      assert.equal(new Set(told).size, told.length);
      for (const reading of [mine, theirs, others, back]) reading.stop();
    });

    it('a number that is none of the list begins anew, and says so', async () => {
      for (const unknown of [10_000_000, 'x', '-1', "1' or '1'='1"]) {
        const reading = await read(first, table.tokens[sender], unknown);
        const message = (await reading.next())!;
        assert.equal(message.event, 'reset');
        const again = await read(last(), table.tokens[sender], message.id);
        assert.equal((await again.next())!.event, 'ready');
        again.stop();
        reading.stop();
      }
    });

    it('a long list comes whole and in order to a reader that takes its time', async () => {
      const token = await first.token('asunaro');
      const count = 12_000;
      await all.sql(`delete from referral_feeds where agency = 'asunaro'`);
      await all.sql(`delete from referral_log where agency = 'asunaro'`);
      await all.sql(
        `insert into referral_log (agency, n, referral, seq)
         with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < ${count}) select 'asunaro', n, 'r-' || n, 0 from numbers`,
      );
      await all.sql(`insert into referral_feeds (agency, n) values ('asunaro', ${count})`);
      const reading = await read(last(), token, 0);
      assert.equal((await reading.next())!.event, 'ready');
      // Nobody reads for a while: what was begun waits, and the others are served meanwhile.
      const other = await read(last(), table.tokens[sender]);
      assert.equal((await other.next())!.event, 'ready');
      const round = await (await Round.begin(table)).sent();
      assert.equal((await other.news(1))[0]!.id, round.id);
      other.stop();
      const news = await reading.news(count);
      assert.ok(news.every(({ n, id }, index) => n === index + 1 && id === `r-${n}`));
      reading.stop();
    });

    it('a token has so many streams and no more; a page that is closed makes room', async () => {
      const token = await first.token(copied);
      const readings = await Promise.all(Array.from({ length: quick.perToken }, () => read(first, token)));
      for (const reading of readings) assert.equal((await reading.next())!.event, 'ready');
      const refused = await first.ask('/api/staff/referrals/stream', { token });
      assertProblem(refused, 429, 'too-many-streams');
      assert.ok(refused.headers.get('retry-after'));
      readings.pop()!.stop();
      for (;;) {
        const again = await read(first, token);
        again.stop();
        if (again.status === 200) break;
      }
      for (const reading of readings) reading.stop();
      assertProblem(await first.ask('/api/staff/referrals/stream'), 401, 'unauthorised');
      assertProblem(await first.ask('/api/staff/referrals/stream', { method: 'POST', token, body: {} }), 405, 'method');
    });

    it('breathes while nothing happens, and ends with its token', async () => {
      const token = await first.token(care);
      const reading = await read(last(), token);
      assert.equal((await reading.next())!.event, 'ready');
      assert.deepEqual(await reading.next({ comments: true }), { comment: true });
      await all.sql(`delete from desk_tokens where id = '${token.split('_')[1]!}'`);
      assert.deepEqual(await reading.rest(), []);
    });

    it('ends with the receiver, which does not wait for its readers', async () => {
      const house = await openHouse({ streams: quick });
      const token = await house.token(sender);
      const readings = await Promise.all([read(house, token), read(house, token)]);
      for (const reading of readings) assert.equal((await reading.next())!.event, 'ready');
      const [, ...ends] = await Promise.all([house.close(), ...readings.map((reading) => reading.rest())]);
      assert.deepEqual(ends, [[], []]);
    });
  });
}
