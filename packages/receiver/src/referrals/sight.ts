/** What one desk sees of a sheet: the sender all of it, another desk what it was handed and may still have, and the way as far as it is its own. */
import type { CityCalendar } from '@tsunagu/schema/directory';
import {
  businessDaysLeft,
  nextSteps,
  packageFor,
  recordFor,
  referralState,
  type AnyReferralState,
  type ConsentsByRef,
  type NextSteps,
  type ReferralBasis,
  type ReferralEvent,
  type ReferralPackage,
  type ReferralSheet,
} from '@tsunagu/schema/referral';

export type Shown = ReferralPackage['document'];

/** What was handed to a desk last, and on what ground. */
export interface HandedOver {
  seq: number;
  document: Shown;
  basis: ReferralBasis;
}

export interface WholeReferral {
  sheet: ReferralSheet;
  events: readonly ReferralEvent[];
  consents: ConsentsByRef;
}

export type SightRole = 'sender' | 'holder' | 'coordinator' | 'seer';

export interface Sight {
  role: SightRole;
  sheet: ReferralSheet | Shown;
  events: ReferralEvent[];
  state: AnyReferralState;
  steps: NextSteps;
  /** Business days until `respondBy`; absent where nothing is due. */
  daysLeft?: number;
}

/** Is the desk the one that acted? */
const actedBy = (event: ReferralEvent, agency: string): boolean => 'agency' in event.by && event.by.agency === agency;

/** It said that it deleted what it had, and was handed nothing since. */
function hasDeleted(events: readonly ReferralEvent[], agency: string): boolean {
  const said = events.findLast((event) => event.type === 'acknowledged' && actedBy(event, agency));
  const handed = events.findLast(({ parts = [] }) => parts.some(({ open }) => open?.kind === 'shipped' && open.agency === agency));
  return said?.type === 'acknowledged' && said.did === 'deleted' && said.seq > (handed?.seq ?? -1);
}

/** Between which desks it goes, and by when: the way, and nothing that anybody said. */
function headingOf({ document: sheet, basis }: Omit<HandedOver, 'seq'>, agency: string, at: Date): Shown {
  const { document } = packageFor({ ...sheet, basis: { kind: 'consent' } } as ReferralSheet, agency, undefined, at);
  const { request: _request, person: _person, ...heading } = document;
  return { ...heading, basis: { kind: basis.kind }, person: { ref: sheet.person?.ref } };
}

/** What was handed, less what may not be had any more. */
const stillGiven = ({ document, basis }: HandedOver, agency: string, consents: ConsentsByRef, at: Date): Shown =>
  // The ground is the sender's to judge by; of it, too, only what the map lets out comes out again.
  packageFor({ ...document, basis } as ReferralSheet, agency, consents, at).document;

const closed = (events: readonly ReferralEvent[]): ReferralEvent[] =>
  events.map((event) => (event.parts ? { ...event, parts: event.parts.map(({ open: _open, ...part }) => part) } : event));

interface Looking {
  at: Date;
  handed?: HandedOver | undefined;
  calendar?: CityCalendar | undefined;
}

/** Undefined: the desk has nothing to do with the sheet. */
export function sightOf(whole: WholeReferral, agency: string, { at, handed, calendar }: Looking): Sight | undefined {
  const { sheet, events, consents } = whole;
  const sender = agency === sheet.from.agency;
  const seen = recordFor(whole, agency, at);
  if (!sender && !seen.length) return undefined;
  const deleted = !sender && hasDeleted(events, agency);
  const own = deleted ? closed(seen) : seen;
  // A desk that the sheet has left knows how it was when it left.
  const there = own.length === events.length;
  const state = referralState(sheet, own, there ? at : own.at(-1)!.at);
  const steps = nextSteps({ sheet, events, consents, ...(calendar && { calendar }) }, { agency }, at);
  const holder = state.known ? state.holder?.agency : undefined;
  const role = sender ? 'sender' : agency === holder ? 'holder' : agency === sheet.coordinator.agency ? 'coordinator' : 'seer';
  const due = there && role !== 'seer' && state.known && state.open ? state.respondBy : undefined;
  return {
    role,
    sheet: sender
      ? sheet
      : deleted || !handed
        ? headingOf(handed ?? { document: sheet, basis: sheet.basis }, agency, at)
        : stillGiven(handed, agency, consents, at),
    events: own,
    state,
    steps: there ? steps : { ...steps, owner: state.owner, yourTurn: false },
    ...(due !== undefined && { daysLeft: businessDaysLeft(due, at, calendar) }),
  };
}

/** A desk's own copy of a sheet that was carried in: what it was handed, whoever may still have what, is for the desk that handed it to say. */
export function carriedSight(
  { document, sheet, events }: { document: Shown; sheet: ReferralSheet; events: readonly ReferralEvent[] },
  agency: string,
  { at, calendar }: Omit<Looking, 'handed'>,
): Sight {
  const state = referralState(sheet, events, at);
  const holder = state.known ? state.holder?.agency : undefined;
  const role = agency === holder ? 'holder' : agency === sheet.coordinator.agency ? 'coordinator' : 'seer';
  const due = role !== 'seer' && state.known && state.open ? state.respondBy : undefined;
  const deleted = hasDeleted(events, agency);
  return {
    role,
    sheet: deleted ? headingOf({ document, basis: sheet.basis }, agency, at) : document,
    events: deleted ? closed(events) : [...events],
    state,
    steps: nextSteps({ sheet, events, ...(calendar && { calendar }) }, { agency }, at),
    ...(due !== undefined && { daysLeft: businessDaysLeft(due, at, calendar) }),
  };
}

/** In which boxes of a desk a sheet is. */
export interface Boxes {
  seq: number;
  drafts: number;
  inbox: number;
  sent: number;
  past: number;
  respond_by: string | null;
}

/** `state` is the one of the whole record. A desk is asked as long as it is its turn, has the sheet, or was handed a copy of one that is under way. */
export function boxesOf({ sheet, events }: Omit<WholeReferral, 'consents'>, state: AnyReferralState, agency: string): Boxes | undefined {
  const sender = agency === sheet.from.agency;
  const seq = recordFor({ sheet, events }, agency, new Date(0)).length;
  if (!sender && seq === 0) return undefined;
  const draft = state.known && state.transport === 'draft';
  const holds = state.known && !draft && state.holder?.agency === agency;
  const asked = (state.owner.agency === agency && state.open) || (state.known && state.toAcknowledge.includes(agency));
  const left = state.known && (state.trail.includes(agency) || agency === sheet.coordinator.agency);
  const inbox = !draft && (asked || (state.open && (holds || (!sender && !left))));
  return {
    seq,
    drafts: Number(sender && draft),
    inbox: Number(inbox),
    sent: Number(sender && !draft),
    past: Number(!sender && !inbox),
    respond_by: state.known && state.open && !draft && seq === events.length && (sender || left) ? (state.respondBy ?? null) : null,
  };
}
