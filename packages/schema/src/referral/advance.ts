/** The next step of a sheet: legal or refused with a reason. Pure; the event it makes is chained by `append.ts`. */
import { addBusinessDays } from '../calendar/add-business-days.js';
import { dateKeyOf, dayNumberOf } from '../calendar/tokyo.js';
import { timeOf, tokyoDay } from '../consent/linked.js';
import { isDate } from '../consultation/dates.js';
import { saysSomething } from '../text/says-something.js';
import type { CityCalendar } from '../directory/hours.schema.js';
import type { RawIssue } from '../light.js';
import {
  eventOfAction,
  mayThoughWithdrawn,
  unmetOutcomes,
  worded,
  type NextDesk,
  type ReferralAction,
  type ReferralActionType,
} from './actions.js';
import { checkReferralEvent } from './check.js';
import { outcomeIds, reasonIds, type HeardHow, type ReasonId, type ReferralEventType } from './choices.js';
import type { ReferralActor, ReferralEvent, Said } from './event.schema.js';
import { sendGate } from './gate.js';
import { defaultRespondDays, farthestDay, referralLimits, referralVersion, reportDays } from './limits.js';
import { refusalOf, reroutedBecause } from './moves.js';
import { packageFor, type ConsentsByRef, type ReferralPackage } from './package.js';
import { step, type Position } from './position.js';
import type { ReferralSheet } from './referral.schema.js';
import { moveWords, refusalWords, type AdvanceRefusal, type AdvanceRefusalCode } from './refusals.js';
import { follow, stateOf, type ReferralState } from './state.js';
import { isWithdrawn } from './withdrawn.js';

/** A sheet, what happened to it, and what has to be known to judge the next step. */
export interface ReferralCase {
  sheet: ReferralSheet;
  /** Its record so far, oldest first. */
  events: readonly ReferralEvent[];
  /** Records of consent by the `ref` of whose they are. Without them nothing was consented to. */
  consents?: ConsentsByRef;
  /** The city's calendar, the one the finder uses: 祝日, 年末年始, closures. */
  calendar?: CityCalendar;
  /** Ids of the desks there are. Left out: any desk may be named. */
  desks?: readonly string[];
}

/**
 * A worker by their desk, or the clock. `heard`: the desk answered on paper, by FAX or by telephone, and who wrote it down is the desk that sent the sheet, or
 * the coordinator once it came to them. The step stays the answering desk's own.
 */
export type Actor = { agency: string; name?: string; heard?: Heard } | { system: 'clock' };

/** Who wrote down another desk's answer. `of`: the hash of the step on that desk's own copy; `at`: when it was made there. */
export interface Heard extends Record<string, unknown> {
  agency: string;
  name?: string;
  how: HeardHow;
  of?: string;
  at?: string;
}

/** What was handed to a desk by a step. */
export interface Handover {
  agency: string;
  items: string[];
  package: ReferralPackage;
}

/** An event before it is chained: without id, hashes and commitments. */
export interface ReferralDraft {
  schemaVersion: string;
  record: string;
  seq: number;
  at: string;
  by: ReferralActor;
  type: ReferralEventType;
  previous?: string;
  respondBy?: string;
  /** The fields of its type (`to`, `reason`, `outcome` …). */
  fields: Readonly<Record<string, unknown>>;
  said?: Omit<Said, 'kind' | 'salt'>;
  handovers: readonly Handover[];
}

/** `state` is the one after the step; what it hands over stands there under the event `draft`, which has no id yet. */
export type AdvanceResult =
  { ok: true; draft: ReferralDraft; state: ReferralState; handovers: readonly Handover[] } | { ok: false; refusal: AdvanceRefusal };

class Refused extends Error {
  constructor(readonly refusal: AdvanceRefusal) {
    super(refusal.code);
  }
}
const refuse = (code: AdvanceRefusalCode, message: string, issues?: RawIssue[]): never => {
  throw new Refused({ code, message, ...(issues && { issues }) });
};
const plain = (code: keyof typeof refusalWords, issues?: RawIssue[]): never => refuse(code, refusalWords[code], issues);

/** Steps that a full record still takes: those that end it. */
const ending: readonly ReferralActionType[] = ['report', 'close', 'cancel', 'withdraw-consent', 'acknowledge'];
const reserved = 50;

function businessDaysFrom(day: string, count: number, calendar?: CityCalendar): string {
  try {
    return addBusinessDays(day, count, calendar);
  } catch (error) {
    // A city's calendar without a business day for a year is broken: the national one still gives a day.
    if (error instanceof RangeError) return addBusinessDays(day, count);
    throw error;
  }
}

interface Making {
  given: ReferralCase;
  position: Position;
  action: ReferralAction;
  actor: string | undefined;
  at: string;
  day: string;
  /** The day on which it was decided: today, or an earlier one where another desk's answer comes late. */
  decided: string;
}

function dueOf({ given: { sheet, calendar }, action, day, decided }: Making): string {
  const wished =
    action.type === 'accept' && action.firstContactBy !== undefined
      ? action.firstContactBy
      : action.type === 'send'
        ? sheet.respondBy
        : 'respondBy' in action
          ? action.respondBy
          : undefined;
  if (wished !== undefined) {
    if (typeof wished !== 'string' || !isDate(wished) || wished < decided || wished > dateKeyOf(dayNumberOf(day) + farthestDay))
      plain('deadline');
    return wished;
  }
  const working = action.type === 'progress' || action.type === 'resume' || (action.type === 'contact' && action.reached);
  return businessDaysFrom(day, working ? reportDays : (sheet.respondDays ?? defaultRespondDays), calendar);
}

function known({ given: { desks }, position }: Making, agency: string): void {
  if (desks && agency !== position.coordinator && !desks.includes(agency)) plain('unknown-desk');
}

const named = ({ agency, name }: NextDesk): NextDesk => ({ agency, ...(name !== undefined && { name }) });

function gated({ given: { sheet, consents }, at }: Making, agency: string): Handover {
  const gate = sendGate(sheet, agency, consents, at);
  if (!gate.open) return refuse(gate.code, gate.message);
  return { agency, items: gate.package.items, package: gate.package };
}

function ungated({ given: { sheet, consents }, at }: Making, agency: string): Handover {
  const parcel = packageFor(sheet, agency, consents, at);
  return { agency, items: parcel.items, package: parcel };
}

function send(making: Making): Pick<ReferralDraft, 'fields' | 'handovers'> {
  const { sheet } = making.given;
  const to = named('agency' in sheet.to ? (sheet.to as NextDesk) : sheet.coordinator);
  if (to.agency === sheet.from.agency) refuse('self', moveWords('self', 'send'));
  known(making, to.agency);
  const copies = (sheet.copyTo ?? []).map(({ agency }) => ungated(making, agency)).filter(({ items }) => items.length);
  return { fields: { to, via: sheet.basis.kind }, handovers: [gated(making, to.agency), ...copies] };
}

function reasonOf({ action }: Making): ReasonId {
  const { reason, text } = action as { reason?: unknown; text?: unknown };
  if (!reasonIds.includes(reason as ReasonId)) plain('no-reason');
  if (reason === 'other' && !(typeof text === 'string' && saysSomething(text))) plain('no-reason');
  return reason as ReasonId;
}

function passOn(making: Making): Pick<ReferralDraft, 'fields' | 'handovers'> {
  const { action, position, actor, given } = making;
  const to = (action as { to?: unknown }).to as NextDesk | undefined;
  if (typeof to?.agency !== 'string' || !to.agency) return plain('no-next-desk');
  const reason = reasonOf(making);
  if (to.agency === position.holder) plain('same-desk');
  known(making, to.agency);
  const { coordinator } = position;
  const because = reroutedBecause(position, { actor, to: to.agency });
  if (because)
    return {
      fields: { to: named(given.sheet.coordinator), reason, rerouted: { meant: to.agency, because } },
      handovers: [ungated(making, coordinator)],
    };
  return {
    fields: { to: named(to), reason },
    handovers: [to.agency === coordinator ? ungated(making, coordinator) : gated(making, to.agency)],
  };
}

/** The fields of the event, by its type. */
function fieldsOf(making: Making): Pick<ReferralDraft, 'fields' | 'handovers'> {
  const { action, position, given, day } = making;
  const toCoordinator = () => ({ to: named(given.sheet.coordinator) });
  switch (action.type) {
    case 'send':
      return send(making);
    case 'pass-on':
      return passOn(making);
    case 'return':
      return { fields: { ...toCoordinator(), reason: reasonOf(making) }, handovers: [ungated(making, position.coordinator)] };
    case 'escalate':
      return { fields: toCoordinator(), handovers: [ungated(making, position.coordinator)] };
    case 'accept':
      return { fields: { ...(action.firstContactBy !== undefined && { firstContactBy: action.firstContactBy }) }, handovers: [] };
    case 'contact':
      if (typeof action.on !== 'string' || !isDate(action.on) || action.on > day) plain('deadline');
      return { fields: { on: action.on, reached: action.reached ? 'yes' : 'no' }, handovers: [] };
    case 'report':
      if (!outcomeIds.includes(action.outcome) || (position.business === 'accepted' && !unmetOutcomes.includes(action.outcome)))
        plain('outcome');
      return { fields: { outcome: action.outcome }, handovers: [] };
    case 'cancel':
      return { fields: { reason: action.reason }, handovers: [] };
    case 'acknowledge':
      return { fields: { did: action.did }, handovers: [] };
    case 'mark-overdue':
      return { fields: { since: position.respondBy }, handovers: [] };
    default:
      return { fields: {}, handovers: [] };
  }
}

const undated: readonly ReferralActionType[] = ['close', 'cancel', 'withdraw-consent', 'acknowledge', 'mark-overdue', 'reopen'];

function saidOf({ action, position, actor }: Making, after: string | undefined): ReferralDraft['said'] {
  const { text, nextStep, toPerson } = action as { text?: string; nextStep?: string; toPerson?: string };
  const written = { ...(text && { text }), ...(nextStep && { nextStep }), ...(toPerson && { toPerson }) };
  if (!Object.keys(written).length) return undefined;
  const { sender, holder, coordinator, involved } = position;
  const readers = [actor, sender, holder, after, involved || action.type === 'escalate' ? coordinator : undefined];
  return { to: [...new Set(readers.filter((reader) => reader !== undefined))], ...written };
}

/** The event as its readers will see it, with empty hashes: for its shape and for the state after it. */
const nothing = '0'.repeat(64);
function pretend({ fields, said, handovers, ...head }: ReferralDraft): ReferralEvent {
  const salt = '0'.repeat(32);
  const parts = [
    ...(said ? [{ commit: nothing, open: { kind: 'said', salt, ...said } }] : []),
    ...handovers.map(({ agency, items }) => ({ commit: nothing, open: { kind: 'shipped', salt, agency, items, package: nothing } })),
  ];
  return {
    ...head,
    ...fields,
    ...(head.type === 'sent' && { content: nothing }),
    ...(parts.length && { parts }),
    id: 'draft',
    hash: nothing,
  } as unknown as ReferralEvent;
}

/** When the desk that has it got it: an answer from before is one to something else. */
function handedAt(events: readonly ReferralEvent[]): number {
  const handing = events.findLast(({ type }) => ['sent', 'passed-on', 'returned', 'taken-over'].includes(type));
  const { heard } = Object(handing?.by) as { heard?: { at?: string } };
  return timeOf(heard?.at ?? handing?.at ?? '');
}

function make(given: ReferralCase, action: ReferralAction, actor: Actor, at: Date | string): AdvanceResult {
  const { sheet, events } = given;
  const shape = (path: RawIssue['path'], expected: string): never => plain('shape', [{ path, code: 'type', expected, found: '' }]);
  if (typeof action !== 'object' || action === null || typeof action.type !== 'string' || !Object.hasOwn(eventOfAction, action.type))
    return shape(['type'], 'action');
  if (typeof actor !== 'object' || actor === null) return shape(['by'], 'actor');
  const agency = 'agency' in actor ? actor.agency : undefined;
  let time = timeOf(at);
  if (Number.isNaN(time)) return shape(['at'], 'instant');

  const last = events.at(-1);
  const floor = Math.max(...events.map((event) => timeOf(event.at)), -Infinity);
  const found = follow(sheet, events, new Date(last ? floor : time));
  if (!found.ok || found.events.length !== events.length || found.events.at(-1) !== last) return plain('broken');
  // What stops a sheet is never refused for a clock that is slow.
  if (time < floor && action.type === 'withdraw-consent') time = floor;
  if (time < floor) return plain('order');
  if (events.length >= referralLimits.events - (ending.includes(action.type) ? 0 : reserved)) return plain('full');

  const { position } = found;
  const day = tokyoDay(time);
  const { heard } = actor as { heard?: Heard };
  // A copy says when it was answered; whoever only heard it does not.
  if (heard && [heard.of, heard.at].some((said) => (said === undefined) === (heard.how === 'copy'))) return shape(['by', 'heard'], 'heard');
  const earlier = heard?.at === undefined ? time : timeOf(heard.at);
  if (!(earlier <= time)) return plain('order');
  const making: Making = { given, position, action, actor: agency, at: new Date(time).toISOString(), day, decided: tokyoDay(earlier) };
  const type = eventOfAction[action.type];
  const why = refusalOf(position, type, { agency, heard: heard?.agency, day });
  if (why) return refuse(why, moveWords(why, action.type));
  if (heard?.at !== undefined && earlier < handedAt(events)) return plain('order');
  if (!mayThoughWithdrawn(action.type) && isWithdrawn(given, position, making.at)) return plain('consent-withdrawn');
  const { text } = action as { text?: unknown };
  if (worded.includes(action.type) && !(typeof text === 'string' && saysSomething(text))) return plain('no-words');

  const { fields, handovers } = fieldsOf(making);
  const said = saidOf(making, (fields as { to?: NextDesk }).to?.agency);
  const draft: ReferralDraft = {
    schemaVersion: referralVersion,
    record: sheet.id,
    seq: events.length,
    at: making.at,
    by: actor,
    type,
    ...(last && { previous: last.hash }),
    ...(!undated.includes(action.type) && { respondBy: dueOf(making) }),
    fields,
    ...(said && { said }),
    handovers,
  };
  const event = pretend(draft);
  const issues = checkReferralEvent(event);
  if (issues.length) return plain('shape', issues);
  return { ok: true, draft, handovers, state: stateOf(step(position, event), new Date(time)) };
}

/**
 * The next step of a sheet, or a typed refusal with a sentence. `actor` is the worker's desk or the clock, `at` the time of the desk.
 *
 * Only the desk whose step it is may make it. A desk that cannot help names the next one or gives it back to the coordinator, with a reason; a desk that
 * had it before, or a fourth in a row, is not asked again: the sheet goes to the coordinator. Sending and handing on ask the gate (`sendGate`) at that
 * very instant; once the person has taken their consent back, nothing but stopping is left. Never throws on a parsed sheet and record.
 */
export function advance(given: ReferralCase, action: ReferralAction, actor: Actor, at: Date | string): AdvanceResult {
  try {
    return make(given, action, actor, at);
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}
