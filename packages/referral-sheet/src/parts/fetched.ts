/** What is fetched when it is needed: a mode, a panel, the words for hours. */
import { say } from '@tsunagu/core';
import { html } from 'lit';
import type { SheetMessages } from '../locales/messages.js';
import type { SheetPart } from '../sheet-host.js';
import type { Piece } from './view.js';

export class Fetched<Part = SheetPart> {
  part: Part | undefined;
  failed = false;
  private asked = false;

  constructor(
    private readonly load: () => Promise<Part>,
    private readonly changed: () => void,
    private readonly onFail: (error: unknown) => void,
  ) {}

  /** What is here; what is not is on its way from now on, unless it failed. */
  get here(): Part | undefined {
    if (!this.asked) void this.fetch();
    return this.part;
  }

  readonly retry = (): void => {
    this.failed = false;
    this.changed();
    void this.fetch();
  };

  /** Lets a mode or a panel go. */
  end(): void {
    (this.part as SheetPart | undefined)?.end();
    this.part = undefined;
    this.asked = false;
    this.failed = false;
  }

  private async fetch(): Promise<void> {
    this.asked = true;
    try {
      const part = await this.load();
      // Closed before it was here.
      if (!this.asked) return (part as SheetPart).end();
      this.part = part;
      this.changed();
    } catch (error) {
      this.failed = true;
      this.onFail(error);
      this.changed();
    }
  }
}

/** The part, or that it is on its way, or that it could not be fetched, with another try. */
export function fetchedBlock(fetched: Fetched, texts: SheetMessages, furigana: boolean): Piece {
  const { here } = fetched;
  if (here) return here.render();
  if (!fetched.failed) return html`<p role="status" ${say(texts.loading, furigana)}></p>`;
  return html`<div class="notice warn" part="part-failed" role="status">
    <p ${say(texts.partFailed, furigana)}></p>
    <button class="button" type="button" @click=${fetched.retry}><span ${say(texts.again, furigana)}></span></button>
  </div>`;
}
