/** What a desk does with a sheet. A no without a way on cannot be written: passing on names the next desk, returning goes to the coordinator. */
import type { CancelReason, OutcomeId, ReasonId, ReferralEventType } from './choices.js';

/** What may be written beside any step. */
export interface Remarks {
  text?: string;
  nextStep?: string;
  /** A message for the person, to be told by whoever is at their side. */
  toPerson?: string;
}

interface Due {
  /** The day (`YYYY-MM-DD`, Asia/Tokyo) by which the next step is due, where it is not the usual one. */
  respondBy?: string;
}

/** A reason that is none of the list needs words. */
type Why = { reason: Exclude<ReasonId, 'other'>; text?: string } | { reason: 'other'; text: string };

/** A desk to hand it to. */
export interface NextDesk {
  agency: string;
  name?: string;
}

export type ReferralAction =
  | ({ type: 'send' } & Remarks)
  | ({ type: 'receive' } & Remarks & Due)
  /** `firstContactBy`: the day by which the person is called or met. */
  | ({ type: 'accept'; firstContactBy?: string } & Remarks & Due)
  | ({ type: 'ask-back'; text: string } & Remarks & Due)
  | ({ type: 'answer'; text: string } & Remarks & Due)
  | ({ type: 'pass-on'; to: NextDesk } & Why & Omit<Remarks, 'text'> & Due)
  | ({ type: 'return' } & Why & Omit<Remarks, 'text'> & Due)
  | ({ type: 'contact'; on: string; reached: boolean } & Remarks & Due)
  | ({ type: 'progress'; text: string } & Remarks & Due)
  | ({ type: 'report'; outcome: OutcomeId } & Remarks & Due)
  | ({ type: 'resume'; text: string } & Remarks & Due)
  | ({ type: 'close' } & Remarks)
  | ({ type: 'cancel'; reason: CancelReason } & Remarks)
  | ({ type: 'withdraw-consent' } & Remarks)
  | ({ type: 'acknowledge'; did: 'deleted' | 'returned' | 'kept-by-law' } & Remarks)
  | { type: 'mark-overdue' }
  | ({ type: 'escalate' } & Remarks & Due)
  | ({ type: 'extend'; respondBy: string } & Remarks)
  | ({ type: 'take-over' } & Remarks & Due)
  | ({ type: 'reopen'; text: string } & Remarks);

export type ReferralActionType = ReferralAction['type'];

/** The event that an action becomes. */
export const eventOfAction: Readonly<Record<ReferralActionType, ReferralEventType>> = {
  send: 'sent',
  receive: 'received',
  accept: 'accepted',
  'ask-back': 'asked-back',
  answer: 'answered',
  'pass-on': 'passed-on',
  return: 'returned',
  contact: 'contacted',
  progress: 'progressed',
  report: 'reported',
  resume: 'resumed',
  close: 'closed',
  cancel: 'cancelled',
  'withdraw-consent': 'consent-withdrawn',
  acknowledge: 'acknowledged',
  'mark-overdue': 'overdue',
  escalate: 'escalated',
  extend: 'extended',
  'take-over': 'taken-over',
  reopen: 'reopened',
};

export const referralActionTypes = Object.keys(eventOfAction) as ReferralActionType[];

/** Actions of which at least `text` is part: a question, an answer, a reason to go on. */
export const worded: readonly ReferralActionType[] = ['ask-back', 'answer', 'progress', 'resume', 'reopen'];

/** Steps that hand nobody anything and may be made although consent was withdrawn. */
const stopping: readonly ReferralActionType[] = ['withdraw-consent', 'cancel', 'acknowledge', 'reopen', 'mark-overdue'];

/** Is the step left once the person has taken their consent back? */
export const mayThoughWithdrawn = (action: ReferralActionType): boolean => stopping.includes(action);

/** What may be reported before anybody could speak with the person. */
export const unmetOutcomes: readonly OutcomeId[] = ['no-contact', 'person-declined', 'moved', 'died'];
