/** The sheet while it is written: the page hears of it once the writing pauses, and when a field or section is left. */
import type { ReferralSheet } from '@tsunagu/schema/referral';

/** A pause in writing (ms). */
const pause = 1000;

export class Autosave {
  private written: ReferralSheet | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly tell: (sheet: ReferralSheet) => void) {}

  /** What was written since the page gave its sheet. */
  get sheet(): ReferralSheet | undefined {
    return this.written;
  }

  write(sheet: ReferralSheet): void {
    this.written = sheet;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), pause);
  }

  /** Tells the page now, if there is anything it has not heard. */
  flush(): void {
    if (this.timer === undefined || !this.written) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.tell(this.written);
  }

  /** The page's own sheet counts again. */
  forget(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.written = undefined;
  }

  /** The page gave a sheet: nothing more is ours once it has what was written. */
  settle(sheet: ReferralSheet): void {
    if (this.written && JSON.stringify(this.written) === JSON.stringify(sheet)) this.forget();
  }
}
