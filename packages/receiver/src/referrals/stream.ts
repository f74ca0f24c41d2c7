/**
 * News of referrals as server-sent events, each with its number in the desk's own list, so that a reader who was away goes on where it was.
 *
 * The list is asked once a second for all streams together, not announced by the database (`LISTEN`): it is the same on both engines, holds none of the
 * few connections, needs no mending after a restart of the database, and cannot miss what was announced while it was away. What this receiver
 * wrote itself is looked for at once.
 */
import { Readable } from 'node:stream';
import { liveTokens, type Desk } from '../store/desk-tokens.js';
import { lastNumbers, newsAfter, type DraftNews } from '../store/referral-feed.js';
import type { ReferralLogRow } from '../store/referral-tables.js';
import type { Store } from '../store/store.js';

export interface StreamOptions {
  /** Milliseconds between two looks at the list. */
  poll: number;
  /** Milliseconds without news after which something is sent, so that nothing on the way thinks the line dead. */
  heartbeat: number;
  /** Streams of one token at a time. */
  perToken: number;
}

const usual: StreamOptions = { poll: 1000, heartbeat: 15_000, perToken: 8 };

/** News read at once; the next are read when these have been taken. */
const batch = 100;

/** A reader that takes nothing for so many heartbeats is gone. */
const patience = 4;

function messageOf({ n, referral: id, seq, draft }: ReferralLogRow): string {
  const event = draft === null ? 'referral' : 'draft';
  const data = draft === null ? { id, seq } : { id, ...(JSON.parse(draft) as DraftNews) };
  return `id: ${n}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

class Stream extends Readable {
  #taken = false;
  #busy = false;
  #stuck = 0;
  #over = false;
  /** The last number of the list. */
  #known: number;

  constructor(
    private readonly store: Store,
    readonly desk: Desk,
    private cursor: number,
    known: number,
    first: string,
  ) {
    super({ encoding: 'utf8' });
    this.#known = known;
    this.push(first);
  }

  override _read(): void {
    this.#taken = true;
    this.#stuck = 0;
    void this.#fill();
  }

  /** Nothing more comes. */
  finish(): void {
    if (this.#over) return;
    this.#over = true;
    this.push(null);
  }

  /** The list has grown up to `known`. */
  tell(known: number): void {
    this.#known = Math.max(known, this.#known);
    void this.#fill();
  }

  beat(): void {
    if (this.#over) return;
    if (this.#taken) this.#taken = this.push(':\n\n');
    else if (++this.#stuck >= patience) this.destroy();
  }

  get #ended(): boolean {
    return this.#over || this.destroyed;
  }

  async #fill(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      while (this.#taken && !this.#ended && this.cursor < this.#known) {
        const rows = await newsAfter(this.store.db, this.desk.windowId, this.cursor, batch);
        if (rows.length === 0) this.cursor = this.#known;
        for (const row of rows) {
          if (!this.#taken || this.#ended) break;
          this.cursor = row.n;
          this.#taken = this.push(messageOf(row));
        }
      }
    } catch {
      // The store is away: the next look tries again.
    } finally {
      this.#busy = false;
    }
  }
}

export class ReferralStreams {
  readonly #streams = new Set<Stream>();
  readonly #options: StreamOptions;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #again = false;
  #beatenAt = 0;
  #closed = false;

  constructor(
    private readonly store: Store,
    options: Partial<StreamOptions> = {},
  ) {
    this.#options = { ...usual, ...options };
  }

  /**
   * The news of a desk. `after`: the last number that the reader has. Without it the stream begins now. It says first where it begins: `ready`, or
   * `reset` where the number is none of this list, and the reader has to load anew.
   *
   * Undefined: the token has as many streams as it may have.
   */
  async open(desk: Desk, after: number | undefined): Promise<Readable | undefined> {
    const full = (): boolean =>
      [...this.#streams].filter((stream) => stream.desk.tokenId === desk.tokenId).length >= this.#options.perToken;
    const last = (await lastNumbers(this.store.db, [desk.windowId])).get(desk.windowId) ?? 0;
    if (full()) return undefined;
    const known = after !== undefined && after <= last;
    const cursor = known ? after : last;
    const first = `retry: 2000\nid: ${cursor}\nevent: ${after === undefined || known ? 'ready' : 'reset'}\ndata: {}\n\n`;
    const stream = new Stream(this.store, desk, cursor, last, first);
    if (this.#closed) stream.finish();
    else {
      this.#streams.add(stream);
      stream.once('close', () => this.#streams.delete(stream));
      this.#timer ??= this.#next();
    }
    return stream;
  }

  /** Something may be new: look at once. */
  nudge(): void {
    if (this.#streams.size === 0 || this.#closed) return;
    if (this.#looking) this.#again = true;
    else
      this.#looking = this.#look().finally(() => {
        this.#looking = undefined;
        if (this.#again) {
          this.#again = false;
          this.nudge();
        }
      });
  }

  /** Ends every stream; resolves when nobody asks the store any more. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    for (const stream of this.#streams) stream.finish();
    await this.#looking;
  }

  #next(): NodeJS.Timeout {
    const timer = setTimeout(() => {
      this.#timer = this.#streams.size > 0 && !this.#closed ? this.#next() : undefined;
      this.nudge();
    }, this.#options.poll);
    timer.unref();
    return timer;
  }

  async #look(): Promise<void> {
    try {
      const streams = [...this.#streams];
      const alive = await liveTokens(
        this.store,
        streams.map(({ desk }) => desk.tokenId),
      );
      for (const stream of streams) if (!alive.has(stream.desk.tokenId)) stream.finish();
      const last = await lastNumbers(this.store.db, [...new Set(streams.map(({ desk }) => desk.windowId))]);
      for (const stream of streams) stream.tell(last.get(stream.desk.windowId) ?? 0);
    } catch {
      // The store is away: the streams stay, and the next look tries again.
    }
    const at = performance.now();
    if (at - this.#beatenAt < this.#options.heartbeat) return;
    this.#beatenAt = at;
    for (const stream of this.#streams) stream.beat();
  }
}
