/** What makes tables append-only: triggers, so that a fault in this program, or a hand at a prompt, is stopped by the database itself. */

const refuse = `raise exception '% is append-only', tg_table_name using errcode = 'integrity_constraint_violation'`;

/** The case's time is over: only then may its rows be deleted, and none be added. */
export const erased = (row: 'new' | 'old'): string => `exists (select 1 from erasures where case_id = ${row}.case_id)`;

export const sqliteGuard = (table: string, name: string, when: string, condition?: string): string =>
  `create trigger ${table}_${name} before ${when} on ${table}${condition ? ` when ${condition}` : ''}
     begin select raise(abort, '${table} is append-only'); end`;

/** Never changed, deleted with its case alone, and nothing added after that. The table has a column `case_id`. */
export const sqliteStays = (table: string): string[] => [
  sqliteGuard(table, 'stay', 'update'),
  sqliteGuard(table, 'keep', 'delete', `not ${erased('old')}`),
  sqliteGuard(table, 'open', 'insert', erased('new')),
];

export const postgresFunction = (name: string, body: string): string =>
  `create function ${name}() returns trigger language plpgsql as $$ begin ${body} end $$`;

export const postgresTrigger = (table: string, name: string, when: string, call: string, each = 'row'): string =>
  `create trigger ${table}_${name} before ${when} on ${table} for each ${each} execute function ${call}()`;

/** What the triggers of every append-only table call; made once. */
export const postgresFunctions = (): string[] => [
  postgresFunction('tsunagu_refuse', `${refuse};`),
  postgresFunction('tsunagu_keep', `if not ${erased('old')} then ${refuse}; end if; return old;`),
  postgresFunction('tsunagu_open', `if ${erased('new')} then ${refuse}; end if; return new;`),
];

/** As {@link sqliteStays}; PostgreSQL can also empty a table whole. */
export const postgresStays = (table: string): string[] => [
  postgresTrigger(table, 'stay', 'update', 'tsunagu_refuse'),
  postgresTrigger(table, 'keep', 'delete', 'tsunagu_keep'),
  postgresTrigger(table, 'open', 'insert', 'tsunagu_open'),
  postgresTrigger(table, 'whole', 'truncate', 'tsunagu_refuse', 'statement'),
];

/** A list of events in one table: `key` names the column of whose list it is; beside it stand `seq`, `hash`, `previous` and `case_id`. */
export interface EventTable {
  table: string;
  key: string;
  /** No two lists have the same event: its hash is a key of the whole table. */
  everywhere: boolean;
}

/** Whether an event of that number, or that hash, is there already. `new` is the row. */
const there = ({ table, key, everywhere }: EventTable): string =>
  `exists (select 1 from ${table} where (${key} = new.${key} and seq = new.seq) or ${everywhere ? '' : `${key} = new.${key} and `}hash = new.hash)`;

/** An event that does not follow its list's last one. */
const astray = ({ table, key }: EventTable): string => `(new.seq = 0) <> (new.previous is null)
  or new.seq < 0
  or (new.seq > 0 and not exists (select 1 from ${table}
      where ${key} = new.${key} and seq = new.seq - 1 and hash = new.previous and case_id = new.case_id))`;

/** SQLite replaces a row (`insert or replace`) without asking triggers on deletion, so those on insertion look at the key, too. */
export const sqliteOnce = (table: string, ...key: string[]): string =>
  sqliteGuard(
    table,
    'once',
    'insert',
    `exists (select 1 from ${table} where ${key.map((column) => `${column} = new.${column}`).join(' and ')})`,
  );

export const sqliteFollows = (list: EventTable): string =>
  sqliteGuard(list.table, 'follow', 'insert', `${there(list)}\n  or ${astray(list)}`);

/** Whether an event is there already is the keys' matter here: only they see what another transaction has not yet committed. */
export const postgresFollows = (name: string, list: EventTable): string[] => [
  postgresFunction(name, `if not (${there(list)}) and (${astray(list)}) then ${refuse}; end if; return new;`),
  postgresTrigger(list.table, 'follow', 'insert', name),
];
