/**
 * Keeps a draft with the receiver while it is written: always the newest, one saving after the other, each on top of the revision it was made from. Where
 * somebody else was quicker it stops, and goes on with what the worker decides: nothing is overwritten, nothing is dropped. No DOM.
 */
import type { ReferralSheet } from '@tsunagu/schema/referral';
import { isPassing, type Reply } from '../../ask.js';

export interface Kept {
  sheet: ReferralSheet;
  revision: number;
}

/** `waiting`: nobody answered, it is tried again. `refused`: not in this form. `behind`: another worker has saved something else. */
export type Saving =
  | { kind: 'saving' }
  | { kind: 'saved' }
  | { kind: 'waiting'; text: string }
  | { kind: 'refused'; text: string }
  | { kind: 'behind'; theirs: Kept };

export interface DraftSaverOptions {
  kept: Kept;
  save: (sheet: ReferralSheet, revision: number) => Promise<Reply<Kept>>;
  /** What the receiver has, where it refused because somebody else was quicker. */
  theirs: (reply: Extract<Reply<Kept>, { ok: false }>) => Kept | undefined;
  /** Two sheets that say the same. */
  same: (one: ReferralSheet, other: ReferralSheet) => boolean;
  tell: (saving: Saving) => void;
  wait?: (ms: number) => Promise<void>;
}

const pause = { first: 2000, most: 30_000 };

export class DraftSaver {
  /** What the receiver had last, as far as this page knows: what both workers began with. */
  base: Kept;
  #newest: ReferralSheet | undefined;
  #behind = false;
  #refused: ReferralSheet | undefined;
  #running: Promise<void> | undefined;
  #stuck: (() => void) | undefined;
  #hurry: (() => void) | undefined;
  #ended = false;

  constructor(private readonly options: DraftSaverOptions) {
    this.base = options.kept;
  }

  /** Something was written that the receiver does not have. */
  get unsaved(): boolean {
    return this.#newest !== undefined;
  }

  get isBehind(): boolean {
    return this.#behind;
  }

  write(sheet: ReferralSheet): void {
    this.#newest = sheet;
    this.#start();
  }

  /** Somebody else has saved, and nothing was written here since: what they wrote is what is gone on with. */
  follow(kept: Kept): void {
    if (kept.revision > this.base.revision) this.base = kept;
  }

  /** What became of two versions, on top of the other worker's. */
  settle(sheet: ReferralSheet, theirs: Kept): void {
    this.base = theirs;
    this.#behind = false;
    this.write(sheet);
  }

  /** Tries at once. Resolves with true when there is nothing left to be saved, with false when it cannot be saved now. */
  async flush(): Promise<boolean> {
    this.#start();
    const stuck = new Promise<void>((resolve) => (this.#stuck = resolve));
    this.#hurry?.();
    await Promise.race([this.#running, stuck]);
    return !this.unsaved;
  }

  end(): void {
    this.#ended = true;
  }

  #start(): void {
    if (this.#behind || this.#newest === undefined || this.#newest === this.#refused) return;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
      this.#start();
    });
  }

  async #run(): Promise<void> {
    const { wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)) } = this.options;
    for (let tries = 0; this.#newest !== undefined && !this.#ended;) {
      const outcome = await this.#save(this.#newest);
      if (outcome === 'stop') return;
      if (outcome === 'kept') {
        tries = 0;
        continue;
      }
      this.#stuck?.();
      const hurry = new Promise<void>((resolve) => (this.#hurry = resolve));
      await Promise.race([wait(Math.min(pause.most, pause.first * 2 ** tries++)), hurry]);
      this.#hurry = undefined;
    }
  }

  async #save(sheet: ReferralSheet): Promise<'kept' | 'again' | 'stop'> {
    const { save, theirs, same, tell } = this.options;
    tell({ kind: 'saving' });
    const reply = await save(sheet, this.base.revision);
    if (reply.ok) return this.#keep(sheet, reply.data.revision);
    const current = theirs(reply);
    // It has this very sheet: the answer to an earlier try was lost.
    if (current && same(current.sheet, sheet)) return this.#keep(sheet, current.revision);
    if (current) {
      this.#behind = true;
      tell({ kind: 'behind', theirs: current });
      return 'stop';
    }
    if (isPassing(reply)) {
      tell({ kind: 'waiting', text: reply.text });
      return 'again';
    }
    tell({ kind: 'refused', text: reply.text });
    // The same again would be refused again; the next writing is another.
    this.#refused = sheet;
    return this.#newest === sheet ? 'stop' : 'kept';
  }

  #keep(sheet: ReferralSheet, revision: number): 'kept' {
    this.base = { sheet, revision };
    if (this.#newest === sheet) this.#newest = undefined;
    if (this.#newest === undefined) this.options.tell({ kind: 'saved' });
    return 'kept';
  }
}
