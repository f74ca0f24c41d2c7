/** A clock that moves only when everything waits for it, and a receiver with a bad line: for the tests of `send`. */
import type { Receipt } from '@tsunagu/schema/consultation';
import { send, type Outcome, type SendOptions, type SendState } from '../../packages/consultation-form/src/send.js';

export class Clock {
  now = Date.parse('2026-11-24T01:30:00Z');
  private timers: { at: number; ring: () => void }[] = [];

  readonly after = (ms: number, ring: () => void): void => void this.timers.push({ at: this.now + ms, ring });

  readonly wait = (ms: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const timer = { at: this.now + ms, ring: resolve };
      const end = (): void => {
        this.timers = this.timers.filter((each) => each !== timer);
        resolve();
      };
      this.timers.push(timer);
      signal.addEventListener('abort', end, { once: true });
      if (signal.aborted) end();
    });

  /** Timers that still run. */
  get running(): number {
    return this.timers.length;
  }

  /** Lets time pass until the promise is settled; an error when nothing would ever settle it. */
  async until<Value>(promise: Promise<Value>): Promise<Value> {
    let settled = false;
    const done = promise.finally(() => (settled = true));
    done.catch(() => undefined);
    for (;;) {
      for (let round = 0; round < 3; round++) await new Promise((resolve) => setImmediate(resolve));
      if (settled) return done;
      const next = this.timers.sort((one, other) => one.at - other.at).shift();
      if (!next) throw new Error('Nothing is under way any more, and nothing has come of it.');
      this.now = Math.max(this.now, next.at);
      next.ring();
    }
  }
}

export const faults = [
  'fine',
  /** Never arrives. */
  'lost-request',
  /** Arrives and is stored; the answer does not. */
  'lost-answer',
  /** The answer breaks off in the middle. */
  'broken-answer',
  'hangs',
  'stores-and-hangs',
  'error-500',
  'stores-and-error-500',
  'busy-429',
  'timeout-408',
  'early-425',
  'down-503',
  /** A portal or a proxy answers in the receiver's place. */
  'stranger-200',
  'stores-and-garbles',
  'empty-201',
  /** The device loses its network for a while. */
  'goes-offline',
  /** The device says it is offline, and is not. */
  'claims-offline',
  'refuses-422',
] as const;
export type Fault = (typeof faults)[number];

export const receipt: Receipt = {
  number: 'K7MF-3W9X',
  secret: 'A1B2-C3D4-E5F6-G7H8',
  receivedAt: '2026-11-24T01:30:00.000Z',
  replyBy: '2026-11-27',
  window: { id: 'sogo', name: '総合相談窓口' },
};
export const key = 'Zm9yLXRoZS10ZXN0cy1vZi10c3VuYWd1';
export const body = '{"consultation":{"words":"相談したい"}}';

const problem = (status: number, code: string): object => ({
  type: `urn:tsunagu:problem:${code}`,
  title: 'x',
  status,
  detail: 'しばらくお待ちください。',
});
const json = (status: number, value: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(value), { status, headers: { 'Content-Type': 'application/json', ...headers } });

export class Line {
  readonly requests: { at: number; url: string; init: RequestInit }[] = [];
  readonly told: SendState[] = [];
  /** By idempotency key: what the receiver has. */
  readonly stored = new Map<string, string>();
  /** How often something was stored. */
  storings = 0;
  most = 0;
  private inFlight = 0;
  private claims = true;
  private reached = true;
  private listeners = new Set<() => void>();

  constructor(
    readonly clock: Clock,
    /** One per request that leaves the device; after these, all is fine. */
    readonly script: Fault[],
    readonly offlineFor = 45_000,
    readonly retryAfter = '7',
  ) {}

  get listening(): number {
    return this.listeners.size;
  }

  send(change: Partial<SendOptions> = {}): Promise<Outcome> {
    return this.clock.until(
      send({
        url: 'https://city.example/api/consultations',
        key,
        body,
        signal: new AbortController().signal,
        tell: (state) => this.told.push(state),
        fetch: this.fetch,
        wait: this.clock.wait,
        now: () => this.clock.now,
        random: () => 0.5,
        isOnline: () => this.claims,
        onOnline: (listener) => {
          this.listeners.add(listener);
          return () => this.listeners.delete(listener);
        },
        ...change,
      }),
    );
  }

  private readonly fetch = async (url: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    this.requests.push({ at: this.clock.now, url: url as string, init });
    this.most = Math.max(this.most, ++this.inFlight);
    try {
      return await this.answer(init);
    } finally {
      this.inFlight--;
    }
  };

  private store(init: RequestInit): Response {
    const found = this.stored.get(new Headers(init.headers).get('Idempotency-Key')!);
    if (found !== undefined) {
      if (found !== init.body) return json(409, { ...problem(409, 'key-reused'), receipt });
      return json(200, receipt, { 'Idempotency-Replayed': 'true' });
    }
    this.stored.set(new Headers(init.headers).get('Idempotency-Key')!, init.body as string);
    this.storings++;
    return json(201, receipt);
  }

  private async answer(init: RequestInit): Promise<Response> {
    const lost = (): never => {
      throw new TypeError('Failed to fetch');
    };
    const silence = (): Promise<never> =>
      new Promise((_, reject) => {
        const end = (): void => reject(new DOMException('aborted', 'AbortError'));
        init.signal!.addEventListener('abort', end);
        if (init.signal!.aborted) end();
      });
    await Promise.resolve();
    if (!this.reached) lost();
    const fault = this.script.shift() ?? 'fine';
    if (fault.includes('stores') || fault === 'lost-answer' || fault === 'broken-answer') this.store(init);
    switch (fault) {
      case 'fine':
        return this.store(init);
      case 'lost-request':
      case 'lost-answer':
        return lost();
      case 'broken-answer': {
        const broken = new ReadableStream({
          pull: (stream) => stream.error(new TypeError('network error')),
        });
        return new Response(broken, { status: 201 });
      }
      case 'hangs':
      case 'stores-and-hangs':
        return silence();
      case 'error-500':
      case 'stores-and-error-500':
        return new Response('<h1>Internal Server Error</h1>', { status: 500 });
      case 'busy-429':
        return json(429, problem(429, 'rate-limited'), { 'Retry-After': this.retryAfter });
      case 'timeout-408':
        return json(408, {});
      case 'early-425':
        return json(425, {});
      case 'down-503':
        return json(503, problem(503, 'unavailable'), { 'Retry-After': this.retryAfter });
      case 'stranger-200':
        return new Response('<!doctype html><title>Wi-Fi</title>', { status: 200 });
      case 'stores-and-garbles':
        return json(201, { ...receipt, number: '<b>1</b>' });
      case 'empty-201':
        return new Response(null, { status: 201 });
      case 'goes-offline':
        this.claims = this.reached = false;
        this.clock.after(this.offlineFor, () => this.comeOnline());
        return lost();
      case 'claims-offline':
        this.claims = false;
        this.clock.after(this.offlineFor, () => this.comeOnline());
        return this.store(init);
      case 'refuses-422':
        return json(422, problem(422, 'invalid'));
    }
  }

  goOffline(): void {
    this.claims = this.reached = false;
  }

  comeOnline(): void {
    this.claims = this.reached = true;
    for (const listener of [...this.listeners]) listener();
  }

  /** The device is wrong about its network. */
  claimOffline(): void {
    this.claims = false;
  }
}
