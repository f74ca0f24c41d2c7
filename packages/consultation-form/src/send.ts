/** Hands one consultation to the receiver and does not let go until it is acknowledged or has failed for good. */
import { asProblem, deliver, type DeliveryOptions, type DeliveryState, type ProblemDetails } from '@tsunagu/core';
import type { Receipt } from '@tsunagu/schema/consultation';
import { asReceipt } from './receipt.js';

export { newKey, sleep } from '@tsunagu/core';

export type SendState = DeliveryState;

/**
 * - `sent`: acknowledged. `replayed`: an earlier try had already arrived.
 * - `failed`: why is told by {@link deliver}. `receipt` (409): of the other words that were stored under this key before.
 * - `stopped`: the signal was aborted; it may have arrived.
 */
export type Outcome =
  | { kind: 'sent'; receipt: Receipt; replayed: boolean }
  | {
      kind: 'failed';
      reason: 'network' | 'timeout' | 'server' | 'refused';
      problem?: ProblemDetails | undefined;
      receipt?: Receipt | undefined;
    }
  | { kind: 'stopped' };

export type SendOptions = Omit<DeliveryOptions<unknown>, 'judge'>;

/** Posts `body` until a receipt comes. Never rejects. */
export async function send(options: SendOptions): Promise<Outcome> {
  const delivery = await deliver({ ...options, judge });
  if (delivery.kind === 'stopped') return delivery;
  const { answer } = delivery;
  if (delivery.kind === 'taken') return { kind: 'sent', receipt: answer!.receipt!, replayed: answer!.replayed };
  return { kind: 'failed', reason: delivery.reason, ...(answer && { problem: answer.problem, receipt: answer.receipt }) };
}

interface Answer {
  receipt: Receipt | undefined;
  replayed: boolean;
  problem: ProblemDetails | undefined;
}

/** A receipt is the only thing that says the words have arrived. */
function judge({ ok, status, headers }: Response, value: unknown): { taken: boolean; answer: Answer } {
  const receipt = asReceipt(value);
  const taken = ok && receipt !== undefined;
  return {
    taken,
    answer: {
      receipt: taken ? receipt : asReceipt((Object(value) as { receipt?: unknown }).receipt),
      replayed: headers.get('Idempotency-Replayed') === 'true',
      problem: taken ? undefined : asProblem(value, status),
    },
  };
}
