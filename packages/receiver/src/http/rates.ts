/** How often one address may knock: token buckets, as the store of @fastify/rate-limit. Each process counts for itself. */
import rateLimit, { type FastifyRateLimitStore } from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../problems.js';

/** `burst` requests at once; an empty bucket is full again after `seconds`. */
export interface Rate {
  burst: number;
  seconds: number;
}

/** `submit`: consultations. `receipts`: looking up and writing back, where guessing would start. `staff`: desks. `read`: the rest. */
export type RateName = 'submit' | 'receipts' | 'staff' | 'read';
export type Rates = Record<RateName, Rate>;

/** A library or a hospital sends from one address, so sending is generous; opening receipts is not. */
export const defaultRates: Rates = {
  submit: { burst: 30, seconds: 600 },
  receipts: { burst: 15, seconds: 300 },
  staff: { burst: 300, seconds: 60 },
  read: { burst: 120, seconds: 60 },
};

interface Bucket {
  tokens: number;
  /** Milliseconds. */
  at: number;
}

/** Addresses remembered at a time; the one that was silent longest is forgotten, and would be full again or nearly. */
const mostAddresses = 20_000;

type Answer = (error: Error | null, result?: { current: number; ttl: number }) => void;

class TokenBuckets implements FastifyRateLimitStore {
  readonly #buckets = new Map<string, Bucket>();

  constructor(
    private readonly clock: () => number,
    private readonly groups = new Map<string, TokenBuckets>(),
  ) {}

  /** Takes a token. `current` past `max` means that there was none; `ttl` is the time until there is one. */
  incr(address: string, answer: Answer, window = 60_000, max = 1): void {
    const at = this.clock();
    const bucket = this.#buckets.get(address) ?? { tokens: max, at };
    bucket.tokens = Math.min(max, bucket.tokens + (Math.max(0, at - bucket.at) * max) / window);
    bucket.at = at;
    this.#buckets.delete(address);
    this.#buckets.set(address, bucket);
    if (this.#buckets.size > mostAddresses) this.#buckets.delete(this.#buckets.keys().next().value!);
    if (bucket.tokens < 1) return answer(null, { current: max + 1, ttl: ((1 - bucket.tokens) * window) / max });
    bucket.tokens -= 1;
    answer(null, { current: Math.ceil(max - bucket.tokens), ttl: window });
  }

  /** Routes of one group share their buckets. */
  child(options: object): TokenBuckets {
    const { groupId = '' } = options as { groupId?: string };
    let group = this.groups.get(groupId);
    if (!group) this.groups.set(groupId, (group = new TokenBuckets(this.clock, this.groups)));
    return group;
  }
}

export async function limitRates(app: FastifyInstance, clock: () => number): Promise<void> {
  await app.register(rateLimit, {
    global: false,
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false, 'retry-after': false },
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    // The plugin makes the store itself, from a class.
    store: class extends TokenBuckets {
      constructor() {
        super(clock);
      }
    },
    errorResponseBuilder: (_request, { ttl }) => new Problem('rate-limited', { retryAfter: ttl / 1000 }),
  });
}

/** What a route's `config.rateLimit` says. */
export const rateOf = (rates: Rates, name: RateName) => ({
  max: rates[name].burst,
  timeWindow: rates[name].seconds * 1000,
  groupId: name,
});
