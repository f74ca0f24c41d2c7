/** Tables for referrals. Events, sealed sheets and packages cannot be changed, nor deleted before their case is erased. */
import { sql, type Kysely, type Migration, type RawBuilder } from 'kysely';
import { postgresFollows, postgresStays, sqliteFollows, sqliteOnce, sqliteStays } from './append-only.js';
import { eventTable } from './event-table.js';
import type { Engine } from './migrations.js';

const guarded = ['referral_events', 'referral_sheets', 'referral_packages'] as const;

const events = { table: 'referral_events', key: 'referral', everywhere: true };

export const referrals = (engine: Engine, string: RawBuilder<unknown>): Migration => ({
  async up(db: Kysely<unknown>): Promise<void> {
    // Without a hidden row number there is no second key by which SQLite could replace a row.
    const plain = engine === 'sqlite' ? sql` without rowid` : sql``;
    await db.schema
      .createTable('referrals')
      .addColumn('id', string, (column) => column.primaryKey().notNull())
      .addColumn('case_id', string, (column) => column.notNull())
      .addColumn('sender', string, (column) => column.notNull())
      .addColumn('coordinator', string, (column) => column.notNull())
      .addColumn('created_at', string, (column) => column.notNull())
      .addColumn('revision', 'integer', (column) => column.notNull())
      .addColumn('draft', string)
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('open', 'integer', (column) => column.notNull())
      .addColumn('owner', string, (column) => column.notNull())
      .addColumn('respond_by', string)
      .addColumn('noted', 'integer', (column) => column.notNull())
      .addColumn('escalated', 'integer', (column) => column.notNull())
      .addForeignKeyConstraint('referrals_of', ['case_id'], 'consultations', ['number'])
      .execute();
    await db.schema.createIndex('referrals_of_case').on('referrals').column('case_id').execute();
    await db.schema.createIndex('referrals_due').on('referrals').columns(['open', 'respond_by']).execute();
    await eventTable(db, string, events)
      .addForeignKeyConstraint('referral_events_of', ['referral'], 'referrals', ['id'])
      .modifyEnd(plain)
      .execute();
    await db.schema
      .createTable('referral_sheets')
      .addColumn('case_id', string, (column) => column.notNull())
      .addColumn('referral', string, (column) => column.notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('sheet', string, (column) => column.notNull())
      .addPrimaryKeyConstraint('referral_sheets_key', ['referral', 'seq'])
      .modifyEnd(plain)
      .execute();
    await db.schema
      .createTable('referral_packages')
      .addColumn('case_id', string, (column) => column.notNull())
      .addColumn('referral', string, (column) => column.notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('agency', string, (column) => column.notNull())
      .addColumn('document', string, (column) => column.notNull())
      .addPrimaryKeyConstraint('referral_packages_key', ['referral', 'agency', 'seq'])
      .modifyEnd(plain)
      .execute();
    await db.schema
      .createTable('referral_desks')
      .addColumn('referral', string, (column) => column.notNull())
      .addColumn('agency', string, (column) => column.notNull())
      .addColumn('since', string, (column) => column.notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('drafts', 'integer', (column) => column.notNull())
      .addColumn('inbox', 'integer', (column) => column.notNull())
      .addColumn('sent', 'integer', (column) => column.notNull())
      .addColumn('past', 'integer', (column) => column.notNull())
      .addColumn('respond_by', string)
      .addPrimaryKeyConstraint('referral_desks_key', ['referral', 'agency'])
      .addForeignKeyConstraint('referral_desks_of', ['referral'], 'referrals', ['id'])
      .execute();
    await db.schema.createIndex('referral_desks_list').on('referral_desks').columns(['agency', 'since', 'referral']).execute();
    await db.schema
      .createTable('referral_feeds')
      .addColumn('agency', string, (column) => column.primaryKey().notNull())
      .addColumn('n', 'integer', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('referral_log')
      .addColumn('agency', string, (column) => column.notNull())
      .addColumn('n', 'integer', (column) => column.notNull())
      .addColumn('referral', string, (column) => column.notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('referral_log_key', ['agency', 'n'])
      .execute();
    await db.schema.createIndex('referral_log_of').on('referral_log').column('referral').execute();
    for (const statement of engine === 'sqlite' ? sqliteGuards() : postgresGuards()) await sql.raw(statement).execute(db);
  },
});

const sqliteGuards = (): string[] => [
  sqliteFollows(events),
  sqliteOnce('referral_sheets', 'referral', 'seq'),
  sqliteOnce('referral_packages', 'referral', 'seq', 'agency'),
  ...guarded.flatMap(sqliteStays),
];

const postgresGuards = (): string[] => [...postgresFollows('tsunagu_referral_follow', events), ...guarded.flatMap(postgresStays)];
