/** The numbered news of each desk: that a sheet has another event, or that its draft was saved. It says which, and nothing of it. */
import type { ReferralLogRow } from './referral-tables.js';
import type { Database, InTransaction } from './tables.js';

export interface News extends Omit<ReferralLogRow, 'n' | 'draft'> {
  draft?: DraftNews;
}

/** That a draft was saved: nothing of what it says. */
export interface DraftNews {
  /** Its revision; 0: it was thrown away. */
  version: number;
  /** The worker, where a name was given. */
  who?: string;
  /** When, ISO. */
  at: string;
}

/**
 * Numbers the news, at the end of the transaction that makes them. Counting holds a desk's row until the commit: whoever reads number n has all before
 * it. In the order of the desks, so that two transactions never wait for each other.
 */
export async function publish(within: InTransaction, news: readonly News[]): Promise<void> {
  for (const { agency, referral, seq, draft } of [...news].sort((a, b) => (a.agency < b.agency ? -1 : a.agency > b.agency ? 1 : 0))) {
    const { n } = await within
      .insertInto('referral_feeds')
      .values({ agency, n: 1 })
      .onConflict((conflict) => conflict.column('agency').doUpdateSet((value) => ({ n: value('referral_feeds.n', '+', 1) })))
      .returning('n')
      .executeTakeFirstOrThrow();
    // Of a draft only the last saving is news.
    if (draft)
      await within
        .deleteFrom('referral_log')
        .where('agency', '=', agency)
        .where('referral', '=', referral)
        .where('draft', 'is not', null)
        .execute();
    await within
      .insertInto('referral_log')
      .values({ agency, n, referral, seq, draft: draft ? JSON.stringify(draft) : null })
      .execute();
  }
}

/** The last number of each of the desks; a desk without news has none. */
export async function lastNumbers(db: Database, agencies: readonly string[]): Promise<Map<string, number>> {
  if (!agencies.length) return new Map();
  const rows = await db.selectFrom('referral_feeds').selectAll().where('agency', 'in', agencies).execute();
  return new Map(rows.map(({ agency, n }) => [agency, n]));
}

/** At most `limit` news of a desk after number `after`, oldest first. */
export const newsAfter = (db: Database, agency: string, after: number, limit: number): Promise<ReferralLogRow[]> =>
  db.selectFrom('referral_log').selectAll().where('agency', '=', agency).where('n', '>', after).orderBy('n').limit(limit).execute();
