/**
 * Sheets that were carried in, on paper, as codes or as a file, from a network that this one does not touch. The desk that carried one in has its own
 * copy of it, goes on with it here, and carries its answer back the same way. What the rules need of it is what the desk was handed.
 */
import { randomUUID } from 'node:crypto';
import { hashJson } from '@tsunagu/schema/consent';
import {
  appendReferral,
  referralState,
  verifyReferral,
  type ReadValue,
  type ReferralEvent,
  type ReferralSheet,
} from '@tsunagu/schema/referral';
import { compareRecords } from '@tsunagu/schema/referral/compare';
import { boxesOf, type Shown } from '../referrals/sight.js';
import { audit } from './audit.js';
import { eventRow } from './event-table.js';
import { publish } from './referral-feed.js';
import type { Acting, CityRules, Stepped } from './referral-steps.js';
import type { CarriedRow } from './referral-tables.js';
import type { Store } from './store.js';
import { keyHash } from './submissions.js';
import type { Database, InTransaction } from './tables.js';

export interface CarriedReferral {
  row: CarriedRow;
  /** What the desk was handed last. */
  document: Shown;
  /** The same for the rules, which ask for whose it is. */
  sheet: ReferralSheet;
  /** The desk's own copy of the record. */
  events: ReferralEvent[];
}

/** Clocks of two networks differ a little. */
const tolerance = 5 * 60_000;

const forRules = (document: Shown): ReferralSheet =>
  ({ ...document, person: { ref: `${document.id!}.person`, ...document.person } }) as ReferralSheet;

/** What an event handed to the desk, last. */
const shippedTo = (events: readonly ReferralEvent[], agency: string): { seq: number; package: string } | undefined => {
  const event = events.findLast(({ parts = [] }) => parts.some(({ open }) => open?.kind === 'shipped' && open.agency === agency));
  const open = event?.parts?.find((part) => part.open?.kind === 'shipped' && part.open.agency === agency)?.open;
  return event && open?.kind === 'shipped' ? { seq: event.seq, package: open.package } : undefined;
};

/** Copies of a desk, by the id of the sheet; one that is not there is left out. */
export async function readCarried(
  db: Database | InTransaction,
  ids: readonly string[],
  agency: string,
): Promise<Map<string, CarriedReferral>> {
  const found = new Map<string, CarriedReferral>();
  if (!ids.length) return found;
  const rows = await db.selectFrom('carried_referrals').selectAll().where('agency', '=', agency).where('referral', 'in', ids).execute();
  for (const row of rows) {
    const events = await db.selectFrom('carried_events').select('event').where('case_id', '=', row.case_id).orderBy('seq').execute();
    const last = await db
      .selectFrom('carried_packages')
      .select('document')
      .where('case_id', '=', row.case_id)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    const document = JSON.parse(last.document) as Shown;
    found.set(row.referral, {
      row,
      document,
      sheet: forRules(document),
      events: events.map(({ event }) => JSON.parse(event) as ReferralEvent),
    });
  }
  return found;
}

/** The record is unchanged, and the sheet is the one that it says was handed over. */
export async function isGenuine({ document, sheet, events, row }: CarriedReferral): Promise<boolean> {
  const { ok } = await verifyReferral(sheet, events, { whole: false });
  return ok && (await hashJson(document)) === shippedTo(events, row.agency)?.package;
}

export interface TakingIn {
  value: ReadValue;
  agency: string;
  at: Date;
  actor: string;
}

/**
 * `stored`: it is here now, or its record goes on. `replayed`: everything of it was here. `whole`: the sender's own copy, with what the person kept back.
 * `elsewhere`: it was handed to another desk. `content`: the sheet is not the one that its record says was handed over. `broken`: the record has a gap or
 * was changed. `apart`: from some step on it is another record than the one that is here.
 */
export interface TakenIn {
  outcome: 'stored' | 'replayed' | 'whole' | 'elsewhere' | 'content' | 'broken' | 'apart';
}

/** An event of after now: its network's clock is wrong, or somebody made it up. */
export const isAhead = (events: readonly ReferralEvent[], at: Date): boolean =>
  events.some((event) => !(Date.parse(event.at) <= at.getTime() + tolerance));

/** Why a copy cannot be this desk's; undefined: it can. */
async function faultOf({ value: { sheet, events }, agency, at }: TakingIn): Promise<TakenIn['outcome'] | undefined> {
  if (Object.hasOwn(sheet, 'salt')) return 'whole';
  const document = sheet;
  const handed = shippedTo(events, agency);
  if (!handed || sheet.from?.agency === agency) return 'elsewhere';
  if (isAhead(events, at) || !(await verifyReferral(forRules(document), events, { whole: false })).ok) return 'broken';
  return (await hashJson(document)) === handed.package ? undefined : 'content';
}

/** Takes in a sheet that is not written here, or what is new of it. */
export async function takeIn(store: Store, taking: TakingIn): Promise<TakenIn> {
  const { value, agency, at, actor } = taking;
  const fault = await faultOf(taking);
  if (fault) return { outcome: fault };
  const document = value.sheet;
  const referral = document.id!;
  const when = at.toISOString();
  return store.db.transaction().execute(async (within): Promise<TakenIn> => {
    const fresh = { case_id: randomUUID(), referral, agency, since: when, seq: 0, drafts: 0, inbox: 0, sent: 0, past: 0, read_seq: 0 };
    await within
      .insertInto('carried_referrals')
      .values({ ...fresh, respond_by: null, closed_at: null })
      .onConflict((conflict) => conflict.columns(['agency', 'referral']).doNothing())
      .execute();
    const row = (await lock(within, referral, agency))!;
    const known = await within
      .selectFrom('carried_events')
      .select(['seq', 'hash'])
      .where('case_id', '=', row.case_id)
      .orderBy('seq')
      .execute();
    const { kind, added } = compareRecords(known as unknown as ReferralEvent[], value.events);
    if (kind === 'apart') return { outcome: 'apart' };
    if (kind !== 'ahead') return { outcome: 'replayed' };
    for (const event of added) await insert(within, row, event, { at, actor });
    const { seq } = shippedTo(value.events, agency)!;
    if (seq >= known.length)
      await within
        .insertInto('carried_packages')
        .values({ case_id: row.case_id, seq, document: JSON.stringify(document) })
        .execute();
    await project(within, { row, sheet: forRules(document), events: value.events, at });
    await audit(within, { at, actor, action: 'referral-carried', number: referral, windowId: agency });
    return { outcome: 'stored' };
  });
}

/** Holds the copy until the transaction ends. */
const lock = (within: InTransaction, referral: string, agency: string): Promise<CarriedRow | undefined> =>
  within
    .updateTable('carried_referrals')
    .set((value) => ({ seq: value.ref('seq') }))
    .where('referral', '=', referral)
    .where('agency', '=', agency)
    .returningAll()
    .executeTakeFirst();

const insert = (
  within: InTransaction,
  { case_id }: CarriedRow,
  event: ReferralEvent,
  { at, actor, key_hash = null, body_hash = null }: { at: Date; actor: string; key_hash?: string | null; body_hash?: string | null },
) =>
  within
    .insertInto('carried_events')
    .values({ case_id, ...eventRow(event, { at, actor }), key_hash, body_hash })
    .execute();

/** In which boxes of the desk it is from now on; the desk's other screens hear of it. */
async function project(
  within: InTransaction,
  { row, sheet, events, at }: { row: CarriedRow; sheet: ReferralSheet; events: readonly ReferralEvent[]; at: Date },
): Promise<void> {
  const { agency, referral, case_id } = row;
  const state = referralState(sheet, events, events.at(-1)!.at);
  const { inbox = 0, respond_by = null } = boxesOf({ sheet, events }, state, agency) ?? {};
  await within
    .updateTable('carried_referrals')
    .set({
      seq: events.length,
      inbox,
      past: Number(!inbox),
      respond_by,
      closed_at: state.open ? null : (row.closed_at ?? at.toISOString()),
    })
    .where('case_id', '=', case_id)
    .execute();
  await publish(within, [{ agency, referral, seq: events.length - 1 }]);
}

/** The next step of a copy, by its desk: as with a sheet that is written here, exactly once, and only what the rules allow. */
export function actCarried(store: Store, rules: CityRules, acting: Acting): Promise<Stepped> {
  const { id, agency, worker, action, sheet: make, seq, key, bodyHash: body_hash, at, actor } = acting;
  return store.db.transaction().execute(async (within): Promise<Stepped> => {
    const row = await lock(within, id, agency);
    const carried = row && (await readCarried(within, [id], agency)).get(id);
    if (!carried) return { outcome: 'gone' };
    const { sheet, events } = carried;
    const key_hash = keyHash(`carried ${row.case_id}`, key);
    const earlier = await within.selectFrom('carried_events').select('body_hash').where('key_hash', '=', key_hash).executeTakeFirst();
    if (earlier) return earlier.body_hash === body_hash ? { outcome: 'replayed', agencies: [] } : { outcome: 'reused' };
    if (events.length !== seq) return { outcome: 'behind' };
    if (make) return { outcome: 'not-draft' };
    const result = await appendReferral({ sheet, events, ...rules }, action, {
      actor: { agency, ...(worker !== undefined && { name: worker }) },
      at: new Date(Math.max(at.getTime(), Date.parse(events.at(-1)?.at ?? '') || 0)),
      whole: false,
    });
    if (!result.ok) return { outcome: 'refused', refusal: result.refusal };
    await insert(within, row, result.event, { at, actor, key_hash, body_hash });
    await project(within, { row, sheet, events: result.events, at });
    await audit(within, { at, actor, action: 'referral', number: id, windowId: agency });
    return { outcome: 'stored', agencies: [agency] };
  });
}

/** Deletes copies whose time is over, at most `limit`; returns how many. */
export async function eraseCarried(
  store: Store,
  { closedBefore, before, at, limit }: { closedBefore: string; before: string; at: Date; limit: number },
): Promise<number> {
  const old = await store.db
    .selectFrom('carried_referrals')
    .select(['case_id', 'referral', 'agency'])
    .where((value) => value.or([value('closed_at', '<=', closedBefore), value('since', '<=', before)]))
    .limit(limit)
    .execute();
  for (const { case_id, referral, agency } of old)
    await store.db.transaction().execute(async (within) => {
      const gone = await within.deleteFrom('carried_referrals').where('case_id', '=', case_id).returning('case_id').executeTakeFirst();
      if (!gone) return;
      // The mark is what the tables allow it by.
      await within.insertInto('erasures').values({ case_id, at: at.toISOString() }).execute();
      for (const table of ['carried_packages', 'carried_events'] as const)
        await within.deleteFrom(table).where('case_id', '=', case_id).execute();
      await within.deleteFrom('referral_log').where('agency', '=', agency).where('referral', '=', referral).execute();
      await audit(within, { at, actor: 'retention', action: 'deletion', number: referral, windowId: agency });
    });
  return old.length;
}
