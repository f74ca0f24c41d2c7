/** Tables for consents, which the database itself keeps from being changed. */
import { sql, type Kysely, type Migration, type RawBuilder } from 'kysely';
import { postgresFollows, postgresFunctions, postgresStays, postgresTrigger, sqliteGuard, sqliteStays } from './append-only.js';
import type { Engine } from './migrations.js';

const guarded = ['consent_events', 'consent_drawings', 'consent_shipments', 'consent_acknowledgements'] as const;

export const consents = (engine: Engine, string: RawBuilder<unknown>): Migration => ({
  async up(db: Kysely<unknown>): Promise<void> {
    // Without a hidden row number there is no second key by which SQLite could replace a row.
    const plain = engine === 'sqlite' ? sql` without rowid` : sql``;
    await db.schema
      .createTable('consent_events')
      .addColumn('case_id', string, (column) => column.notNull())
      .addColumn('record', string, (column) => column.notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('type', string, (column) => column.notNull())
      .addColumn('hash', string, (column) => column.notNull().unique())
      .addColumn('previous', string)
      .addColumn('event', string, (column) => column.notNull())
      .addColumn('received_at', string, (column) => column.notNull())
      .addColumn('received_by', string, (column) => column.notNull())
      .addPrimaryKeyConstraint('consent_events_key', ['record', 'seq'])
      .modifyEnd(plain)
      .execute();
    await db.schema.createIndex('consent_events_of_case').on('consent_events').column('case_id').execute();
    await db.schema
      .createTable('consent_drawings')
      .addColumn('case_id', string, (column) => column.notNull())
      .addColumn('record', string, (column) => column.notNull())
      .addColumn('hash', string, (column) => column.notNull())
      .addColumn('reference', string, (column) => column.notNull())
      .addColumn('text', string, (column) => column.notNull())
      .addPrimaryKeyConstraint('consent_drawings_key', ['case_id', 'hash'])
      .modifyEnd(plain)
      .execute();
    await db.schema
      .createTable('consent_shipments')
      .addColumn('id', string, (column) => column.primaryKey().notNull())
      .addColumn('case_id', string, (column) => column.notNull())
      .addColumn('record', string, (column) => column.notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('agency', string, (column) => column.notNull())
      .addColumn('purpose', string, (column) => column.notNull())
      .addColumn('items', string, (column) => column.notNull())
      .addColumn('at', string, (column) => column.notNull())
      .addColumn('told_by', string, (column) => column.notNull())
      .modifyEnd(plain)
      .execute();
    await db.schema.createIndex('consent_shipments_of_case').on('consent_shipments').column('case_id').execute();
    await db.schema.createIndex('consent_shipments_to').on('consent_shipments').columns(['agency', 'record']).execute();
    await db.schema
      .createTable('consent_acknowledgements')
      .addColumn('id', string, (column) => column.primaryKey().notNull())
      .addColumn('case_id', string, (column) => column.notNull())
      .addColumn('record', string, (column) => column.notNull())
      .addColumn('agency', string, (column) => column.notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('at', string, (column) => column.notNull())
      .addColumn('acknowledged_by', string, (column) => column.notNull())
      .addColumn('name', string)
      .modifyEnd(plain)
      .execute();
    await db.schema.createIndex('consent_acknowledgements_of_case').on('consent_acknowledgements').column('case_id').execute();
    await db.schema
      .createTable('erasures')
      .addColumn('case_id', string, (column) => column.primaryKey().notNull())
      .addColumn('at', string, (column) => column.notNull())
      .modifyEnd(plain)
      .execute();
    for (const statement of engine === 'sqlite' ? sqliteGuards() : postgresGuards()) await sql.raw(statement).execute(db);
  },
});

const there = 'exists (select 1 from consent_events where (record = new.record and seq = new.seq) or hash = new.hash)';

/** An event that does not follow the record's last one, or that is there. `new` is the row. */
const astray = `${there}
  or (new.seq = 0) <> (new.previous is null)
  or new.seq < 0
  or (new.seq > 0 and not exists (select 1 from consent_events
      where record = new.record and seq = new.seq - 1 and hash = new.previous and case_id = new.case_id))`;

/** SQLite replaces a row (`insert or replace`) without asking triggers on deletion, so the ones on insertion look at the key, too. */
const sqliteGuards = (): string[] => [
  sqliteGuard('consent_events', 'follow', 'insert', astray),
  ...guarded.flatMap(sqliteStays),
  ...['consent_shipments', 'consent_acknowledgements'].map((table) =>
    sqliteGuard(table, 'once', 'insert', `exists (select 1 from ${table} where id = new.id)`),
  ),
  sqliteGuard(
    'consent_drawings',
    'once',
    'insert',
    'exists (select 1 from consent_drawings where case_id = new.case_id and hash = new.hash)',
  ),
  sqliteGuard('erasures', 'stay', 'update'),
  sqliteGuard('erasures', 'keep', 'delete'),
  sqliteGuard('erasures', 'once', 'insert', 'exists (select 1 from erasures where case_id = new.case_id)'),
];

const postgresGuards = (): string[] => [
  ...postgresFunctions(),
  postgresFollows('tsunagu_follow', there, astray),
  postgresTrigger('consent_events', 'follow', 'insert', 'tsunagu_follow'),
  ...guarded.flatMap(postgresStays),
  postgresTrigger('erasures', 'stay', 'update or delete', 'tsunagu_refuse'),
  postgresTrigger('erasures', 'whole', 'truncate', 'tsunagu_refuse', 'statement'),
];
