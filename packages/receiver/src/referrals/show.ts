/** Sheets as a desk sees them: one whole, or many as lines of a box. */
import { verifyReferral, writerOf, type ConsentsByRef, type ReferralEvent, type ReferralSheet } from '@tsunagu/schema/referral';
import type { Context } from '../context.js';
import { isGenuine, readCarried } from '../store/carried.js';
import { readUpTo } from '../store/desk-rows.js';
import { consentsOfCase, noConsents, type CaseConsents } from '../store/referral-consents.js';
import { handedTo, readReferrals } from '../store/referrals.js';
import { carriedSight, sightOf, type Sight } from './sight.js';
import type { ReferralItem, ReferralView } from './wire.js';

interface Seen {
  id: string;
  /** Of the case, for the desk whose case it is. */
  number?: string;
  revision: number;
  carried: boolean;
  /** Between which desks it goes; for the rules alone. */
  way: Pick<ReferralSheet, 'from' | 'coordinator'>;
  sight: Sight;
  consents?: ConsentsByRef;
  /** The record is whole and unchanged, and the sheet the one it speaks of. */
  isWhole: () => Promise<boolean>;
}

/** What `agency` sees of the sheets, in the order of the ids; of others nothing. */
async function look({ store, city }: Context, ids: readonly string[], agency: string, at: Date): Promise<Seen[]> {
  const referrals = await readReferrals(store.db, ids);
  const handed = await handedTo(store.db, referrals, agency);
  const copies = await readCarried(store.db, ids, agency);
  const cases = new Map<string, CaseConsents>();
  for (const { row } of referrals.values()) {
    // Where a desk's clock was ahead, a withdrawal counts at once.
    if (!cases.has(row.case_id)) cases.set(row.case_id, await consentsOfCase(store.db, row.case_id, at));
  }
  const momentOf = (events: readonly ReferralEvent[], latest = 0): Date =>
    new Date(Math.max(at.getTime(), latest, Date.parse(events.at(-1)?.at ?? '') || 0));
  return ids.flatMap((id): Seen[] => {
    const referral = referrals.get(id);
    if (referral) {
      const { row, sheet, events } = referral;
      const consents = cases.get(row.case_id) ?? noConsents;
      const whole = { sheet, events, consents: consents.byRef };
      const moment = momentOf(events, consents.latest);
      const sight = sightOf(whole, agency, { at: moment, handed: handed.get(id), calendar: city.calendar });
      const own = sight?.role === 'sender';
      const isWhole = async (): Promise<boolean> => (await verifyReferral(sheet, events)).ok;
      const seen = { id, way: sheet, carried: false, isWhole };
      if (sight && own) return [{ ...seen, sight, number: row.case_id, revision: row.revision, consents: consents.byRef }];
      if (sight) return [{ ...seen, sight, revision: 0 }];
    }
    const copy = copies.get(id);
    if (!copy) return [];
    const sight = carriedSight(copy, agency, { at: momentOf(copy.events), calendar: city.calendar });
    return [{ id, revision: 0, carried: true, way: copy.sheet, sight, isWhole: () => isGenuine(copy) }];
  });
}

/** Undefined: the desk has nothing to do with it. */
export async function viewOf(context: Context, id: string, agency: string, at: Date): Promise<ReferralView | undefined> {
  const [seen] = await look(context, [id], agency, at);
  if (!seen) return undefined;
  const { number, revision, carried, sight, consents, isWhole } = seen;
  return {
    id,
    at: at.toISOString(),
    ...(number === undefined ? {} : { number }),
    revision,
    ...(carried ? { carried } : {}),
    ...sight,
    whole: await isWhole(),
    ...(consents ? { consents } : {}),
  } as ReferralView;
}

/** @param since when the desk came to each of them. */
export async function itemsFor(context: Context, since: ReadonlyMap<string, string>, agency: string, at: Date): Promise<ReferralItem[]> {
  const ids = [...since.keys()];
  const seen = await look(context, ids, agency, at);
  const read = await readUpTo(context.store.db, ids, agency);
  return seen.map((one) => itemOf(one, { context, agency, since: since.get(one.id)!, read: read.get(one.id) ?? 0 }));
}

interface Listing {
  context: Context;
  agency: string;
  since: string;
  /** Events there were when it was opened last. */
  read: number;
}

const workerOf = (events: readonly ReferralEvent[], agency: string): string | undefined => {
  const event = events.findLast(({ by }) => 'agency' in by && by.agency === agency && by.name !== undefined);
  return event && 'agency' in event.by ? (event.by.name as string | undefined) : undefined;
};

function itemOf({ id, number, carried, way, sight }: Seen, { context, agency, since, read }: Listing): ReferralItem {
  const { role, state, steps, events, daysLeft } = sight;
  const { urgency, topics, mainTopic, to } = sight.sheet as Partial<ReferralSheet>;
  const { from, coordinator } = way;
  /** As the sheet calls it, else as the directory does. */
  const named = (desk: { agency: string; name?: string | undefined }) => {
    const name = desk.name ?? context.desks.find(desk.agency)?.name;
    return { agency: desk.agency, ...(name === undefined ? {} : { name }) };
  };
  const holder = state.known ? state.holder : undefined;
  const next = holder ?? (to && 'agency' in to ? (to as { agency: string; name?: string }) : coordinator);
  const last = events.at(-1);
  const lastBy = last && 'agency' in last.by ? last.by : undefined;
  const own = workerOf(events, agency) ?? (role === 'sender' ? from.worker : undefined);
  const owner = state.open && role !== 'seer' ? ownerOf() : undefined;
  function ownerOf(): ReferralItem['owner'] {
    const { agency: whose, role: as } = steps.owner;
    const known = [from, next, coordinator].find((desk) => desk.agency === whose) ?? { agency: whose };
    const worker = workerOf(events, whose) ?? (whose === from.agency ? from.worker : undefined);
    return { ...named(known), role: as, ...(worker === undefined ? {} : { worker }) };
  }
  return {
    id,
    ...(number === undefined ? {} : { number }),
    since,
    role,
    ...(carried ? { carried } : {}),
    unread: events.length > read && (!last || writerOf(last) !== agency),
    ...(state.known ? { transport: state.transport, business: state.business } : {}),
    open: state.open,
    yourTurn: steps.yourTurn && state.open,
    seq: events.length,
    from: named(from),
    to: named(next),
    ...(owner ? { owner } : {}),
    ...(own === undefined ? {} : { worker: own }),
    ...(last ? { last: { type: last.type, at: last.at, ...(lastBy ? named({ agency: lastBy.agency as string }) : {}) } } : {}),
    escalated: state.known && state.escalated,
    ...(daysLeft === undefined || !state.known || state.respondBy === undefined ? {} : { respondBy: state.respondBy, daysLeft }),
    ...(urgency === undefined ? {} : { urgency }),
    ...(topics?.length ? { topics: topics.filter((topic) => topic !== undefined) } : {}),
    ...(mainTopic === undefined ? {} : { mainTopic }),
  };
}
