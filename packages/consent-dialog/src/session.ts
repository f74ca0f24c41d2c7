/**
 * One sitting: from opening the dialog to the receipt. Holds what was chosen and written, knows what may be asked, and makes the next events of the
 * record. No DOM. Nothing is recorded before `record()`, and nothing is left of a sitting that was closed.
 */
import type { AppendRefusal, ConsentRequest, ConsentState, NoticeText, RequestDraft } from '@tsunagu/schema/consent';
import { tokyoParts } from '@tsunagu/schema/open-state';
import { noAnswers, type Answers } from './answers.js';
import { cellsOf, type Cell } from './choices.js';
import { Choosing } from './choosing.js';
import type { AnswerKind, AskedField, Hindrance, QuestionAnswer } from './locales/messages.js';
import type { Signed } from './parts/signature.js';
import { isCovered, isReadable, momentOf, sameQuestion, tolerance } from './question.js';
import type { Given, Outcome, Page, Purpose } from './given.js';
import type * as recordingModule from './recording.js';

export type { Given, Outcome, Page, Purpose } from './given.js';

export class Session extends Choosing {
  page: Page = 'loading';
  obstacle: { reason: Hindrance; from?: string | null; message?: string } | undefined;
  /** What is asked: an open question of the record, or the request that is about to be asked. */
  asked: RequestDraft | ConsentRequest | undefined;
  /** The question is in the record already, so that only its own notices can be read. */
  isOpen = false;
  state: ConsentState | undefined;
  kind: AnswerKind = 'given';
  answers: Answers = noAnswers;
  problems: readonly AskedField[] = [];
  /** Something stands in the field for the signature. */
  signed = false;
  busy = false;
  /** A sentence about the record having changed under the dialog. */
  news: 'changed' | 'askedAnew' | undefined;
  outcome: Outcome | undefined;
  /** What records could not be fetched; the last button tries again. */
  unfetched = false;
  #read: NoticeText | undefined;
  #given: Given;
  #purpose: Purpose;
  /** An earlier question of the record that is asked once more. */
  #again: RequestDraft | undefined;
  #recording: typeof recordingModule | undefined;
  readonly #openedAt: Date;
  #turn = 0;
  #anew = false;
  #byPerson = false;

  constructor(given: Given, purpose: Purpose, changed: () => void) {
    super(changed);
    this.#given = given;
    this.#purpose = purpose;
    this.#openedAt = given.now;
    this.answers = { ...noAnswers, explainedBy: given.worker.name ?? '' };
  }

  get given(): Given {
    return this.#given;
  }

  /** Judges the record and what may be asked. */
  start(): Promise<void> {
    return this.#judge();
  }

  /** Once more, after something could not be fetched. */
  retry(): Promise<void> {
    return this.#judge();
  }

  /** The element was given something else while the dialog is open: what was chosen stays. */
  async replace(given: Given): Promise<void> {
    const before = this.#given;
    this.#given = given;
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
    this.#go(next);
    await this.#try();
  }

  #stay(): Promise<void> {
    this.changed();
    return this.#try();
  }

  /** The person began to speak of it themselves: the day before which nobody may ask does not bind. */
  async byPerson(): Promise<void> {
    this.#byPerson = true;
    await this.#judge();
  }

  /** Asks again what was decided before: the request, else the record's last question, for a new time where its own is over. */
  async askAnew(): Promise<void> {
    const last = this.lastAsked;
    if (!this.#given.request && last) {
      if (last.period.until === 'date' && last.period.date < this.today) return this.#go('period');
      this.#again = last;
    }
    this.#anew = true;
    this.#purpose = 'decide';
    await this.#judge();
  }

  /** The record's last question, for whoever asks it once more. */
  get lastAsked(): RequestDraft | undefined {
    const asked = this.#given.record.findLast((event) => event.type === 'requested');
    if (!asked) return undefined;
    const { startedBy: _startedBy, ...request } = asked.request;
    return request;
  }

  /** Goes on from the choice of a new end to the explanation, which is written anew with it. */
  async explainAgain(): Promise<void> {
    const recording = await this.#fetch();
    if (!recording) return this.changed();
    this.problems = recording.endProblems(this.answers, this.today);
    if (this.problems.length) return this.changed();
    this.#again = { ...this.lastAsked!, notices: [], period: recording.newPeriod(this.answers) };
    this.#anew = true;
    this.#purpose = 'decide';
    await this.#judge();
  }

  /** May what is given be given for longer? Only where a day ends it. */
  get mayExtend(): boolean {
    return !!this.state?.valid && this.state.expiresOn !== undefined;
  }

  /** A longer time for what is given. */
  extend(): void {
    this.kind = 'renewed';
    this.news = undefined;
    this.#go('who');
  }

  async takeBack(): Promise<void> {
    this.#purpose = 'withdraw';
    await this.#judge();
  }

  #go(page: Page): void {
    this.page = page;
    this.problems = [];
    this.changed();
  }

  #hinder(reason: Hindrance, more: { from?: string | null; message?: string } = {}): 'obstacle' {
    this.obstacle = { reason, ...more };
    return 'obstacle';
  }

  get #moment(): Date {
    return momentOf(this.#given.now, this.#given.record);
  }

  async #judge(): Promise<void> {
    const page = await this.#look();
    if (!page) return;
    this.#go(page);
    await this.#try();
  }

  /** Which page follows from what was given; undefined when something else was given meanwhile, which is looked at by itself. */
  async #look(): Promise<Page | undefined> {
    const turn = ++this.#turn;
    const { record, subject } = this.#given;
    this.obstacle = undefined;
    if (!globalThis.crypto?.subtle) return this.#hinder('insecure');
    if (!Array.isArray(record)) return this.#hinder('broken');
    let state: ConsentState = { status: 'none', valid: false, cells: [] };
    let asking: { may: boolean; from?: string | null } = { may: true };
    if (record.length) {
      const judging = await import('./judging.js').catch(() => undefined);
      if (turn !== this.#turn) return undefined;
      if (!judging) return 'unfetched';
      const judged = await judging.judge(record, this.#moment);
      if (turn !== this.#turn) return undefined;
      if (typeof judged === 'string') return this.#hinder('broken', { message: judged });
      state = judged;
      asking = judging.mayAsk(state, this.#moment);
    }
    this.state = state;
    if (state.subject !== undefined && subject && state.subject !== subject.ref)
      return this.#hinder('broken', { message: 'The record is another person’s.' });
    if (this.#purpose === 'worker') return 'worker';
    if (this.#purpose === 'withdraw') return this.takeable.length ? 'withdraw' : 'standing';
    // Taking back waits for no clock.
    if (this.#moment.getTime() - this.#given.now.getTime() > tolerance) return this.#hinder('clock');
    this.isOpen = state.open !== undefined;
    if (state.open) {
      if (!isReadable(state.open)) return this.#hinder('broken');
      this.asked = state.open;
      return 'ask';
    }
    const request = this.#given.request ?? this.#again;
    if (!request) return record.length ? 'standing' : this.#hinder('nothing');
    if (!isReadable(request)) return this.#hinder('request');
    if (!this.#anew && state.valid && isCovered(request, state)) return 'standing';
    this.asked = request;
    if (asking.may || this.#byPerson) return 'ask';
    return this.#hinder('too-early', { message: 'The person asked not to be asked now.', from: asking.from ?? null });
  }

  /** What writes a record, and judges for it; undefined while it cannot be fetched. */
  async #fetch(): Promise<typeof recordingModule | undefined> {
    this.#recording ??= await import('./recording.js').catch(() => undefined);
    this.unfetched = !this.#recording;
    return this.#recording;
  }

  /**
   * Asks on trial, with the very rules that will write it, as soon as these are here: they come while somebody reads. What could not be written is not
   * asked any longer.
   */
  async #try(): Promise<void> {
    if (!['ask', 'who', 'withdraw', 'period'].includes(this.page)) return;
    const turn = this.#turn;
    const recording = this.#recording ?? (await this.#fetch());
    this.unfetched = false;
    const question = this.#question(this.asked?.notices?.[0] ?? { version: '-', language: 'ja', text: '-' });
    if (!recording || !question || this.page === 'withdraw' || turn !== this.#turn) return;
    const trial = await recording.ask(question, this.#given);
    if (!trial.ok && turn === this.#turn && !this.busy && !this.outcome) this.#refused(trial.refusal);
  }

  /** The question, where it is not in the record yet. */
  #question(read: NoticeText): recordingModule.Question | undefined {
    const { asked, isOpen, kind } = this;
    if (!asked || isOpen || ['withdrawn', 'narrowed', 'renewed'].includes(kind)) return undefined;
    return { asked: asked, read, openedAt: this.#openedAt, byPerson: this.#byPerson };
  }

  /** Today in Japan, `YYYY-MM-DD`. */
  get today(): string {
    return tokyoParts(this.#given.now).dateKey;
  }

  /** Cells that were given or have been given once, so that taking back means something. */
  get takeable(): { purpose: string; agency: string; item: string }[] {
    const over = ['given', 'expired', 'terminated'];
    return (this.state?.cells ?? []).filter(({ state }) => over.includes(state));
  }

  // What the person does.

  /** One answer for everything that is asked. `read`: the explanation as it stood on the screen. */
  decide(kind: Exclude<QuestionAnswer, 'partly'>, read: NoticeText): void {
    this.#readThis(read);
    this.kind = kind;
    this.choosing = false;
    this.news = undefined;
    this.#go('who');
  }

  #readThis(read: NoticeText): void {
    this.#read = read;
    if (!this.answers.language) this.answers = { ...this.answers, language: read.language };
  }

  /** Can one go back to what was chosen? */
  get hasChosen(): boolean {
    return this.#read !== undefined || this.kind === 'renewed';
  }

  /** Goes on with what was chosen one by one. */
  proceed(read: NoticeText): void {
    const { given, refused, open } = this.choices.tally(cellsOf(this.asked!));
    this.empty = !given && !refused;
    if (this.empty) return this.changed();
    this.#readThis(read);
    this.kind = !given ? 'refused' : refused || open ? 'partly' : 'given';
    this.news = undefined;
    this.#go('who');
  }

  answer(name: keyof Answers, value: string): void {
    this.answers = { ...this.answers, [name]: value };
    if (this.problems.length) this.problems = this.#problems();
    this.changed();
  }

  sign(signed: boolean): void {
    this.signed = signed;
    if (this.problems.length) this.problems = this.#problems();
    this.changed();
  }

  back(): void {
    if (this.kind !== 'renewed') return this.#go('ask');
    this.kind = 'given';
    this.#go('standing');
  }

  override drop(cell: Cell): void {
    super.drop(cell);
    if (this.problems.length) this.problems = this.#problems();
    this.changed();
  }

  /** Cells that are given now. */
  get live(): Cell[] {
    return (this.state?.cells ?? [])
      .filter(({ state }) => state === 'given')
      .map(({ purpose, agency, item }) => ({ purpose, agency, item }));
  }

  get #droppedNow(): Cell[] {
    return this.live.filter((cell) => this.isDropped(cell));
  }

  #problems(): AskedField[] {
    const { asked, answers, kind, signed, today } = this;
    if (this.page === 'period') return this.#recording?.endProblems(answers, today) ?? [];
    const last = asked?.period?.until === 'date' ? asked.period.date : undefined;
    return this.#recording?.problemsOf(kind, answers, { today, last, signed, dropped: this.#droppedNow.length > 0 }) ?? [];
  }

  /** Cells left without an answer, where they were chosen one by one. */
  get leftOpen(): number {
    return this.choosing && this.asked ? this.choices.tally(cellsOf(this.asked)).open : 0;
  }

  /** Writes it down. Undefined when something is missing or nothing may be recorded; then the page says why. */
  async record(take: () => Promise<Signed | undefined> = () => Promise.resolve(undefined)): Promise<Outcome | undefined> {
    if (this.busy) return undefined;
    const given = this.#given;
    const here = () => this.#given.record === given.record;
    if (this.page === 'withdraw') this.kind = this.answers.scope === 'cells' ? 'narrowed' : 'withdrawn';
    this.busy = true;
    this.changed();
    try {
      const recording = await this.#fetch();
      if (!recording) return undefined;
      this.problems = this.#problems();
      if (this.problems.length || !here()) return undefined;
      const result = await recording.write(this.#saying, given, await take());
      // Somebody replaced the record meanwhile: `replace` looks at it, and what was chosen is still here.
      if (!here()) return undefined;
      if ('code' in result) return this.#refused(result);
      this.outcome = result;
      this.state = result.state;
      this.#go('receipt');
      return result;
    } catch (error) {
      this.#go(this.#hinder('other', { message: String(error) }));
      return undefined;
    } finally {
      this.busy = false;
      this.changed();
    }
  }

  get #saying(): recordingModule.Saying {
    const { kind, answers, choosing, choices } = this;
    const asked = this.asked as RequestDraft | undefined;
    const read = this.#read;
    return {
      kind,
      answers,
      read,
      asked,
      question: read && this.#question(read),
      chosen: choosing && asked ? choices.decisions(asked) : undefined,
      dropped: this.#droppedNow,
    };
  }

  #refused({ code, from, message }: AppendRefusal): undefined {
    this.#go(this.#hinder(this.#recording!.hindranceOf[code], { message, ...(from !== undefined && { from }) }));
  }
}
