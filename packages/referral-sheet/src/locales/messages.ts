import type { DayParts, LanguageMessages, OpenMessages } from '@tsunagu/core';
import type { ReferralActionType } from '@tsunagu/schema/referral/light';
import type { Problem } from '../reply/fields.js';

/** Why a sending came to nothing; `host`: the page said so. */
export type SendFailure = 'network' | 'timeout' | 'server' | 'refused' | 'no-action' | 'host';

/** Actions that a desk chooses in the reply; sending is the sheet's own last button, and the clock has none. */
export type ReplyAction = Exclude<ReferralActionType, 'send' | 'mark-overdue'>;

/**
 * What view and reply say, besides the names of fields and choices. Readings in Aozora notation. How a desk's hours are told comes in Japanese with the
 * first directory (`parts/open-look.ts`).
 */
export interface SheetMessages extends LanguageMessages, Partial<OpenMessages> {
  section: (number: number, name: string) => string;
  labelled: (label: string, text: string) => string;
  list: (parts: readonly string[]) => string;
  day: (day: DayParts) => string;
  /** With its year. */
  fullDay: (day: DayParts) => string;
  birthDate: (dateKey: string) => string;
  moment: (day: string, time: string) => string;
  actor: (desk: string, worker: string) => string;
  age: (years: number) => string;
  people: (count: number) => string;
  extension: (number: string) => string;

  empty: string;
  noSheet: string;
  notWritten: string;
  written: string;
  sentOn: string;
  phone: string;
  noPhone: string;
  noFax: string;
  /** Business days; 0 is the day itself. */
  daysLeft: (days: number) => string;
  /** `days` business days past; 0: only days off have gone by since. */
  daysLate: (days: number) => string;
  toldCoordinator: string;
  yourTurn: string;
  turnOf: (desk: string) => string;
  ended: string;
  companion: (desk: string) => string;
  firstContact: (day: string) => string;
  goToReply: string;
  timeline: string;
  timelineNone: string;
  handedTo: (desk: string, items: string) => string;
  handedHere: (items: string) => string;
  handedNothing: (desk: string) => string;
  consentRecord: (desk: string) => string;
  mainTopic: string;

  unsureTitle: string;
  unsure: string;
  unsureAsk: string;

  stoppedTitle: string;
  stopped: string;
  stoppedDo: string;
  stoppedHolders: string;
  holder: (desk: string, items: string, did: string) => string;
  notYetSaid: string;
  withdrawnTitle: string;
  withdrawnDo: string;

  print: string;
  printFailed: string;
  transfer: string;
  transferClose: string;
  loading: string;
  partFailed: string;
  again: string;
  sentSheet: string;

  noDesk: string;
  notYourTurn: string;
  notSent: string;
  receiveIntro: string;
  receiveThen: (actions: readonly string[]) => string;
  received: (moment: string, who: string) => string;
  choose: string;
  aside: string;
  /** What choosing it means, before it is done. */
  meaning: Record<ReplyAction, string>;
  /** What the words beside a step are for. */
  textLabel: Partial<Record<ReplyAction, string>>;
  reached: string;
  required: string;
  optional: string;
  chooseOne: string;
  noDirectory: string;
  toPersonHint: string;
  outcomesLater: string;
  send: string;
  problemsHeading: (count: number) => string;
  problems: Record<Problem, string>;

  sending: string;
  offline: string;
  sendAgainIn: (seconds: number) => string;
  sent: string;
  failed: Record<SendFailure, string>;
  kept: string;
  tryAgain: string;
  behindTitle: string;
  behind: string;
  leftover: string;
}
