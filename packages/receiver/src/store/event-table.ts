/** The columns that every list of events has: one row for each, found by whose list it is in and its number. */
import type { CreateTableBuilder, Kysely, RawBuilder } from 'kysely';
import type { EventTable } from './append-only.js';

/** Begins the table of a list; what only some lists have is added to what it returns. */
export function eventTable(
  db: Kysely<unknown>,
  string: RawBuilder<unknown>,
  { table, key, everywhere }: EventTable,
): CreateTableBuilder<string, string> {
  const begun = db.schema.createTable(table).addColumn('case_id', string, (column) => column.notNull());
  const named: CreateTableBuilder<string, string> = key === 'case_id' ? begun : begun.addColumn(key, string, (column) => column.notNull());
  return named
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('type', string, (column) => column.notNull())
    .addColumn('hash', string, (column) => (everywhere ? column.notNull().unique() : column.notNull()))
    .addColumn('previous', string)
    .addColumn('event', string, (column) => column.notNull())
    .addColumn('received_at', string, (column) => column.notNull())
    .addColumn('received_by', string, (column) => column.notNull())
    .addPrimaryKeyConstraint(`${table}_key`, [key, 'seq']);
}

/** What an event's row holds in every list. */
export const eventRow = <Type extends string>(
  event: { seq: number; type: Type; hash: string; previous?: string | undefined },
  { at, actor }: { at: Date; actor: string },
) => ({
  seq: event.seq,
  type: event.type,
  hash: event.hash,
  previous: event.previous ?? null,
  event: JSON.stringify(event),
  received_at: at.toISOString(),
  received_by: actor,
});
