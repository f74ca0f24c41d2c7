/** Nothing is kept for ever: content goes by age; that it was there, when and for which desk, stays. */
import { sql } from 'kysely';
import { audit } from './audit.js';
import { eraseCarried } from './carried.js';
import { eraseConsents } from './consents.js';
import { eraseReferrals } from './referrals.js';
import type { Store } from './store.js';

export interface Retention {
  /** Days after a consultation was closed. */
  closedDays: number;
  /** Days after it came in, closed or not. */
  allDays: number;
}

export const defaultRetention: Retention = { closedDays: 365, allDays: 730 };

const day = 24 * 60 * 60 * 1000;

/** So that a long list never holds the store's lock for long. */
const batch = 200;

/**
 * Deletes the content, the messages, the consents, the referrals and the receipt's secret of everything that is too old at `now`; returns how many consultations
 * and sheets that were carried in.
 * The idempotency keys stay without their bodies' hashes, so a late repetition is still recognised.
 */
export async function sweep(store: Store, { closedDays, allDays }: Retention, now: Date): Promise<number> {
  const before = (days: number): string => new Date(now.getTime() - days * day).toISOString();
  let total = 0;
  for (let deleted = batch; deleted === batch; total += deleted) {
    const old = await store.db
      .selectFrom('consultations')
      .select('number')
      .where('deleted_at', 'is', null)
      .where((value) => value.or([value('closed_at', '<=', before(closedDays)), value('received_at', '<=', before(allDays))]))
      .limit(batch)
      .execute();
    deleted = old.length;
    for (const { number } of old) await erase(store, number, now);
  }
  const ages = { closedBefore: before(closedDays), before: before(allDays), at: now, limit: batch };
  for (let deleted = batch; deleted === batch; total += deleted) deleted = await eraseCarried(store, ages);
  // The write-ahead log still holds old pages until it is written back.
  if (total > 0 && store.engine === 'sqlite') await sql`pragma wal_checkpoint(truncate)`.execute(store.db);
  return total;
}

const erase = (store: Store, number: string, now: Date): Promise<void> =>
  store.db.transaction().execute(async (within) => {
    // The condition makes two receivers that sweep at once leave one audit row.
    const row = await within
      .updateTable('consultations')
      .set({ content: null, secret_hash: '', language: '', message_count: 0, deleted_at: now.toISOString() })
      .where('number', '=', number)
      .where('deleted_at', 'is', null)
      .returning('window_id')
      .executeTakeFirst();
    if (!row) return;
    await within.deleteFrom('messages').where('number', '=', number).execute();
    await eraseConsents(within, number, now);
    await eraseReferrals(within, number);
    await within.updateTable('idempotency_keys').set({ body_hash: '' }).where('number', '=', number).execute();
    await audit(within, { at: now, actor: 'retention', action: 'deletion', number, windowId: row.window_id });
  });
