/** One receiver on SQLite, two on one PostgreSQL: whatever holds of a receiver is shown on both. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { ReceiverOptions } from '@tsunagu/receiver';
import Libsql from 'libsql';
import pg from 'pg';
import { folder, openHouse, type House } from './house.js';
import { startPostgres } from './postgres.js';

export interface Houses {
  houses: readonly [House, ...House[]];
  /** Runs a statement in the store, past the receiver. */
  sql: (statement: string) => Promise<{ [name: string]: unknown }[]>;
  close: () => Promise<void>;
}

export async function onSqlite(options: Partial<ReceiverOptions> = {}): Promise<Houses> {
  const place = folder();
  const database = join(place.path, 'receiver.sqlite');
  const house = await openHouse({ database, ...options });
  const other = new Libsql(database);
  return {
    houses: [house],
    sql: (statement) =>
      new Promise((resolve) => {
        const prepared = other.prepare(statement);
        if (statement.startsWith('select')) return resolve(prepared.all().map((row) => ({ ...(row as object) })));
        prepared.run();
        resolve([]);
      }),
    async close() {
      other.close();
      await house.close();
      place.remove();
    },
  };
}

/** @param unlogged words that must not stand in the database's log. */
export async function onPostgres(options: Partial<ReceiverOptions> = {}, unlogged: readonly string[] = []): Promise<Houses> {
  const cluster = await startPostgres();
  const open = (): Promise<House> => openHouse({ database: cluster.url, ...options });
  const [one, two] = await Promise.all([open(), open()]);
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
      for (const word of unlogged) assert.ok(!cluster.log().includes(word), word);
    },
  };
}
