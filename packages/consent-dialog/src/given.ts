/** What a sitting begins with, where it stands, and how it ends. */
import type { ConsentEvent, ConsentState, Holder, RequestDraft, Shipment } from '@tsunagu/schema/consent';
import type { Worker } from './answers.js';
import type { AnswerKind } from './locales/messages.js';
import type { Drawing } from './parts/signature.js';

/** What the element was given, as it is now. */
export interface Given {
  request: RequestDraft | undefined;
  record: readonly ConsentEvent[];
  subject: { ref: string; name?: string } | undefined;
  worker: Worker;
  shipments: readonly Shipment[] | undefined;
  now: Date;
}

export type Purpose = 'decide' | 'withdraw' | 'worker';

/** `unfetched`: what would say where the record stands could not be fetched. */
export type Page = 'loading' | 'unfetched' | 'obstacle' | 'ask' | 'who' | 'standing' | 'period' | 'withdraw' | 'worker' | 'receipt';

/** The end of a sitting: what was recorded. */
export interface Outcome {
  kind: AnswerKind;
  record: ConsentEvent[];
  /** The new events, oldest first. */
  events: ConsentEvent[];
  state: ConsentState;
  /** After taking back: who holds what. Undefined when nobody told what was sent. */
  reach?: Holder[];
  /** A signature written by hand: the record names it, the host keeps it. */
  drawing?: Drawing;
}
