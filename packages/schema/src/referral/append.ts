/** Writing the next event of a sheet's record, and taking in one that another desk wrote. */
import { hashJson } from '../consent/hash.js';
import { mayShare } from '../consent/share.js';
import { timeOf } from '../consent/linked.js';
import { advance, type Actor, type AdvanceResult, type ReferralCase, type ReferralDraft } from './advance.js';
import { eventOfAction, referralActionTypes, type ReferralAction } from './actions.js';
import { checkReferralEvent } from './check.js';
import type { ReferralEvent, ReferralPart, Said } from './event.schema.js';
import type { ConsentsByRef, ReferralPackage } from './package.js';
import { purposeOf } from './package.js';
import { actorOf } from './position.js';
import { referralState, type ReferralState } from './state.js';
import type { ReferralSheet } from './referral.schema.js';
import type { AdvanceRefusal } from './refusals.js';
import { closed, hashReferral, hashReferralEvent, verifyReferral } from './verify.js';

export type AppendReferralResult =
  | { ok: true; event: ReferralEvent; events: ReferralEvent[]; state: ReferralState; packages: ReferralPackage[] }
  | { ok: false; refusal: AdvanceRefusal };

/** Clocks of two desks differ a little. */
export const tolerance = 5 * 60_000;

type Advanced = Extract<AdvanceResult, { ok: true }>;

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** 32 random hexadecimal digits. */
export const newSalt = (): string => hex(globalThis.crypto.getRandomValues(new Uint8Array(16)));

const commit = async (open: NonNullable<ReferralPart['open']>): Promise<ReferralPart> => ({ commit: await hashJson(open), open });

/** The event of a draft, with its id, commitments and hash. `id` is made when it is absent. */
export async function sealDraft(
  { fields, said, handovers, ...head }: ReferralDraft,
  sheet: ReferralSheet,
  id: string = globalThis.crypto.randomUUID(),
): Promise<ReferralEvent> {
  const parts: ReferralPart[] = [];
  if (said) parts.push(await commit({ kind: 'said', salt: newSalt(), ...said } as Said));
  for (const { agency, items, package: parcel } of handovers)
    parts.push(await commit({ kind: 'shipped', salt: newSalt(), agency, items, package: await hashJson(parcel.document) }));
  const event = {
    ...head,
    ...fields,
    id,
    ...(head.type === 'sent' && { content: await hashReferral(sheet) }),
    ...(parts.length && { parts }),
  };
  // A field that is undefined is no field once this is JSON: what is hashed is what is sent.
  const clean = JSON.parse(JSON.stringify(event)) as ReferralEvent;
  return { ...clean, hash: await hashReferralEvent(clean) };
}

const broken: AdvanceRefusal = {
  code: 'broken',
  message: '記録が欠けているか、変わっています。最新の記録を読み込んでから、もう一度お試しください。',
};

function written({ sheet, events }: ReferralCase, event: ReferralEvent, { handovers }: Advanced): AppendReferralResult {
  const all = [...events, event];
  const state = referralState(sheet, all, event.at) as ReferralState;
  return { ok: true, event, events: all, state, packages: handovers.map((one) => one.package) };
}

/**
 * The record with the next step chained to its end, or why not. Nothing that was given is changed. A desk that has only its package and its own copy
 * of the record says `whole: false`.
 */
export async function appendReferral(
  given: ReferralCase,
  action: ReferralAction,
  { actor, at, id, whole = true }: { actor: Actor; at: Date | string; id?: string; whole?: boolean },
): Promise<AppendReferralResult> {
  const { sheet, events } = given;
  if (!(await verifyReferral(sheet, events, { whole })).ok) return { ok: false, refusal: broken };
  const result = advance(given, action, actor, at);
  if (!result.ok) return result;
  const event = await sealDraft(result.draft, sheet, id);
  return written(given, event, result);
}

/**
 * A desk's own copy of the record: the steps up to the one with which the sheet left it, with only those parts open that are for it. It verifies like
 * the whole (`verifyReferral` with `whole: false`), and a prefix stays a prefix as it grows. Texts of steps before its time are open to a desk that the
 * person lets have the history. Sender, and the coordinator once asked, see every step.
 */
export function recordFor(
  { sheet, events, consents }: { sheet: ReferralSheet; events: readonly ReferralEvent[]; consents?: ConsentsByRef },
  agency: string,
  at: Date | string,
): ReferralEvent[] {
  const until = lastFor(sheet, events, agency);
  const own = consents && Object.hasOwn(consents, sheet.person.ref) ? consents[sheet.person.ref]! : [];
  const history =
    sheet.basis.kind === 'consent' &&
    own[0]?.subject?.ref === sheet.person.ref &&
    mayShare(own, { purpose: purposeOf(sheet), agency, item: 'history' }, at).may;
  const readable = (open: NonNullable<ReferralPart['open']>): boolean =>
    open.kind === 'shipped'
      ? agency === sheet.from.agency || open.agency === agency
      : agency === sheet.from.agency || open.to.includes(agency) || history;
  return events
    .slice(0, until + 1)
    .map((event) =>
      event.parts ? { ...event, parts: event.parts.map((part) => (part.open && readable(part.open) ? part : closed(part))) } : event,
    );
}

/** The place of the last event that this desk may see; -1: none. */
function lastFor(sheet: ReferralSheet, events: readonly ReferralEvent[], agency: string): number {
  if (agency === sheet.from.agency) return events.length - 1;
  let last = -1;
  let holder: string | undefined;
  let involved = false;
  let handed = false;
  events.forEach((event, index) => {
    const before = holder;
    if (event.type === 'sent' || event.type === 'passed-on' || event.type === 'returned') holder = event.to.agency;
    if (event.type === 'taken-over') holder = sheet.coordinator.agency;
    if (agency === sheet.coordinator.agency && (holder === agency || event.type === 'escalated')) involved = true;
    const received = (event.parts ?? []).some(({ open }) => open?.kind === 'shipped' && open.agency === agency);
    handed ||= received;
    // The step with which it left, and that consent was withdrawn, are told to a desk that had it.
    if (involved || holder === agency || before === agency || received || (handed && tells(event, agency))) last = index;
  });
  return last;
}

const tells = (event: ReferralEvent, agency: string): boolean => event.type === 'consent-withdrawn' || actorOf(event) === agency;

/** What an event of another desk did, as the action it was made of; undefined where it is none. */
export function actionOf(event: ReferralEvent): ReferralAction | undefined {
  const type = referralActionTypes.find((action) => eventOfAction[action] === event.type);
  if (!type) return undefined;
  const { to, reason, rerouted, firstContactBy, outcome, on, reached, did, respondBy, parts = [] } = event;
  const said = parts.find(({ open }) => open?.kind === 'said')?.open as Said | undefined;
  const meant = (rerouted as { meant?: string } | undefined)?.meant;
  return {
    type,
    ...(type === 'pass-on' && { to: meant === undefined ? to : { agency: meant } }),
    ...(reason !== undefined && { reason }),
    ...(firstContactBy !== undefined && { firstContactBy }),
    ...(outcome !== undefined && { outcome }),
    ...(on !== undefined && { on, reached: reached === 'yes' }),
    ...(did !== undefined && { did }),
    ...(type !== 'send' && respondBy !== undefined && { respondBy }),
    ...(said && { text: said.text, nextStep: said.nextStep, toPerson: said.toPerson }),
  } as unknown as ReferralAction;
}

/** What must be the same in an event that came in and in the one that this machine would have written, whatever the salts and the calendar. */
const gist = async (event: ReferralEvent): Promise<string> => {
  const { hash: _hash, parts = [], id: _id, schemaVersion: _version, respondBy: _due, ...rest } = event;
  return hashJson({ ...rest, parts: parts.map(({ open }) => ({ ...open, salt: '' })) });
};

/**
 * For a server that is sent a finished event: the record with it at its end, if it could have been written there by that desk at that time and says what
 * was really handed over. `now` is the server's clock: an event may not come from the future.
 */
export async function acceptReferralEvent(
  given: ReferralCase,
  event: ReferralEvent,
  { now = new Date() }: { now?: Date | string } = {},
): Promise<AppendReferralResult> {
  const { sheet, events } = given;
  const action = checkReferralEvent(event).length ? undefined : actionOf(event);
  if (!action || timeOf(event.at) > timeOf(now) + tolerance) return { ok: false, refusal: broken };
  if (!(await verifyReferral(sheet, [...events, event])).ok) return { ok: false, refusal: broken };
  const result = advance(given, action, event.by, event.at);
  if (!result.ok) return result;
  const own = await sealDraft(result.draft, sheet, event.id);
  if ((await gist(own)) !== (await gist(event))) return { ok: false, refusal: broken };
  return written(given, event, result);
}
