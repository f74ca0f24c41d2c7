/** One SQLite file through libsql, for Kysely. */
import { closeSync, openSync } from 'node:fs';
import Libsql from 'libsql';
import {
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type Dialect,
  type DialectAdapter,
  type Driver,
} from 'kysely';

/** Waiting blocks this process, so it is short: past it the sender is asked to come again (503). */
const busyTimeout = 1000;

/**
 * Every acknowledged row is on the disk (`synchronous=FULL`), and what is deleted is overwritten (`secure_delete`).
 * @throws SqliteError when the file cannot be opened or is no database.
 */
export function sqliteDialect(path: string): Dialect {
  // Made by us, a new file is for this user alone; its log takes the same rights.
  if (path !== ':memory:') closeSync(openSync(path, 'a', 0o600));
  const database = new Libsql(path, { timeout: busyTimeout });
  for (const setting of ['journal_mode=WAL', 'synchronous=FULL', `busy_timeout=${busyTimeout}`, 'foreign_keys=ON', 'secure_delete=ON'])
    database.pragma(setting);
  const dialect = new SqliteDialect({ database });
  return {
    createAdapter: (): DialectAdapter => new TransactionalAdapter(),
    createDriver: (): Driver => new ImmediateDriver(database),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}

/** SQLite changes tables inside transactions; with it two receivers that start on one file do not migrate twice. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/**
 * Takes the write lock with BEGIN, by `exec`. A prepared statement that meets a lock later stays half run in libsql, and no
 * transaction of the connection can be committed after it; and an error such as a full disk has already rolled back by itself.
 */
class ImmediateDriver extends SqliteDriver {
  constructor(private readonly database: Libsql.Database) {
    super({ database });
  }

  override async beginTransaction(_connection: DatabaseConnection): Promise<void> {
    await this.#run('begin immediate');
  }

  override async commitTransaction(_connection: DatabaseConnection): Promise<void> {
    await this.#run('commit');
  }

  override async rollbackTransaction(_connection: DatabaseConnection): Promise<void> {
    if (this.database.inTransaction) await this.#run('rollback');
  }

  #run(statement: string): Promise<void> {
    this.database.exec(statement);
    return Promise.resolve();
  }
}
