/** Opens the store: tables up to date, server key in place. */
import { randomBytes } from 'node:crypto';
import { Kysely, sql } from 'kysely';
import { migrate, type Engine } from './migrations.js';
import type { Database, Tables } from './tables.js';

export interface Store {
  db: Database;
  engine: Engine;
  /** What receipts' secrets are derived with; made once per store. */
  serverKey: Buffer;
  /** Resolves when the store answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export const isPostgres = (database: string): boolean => /^postgres(ql)?:\/\//.test(database);

/**
 * @param database a PostgreSQL URL, or the path of the SQLite file (made if it is not there).
 * @throws the engine's error when it cannot be reached or opened.
 */
export async function openStore(database: string): Promise<Store> {
  const engine: Engine = isPostgres(database) ? 'postgres' : 'sqlite';
  // Only the engine in use is loaded: a city with one file needs no PostgreSQL client, and the other way round.
  const dialect =
    engine === 'postgres'
      ? (await import('./postgres.js')).postgresDialect(database)
      : (await import('./sqlite.js')).sqliteDialect(database);
  const db = new Kysely<Tables>({ dialect });
  try {
    await migrate(db, engine);
    return {
      db,
      engine,
      serverKey: await serverKey(db),
      ping: async () => {
        await sql`select 1`.execute(db);
      },
      close: () => db.destroy(),
    };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

async function serverKey(db: Database): Promise<Buffer> {
  const name = 'server-key';
  return db.transaction().execute(async (within) => {
    const value = randomBytes(32).toString('base64url');
    await within
      .insertInto('settings')
      .values({ name, value })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const row = await within.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirstOrThrow();
    return Buffer.from(row.value, 'base64url');
  });
}
