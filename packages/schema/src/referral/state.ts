/** Where a sheet stands, computed from its events. A record that has a gap, or a step that could not have been made, stands at `unknown`. */
import { isBusiness } from '../calendar/business-days.js';
import { dayNumberOf } from '../calendar/tokyo.js';
import { readable, timeOf, tokyoDay } from '../consent/linked.js';
import type { CityCalendar } from '../directory/hours.schema.js';
import type { BusinessState, ReferralRole, Transport } from './choices.js';
import type { ReferralEvent } from './event.schema.js';
import { hasEnded, isPast, ownerOf, refusalOf } from './moves.js';
import { startOf, step, type By, type Handed, type Position } from './position.js';
import type { ReferralSheet } from './referral.schema.js';

export interface ReferralOwner {
  agency: string;
  role: Extract<ReferralRole, 'sender' | 'holder' | 'coordinator'>;
}

export interface ReferralState {
  known: true;
  /** Instant (UTC) the state was asked for. */
  at: string;
  transport: Transport;
  business: BusinessState;
  /** Somebody still has to do something. */
  open: boolean;
  /** Whose the next step is; of a sheet that has ended, who can open it again. */
  owner: ReferralOwner;
  /** The desk that sent it stays at the person's side (伴走) until another desk has taken it on. */
  companion?: string;
  /** The desk that has it, with the name that was shown. */
  holder?: { agency: string; name?: string };
  /** The day (Asia/Tokyo) by which the next step is due. */
  respondBy?: string;
  /** The day that passed, when `transport` is `overdue`. */
  overdueSince?: string;
  /** The coordinator was told. */
  escalated: boolean;
  firstContactBy?: string;
  /** Every desk that had it since it was sent, the sender first. */
  trail: readonly string[];
  /** Desks in a row that handed it on. */
  hops: number;
  /** What was handed to whom, oldest first; in a desk's own copy of the record, what was handed to it. */
  handed: readonly Handed[];
  /** After consent was withdrawn: desks that have not said yet what they did with it. */
  toAcknowledge: readonly string[];
}

/** The record cannot be followed. Its owner is the desk that sent it: to look for the missing part, and to tell the coordinator. */
export interface UnknownReferral {
  known: false;
  at?: string;
  open: true;
  owner: ReferralOwner;
  /** Number of the first event that does not fit; absent where the list is no whole record. */
  seq?: number;
}

export type AnyReferralState = ReferralState | UnknownReferral;

/** The position after the events up to `at`, or the number of the first that does not fit. */
export function follow(
  sheet: Pick<ReferralSheet, 'id' | 'from' | 'coordinator'>,
  events: readonly ReferralEvent[],
  at: Date | string,
): { ok: true; position: Position; events: readonly ReferralEvent[] } | { ok: false; seq?: number } {
  let position = startOf(sheet);
  try {
    const read = readable(events, timeOf(at));
    if (!read || (read[0] && read[0].record !== sheet.id)) return { ok: false };
    for (const event of read) {
      const day = tokyoDay(timeOf(event.at));
      const { agency, heard } = event.by as By;
      if (refusalOf(position, event.type, { agency, heard: heard?.agency, day })) return { ok: false, seq: event.seq };
      position = step(position, event);
    }
    return { ok: true, position, events: read };
  } catch {
    // Only what never passed a door (no `by`, a type that is none …) gets here.
    return { ok: false };
  }
}

/** The position as a reader sees it, at an instant. */
export function stateOf(position: Position, at: Date | string): ReferralState {
  const time = timeOf(at);
  const { business, escalated, holder, holderName, respondBy, sender } = position;
  const ended = hasEnded(position);
  const late = !ended && isPast(position, tokyoDay(time));
  const agency = ownerOf(position);
  const sendersTurn = ended || position.transport === 'draft' || business === 'asked-back' || business === 'reported';
  const taken = business === 'accepted' || business === 'working' || business === 'reported';
  return {
    known: true,
    at: new Date(time).toISOString(),
    transport: late ? 'overdue' : position.transport,
    business,
    open: !ended,
    owner: { agency, role: escalated ? 'coordinator' : sendersTurn ? 'sender' : 'holder' },
    ...(!ended && !taken && position.transport !== 'draft' && { companion: sender }),
    ...(holder !== undefined && { holder: { agency: holder, ...(holderName !== undefined && { name: holderName }) } }),
    ...(respondBy !== undefined && { respondBy }),
    ...(late && { overdueSince: respondBy }),
    escalated,
    ...(position.firstContactBy !== undefined && { firstContactBy: position.firstContactBy }),
    trail: position.trail,
    hops: position.hops,
    handed: position.handed,
    toAcknowledge: position.toAcknowledge,
  };
}

/**
 * Where a sheet stands at an instant, from the events up to and with it, in any order of the list. Never throws; a list that is no whole record of this
 * sheet, or in which a desk made a step that was not its to make, stands at `unknown` (`known: false`). Hashes are not computed here: `verifyReferral`
 * does so, once, where the record comes in.
 */
export function referralState(
  sheet: Pick<ReferralSheet, 'id' | 'from' | 'coordinator'>,
  events: readonly ReferralEvent[],
  at: Date | string,
): AnyReferralState {
  const owner: ReferralOwner = { agency: sheet.from.agency, role: 'sender' };
  const time = timeOf(at);
  if (Number.isNaN(time)) return { known: false, open: true, owner };
  const found = follow(sheet, events, at);
  if (found.ok) return stateOf(found.position, at);
  return { known: false, at: new Date(time).toISOString(), open: true, owner, ...(found.seq !== undefined && { seq: found.seq }) };
}

/** No desk is given longer, and a calendar without business days must not be counted for ever. */
const longest = 800;

/**
 * Business days from the day (Tokyo) of `at` to `respondBy`: 0 on the day itself, negative after it. 「返信期限まで あと2営業日」「期限を1日過ぎました」.
 */
export function businessDaysLeft(respondBy: string, at: Date | string, calendar?: CityCalendar): number {
  const today = tokyoDay(timeOf(at));
  const [from, to] = respondBy >= today ? [today, respondBy] : [respondBy, today];
  let count = 0;
  for (let day = dayNumberOf(from) + 1, last = dayNumberOf(to), steps = 0; day <= last && steps < longest; day++, steps++)
    if (isBusiness(day, calendar)) count++;
  return respondBy >= today ? count : -count;
}
