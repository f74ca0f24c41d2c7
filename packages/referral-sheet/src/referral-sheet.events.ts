import type { HeardAnswer, ReferralAction, ReferralSheet } from '@tsunagu/schema/referral';
import type { SendFailure } from './locales/messages.js';
import type { ReferralValue } from './sheet-host.js';

/** The sheet as it stands now: kept by the page as a draft. Nothing in it was checked. */
export interface ReferralChangeDetail {
  sheet: ReferralSheet;
  /** What a newer `.value` had otherwise where something was written here meanwhile: `sheet` keeps what was written here. */
  elsewhere?: readonly Elsewhere[];
}

/** One of these: a JSON Pointer in `sheet`, and what the page had there; undefined where it had taken that away. */
export interface Elsewhere {
  pointer: string;
  theirs: unknown;
}

/** A sheet to be sent. The page that sends it itself cancels the event, then sets `.value` or calls `showSent()` or `showFailed()`. */
export interface ReferralSendDetail {
  sheet: ReferralSheet;
  action: Extract<ReferralAction, { type: 'send' }>;
  /** Events that were seen when it was decided. */
  seq: number;
  /** Idempotency key: the same for the same step, however often it is tried. */
  key: string;
}

/** A step of the reply, to be recorded. Cancelled like {@link ReferralSendDetail}. */
export interface ReferralReplyDetail {
  /** Id of the sheet. */
  id: string;
  action: Exclude<ReferralAction, { type: 'send' }>;
  /** Another desk's answer, written down by this one: whose, and how it came. The action is then that desk's. */
  heard?: HeardAnswer;
  seq: number;
  key: string;
}

/**
 * What came in by a file, by codes or by pasting. The page that takes it in itself cancels the event, and says what became of it: nothing is replaced
 * here then.
 */
export interface ReferralImportDetail {
  value: ReferralValue;
}

/**
 * `invalid`: what was given is no sheet. `record`: its record has a gap, was changed or cannot be followed. `code`: a part of the element could not be
 * loaded. `behind`: somebody else was quicker. The others: a step that could not be sent.
 */
export interface ReferralErrorDetail {
  reason: SendFailure | 'behind' | 'invalid' | 'record' | 'code';
  /** For the console; names nobody. */
  message: string;
}

const outwards = { bubbles: true, composed: true };

/** `tsunagu-referral-change`: something was written; told when the writing pauses, and when a field or section is left. */
export class ReferralChangeEvent extends CustomEvent<ReferralChangeDetail> {
  constructor(detail: ReferralChangeDetail) {
    super('tsunagu-referral-change', { ...outwards, detail });
  }
}

/** `tsunagu-referral-send`, cancelable: before the sheet leaves. */
export class ReferralSendEvent extends CustomEvent<ReferralSendDetail> {
  constructor(detail: ReferralSendDetail) {
    super('tsunagu-referral-send', { ...outwards, cancelable: true, detail });
  }
}

/** `tsunagu-referral-reply`, cancelable: before a step leaves. */
export class ReferralReplyEvent extends CustomEvent<ReferralReplyDetail> {
  constructor(detail: ReferralReplyDetail) {
    super('tsunagu-referral-reply', { ...outwards, cancelable: true, detail });
  }
}

/** `tsunagu-referral-import`, cancelable: before a whole sheet that came in takes the place of what is here. */
export class ReferralImportEvent extends CustomEvent<ReferralImportDetail> {
  constructor(detail: ReferralImportDetail) {
    super('tsunagu-referral-import', { ...outwards, cancelable: true, detail });
  }
}

/** `tsunagu-referral-error`: the reader sees a calm sentence and whom to call. */
export class ReferralErrorEvent extends CustomEvent<ReferralErrorDetail> {
  constructor(detail: ReferralErrorDetail) {
    super('tsunagu-referral-error', { ...outwards, detail });
  }
}

declare global {
  interface HTMLElementEventMap {
    'tsunagu-referral-change': ReferralChangeEvent;
    'tsunagu-referral-send': ReferralSendEvent;
    'tsunagu-referral-reply': ReferralReplyEvent;
    'tsunagu-referral-import': ReferralImportEvent;
    'tsunagu-referral-error': ReferralErrorEvent;
  }
}
