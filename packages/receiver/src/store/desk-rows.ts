/** What a desk has in its boxes: sheets that are written and answered here, and those that were carried in. */
import type { Database, InTransaction } from './tables.js';

const columns = ['referral', 'agency', 'since', 'seq', 'drafts', 'inbox', 'sent', 'past', 'respond_by', 'read_seq'] as const;

export const deskRows = (db: Database | InTransaction) =>
  db.selectFrom(db.selectFrom('referral_desks').select(columns).unionAll(db.selectFrom('carried_referrals').select(columns)).as('desk'));

/** How many events of each sheet there were when somebody of the desk last opened it. */
export async function readUpTo(db: Database, ids: readonly string[], agency: string): Promise<Map<string, number>> {
  if (!ids.length) return new Map();
  const rows = await deskRows(db).select(['referral', 'read_seq']).where('agency', '=', agency).where('referral', 'in', ids).execute();
  return new Map(rows.map(({ referral, read_seq }) => [referral, read_seq]));
}

/** Somebody of the desk has seen so many events. */
export async function markRead(db: Database, id: string, agency: string, seq: number): Promise<void> {
  for (const table of ['referral_desks', 'carried_referrals'] as const)
    await db
      .updateTable(table)
      .set({ read_seq: seq })
      .where('referral', '=', id)
      .where('agency', '=', agency)
      .where('read_seq', '<', seq)
      .execute();
}
