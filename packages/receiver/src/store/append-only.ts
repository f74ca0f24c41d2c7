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

/** A row that does not follow its list's last one. Whether it is there already is the keys' matter: only they see what another transaction has not yet committed. */
export const postgresFollows = (name: string, there: string, astray: string): string =>
  postgresFunction(name, `if not (${there}) and (${astray}) then ${refuse}; end if; return new;`);
