/** Tables for consents, which the database itself keeps from being changed. */
import { sql, type Kysely, type Migration, type RawBuilder } from 'kysely';
import {
  postgresFollows,
  postgresFunctions,
  postgresStays,
  postgresTrigger,
  sqliteFollows,
  sqliteGuard,
  sqliteOnce,
  sqliteStays,
} from './append-only.js';
import { eventTable } from './event-table.js';
import type { Engine } from './migrations.js';

const guarded = ['consent_events', 'consent_drawings', 'consent_shipments', 'consent_acknowledgements'] as const;

const events = { table: 'consent_events', key: 'record', everywhere: true };

export const consents = (engine: Engine, string: RawBuilder<unknown>): Migration => ({
  async up(db: Kysely<unknown>): Promise<void> {
    // Without a hidden row number there is no second key by which SQLite could replace a row.
    const plain = engine === 'sqlite' ? sql` without rowid` : sql``;
    await eventTable(db, string, events).modifyEnd(plain).execute();
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

const sqliteGuards = (): string[] => [
  sqliteFollows(events),
  ...guarded.flatMap(sqliteStays),
  sqliteOnce('consent_shipments', 'id'),
  sqliteOnce('consent_acknowledgements', 'id'),
  sqliteOnce('consent_drawings', 'case_id', 'hash'),
  sqliteGuard('erasures', 'stay', 'update'),
  sqliteGuard('erasures', 'keep', 'delete'),
  sqliteOnce('erasures', 'case_id'),
];

const postgresGuards = (): string[] => [
  ...postgresFunctions(),
  ...postgresFollows('tsunagu_follow', events),
  ...guarded.flatMap(postgresStays),
  postgresTrigger('erasures', 'stay', 'update or delete', 'tsunagu_refuse'),
  postgresTrigger('erasures', 'whole', 'truncate', 'tsunagu_refuse', 'statement'),
];
