/**
 * Hands one body to a receiver and does not let go until it is acknowledged or has failed for good. The same bytes go out under the same key each time,
 * one request after the other, so that a receiver which keeps keys stores them once however often the answer is lost.
 */

/** `offline`: the device has no network, it waits. `again`: the next try is in so many `seconds`. */
export type DeliveryState = { kind: 'sending' } | { kind: 'offline' } | { kind: 'again'; seconds: number };

/**
 * - `taken`: the receiver has it.
 * - `failed`: `network` nobody answered, `timeout` nobody answered in time, `server` it answered with a fault of its own or is too busy;
 *   after any of these it may have arrived all the same: try again with the same key. `refused`: it will not take these bytes.
 *   `answer`: what it said, where it said anything.
 * - `stopped`: the signal was aborted; it may have arrived.
 */
export type Delivery<Answer> =
  | { kind: 'taken'; answer: Answer }
  | { kind: 'failed'; reason: 'network' | 'timeout' | 'server' | 'refused'; answer?: Answer | undefined }
  | { kind: 'stopped' };

export interface DeliveryOptions<Answer> {
  url: string;
  /** Idempotency key, see `newKey`. */
  key: string;
  /** JSON. */
  body: string;
  /** What an answer says (`value` is its JSON, undefined when it has none), and whether that means that the receiver has it. */
  judge: (response: Response, value: unknown) => { taken: boolean; answer: Answer };
  signal: AbortSignal;
  tell: (state: DeliveryState) => void;
  /** For one answer, in ms. */
  timeout?: number;
  tries?: number;
  fetch?: typeof globalThis.fetch;
  /** Resolves after `ms`, or at once when `signal` is aborted; never rejects. */
  wait?: (ms: number, signal: AbortSignal) => Promise<void>;
  isOnline?: () => boolean;
  /** Calls back whenever the device comes online; gives what ends that. */
  onOnline?: (listener: () => void) => () => void;
  /** 0 ≤ x < 1 */
  random?: () => number;
  now?: () => number;
}

/** The first pause between two tries, the longest, and the longest that a receiver may ask for (ms). */
const pause = { first: 1000, most: 30_000, asked: 60_000 };
/** `navigator.onLine` errs on some devices: so often it is tried all the same (ms). */
const offlineProbe = 30_000;

/** Resolves after `ms`, or at once when `signal` is aborted. */
export const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });

const listenOnline = (listener: () => void): (() => void) => {
  addEventListener('online', listener);
  return () => removeEventListener('online', listener);
};

/** Ends with `outer`, or earlier. */
function within(outer: AbortSignal): AbortController {
  const inner = new AbortController();
  const end = (): void => inner.abort();
  outer.addEventListener('abort', end, { signal: inner.signal });
  if (outer.aborted) end();
  return inner;
}

/**
 * Posts `body` until it is acknowledged. Network errors, timeouts, 5xx, 408, 425, 429 and answers below 400 that `judge` does not take are tried again
 * with exponential backoff, `Retry-After` heeded up to a minute; other 4xx end it. Tries without a network do not count. No cookie and no page
 * address goes along, and a redirect is not followed: words go to the named address or nowhere. Never rejects.
 */
export async function deliver<Answer>(options: DeliveryOptions<Answer>): Promise<Delivery<Answer>> {
  const { signal, tell, tries = 6, wait = sleep, random = Math.random, now = Date.now } = options;
  const { isOnline = () => navigator.onLine, onOnline = listenOnline } = options;
  for (let tried = 0; ;) {
    if (!signal.aborted && !isOnline()) {
      tell({ kind: 'offline' });
      const offline = within(signal);
      const forget = onOnline(() => offline.abort());
      await wait(offlineProbe, offline.signal);
      forget();
      offline.abort();
    }
    if (signal.aborted) return { kind: 'stopped' };
    if (isOnline()) tell({ kind: 'sending' });
    const { outcome, retryAfter = '' } = await post(options, wait);
    if (outcome.kind === 'taken') return outcome;
    if (signal.aborted) return { kind: 'stopped' };
    const { reason } = outcome;
    if (reason === 'refused') return outcome;
    // Whoever was answered has a network, whatever the device says.
    if (reason !== 'server' && !isOnline()) continue;
    if (++tried >= tries) return outcome;
    const own = Math.min(pause.most, pause.first * 2 ** (tried - 1)) * (0.5 + random() / 2);
    const asked = (/^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - now()) || 0;
    const ms = Math.max(own, Math.min(pause.asked, asked));
    tell({ kind: 'again', seconds: Math.ceil(ms / 1000) });
    await wait(ms, signal);
  }
}

interface Posted<Answer> {
  outcome: Exclude<Delivery<Answer>, { kind: 'stopped' }>;
  retryAfter?: string | undefined;
}

async function post<Answer>(options: DeliveryOptions<Answer>, wait: typeof sleep): Promise<Posted<Answer>> {
  const { url, key, body, judge, signal, timeout = 20_000, fetch = globalThis.fetch } = options;
  const limit = within(signal);
  let late = false;
  void wait(timeout, limit.signal).then(() => {
    late = !limit.signal.aborted;
    limit.abort();
  });
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body,
      signal: limit.signal,
      credentials: 'omit',
      referrerPolicy: 'strict-origin',
      redirect: 'error',
      cache: 'no-store',
    });
    const value: unknown = await response.json().catch((error: unknown) => {
      // No JSON is an answer; a connection that broke in the middle is none.
      if (!(error instanceof SyntaxError)) throw error;
    });
    const { taken, answer } = judge(response, value);
    if (taken) return { outcome: { kind: 'taken', answer } };
    const { status, headers } = response;
    const passing = status < 400 || status > 499 || [408, 425, 429].includes(status);
    return {
      outcome: { kind: 'failed', reason: passing ? 'server' : 'refused', answer },
      retryAfter: headers.get('Retry-After') ?? undefined,
    };
  } catch {
    return { outcome: { kind: 'failed', reason: late ? 'timeout' : 'network' } };
  } finally {
    limit.abort();
  }
}
