/**
 * One sitting: from opening the dialog to the receipt. Holds what was chosen and written, knows what may be asked, and makes the next events of the
 * record. No DOM. Nothing is recorded before `record()`, and nothing is left of a sitting that was closed.
 */
import {
  appendEvent,
  consentState,
  freezeNotice,
  verifyChain,
  withdrawalReach,
  type AppendRefusal,
  type AppendResult,
  type ConsentDraft,
  type ConsentEvent,
  type ConsentRequest,
  type ConsentState,
  type Holder,
  type NoticeText,
  type RequestDraft,
  type Shipment,
} from '@tsunagu/schema/consent';
import { tokyoParts } from '@tsunagu/schema/open-state';
import { isYes, noAnswers, problemsOf, reasonOf, type Answers, type Worker } from './answers.js';
import { Choices, cellsOf, type Axis, type Cell, type Chosen, type Group } from './choices.js';
import { answerDraft, questionDraft, withdrawalDraft } from './drafts.js';
import type { AnswerKind, AskedField, Obstacle } from './locales/messages.js';
import type { Drawing, Signed } from './parts/signature.js';
import { isCovered, isReadable, momentOf, newRecordId, obstacleOf, sameQuestion, tolerance } from './question.js';

/** What the element was given, as it is now. */
export interface Given {
  request: RequestDraft | undefined;
  record: readonly ConsentEvent[];
  subject: { ref: string; name?: string } | undefined;
  worker: Worker;
  shipments: readonly Shipment[] | undefined;
  now: Date;
}

export type Purpose = 'decide' | 'withdraw' | 'worker';

export type Page = 'loading' | 'obstacle' | 'ask' | 'who' | 'standing' | 'withdraw' | 'worker' | 'receipt';

/** The end of a sitting: what was recorded. */
export interface Outcome {
  kind: AnswerKind;
  record: ConsentEvent[];
  /** The new events, oldest first. */
  events: ConsentEvent[];
  state: ConsentState;
  /** After taking back: who holds what. Undefined when nobody told what was sent. */
  reach?: Holder[];
  /** A signature written by hand: the record names it, the host keeps it. */
  drawing?: Drawing;
}

export class Session {
  page: Page = 'loading';
  obstacle: { reason: Obstacle; from?: string | null; message?: string } | undefined;
  /** What is asked: an open question of the record, or the request that is about to be asked. */
  asked: RequestDraft | ConsentRequest | undefined;
  /** The question is in the record already, so that only its own notices can be read. */
  isOpen = false;
  state: ConsentState | undefined;
  kind: AnswerKind = 'given';
  readonly choices = new Choices();
  axis: Axis = 'agency';
  choosing = false;
  readonly expanded = new Set<string>();
  answers: Answers = noAnswers;
  problems: readonly AskedField[] = [];
  /** Something stands in the field for the signature. */
  signed = false;
  busy = false;
  /** A sentence about the record having changed under the dialog. */
  news: 'changed' | 'askedAnew' | undefined;
  /** Chosen one by one, but nothing yet. */
  empty = false;
  outcome: Outcome | undefined;
  #read: NoticeText | undefined;
  #given: Given;
  #purpose: Purpose;
  readonly #record = newRecordId();
  #openedAt: Date;
  #turn = 0;
  #anew = false;
  #byPerson = false;

  constructor(
    given: Given,
    purpose: Purpose,
    private readonly changed: () => void,
  ) {
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
      if (same && page === 'who') return this.changed();
    } else if (page === 'withdraw' && next === page) {
      this.news = 'changed';
      return this.changed();
    }
    this.#go(next);
  }

  /** The person began to speak of it themselves: the day before which nobody may ask does not bind. */
  async byPerson(): Promise<void> {
    this.#byPerson = true;
    await this.#judge();
  }

  /** Asks again what was decided before. */
  async askAnew(): Promise<void> {
    this.#anew = true;
    this.#purpose = 'decide';
    await this.#judge();
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

  #stop(reason: Obstacle, message: string): void {
    this.#hinder(reason, { message });
    this.busy = false;
    this.#go('obstacle');
  }

  #hinder(reason: Obstacle, more: { from?: string | null; message?: string } = {}): 'obstacle' {
    this.obstacle = { reason, ...more };
    return 'obstacle';
  }

  get #moment(): Date {
    return momentOf(this.#given.now, this.#given.record);
  }

  async #judge(): Promise<void> {
    const page = await this.#look();
    if (page) this.#go(page);
  }

  /** Which page follows from what was given; undefined when something else was given meanwhile, which is looked at by itself. */
  async #look(): Promise<Page | undefined> {
    const turn = ++this.#turn;
    const { record, request, subject } = this.#given;
    this.obstacle = undefined;
    if (!globalThis.crypto?.subtle) return this.#hinder('insecure');
    if (!Array.isArray(record)) return this.#hinder('broken');
    const verdict = await verifyChain(record).catch(() => undefined);
    if (turn !== this.#turn) return undefined;
    const message = verdict && !verdict.ok ? verdict.faults.map((fault) => fault.message).join(' ') : 'The record cannot be read.';
    if (!verdict?.ok) return this.#hinder('broken', { message });
    const state = consentState(record, this.#moment);
    this.state = state;
    if (state.status === 'unknown') return this.#hinder('broken', { message });
    if (state.subject !== undefined && subject && state.subject !== subject.ref)
      return this.#hinder('broken', { message: 'The record is another person’s.' });
    if (this.#purpose === 'worker') return 'worker';
    if (this.#purpose === 'withdraw') return this.takeable.length ? 'withdraw' : 'standing';
    // Taking back waits for no clock.
    if (this.#moment.getTime() - this.#given.now.getTime() > tolerance) return this.#hinder('clock');
    this.isOpen = state.open !== undefined;
    if (state.open) {
      if (!isReadable(state.open)) return this.#hinder('broken', { message });
      this.asked = state.open;
      return 'ask';
    }
    if (!request) return record.length ? 'standing' : this.#hinder('nothing');
    if (!isReadable(request)) return this.#hinder('request');
    if (!this.#anew && state.valid && isCovered(request, state)) return 'standing';
    this.asked = request;
    const trial = await this.#ask(request.notices?.[0] ?? { version: '-', language: 'ja', text: '-' });
    if (turn !== this.#turn) return undefined;
    return trial.ok ? 'ask' : this.#refusal(trial.refusal);
  }

  #refusal({ code, from, message }: AppendRefusal): 'obstacle' {
    return this.#hinder(obstacleOf[code], { message, ...(from !== undefined && { from }) });
  }

  /** The record with the question at its end. */
  #ask(notice: NoticeText): Promise<AppendResult> {
    const { record, subject, worker } = this.#given;
    const asked = this.asked as RequestDraft;
    const moment = this.#moment;
    const last = Date.parse(record.at(-1)?.at ?? '') || 0;
    // When the dialog opened; a record that has grown since then only takes a later time.
    const at = new Date(Math.min(Math.max(this.#openedAt.getTime(), last), moment.getTime()));
    const first = record.length ? undefined : { record: this.#record, subject };
    const draft = questionDraft(asked, notice, { worker, at, byPerson: this.#byPerson, first });
    return appendEvent(record, draft, { now: moment });
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
  decide(kind: Exclude<AnswerKind, 'partly' | 'withdrawn'>, read: NoticeText): void {
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
    return this.#read !== undefined;
  }

  /** Opens and closes the choice cell by cell. */
  toggleChoosing(): void {
    this.choosing = !this.choosing;
    this.changed();
  }

  look(axis: Axis): void {
    this.axis = axis;
    this.changed();
  }

  expand(id: string): void {
    if (!this.expanded.delete(id)) this.expanded.add(id);
    this.changed();
  }

  choose(cells: readonly Cell[], chosen: Chosen): void {
    this.choices.set(cells, chosen);
    this.empty = false;
    this.changed();
  }

  chooseAgain(): void {
    this.choices.clear();
    this.changed();
  }

  because(group: Pick<Group, 'axis' | 'id'>, reason: string): void {
    const text = reasonOf(reason);
    const key = `${group.axis} ${group.id}`;
    if (text) this.choices.reasons.set(key, text);
    else this.choices.reasons.delete(key);
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
    this.#go('ask');
  }

  #problems(): AskedField[] {
    const { asked, answers, signed } = this;
    const last = asked?.period?.until === 'date' ? asked.period.date : undefined;
    return problemsOf(this.kind, answers, { today: this.today, last, signed });
  }

  /** Cells left without an answer, where they were chosen one by one. */
  get leftOpen(): number {
    return this.choosing && this.asked ? this.choices.tally(cellsOf(this.asked)).open : 0;
  }

  /** Writes it down. Undefined when something is missing or nothing may be recorded; then the page says why. */
  async record(take: () => Promise<Signed | undefined> = () => Promise.resolve(undefined)): Promise<Outcome | undefined> {
    if (this.busy) return undefined;
    if (this.page === 'withdraw') this.kind = 'withdrawn';
    this.problems = this.#problems();
    if (this.problems.length) {
      this.changed();
      return undefined;
    }
    this.busy = true;
    this.changed();
    try {
      return await this.#write(await take());
    } catch (error) {
      this.#stop('other', String(error));
      return undefined;
    }
  }

  async #write(signed: Signed | undefined): Promise<Outcome | undefined> {
    const { record, shipments } = this.#given;
    const { kind } = this;
    let grown: readonly ConsentEvent[] = record;
    if (kind !== 'withdrawn' && !this.isOpen) {
      const result = await this.#ask(this.#read!);
      if (!result.ok) return this.#refused(result.refusal);
      grown = result.events;
    }
    const moment = this.#moment;
    const result = await appendEvent(grown, await this.#draft(moment, signed), { now: moment });
    this.busy = false;
    // Somebody replaced the record meanwhile: `replace` looks at it, and what was chosen is still here.
    if (this.#given.record !== record) return undefined;
    if (!result.ok) return this.#refused(result.refusal);
    const { events } = result;
    const state = consentState(events, moment);
    const reach = kind === 'withdrawn' && shipments ? withdrawalReach(events, shipments, moment) : undefined;
    this.outcome = {
      kind,
      record: events,
      events: events.slice(record.length),
      state,
      ...(reach && { reach }),
      ...(isYes(kind) && signed?.drawing && { drawing: signed.drawing }),
    };
    this.state = state;
    this.#go('receipt');
    return this.outcome;
  }

  #refused(refusal: AppendRefusal): undefined {
    this.busy = false;
    this.#go(this.#refusal(refusal));
  }

  async #draft(at: Date, signed: Signed | undefined): Promise<ConsentDraft> {
    const { kind, answers } = this;
    const said = { answers, worker: this.#given.worker, at, signature: signed?.signature };
    if (kind === 'withdrawn') return withdrawalDraft(said);
    const asked = this.asked as RequestDraft;
    const { hash: notice } = await freezeNotice(this.#read!);
    return answerDraft(kind, { asked, chosen: this.choosing ? this.choices.decisions(asked) : undefined, notice }, said);
  }
}
