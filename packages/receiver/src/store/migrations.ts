/** The tables, step by step. A step that was released is never edited; a later one changes what it made. */
import { Migrator, sql, type Kysely, type Migration } from 'kysely';
import { consents } from './consent-migration.js';
import { referrals } from './referral-migration.js';
import type { Database } from './tables.js';
import { worklist } from './worklist-migration.js';

/** Sorts alike in both engines: byte by byte, whatever language the database speaks. */
const text = (engine: Engine) => (engine === 'postgres' ? sql`text collate "C"` : sql`text`);

export type Engine = 'sqlite' | 'postgres';

const first = (engine: Engine): Migration => ({
  async up(db: Kysely<unknown>): Promise<void> {
    const string = text(engine);
    await db.schema
      .createTable('consultations')
      .addColumn('number', string, (column) => column.primaryKey())
      .addColumn('window_id', string, (column) => column.notNull())
      .addColumn('window_name', string, (column) => column.notNull())
      .addColumn('status', string, (column) => column.notNull())
      .addColumn('received_at', string, (column) => column.notNull())
      .addColumn('reply_by', string)
      .addColumn('waiting_since', string, (column) => column.notNull())
      .addColumn('answer_by', string)
      .addColumn('language', string, (column) => column.notNull())
      .addColumn('form', string, (column) => column.notNull())
      .addColumn('content', string)
      .addColumn('secret_hash', string, (column) => column.notNull())
      .addColumn('message_count', 'integer', (column) => column.notNull())
      .addColumn('closed_at', string)
      .addColumn('deleted_at', string)
      .execute();
    await db.schema.createIndex('consultations_of_window').on('consultations').columns(['window_id', 'received_at', 'number']).execute();
    await db.schema
      .createTable('messages')
      .addColumn('number', string, (column) => column.notNull())
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('author', string, (column) => column.notNull())
      .addColumn('text', string, (column) => column.notNull())
      .addColumn('at', string, (column) => column.notNull())
      .addPrimaryKeyConstraint('messages_key', ['number', 'position'])
      .addForeignKeyConstraint('messages_of', ['number'], 'consultations', ['number'])
      .execute();
    // The key is written first, because it is what two requests race for; it leads to its consultation by the end of the transaction.
    await db.schema
      .createTable('idempotency_keys')
      .addColumn('key_hash', string, (column) => column.primaryKey())
      .addColumn('body_hash', string, (column) => column.notNull())
      .addColumn('number', string, (column) => column.notNull())
      .addColumn('created_at', string, (column) => column.notNull())
      .addForeignKeyConstraint('keys_of', ['number'], 'consultations', ['number'], (constraint) =>
        constraint.deferrable().initiallyDeferred(),
      )
      .execute();
    await db.schema.createIndex('keys_by_number').on('idempotency_keys').column('number').execute();
    await db.schema
      .createTable('desk_tokens')
      .addColumn('id', string, (column) => column.primaryKey())
      .addColumn('window_id', string, (column) => column.notNull())
      .addColumn('secret_hash', string, (column) => column.notNull())
      .addColumn('created_at', string, (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('audit')
      .addColumn('id', string, (column) => column.primaryKey())
      .addColumn('at', string, (column) => column.notNull())
      .addColumn('actor', string, (column) => column.notNull())
      .addColumn('action', string, (column) => column.notNull())
      .addColumn('number', string)
      .addColumn('window_id', string)
      .execute();
    await db.schema.createIndex('audit_by_time').on('audit').column('at').execute();
    await db.schema
      .createTable('settings')
      .addColumn('name', string, (column) => column.primaryKey())
      .addColumn('value', string, (column) => column.notNull())
      .execute();
  },
});

/** Brings the tables up to date. Kysely takes a lock, so receivers that start together do it once. */
export async function migrate(db: Database, engine: Engine): Promise<void> {
  const migrations = {
    '0001-first': first(engine),
    '0002-consents': consents(engine, text(engine)),
    '0003-referrals': referrals(engine, text(engine)),
    '0004-worklist': worklist(engine, text(engine)),
  };
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error instanceof Error ? error : new Error('The tables could not be made.');
}
