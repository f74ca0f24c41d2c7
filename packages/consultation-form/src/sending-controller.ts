import type { Consultation, Receipt, Submission } from '@tsunagu/schema/consultation';
import {
  ConsultationErrorEvent,
  ConsultationSentEvent,
  ConsultationSubmitEvent,
  type ConsultationFailure,
} from './consultation-form.events.js';
import type { Pending } from './draft.js';
import { newKey, send, sleep } from './send.js';
import type { Session } from './session.js';

export interface SendingOrder {
  consultation: Consultation;
  /** Where it is posted to; without one it is the host's to send. */
  action: string | undefined;
  /** Address of the desk's public key, when it is sealed. */
  encryptTo: string | undefined;
  /** When the form was opened, by `performance.now()`: a device's clock may be set back meanwhile. */
  opened: number;
  /** A host `<form>` that takes the value with its own submission, when the element has a name in it. */
  form: HTMLFormElement | null;
  /** Gives the host `<form>` the bytes that are ready to go. */
  contribute: (body: string) => void;
}

/** What arrives sooner is taken for a machine's (s); somebody whose draft came back can be as quick. */
const soonest = 2;

/** Hands a consultation over: sealed if asked, offered to the host first, then posted until it is acknowledged or has failed for good. */
export class SendingController {
  /** What is on its way: the same words go out as the same bytes under the same key, however often they are tried. */
  pending: Pending | undefined;
  private running: AbortController | undefined;

  constructor(
    private readonly host: HTMLElement,
    private readonly session: Session,
    /** `pending` has changed: a draft remembers it before anything leaves. */
    private readonly onPending: () => Promise<void>,
  ) {}

  async start(order: SendingOrder): Promise<void> {
    if (this.running) return;
    const running = (this.running = new AbortController());
    this.session.set({ sending: { kind: 'sending' } });
    try {
      await this.run(order, running.signal);
    } finally {
      if (this.running === running) this.running = undefined;
    }
  }

  /** Stops, and remembers what was on its way: unchanged, it goes out again under the same key. */
  pause(): void {
    this.running?.abort();
    this.running = undefined;
  }

  /** Stops, and forgets what was on its way. */
  stop(): void {
    this.pause();
    this.pending = undefined;
  }

  private async run(order: SendingOrder, signal: AbortSignal): Promise<void> {
    const { consultation, action, encryptTo, opened, form, contribute } = order;
    // Neither the language it is read in nor whether the desk's name was loaded makes another consultation.
    const of = JSON.stringify({ ...consultation, language: undefined, window: consultation.window?.id });
    if (this.pending?.of !== of) {
      let body: Submission;
      try {
        body = await submission(order);
      } catch (error) {
        if (!signal.aborted) this.fail({ reason: 'seal', message: `The answers could not be sealed: ${String(error)}` });
        return;
      }
      if (signal.aborted) return;
      this.pending = { key: newKey(), body: JSON.stringify(body), of };
      await this.onPending();
      if (signal.aborted) return;
    }
    const { key, body } = this.pending;
    const detail = { body: JSON.parse(body) as Submission, key, ...(encryptTo ? {} : { consultation }) };
    if (!this.host.dispatchEvent(new ConsultationSubmitEvent(detail))) return;
    if (!action) {
      if (!form)
        return this.fail({
          reason: 'no-action',
          message: 'There is no action, no name in a host form, and nobody handled tsunagu-consultation-submit.',
        });
      this.session.set({ sending: { kind: 'no' } });
      if (encryptTo) contribute(body);
      return form.requestSubmit();
    }
    const early = opened + soonest * 1000 - performance.now();
    if (early > 0) await sleep(early, signal);
    const outcome = await send({
      url: new URL(action, document.baseURI).href,
      key,
      body,
      signal,
      tell: (sending) => {
        if (!signal.aborted) this.session.set({ sending });
      },
    });
    if (signal.aborted || outcome.kind === 'stopped') return;
    if (outcome.kind === 'sent') this.arrived(outcome.receipt);
    else
      this.fail({
        reason: outcome.reason,
        message: `Not sent: ${outcome.reason}.`,
        ...(outcome.problem?.status && { status: outcome.problem.status }),
      });
  }

  arrived(receipt?: Receipt): void {
    // A host may know before our own way there is at its end.
    this.stop();
    this.session.arrived(receipt);
    this.host.dispatchEvent(new ConsultationSentEvent(receipt));
  }

  fail(failure: ConsultationFailure): void {
    console.error(`<${this.host.localName}> ${failure.message}`);
    this.session.set({ sending: { kind: 'failed', reason: failure.reason } });
    this.host.dispatchEvent(new ConsultationErrorEvent(failure));
  }
}

async function submission({ consultation, encryptTo, opened }: SendingOrder): Promise<Submission> {
  const trap = { seconds: Math.max(soonest, Math.round((performance.now() - opened) / 1000)) };
  if (!encryptTo) return { consultation, trap };
  const { fetchKey, seal } = await import('@tsunagu/core/seal');
  // A key each for the desks, where the address has a place for the desk's id.
  const address = encryptTo.replaceAll('{window}', encodeURIComponent(consultation.window?.id ?? 'any'));
  const sealed = await seal(consultation, await fetchKey(new URL(address, document.baseURI).href));
  return { sealed, windowId: consultation.window?.id, language: consultation.language, trap };
}
