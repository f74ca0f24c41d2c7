/** A receiver that is killed while desks send sheets around. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { verifyReferral, type ReferralEvent } from '@tsunagu/schema/referral';
import { runCommand, startChild, type Child } from './child.js';
import { askAt, folder, newKey, type Answer, type Ask, type House } from './house.js';
import { startPostgres } from './postgres.js';
import { care, marked, Round, sender, type Party, type Table } from './referrals.js';
import { read } from './streams.js';

const limits = { timeout: 180_000 };

/** Receivers that may be replaced by others on the same store. */
class Place {
  children: Child[] = [];
  tokens = {} as Record<Party, string>;
  readonly clock = { now: new Date() };

  constructor(readonly database: Record<string, string>) {}

  async start(count: number): Promise<this> {
    while (this.children.length < count) this.children.push(await startChild(this.database));
    for (const party of [sender, care] as const) this.tokens[party] ??= (await runCommand(['token', party], this.database)).out.trim();
    return this;
  }

  house(index: number): House {
    const at = (path: string, options?: Ask): Promise<Answer> => askAt(this.children[index]!.origin, path, options);
    return {
      clock: this.clock,
      ask: at,
      post: (path: string, body: unknown, options?: Ask) => at(path, { key: newKey(), method: 'POST', ...options, body }),
    } as unknown as House;
  }

  table(): Table {
    const [first, ...more] = this.children.map((_child, index) => this.house(index));
    return { houses: [first!, ...more], tokens: this.tokens };
  }
}

interface Step {
  key: string;
  seq: number;
  text: string;
}

/** Goes on with a sheet until nobody answers; gives the step that was left without an answer. */
async function load(round: Round, place: Place, index: number, acknowledged: (event: ReferralEvent) => void): Promise<Step> {
  for (let { length: seq } = (await round.seen(sender)).events; ; seq++) {
    const step = { key: newKey(), seq, text: `${seq}回目の経過` };
    const answer = await post(round, place.house(index), place.tokens[care], step).catch(() => undefined);
    if (!answer) return step;
    assert.equal(answer.status, 201, answer.text);
    acknowledged((answer.body.events as ReferralEvent[]).at(-1)!);
  }
}

const post = (round: Round, house: House, token: string, { key, seq, text }: Step): Promise<Answer> =>
  house.ask(`${round.path}/actions`, { body: { action: { type: 'progress', text }, seq }, token, key });

/** `receivers` on one store; the first of them is killed in the middle, `rounds` times. */
async function killed(place: Place, receivers: number, rounds: number): Promise<void> {
  await place.start(receivers);
  const sheets: Round[] = [];
  const acknowledged = new Map<string, ReferralEvent>();
  for (let count = 0; count < 4; count++) {
    const round = await (await Round.begin(place.table())).sent();
    await round.do(care, { type: 'accept' });
    await round.do(care, { type: 'contact', on: new Date().toISOString().slice(0, 10), reached: true });
    for (const event of (await round.seen(sender)).events) acknowledged.set(event.hash, event);
    sheets.push(round);
  }
  for (let turn = 0; turn < rounds; turn++) {
    const [victim] = place.children;
    let count = 0;
    const unanswered = await Promise.all(
      sheets.map((round) =>
        load(round, place, 0, (event) => {
          acknowledged.set(event.hash, event);
          if (++count === 25) process.kill(victim!.pid, 'SIGKILL');
        }),
      ),
    );
    assert.equal((await victim!.end('SIGKILL')).code, null);
    place.children.shift();
    await place.start(receivers);
    const table = place.table();
    for (const [index, old] of sheets.entries()) {
      const round = Object.assign(old, { table });
      const again = await post(round, place.house(0), place.tokens[care], unanswered[index]!);
      assert.ok([200, 201].includes(again.status), again.text);
      const { sheet, events } = await round.seen(sender);
      assert.equal((await verifyReferral(sheet, events)).ok, true);
      assert.deepEqual(
        events.map(({ seq }) => seq),
        events.map((_event, seq) => seq),
      );
      // Each text once: neither lost nor doubled, the unanswered one included.
      const texts = events.flatMap(({ parts = [] }) =>
        parts.flatMap(({ open }) => (open?.kind === 'said' && open.text ? [open.text] : [])),
      );
      assert.deepEqual(
        texts,
        texts.map((_text, place) => `${place + 3}回目の経過`),
      );
      for (const event of acknowledged.values()) if (event.record === round.id) assert.deepEqual(event.hash, events[event.seq]!.hash);
    }
  }
  // The news are whole, too: one for each event of each sheet, in order. Those of drafts have numbers as well.
  const total = (await Promise.all(sheets.map(async (round) => (await round.seen(sender)).events.length))).reduce(
    (sum, count) => sum + count,
    0,
  );
  const reading = await read(place.children[0]!, place.tokens[sender], 0);
  assert.equal((await reading.next())!.event, 'ready');
  const news = await reading.news(total);
  assert.ok(news.every(({ n }, index) => n > (news[index - 1]?.n ?? 0)));
  assert.equal(new Set(news.map(({ id, seq }) => `${id} ${seq}`)).size, total);
  reading.stop();
  // No number was passed over: every one was given to a step, or to one of the two savings of each draft.
  const ended = await read(place.children[0]!, place.tokens[sender]);
  assert.equal((await ended.next())!.id, total + 2 * sheets.length);
  ended.stop();
  await Promise.all(place.children.map((child) => child.end('SIGTERM')));
}

describe('the command', limits, () => {
  it('names desks for which sheets wait although nobody can read there, and makes the coordinator’s token', async () => {
    const files = folder();
    const place = new Place({ TSUNAGU_DATA: join(files.path, 'receiver.sqlite') });
    place.children = [await startChild(place.database)];
    place.tokens[sender] = (await runCommand(['token', sender], place.database)).out.trim();
    await (await Round.begin(place.table())).sent();
    assert.equal((await place.children[0]!.end('SIGTERM')).err, '');
    const again = await startChild(place.database);
    const { err, out } = await again.end('SIGTERM');
    assert.equal(err, `1 referral waits for "${care}", which has no token: make one with "tsunagu-receiver token ${care}".\n`);
    for (const word of Object.values(marked)) assert.ok(!`${out}${err}`.includes(word));
    assert.match((await runCommand(['token', 'coordinator'], place.database)).out, /^tsg_/);
    const own = { ...place.database, TSUNAGU_COORDINATOR: 'ikomaru' };
    assert.match((await runCommand(['token', 'ikomaru'], own)).out, /^tsg_/);
    assert.equal((await runCommand(['token', 'coordinator'], own)).code, 1);
    assert.match((await runCommand([], { ...own, TSUNAGU_COORDINATOR: 'いこまる' })).err, /TSUNAGU_COORDINATOR has to be/);
    files.remove();
  });
});

describe('kill -9 while sheets are on their way', limits, () => {
  it('on SQLite: every acknowledged event is there once, the chain holds, and what was unanswered can be sent again', async () => {
    const files = folder();
    await killed(new Place({ TSUNAGU_DATA: join(files.path, 'receiver.sqlite') }), 1, 2);
    files.remove();
  });

  it('on PostgreSQL, with a second receiver that goes on', async () => {
    const cluster = await startPostgres();
    await killed(new Place({ DATABASE_URL: cluster.url }), 2, 2);
    await cluster.remove();
  });
});
