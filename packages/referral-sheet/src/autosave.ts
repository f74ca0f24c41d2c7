/** The sheet while it is written: the page hears of it once the writing pauses, and when a field or section is left. */
import type { ReferralSheet } from '@tsunagu/schema/referral';
import type { Elsewhere } from './referral-sheet.events.js';

/** A pause in writing (ms). */
const pause = 1000;

export class Autosave {
  private written: (() => ReferralSheet) | undefined;
  private elsewhere: readonly Elsewhere[] | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Somebody writes: what they wrote goes with what the page gives. */
  private open = false;

  constructor(private readonly tell: (sheet: ReferralSheet, elsewhere: readonly Elsewhere[] | undefined) => void) {}

  /** What was written since the page gave its sheet. */
  get sheet(): ReferralSheet | undefined {
    return this.written?.();
  }

  /** `sheet` is asked when it is wanted. */
  write(sheet: () => ReferralSheet, elsewhere?: readonly Elsewhere[]): void {
    this.open = true;
    this.written = sheet;
    if (elsewhere?.length) this.elsewhere = elsewhere;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), pause);
  }

  /** Tells the page now, if there is anything it has not heard. */
  flush(): void {
    if (this.timer === undefined || !this.written) return;
    const { elsewhere } = this;
    this.rest();
    this.tell(this.written(), elsewhere);
  }

  /** Nobody writes any more: from here on what the page gives counts alone. */
  close(): void {
    this.flush();
    this.open = false;
  }

  /** The page's own sheet counts again. */
  forget(): void {
    this.rest();
    this.written = undefined;
  }

  /** The page gave a sheet: nothing more is ours once it has what was written, or nobody writes on it. */
  settle(sheet: ReferralSheet): void {
    if (this.written && (!this.open || JSON.stringify(this.written()) === JSON.stringify(sheet))) this.forget();
  }

  private rest(): void {
    clearTimeout(this.timer);
    this.timer = this.elsewhere = undefined;
  }
}
