/**
 * One sitting up to its answer: what was given is judged, and what may be asked follows from it. No DOM. What comes after the answer, and the writing of the
 * record, are `steps.ts`; nothing is left of a sitting that was closed.
 */
import type { ConsentRequest, ConsentState, NoticeText, RequestDraft } from '@tsunagu/schema/consent';
import type { Cell } from './cell.js';
import type { Given, Outcome, Page, Purpose } from './given.js';
import type { AnswerKind, AskedField, Hindrance, QuestionAnswer } from './locales/messages.js';
import { isCovered, isReadable, momentOf, sameQuestion, tolerance } from './question.js';

export type { Given, Outcome, Page, Purpose } from './given.js';

export class Session {
  page: Page = 'loading';
  obstacle: { reason: Hindrance; from?: string | null; message?: string } | undefined;
  /** What is asked: an open question of the record, or the request that is about to be asked. */
  asked: RequestDraft | ConsentRequest | undefined;
  /** The question is in the record already, so that only its own notices can be read. */
  isOpen = false;
  state: ConsentState | undefined;
  kind: AnswerKind = 'given';
  /** The choice one by one stands open. */
  choosing = false;
  /** What is missing on this page. */
  problems: readonly AskedField[] = [];
  /** A sentence about the record having changed under the dialog. */
  news: 'changed' | 'askedAnew' | undefined;
  outcome: Outcome | undefined;
  /** The explanation that was answered. */
  read: NoticeText | undefined;
  /** An earlier question of the record that is asked once more. */
  again: RequestDraft | undefined;
  /** It is asked although it was answered before. */
  isAnew = false;
  /** The person began to speak of it themselves. */
  isByPerson = false;
  /** Counts what was looked at: whatever began before the last look is about something else. */
  turn = 0;
  readonly openedAt: Date;
  /** Done after each look, once `steps.ts` is here. */
  looked: () => Promise<void> = () => Promise.resolve();

  constructor(
    public given: Given,
    public purpose: Purpose,
    readonly changed: () => void,
  ) {
    this.openedAt = given.now;
  }

  /** Judges the record and what may be asked. */
  async start(): Promise<void> {
    const page = await this.#look();
    if (!page) return;
    this.go(page);
    await this.looked();
  }

  /** The element was given something else while the dialog is open: what was chosen stays. */
  async replace(given: Given): Promise<void> {
    const before = this.given;
    this.given = given;
    if (this.outcome) return;
    if (given.record === before.record && given.request === before.request && given.subject?.ref === before.subject?.ref) return;
    const { page, asked } = this;
    const next = await this.#look();
    if (!next) return;
    if (page !== 'loading' && next === 'ask') {
      const same = asked !== undefined && sameQuestion(asked, this.asked!);
      this.news = !same && asked ? 'askedAnew' : given.record !== before.record ? 'changed' : this.news;
      // Whoever stood before the record button stays there, unless the question is another one.
      if (same && page === 'who') return this.#stay();
    } else if ((page === 'withdraw' && next === page) || (page === 'who' && this.kind === 'renewed' && this.mayExtend)) {
      this.news = 'changed';
      return this.#stay();
    }
    this.go(next);
    await this.looked();
  }

  #stay(): Promise<void> {
    this.changed();
    return this.looked();
  }

  go(page: Page): void {
    this.page = page;
    this.problems = [];
    this.changed();
  }

  hinder(reason: Hindrance, more: { from?: string | null; message?: string } = {}): 'obstacle' {
    this.obstacle = { reason, ...more };
    return 'obstacle';
  }

  get #moment(): Date {
    return momentOf(this.given.now, this.given.record);
  }

  /** Which page follows from what was given; undefined when something else was given meanwhile, which is looked at by itself. */
  async #look(): Promise<Page | undefined> {
    const turn = ++this.turn;
    const { record, subject } = this.given;
    this.obstacle = undefined;
    if (!globalThis.crypto?.subtle) return this.hinder('insecure');
    if (!Array.isArray(record)) return this.hinder('broken');
    let state: ConsentState = { status: 'none', valid: false, cells: [] };
    let asking: { may: boolean; from?: string | null } = { may: true };
    if (record.length) {
      const judging = await import('./judging.js').catch(() => undefined);
      if (turn !== this.turn) return undefined;
      if (!judging) return 'unfetched';
      const judged = await judging.judge(record, this.#moment);
      if (turn !== this.turn) return undefined;
      if (typeof judged === 'string') return this.hinder('broken', { message: judged });
      state = judged;
      asking = judging.mayAsk(state, this.#moment);
    }
    this.state = state;
    if (state.subject !== undefined && subject && state.subject !== subject.ref)
      return this.hinder('broken', { message: 'The record is another person’s.' });
    if (this.purpose === 'worker') return 'worker';
    if (this.purpose === 'withdraw') return this.takeable.length ? 'withdraw' : 'standing';
    // Taking back waits for no clock.
    if (this.#moment.getTime() - this.given.now.getTime() > tolerance) return this.hinder('clock');
    this.isOpen = state.open !== undefined;
    if (state.open) {
      if (!isReadable(state.open)) return this.hinder('broken');
      this.asked = state.open;
      return 'ask';
    }
    const request = this.given.request ?? this.again;
    if (!request) return record.length ? 'standing' : this.hinder('nothing');
    if (!isReadable(request)) return this.hinder('request');
    if (!this.isAnew && state.valid && isCovered(request, state)) return 'standing';
    this.asked = request;
    if (asking.may || this.isByPerson) return 'ask';
    return this.hinder('too-early', { message: 'The person asked not to be asked now.', from: asking.from ?? null });
  }

  /** Cells that were given or have been given once, so that taking back means something. */
  get takeable(): Cell[] {
    const over = ['given', 'expired', 'terminated'];
    return (this.state?.cells ?? []).filter(({ state }) => over.includes(state));
  }

  /** May what is given be given for longer? Only where a day ends it. */
  get mayExtend(): boolean {
    return !!this.state?.valid && this.state.expiresOn !== undefined;
  }

  /** Opens and closes the choice cell by cell. */
  toggleChoosing(): void {
    this.choosing = !this.choosing;
    this.changed();
  }

  /** One answer for everything that is asked. `read`: the explanation as it stood on the screen. */
  decide(kind: Exclude<QuestionAnswer, 'partly'>, read: NoticeText): void {
    this.choosing = false;
    this.answer(kind, read);
  }

  /** Goes on from the answer to who gives it. */
  answer(kind: AnswerKind, read: NoticeText): void {
    this.read = read;
    this.kind = kind;
    this.news = undefined;
    this.go('who');
  }
}
