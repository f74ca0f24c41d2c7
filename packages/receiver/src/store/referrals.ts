/** Sheets as they are stored: read whole, for the rules to judge what comes next and what a desk may see. */
import { hashJson } from '@tsunagu/schema/consent';
import type { ReferralBasis, ReferralEvent, ReferralSheet } from '@tsunagu/schema/referral';
import type { HandedOver, Shown } from '../referrals/sight.js';
import type { ReferralRow } from './referral-tables.js';
import type { Database, InTransaction } from './tables.js';

export interface StoredReferral {
  row: ReferralRow;
  /** The draft, or what was sealed last. */
  sheet: ReferralSheet;
  /** Oldest first, every part open. */
  events: ReferralEvent[];
  /** The ground on which it went out, by the number of the event that sealed it. */
  grounds: { seq: number; basis: ReferralBasis }[];
}

/** Sheets by id; one that is not there is left out. */
export async function readReferrals(db: Database | InTransaction, ids: readonly string[]): Promise<Map<string, StoredReferral>> {
  const found = new Map<string, StoredReferral>();
  if (!ids.length) return found;
  const rows = await db.selectFrom('referrals').selectAll().where('id', 'in', ids).execute();
  const events = await db.selectFrom('referral_events').select(['referral', 'event']).where('referral', 'in', ids).orderBy('seq').execute();
  const sealed = await db
    .selectFrom('referral_sheets')
    .select(['referral', 'seq', 'sheet'])
    .where('referral', 'in', ids)
    .orderBy('seq')
    .execute();
  for (const row of rows) {
    const versions = sealed
      .filter(({ referral }) => referral === row.id)
      .map(({ seq, sheet }) => ({ seq, sheet: JSON.parse(sheet) as ReferralSheet }));
    found.set(row.id, {
      row,
      sheet: row.draft === null ? versions.at(-1)!.sheet : (JSON.parse(row.draft) as ReferralSheet),
      events: events.filter(({ referral }) => referral === row.id).map(({ event }) => JSON.parse(event) as ReferralEvent),
      grounds: versions.map(({ seq, sheet }) => ({ seq, basis: sheet.basis })),
    });
  }
  return found;
}

export const readReferral = async (db: Database | InTransaction, id: string): Promise<StoredReferral | undefined> =>
  (await readReferrals(db, [id])).get(id);

/** What each of the sheets handed to `agency` last. What is not the very package that its event names is left out: it was changed past this program. */
export async function handedTo(
  db: Database | InTransaction,
  referrals: ReadonlyMap<string, StoredReferral>,
  agency: string,
): Promise<Map<string, HandedOver>> {
  const found = new Map<string, HandedOver>();
  if (!referrals.size) return found;
  const rows = await db
    .selectFrom('referral_packages')
    .select(['referral', 'seq', 'document'])
    .where('referral', 'in', [...referrals.keys()])
    .where('agency', '=', agency)
    .orderBy('seq')
    .execute();
  for (const { referral, seq, document } of rows) {
    const { grounds, events } = referrals.get(referral)!;
    const ground = grounds.findLast((one) => one.seq <= seq);
    const shipped = events[seq]?.parts?.find(({ open }) => open?.kind === 'shipped' && open.agency === agency)?.open;
    const value = JSON.parse(document) as Shown;
    if (ground && shipped?.kind === 'shipped' && (await hashJson(value)) === shipped.package)
      found.set(referral, { seq, document: value, basis: ground.basis });
    else found.delete(referral);
  }
  return found;
}

/**
 * The case of a sheet, if `agency` has to do with the sheet. The same questions for every answer: another desk's sheet takes as long as one that never was.
 */
export async function caseFor(
  db: Database | InTransaction,
  id: string,
  agency: string,
): Promise<{ caseId: string; windowId: string; carried: boolean } | undefined> {
  const row = await db
    .selectFrom('referral_desks')
    .innerJoin('referrals', 'referrals.id', 'referral_desks.referral')
    .select(['referrals.case_id', 'referrals.sender'])
    .where('referral_desks.referral', '=', id)
    .where('referral_desks.agency', '=', agency)
    .executeTakeFirst();
  const copy = await db
    .selectFrom('carried_referrals')
    .select('case_id')
    .where('referral', '=', id)
    .where('agency', '=', agency)
    .executeTakeFirst();
  // A sheet that is written here comes before a copy of it.
  if (row) return { caseId: row.case_id, windowId: row.sender, carried: false };
  return copy && { caseId: id, windowId: agency, carried: true };
}

/** Desks whose step a sheet waits for although they have no token: nobody reads there. */
export async function desksWithoutToken(db: Database): Promise<{ windowId: string; waiting: number }[]> {
  const rows = await db
    .selectFrom('referrals')
    .select('owner')
    .select((value) => value.fn.countAll().as('count'))
    .where('open', '=', 1)
    .where('owner', 'not in', (query) => query.selectFrom('desk_tokens').select('window_id'))
    .groupBy('owner')
    .orderBy('owner')
    .execute();
  return rows.map(({ owner: windowId, count }) => ({ windowId, waiting: Number(count) }));
}

/** Deletes the sheets of a case with everything of them. The mark of the case is what the tables allow it by. */
export async function eraseReferrals(within: InTransaction, caseId: string): Promise<void> {
  const rows = await within.selectFrom('referrals').select('id').where('case_id', '=', caseId).execute();
  const ids = rows.map(({ id }) => id);
  for (const table of ['referral_packages', 'referral_sheets', 'referral_events'] as const)
    await within.deleteFrom(table).where('case_id', '=', caseId).execute();
  if (!ids.length) return;
  for (const table of ['referral_desks', 'referral_log'] as const) await within.deleteFrom(table).where('referral', 'in', ids).execute();
  await within.deleteFrom('referrals').where('case_id', '=', caseId).execute();
}
