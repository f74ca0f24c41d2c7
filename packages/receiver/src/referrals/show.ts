/** Sheets as a desk sees them: one whole, or many as lines of a box. */
import { verifyReferral, type ReferralSheet } from '@tsunagu/schema/referral';
import type { Context } from '../context.js';
import { consentsOfCase, noConsents, type CaseConsents } from '../store/referral-consents.js';
import { handedTo, readReferrals, type StoredReferral } from '../store/referrals.js';
import { sightOf, type Sight } from './sight.js';
import type { ReferralItem, ReferralView } from './wire.js';

interface Seen {
  referral: StoredReferral;
  consents: CaseConsents;
  sight: Sight;
}

/** What `agency` sees of the sheets, in the order of the ids; of others nothing. */
async function look({ store, city }: Context, ids: readonly string[], agency: string, at: Date): Promise<Seen[]> {
  const referrals = await readReferrals(store.db, ids);
  const handed = await handedTo(store.db, referrals, agency);
  const cases = new Map<string, CaseConsents>();
  for (const { row } of referrals.values()) {
    // Where a desk's clock was ahead, a withdrawal counts at once.
    if (!cases.has(row.case_id)) cases.set(row.case_id, await consentsOfCase(store.db, row.case_id, at));
  }
  return ids.flatMap((id): Seen[] => {
    const referral = referrals.get(id);
    if (!referral) return [];
    const { row, sheet, events } = referral;
    const consents = cases.get(row.case_id) ?? noConsents;
    const moment = new Date(Math.max(at.getTime(), consents.latest, Date.parse(events.at(-1)?.at ?? '') || 0));
    const whole = { sheet, events, consents: consents.byRef };
    const sight = sightOf(whole, agency, { at: moment, handed: handed.get(id), calendar: city.calendar });
    return sight ? [{ referral, consents, sight }] : [];
  });
}

/** Undefined: the desk has nothing to do with it. */
export async function viewOf(context: Context, id: string, agency: string, at: Date): Promise<ReferralView | undefined> {
  const [seen] = await look(context, [id], agency, at);
  if (!seen) return undefined;
  const { referral, consents, sight } = seen;
  const { row } = referral;
  const own = sight.role === 'sender';
  return {
    id,
    at: at.toISOString(),
    ...(own ? { number: row.case_id } : {}),
    revision: own ? row.revision : 0,
    ...sight,
    whole: (await verifyReferral(referral.sheet, referral.events)).ok,
    ...(own ? { consents: consents.byRef } : {}),
  } as ReferralView;
}

/** @param since when the desk came to each of them. */
export async function itemsFor(context: Context, since: ReadonlyMap<string, string>, agency: string, at: Date): Promise<ReferralItem[]> {
  const seen = await look(context, [...since.keys()], agency, at);
  return seen.map(({ referral, sight }) => itemOf({ referral, sight, since: since.get(referral.row.id)! }));
}

const named = ({ agency, name }: { agency: string; name?: string | undefined }) => ({ agency, ...(name === undefined ? {} : { name }) });

function itemOf({ referral, sight, since }: { referral: StoredReferral; sight: Sight; since: string }): ReferralItem {
  const { role, state, steps, events, daysLeft } = sight;
  const { urgency, topics, mainTopic, to } = sight.sheet as Partial<ReferralSheet>;
  const { from, coordinator } = referral.sheet;
  const holder = state.known ? state.holder : undefined;
  const next = holder ?? (to && 'agency' in to ? (to as { agency: string; name?: string }) : coordinator);
  return {
    id: referral.row.id,
    ...(role === 'sender' ? { number: referral.row.case_id } : {}),
    since,
    role,
    ...(state.known ? { transport: state.transport, business: state.business } : {}),
    open: state.open,
    yourTurn: steps.yourTurn && state.open,
    seq: events.length,
    from: named(from),
    to: named(next),
    ...(daysLeft === undefined || !state.known || state.respondBy === undefined ? {} : { respondBy: state.respondBy, daysLeft }),
    ...(urgency === undefined ? {} : { urgency }),
    ...(topics?.length ? { topics: topics.filter((topic) => topic !== undefined) } : {}),
    ...(mainTopic === undefined ? {} : { mainTopic }),
  };
}
