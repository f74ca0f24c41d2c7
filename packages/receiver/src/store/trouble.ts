/** Which errors mean "the store cannot take it now", as opposed to a fault of ours. */

/** SQLite: busy, locked, full, unreadable or unwritable disk. */
const sqliteCodes = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|NOMEM|PROTOCOL)/;

/**
 * PostgreSQL's classes (its manual, appendix A): 08 connection, 25006 read-only (a standby), 40 rolled back for others' sake,
 * 53 resources (also a full disk), 55P03 lock not available, 57 operator intervention (also a timeout), 58 its own disk.
 */
const postgresCodes = /^(08|40|53|57|58)\w{3}$|^(25006|55P03)$/;

const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
]);

/** `pg` gives its own timeouts and lost connections no code. */
const pgMessages =
  /^(timeout exceeded when trying to connect|Query read timeout|Connection terminated|Client has encountered a connection error)/;

/** True when trying again later may help. Looks into the errors that stand together in an `AggregateError` (IPv4 and IPv6). */
export function isStoreTrouble(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError && error.errors.some(isStoreTrouble)) return true;
  const code = String((error as { code?: unknown }).code ?? '');
  return sqliteCodes.test(code) || postgresCodes.test(code) || networkCodes.has(code) || pgMessages.test(error.message);
}
