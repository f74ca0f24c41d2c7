/**
 * What a desk's list tells beside where a sheet stands: what nobody has opened yet, and that a draft was saved. And sheets that were carried in, on paper or
 * as codes, from a network that this one does not touch: each desk has its own copy, apart from the sheets that are written here.
 */
import { sql, type Kysely, type Migration, type RawBuilder } from 'kysely';
import { postgresFollows, postgresStays, sqliteFollows, sqliteOnce, sqliteStays } from './append-only.js';
import { eventTable } from './event-table.js';
import type { Engine } from './migrations.js';

const guarded = ['carried_events', 'carried_packages'] as const;

/** The same event may have been carried to several desks. */
const events = { table: 'carried_events', key: 'case_id', everywhere: false };

export const worklist = (engine: Engine, string: RawBuilder<unknown>): Migration => ({
  async up(db: Kysely<unknown>): Promise<void> {
    const plain = engine === 'sqlite' ? sql` without rowid` : sql``;
    await db.schema
      .alterTable('referral_desks')
      .addColumn('read_seq', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema.alterTable('referral_log').addColumn('draft', string).execute();
    await db.schema
      .createTable('carried_referrals')
      .addColumn('case_id', string, (column) => column.primaryKey().notNull())
      .addColumn('referral', string, (column) => column.notNull())
      .addColumn('agency', string, (column) => column.notNull())
      .addColumn('since', string, (column) => column.notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('drafts', 'integer', (column) => column.notNull())
      .addColumn('inbox', 'integer', (column) => column.notNull())
      .addColumn('sent', 'integer', (column) => column.notNull())
      .addColumn('past', 'integer', (column) => column.notNull())
      .addColumn('respond_by', string)
      .addColumn('read_seq', 'integer', (column) => column.notNull())
      .addColumn('closed_at', string)
      .addUniqueConstraint('carried_referrals_once', ['agency', 'referral'])
      .execute();
    await db.schema.createIndex('carried_referrals_list').on('carried_referrals').columns(['agency', 'since', 'referral']).execute();
    await eventTable(db, string, events)
      .addColumn('key_hash', string)
      .addColumn('body_hash', string)
      .addUniqueConstraint('carried_events_hash', ['case_id', 'hash'])
      .addUniqueConstraint('carried_events_key_hash', ['key_hash'])
      .modifyEnd(plain)
      .execute();
    await db.schema
      .createTable('carried_packages')
      .addColumn('case_id', string, (column) => column.notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('document', string, (column) => column.notNull())
      .addPrimaryKeyConstraint('carried_packages_key', ['case_id', 'seq'])
      .modifyEnd(plain)
      .execute();
    for (const statement of engine === 'sqlite' ? sqliteGuards() : postgresGuards()) await sql.raw(statement).execute(db);
  },
});

const sqliteGuards = (): string[] => [
  sqliteFollows(events),
  sqliteOnce('carried_packages', 'case_id', 'seq'),
  ...guarded.flatMap(sqliteStays),
];

const postgresGuards = (): string[] => [...postgresFollows('tsunagu_carried_follow', events), ...guarded.flatMap(postgresStays)];
