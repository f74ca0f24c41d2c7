/** The same on PostgreSQL, with two receivers; and what a database does that a file does not: be away. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { exactlyOnce } from './exactly-once.js';
import { assertProblem, desk, newKey, numbersOf, openHouse, otherDesk, send, submission, tuesday, words } from './house.js';
import { startPostgres, type Cluster } from './postgres.js';

exactlyOnce('two receivers on PostgreSQL', async () => {
  const cluster = await startPostgres();
  // Together, on an empty database: one of them makes the tables.
  const [one, two] = await Promise.all([openHouse({ database: cluster.url }), openHouse({ database: cluster.url })]);
  return {
    houses: [one, two],
    async close() {
      await Promise.all([one.close(), two.close()]);
      await cluster.remove();
      assert.ok(!cluster.log().includes('一度だけ'));
    },
  };
});

describe('two receivers that sweep at once', () => {
  it('delete each consultation once, with one row in the audit', async () => {
    const cluster = await startPostgres();
    const [one, two] = await Promise.all([openHouse({ database: cluster.url }), openHouse({ database: cluster.url })]);
    const token = await one.token(desk);
    for (let count = 0; count < 12; count++) await send(one);
    const later = new Date(tuesday.getTime() + 730 * 24 * 60 * 60 * 1000);
    await Promise.all([one.sweep(later), two.sweep(later)]);
    assert.deepEqual(await numbersOf(two, token), []);
    const client = new pg.Client({ connectionString: cluster.url });
    await client.connect();
    const { rows } = await client.query(`select
      (select count(*)::int from audit where action = 'deletion') as deletions,
      (select count(*)::int from consultations where content is null) as marks,
      (select count(*)::int from idempotency_keys where body_hash = '') as keys`);
    await client.end();
    await Promise.all([one.close(), two.close()]);
    await cluster.remove();
    assert.deepEqual(rows, [{ deletions: 12, marks: 12, keys: 12 }]);
  });
});

describe('PostgreSQL that goes away', () => {
  let cluster: Cluster;
  before(async () => {
    cluster = await startPostgres();
  });
  after(() => cluster.remove());

  it('is told as 503 with Retry-After, nothing is lost, and all goes on when it is back', async () => {
    const house = await openHouse({ database: cluster.url });
    const token = await house.token(desk);
    const key = newKey();
    const sent = await house.post('/api/consultations', submission(), { key });
    assert.equal(sent.status, 201);
    await cluster.stop();
    const waiting = newKey();
    const body = submission({ words: 'まだ届いていません' });
    for (let count = 0; count < 3; count++) {
      const refused = await house.post('/api/consultations', body, { key: waiting });
      assertProblem(refused, 503, 'unavailable');
      assert.equal(refused.headers.get('retry-after'), '5');
    }
    assertProblem(await house.ask('/api/health'), 503, 'unavailable');
    assertProblem(await house.ask('/api/staff/me', { token }), 503, 'unavailable');
    await cluster.start();
    assert.equal((await house.post('/api/consultations', body, { key: waiting })).status, 201);
    assert.deepEqual((await house.post('/api/consultations', submission(), { key })).body, sent.body);
    assert.equal((await numbersOf(house, token)).length, 2);
    assert.ok(!house.log.join('').includes(words) && !cluster.log().includes(words));
    await house.close();
  });

  it('in the middle of everything, too: answers are 201 or 503, and what was acknowledged is there once', async () => {
    const house = await openHouse({ database: cluster.url });
    const token = await house.token(otherDesk);
    const acknowledged = new Map<string, string>();
    const open: string[] = [];
    const body = (key: string) => submission({ words: key, window: { id: otherDesk } });
    let stopped = false;
    const work = async (): Promise<void> => {
      for (;;) {
        const key = newKey();
        const answer = await house.post('/api/consultations', body(key), { key });
        if (answer.status === 201) acknowledged.set(key, answer.body.number);
        else {
          assertProblem(answer, 503, 'unavailable');
          open.push(key);
          return;
        }
        if (acknowledged.size === 60 && !stopped) {
          stopped = true;
          void cluster.stop();
        }
      }
    };
    await Promise.all(Array.from({ length: 8 }, work));
    assert.equal(open.length, 8);
    await cluster.stop();
    await cluster.start();
    for (const key of open) acknowledged.set(key, (await house.post('/api/consultations', body(key), { key })).body.number);
    assert.deepEqual((await numbersOf(house, token)).sort(), [...acknowledged.values()].sort());
    await house.close();
  });
});
