import assert from 'node:assert/strict';
import pg from 'pg';
import { openHouse } from './house.js';
import { startPostgres } from './postgres.js';
import { referralContract } from './referrals-contract.js';
import { marked } from './referrals.js';

referralContract('two receivers on PostgreSQL', 'postgres', async () => {
  const cluster = await startPostgres();
  const [one, two] = await Promise.all([openHouse({ database: cluster.url }), openHouse({ database: cluster.url })]);
  two.clock = one.clock;
  const client = new pg.Client({ connectionString: cluster.url });
  await client.connect();
  return {
    houses: [one, two],
    sql: async (statement) => (await client.query<{ [name: string]: unknown }>(statement)).rows,
    async close() {
      await client.end();
      await Promise.all([one.close(), two.close()]);
      await cluster.remove();
      for (const word of Object.values(marked)) assert.ok(!cluster.log().includes(word), word);
    },
  };
});
