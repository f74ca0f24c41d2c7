import { join } from 'node:path';
import Libsql from 'libsql';
import pg from 'pg';
import { folder, openHouse } from './house.js';
import { startPostgres } from './postgres.js';
import { quick, streamContract } from './referrals-stream.js';

streamContract('one receiver on SQLite', async () => {
  const place = folder();
  const database = join(place.path, 'receiver.sqlite');
  const house = await openHouse({ database, streams: quick });
  const other = new Libsql(database);
  return {
    houses: [house],
    sql: (statement) => Promise.resolve((other.prepare(statement).run(), [])),
    async close() {
      other.close();
      await house.close();
      place.remove();
    },
  };
});

streamContract('two receivers on PostgreSQL', async () => {
  const cluster = await startPostgres();
  const [one, two] = await Promise.all([1, 2].map(() => openHouse({ database: cluster.url, streams: quick })));
  const client = new pg.Client({ connectionString: cluster.url });
  await client.connect();
  return {
    houses: [one!, two!],
    sql: async (statement) => (await client.query<{ [name: string]: unknown }>(statement)).rows,
    async close() {
      await client.end();
      await Promise.all([one!.close(), two!.close()]);
      await cluster.remove();
    },
  };
});
