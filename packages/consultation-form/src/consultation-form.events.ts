import type { Consultation, Receipt, Submission } from '@tsunagu/schema/consultation';

/**
 * What is about to be sent. `body` is what goes to the receiver; `consultation` is missing when it is sealed to the desk (`encrypt-to`), so
 * that the page cannot read it either. `key` is the idempotency key: a host that sends it itself uses the same key for each try.
 */
export interface SubmitDetail {
  body: Submission;
  consultation?: Consultation;
  key: string;
}

/** `tsunagu-consultation-submit`, cancelable: `preventDefault()` and the host sends it itself, then calls `showSent()` or `showFailed()`. */
export class ConsultationSubmitEvent extends CustomEvent<SubmitDetail> {
  constructor(detail: SubmitDetail) {
    super('tsunagu-consultation-submit', { bubbles: true, composed: true, cancelable: true, detail });
  }
}

/** `tsunagu-consultation-sent`: it arrived; the receipt number and the promised day. The secret stays in the element. */
export class ConsultationSentEvent extends CustomEvent<{ receipt: Omit<Receipt, 'secret'> | undefined }> {
  constructor(receipt: Receipt | undefined) {
    const { secret: _secret, ...rest } = receipt ?? ({} as Receipt);
    super('tsunagu-consultation-sent', { bubbles: true, composed: true, detail: { receipt: receipt && rest } });
  }
}

/** Why it could not be sent for good: see `FormMessages.failed`. What was written stays on the screen and is never in here. */
export interface ConsultationFailure {
  reason: string;
  /** English, for the console. */
  message: string;
  /** HTTP status of the last answer, where there was one. */
  status?: number;
}

/** `tsunagu-consultation-error`: it could not be sent; the person sees a calm sentence, their words, and a number to call. */
export class ConsultationErrorEvent extends CustomEvent<ConsultationFailure> {
  constructor(detail: ConsultationFailure) {
    super('tsunagu-consultation-error', { bubbles: true, composed: true, detail });
  }
}

declare global {
  interface HTMLElementEventMap {
    'tsunagu-consultation-submit': ConsultationSubmitEvent;
    'tsunagu-consultation-sent': ConsultationSentEvent;
    'tsunagu-consultation-error': ConsultationErrorEvent;
  }
}
