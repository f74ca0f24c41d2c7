/** One step on its way: offered to the page first, then posted to `action` until it is recorded or has failed for good. */
import { newKey, type DeliveryState } from '@tsunagu/core';
import type { HeardAnswer, ReferralAction, ReferralEvent, ReferralSheet } from '@tsunagu/schema/referral';
import type { SendFailure } from './locales/messages.js';
import type { ReferralValue } from './sheet-host.js';

/** `host`: the page has it. `failed`: what went wrong; `detail` is the receiver's or the page's own sentence. `behind`: somebody was quicker. */
export type Sending =
  | { kind: 'no' }
  | DeliveryState
  | { kind: 'host' }
  | { kind: 'sent' }
  | { kind: 'failed'; reason: SendFailure; detail?: string }
  | { kind: 'behind'; news: readonly ReferralEvent[] };

export interface Order {
  action: ReferralAction;
  /** The sheet goes along when it is sent for the first time, or again. */
  sheet?: ReferralSheet;
  /** Whose answer it is, where it is not this desk's own. */
  heard?: HeardAnswer;
  /** Events that were seen when it was decided. */
  seq: number;
  /** Where it is posted to; without one it is the page's to send. */
  url: string | undefined;
  /** Offers it to the page; false: the page takes it. */
  offer: (key: string) => boolean;
}

/** Fetched ahead by a page that names an `action`: what waits for a connection must be here when there is none. */
export const loadPost = () => import('./post.js');

export class SendingController {
  state: Sending = { kind: 'no' };
  order: Order | undefined;
  /** The same step goes out as the same bytes under the same key, however often it is tried. */
  private pending: { key: string; body: string } | undefined;
  private running: AbortController | undefined;

  constructor(
    private readonly changed: () => void,
    /** The receiver's own answer: the sheet with its record as it stands there now. */
    private readonly take: (value: ReferralValue) => void,
    /** The step is in the record. */
    private readonly recorded: (action: ReferralAction) => void,
    private readonly tell: (reason: SendFailure | 'behind', message: string) => void,
  ) {}

  /** Something is on its way, or waits for the page. */
  get busy(): boolean {
    return ['sending', 'offline', 'again', 'host'].includes(this.state.kind);
  }

  start(order: Order, id: string): void {
    if (this.busy) return;
    this.order = order;
    const { action, sheet, heard, seq, url } = order;
    const body = JSON.stringify({ sheet, heard, action, seq });
    if (this.pending?.body !== body) this.pending = { key: newKey(), body };
    const { key } = this.pending;
    this.set({ kind: 'host' });
    if (!order.offer(key)) return;
    if (!url) return this.fail('no-action');
    void this.post(new URL(url, document.baseURI).href, key, body, id);
  }

  private async post(url: string, key: string, body: string, id: string): Promise<void> {
    const running = (this.running = new AbortController());
    this.set({ kind: 'sending' });
    const tell = (state: DeliveryState): void => {
      if (!running.signal.aborted) this.set(state);
    };
    const delivery = await loadPost().then(
      ({ post }) => post({ url, key, body, id, signal: running.signal, tell }),
      () => ({ kind: 'failed', reason: 'network' }) as const,
    );
    if (running.signal.aborted || delivery.kind === 'stopped') return;
    if (delivery.kind === 'taken') {
      this.sent();
      this.take(delivery.answer.value!);
    } else if ('answer' in delivery && delivery.answer?.behind) {
      const { value } = delivery.answer;
      this.tell('behind', 'Somebody else was quicker.');
      if (value) this.take(value);
      if (this.busy) this.behind([]);
    } else {
      this.fail(delivery.reason, 'answer' in delivery ? delivery.answer?.detail : undefined);
    }
  }

  /** It was recorded. */
  sent(): void {
    if (this.order && this.state.kind !== 'sent') this.recorded(this.order.action);
    this.stop();
    this.set({ kind: 'sent' });
  }

  /** Somebody else recorded something meanwhile. */
  behind(news: readonly ReferralEvent[]): void {
    this.stop();
    this.set({ kind: 'behind', news });
  }

  fail(reason: SendFailure, detail?: string): void {
    this.running?.abort();
    this.running = undefined;
    this.set({ kind: 'failed', reason, ...(detail && { detail }) });
    if (reason !== 'host') this.tell(reason, `Not sent: ${reason}.`);
  }

  /** What was said of the last sending is over. */
  quiet(): void {
    if (!this.busy && this.state.kind !== 'no') this.set({ kind: 'no' });
  }

  /** Stops, and forgets what was on its way. */
  stop(): void {
    this.running?.abort();
    this.running = undefined;
    this.pending = undefined;
    this.state = { kind: 'no' };
  }

  private set(state: Sending): void {
    this.state = state;
    this.changed();
  }
}
