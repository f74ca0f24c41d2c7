import type { Directory } from '@tsunagu/schema/directory';
import type { OpenLook } from './open-look.js';

/** Hours of desks: told once they can be; until then, and where that part cannot be fetched, the sheet gives the numbers alone. */
export class OpenLooks {
  private look: OpenLook | undefined;
  private asked = false;

  constructor(private readonly changed: () => void) {}

  in(directory: Directory | undefined): OpenLook | undefined {
    if (directory && !this.asked) void this.fetch();
    return this.look;
  }

  private async fetch(): Promise<void> {
    this.asked = true;
    try {
      this.look = (await import('./open-look.js')).openLook;
      this.changed();
    } catch (error) {
      console.warn(`<tsunagu-referral-sheet> opening hours could not be loaded: ${String(error)}`);
    }
  }
}
