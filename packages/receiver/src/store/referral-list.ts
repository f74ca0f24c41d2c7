/** A desk's boxes of sheets, newest first. */
import { sql } from 'kysely';
import type { Box } from '../referrals/wire.js';
import { deskRows } from './desk-rows.js';
import type { Store } from './store.js';

export interface ReferralCursor {
  since: string;
  id: string;
}

export const writeReferralCursor = ({ since, id }: ReferralCursor): string => Buffer.from(`${since} ${id}`).toString('base64url');

export function readReferralCursor(text: string): ReferralCursor | undefined {
  const found = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([A-Za-z0-9._:-]{1,100})$/.exec(
    Buffer.from(text, 'base64url').toString('latin1'),
  );
  return found ? { since: found[1]!, id: found[2]! } : undefined;
}

export interface BoxQuery {
  agency: string;
  box: Box;
  /** Today in Tokyo. */
  today: string;
  after?: ReferralCursor;
  limit: number;
}

export async function listBox(
  store: Store,
  { agency, box, today, after, limit }: BoxQuery,
): Promise<{ since: Map<string, string>; next?: ReferralCursor }> {
  let query = deskRows(store.db).select(['referral', 'since']).where('agency', '=', agency);
  query = box === 'overdue' ? query.where('respond_by', '<', today) : query.where(box, '=', 1);
  if (after)
    query = query.where((value) =>
      value.or([value('since', '<', after.since), value.and([value('since', '=', after.since), value('referral', '<', after.id)])]),
    );
  const rows = await query
    .orderBy('since', 'desc')
    .orderBy('referral', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    since: new Map(shown.map(({ referral, since }) => [referral, since])),
    ...(rows.length > limit && last ? { next: { since: last.since, id: last.referral } } : {}),
  };
}

export async function countBoxes(store: Store, agency: string, today: string): Promise<Record<Box, number>> {
  const row = await deskRows(store.db)
    .select((value) => [
      value.fn.sum('inbox').as('inbox'),
      value.fn.sum('sent').as('sent'),
      value.fn.sum('drafts').as('drafts'),
      value.fn.sum('past').as('past'),
      sql<number | string | null>`sum(case when respond_by < ${today} then 1 else 0 end)`.as('overdue'),
    ])
    .where('agency', '=', agency)
    .executeTakeFirstOrThrow();
  return {
    inbox: Number(row.inbox ?? 0),
    sent: Number(row.sent ?? 0),
    overdue: Number(row.overdue ?? 0),
    drafts: Number(row.drafts ?? 0),
    past: Number(row.past ?? 0),
  };
}

/** The sheets of a case, for the desk whose case it is. */
export async function listCase(store: Store, caseId: string, agency: string): Promise<Map<string, string>> {
  const rows = await store.db
    .selectFrom('referral_desks')
    .innerJoin('referrals', 'referrals.id', 'referral_desks.referral')
    .select(['referral', 'since'])
    .where('case_id', '=', caseId)
    .where('agency', '=', agency)
    .orderBy('since', 'desc')
    .orderBy('referral', 'desc')
    .execute();
  return new Map(rows.map(({ referral, since }) => [referral, since]));
}
