import { runInSlices } from '@tsunagu/core';
import type { Channel, Directory } from '@tsunagu/schema/directory';
import { toInstant } from '@tsunagu/schema/open-state';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { coreWords, type Words } from '@tsunagu/schema/vocabulary';
import { createFinderInSteps } from './find/create-finder.js';
import type { Finder, FinderOptions, FindResult } from './find/types.js';

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

const core: readonly Words[] = [coreWords];
/** From so many desks on, indexing them twice would be felt. */
const many = 500;

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
  private words: readonly Words[] = core;
  private made: { directory: Directory; options: FinderOptions; words: readonly Words[] } | undefined;
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
    const { words, made } = this;
    const same = made?.directory === directory && made.options === options && made.words === words;
    if (same && (this.ready || this.making)) return;
    this.making?.abort();
    const making = (this.making = new AbortController());
    if (made?.directory !== directory) this.finder = this.found = undefined;
    this.made = { directory, options, words };
    this.ready = false;
    try {
      // Thousands of desks are indexed once, with all the words, rather than again in the middle of typing.
      if (directory.windows.length > many && words === core && (await this.fetchWords())) making.signal.throwIfAborted();
      this.made = { directory, options, words: this.words };
      this.finder = await runInSlices(createFinderInSteps(directory, { ...options, words: this.words }), making.signal);
      this.ready = true;
      this.making = undefined;
      this.find();
    } catch (error) {
      if (!making.signal.aborted) this.onFail(error);
    }
  }

  /** Once the resident turns to the search field, the rest of the words. Without them the core of the words answers. */
  async learn(): Promise<void> {
    if (this.words === core && (await this.fetchWords()) && this.made) void this.use(this.made.directory, this.made.options);
  }

  private async fetchWords(): Promise<boolean> {
    try {
      const { moreWords } = await import('@tsunagu/schema/vocabulary/more');
      const news = this.words === core;
      if (news) this.words = [coreWords, moreWords];
      return news;
    } catch {
      // The next letter tries again.
      return false;
    }
  }

  /** Changes the choice and answers it. */
  change(change: Partial<Choice>, announce = true): void {
    this.choice = { ...this.choice, ...change };
    if (this.choice.text) void this.learn();
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
