import { runInSlices } from '@tsunagu/core';
import type { Channel, Directory } from '@tsunagu/schema/directory';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { createFinderInSteps, type Finder, type FinderOptions, type FindResult } from './find/index.js';
import { toInstant } from './findable.js';

/** What the resident asks for. It lives here only: no event, address or storage carries it. */
export interface Choice {
  /** What is in the field, letter by letter: writing anything else back would break an input method's composition. */
  text: string;
  /** An input method is at work: the letters at the end are not yet kana. */
  composing: boolean;
  topics: ReadonlySet<string>;
  area: string;
  channels: ReadonlySet<Channel>;
  openNow: boolean;
  /** `YYYY-MM-DDTHH:MM` in Asia/Tokyo; empty = now. */
  at: string;
  /** Desks shown. */
  shown: number;
}

/** A screen reader hears the count once nothing has changed for so long (ms). */
const announceAfter = 700;
/** Open states are refreshed this often (ms). */
const refreshEvery = 30_000;

/** Holds the resident's choice and the answer to it. */
export class SearchController implements ReactiveController {
  choice: Choice = { text: '', composing: false, topics: new Set(), area: '', channels: new Set(), openNow: false, at: '', shown: 10 };
  found: FindResult | undefined;
  /** What a screen reader is told; changes only when the resident has paused. */
  announcement = '';

  private finder: Finder | undefined;
  /** The finder is the one last asked for. */
  private ready = false;
  private made: { directory: Directory; options: FinderOptions } | undefined;
  private making: AbortController | undefined;
  private announcing: ReturnType<typeof setTimeout> | undefined;
  private ticking: ReturnType<typeof setInterval> | undefined;
  private instant = new Date();

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly describe: (found: FindResult) => string,
    private readonly hasFocus: () => boolean,
    private readonly onFail: (error: unknown) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.ticking = setInterval(() => this.refresh(), refreshEvery);
    if (this.made && !this.ready) void this.use(this.made.directory, this.made.options);
    else if (this.finder) this.refresh();
  }

  hostDisconnected(): void {
    clearInterval(this.ticking);
    clearTimeout(this.announcing);
    this.making?.abort();
    this.making = undefined;
  }

  /** The moment the states are for. */
  get at(): Date {
    return this.instant;
  }

  /** Makes the finder for a directory, in slices; asking again for the same one costs nothing. A present finder answers meanwhile. */
  async use(directory: Directory, options: FinderOptions): Promise<void> {
    const same = this.made?.directory === directory && this.made.options === options;
    if (same && (this.ready || this.making)) return;
    this.making?.abort();
    const making = (this.making = new AbortController());
    if (this.made?.directory !== directory) this.finder = this.found = undefined;
    this.made = { directory, options };
    this.ready = false;
    try {
      this.finder = await runInSlices(createFinderInSteps(directory, options), making.signal);
      this.ready = true;
      this.making = undefined;
      this.find();
    } catch (error) {
      if (!making.signal.aborted) this.onFail(error);
    }
  }

  /** Changes the choice and answers it. */
  change(change: Partial<Choice>, announce = true): void {
    this.choice = { ...this.choice, ...change };
    this.find();
    if (announce) this.announce();
  }

  private find(): void {
    const { finder, choice } = this;
    if (!finder) return;
    this.instant = toInstant(choice.at) ?? new Date();
    const text = choice.composing ? choice.text.replace(/[a-zａ-ｚ]+$/i, '') : choice.text;
    this.found = finder.find({
      text,
      topics: [...choice.topics],
      ...(choice.area && { area: choice.area }),
      at: this.instant,
      openNow: choice.openNow,
      channels: [...choice.channels],
      limit: choice.shown,
    });
    this.host.requestUpdate();
    // Romaji needs a table that is only fetched when Latin letters are typed; then the same words are looked up again.
    if (/[a-z]/i.test(text.normalize('NFKC')))
      void finder.ready(text).then((news) => {
        if (news && this.finder === finder && this.choice.text === choice.text) this.find();
      });
  }

  /** Time passes. The order does not depend on it; only "open now" may take a desk away, and not from under a finger. */
  private refresh(): void {
    if (!this.choice.at && !(this.choice.openNow && this.hasFocus())) this.find();
  }

  private announce(): void {
    clearTimeout(this.announcing);
    this.announcing = setTimeout(() => {
      this.announcement = this.found ? this.describe(this.found) : '';
      this.host.requestUpdate();
    }, announceAfter);
  }
}
