/** PostgreSQL through `pg`, for Kysely. */
import pg from 'pg';
import { PostgresDialect, type Dialect, type PostgresPoolClient } from 'kysely';

/** In milliseconds. A sender waits at most the sum of both before it hears 503 and tries again. */
const connectTimeout = 2000;
const queryTimeout = 5000;

/** @param url `postgres://user:password@host:port/database`; TLS as the URL's `sslmode` says. Connects when it is first needed. */
export function postgresDialect(url: string): Dialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: connectTimeout,
    query_timeout: queryTimeout,
    statement_timeout: queryTimeout,
    idle_in_transaction_session_timeout: 2 * queryTimeout,
    keepAlive: true,
    // A database may be set to acknowledge before it has written; here an acknowledgement is a promise to somebody.
    options: '-c synchronous_commit=on',
    application_name: 'tsunagu-receiver',
  });
  // An idle connection that breaks (a database restart) is reported here; without a listener it would end the process.
  pool.on('error', () => undefined);
  return new PostgresDialect({ pool: { connect: async () => dropBroken(await pool.connect()), end: () => pool.end() } });
}

/** A connection whose query ended without an answer from the database is closed: another request must not inherit it. */
function dropBroken(client: pg.PoolClient): PostgresPoolClient {
  let broken = false;
  // A connection that dies says so as an event besides; while it is lent out the pool does not listen, and nobody listening ends the process.
  const onError = (): void => {
    broken = true;
  };
  client.on('error', onError);
  const query = async (...args: unknown[]): Promise<unknown> => {
    try {
      return await (client.query as (...args: unknown[]) => Promise<unknown>)(...args);
    } catch (error) {
      broken ||= !(error instanceof pg.DatabaseError);
      throw error;
    }
  };
  const release = (): void => {
    client.release(broken);
    client.off('error', onError);
  };
  return { query: query as PostgresPoolClient['query'], release };
}
