/**
 * What a person does after the first page: chooses one by one, says who decides and how, takes back, gives a longer time; and at the end the next events of
 * the record. No DOM. Nothing is recorded before `record()`.
 */
import type { AppendRefusal, NoticeText, RequestDraft } from '@tsunagu/schema/consent';
import { tokyoParts } from '@tsunagu/schema/open-state';
import { noAnswers, type Answers } from './answers.js';
import { cellsOf, type Cell } from './cell.js';
import { Choosing } from './choosing.js';
import type { AskedField } from './locales/messages.js';
import type { Signed } from './parts/signature.js';
import { ask, endProblems, hindranceOf, newPeriod, problemsOf, write, type Question, type Saying } from './recording.js';
import type { Outcome, Session } from './session.js';

export class Steps extends Choosing {
  /** Something stands in the field for the signature. */
  signed = false;
  busy = false;
  /** Resolves once what stood on the screen when this came was asked on trial. */
  readonly tried: Promise<void>;
  #answers: Answers;

  constructor(readonly session: Session) {
    super(session.changed);
    this.#answers = { ...noAnswers, explainedBy: session.given.worker.name ?? '' };
    session.looked = () => this.#try();
    this.tried = this.#try();
  }

  /** What is written. The language is that of the explanation until somebody says another one. */
  get answers(): Answers {
    const { language } = this.#answers;
    return { ...this.#answers, language: language || (this.session.read?.language ?? '') };
  }

  /** The person began to speak of it themselves: the day before which nobody may ask does not bind. */
  async byPerson(): Promise<void> {
    this.session.isByPerson = true;
    await this.session.start();
  }

  /** Asks again what was decided before: the request, else the record's last question, for a new time where its own is over. */
  async askAnew(): Promise<void> {
    const { session, lastAsked } = this;
    if (!session.given.request && lastAsked) {
      if (lastAsked.period.until === 'date' && lastAsked.period.date < this.today) return session.go('period');
      session.again = lastAsked;
    }
    await this.#decideAnew();
  }

  async #decideAnew(): Promise<void> {
    this.session.isAnew = true;
    this.session.purpose = 'decide';
    await this.session.start();
  }

  /** The record's last question, for whoever asks it once more. */
  get lastAsked(): RequestDraft | undefined {
    const asked = this.session.given.record.findLast((event) => event.type === 'requested');
    if (!asked) return undefined;
    const { startedBy: _startedBy, ...request } = asked.request;
    return request;
  }

  /** Goes on from the choice of a new end to the explanation, which is written anew with it. */
  async explainAgain(): Promise<void> {
    const { session, answers } = this;
    this.#check();
    if (session.problems.length) return this.changed();
    session.again = { ...this.lastAsked!, notices: [], period: newPeriod(answers) };
    await this.#decideAnew();
  }

  /** A longer time for what is given. */
  extend(): void {
    const { session } = this;
    session.kind = 'renewed';
    session.news = undefined;
    session.go('who');
  }

  async takeBack(): Promise<void> {
    this.session.purpose = 'withdraw';
    await this.session.start();
  }

  /** Asks on trial, with the very rules that will write it, while somebody reads. What could not be written is not asked any longer. */
  async #try(): Promise<void> {
    const { session } = this;
    if (!['ask', 'who', 'period'].includes(session.page)) return;
    const { turn } = session;
    const question = this.#question(session.asked?.notices?.[0] ?? { version: '-', language: 'ja', text: '-' });
    if (!question) return;
    const trial = await ask(question, session.given);
    if (!trial.ok && turn === session.turn && !this.busy && !session.outcome) this.#refused(trial.refusal);
  }

  /** The question, where it is not in the record yet. */
  #question(read: NoticeText): Question | undefined {
    const { asked, isOpen, kind, openedAt, isByPerson: byPerson } = this.session;
    if (!asked || isOpen || ['withdrawn', 'narrowed', 'renewed'].includes(kind)) return undefined;
    return { asked, read, openedAt, byPerson };
  }

  /** Today in Japan, `YYYY-MM-DD`. */
  get today(): string {
    return tokyoParts(this.session.given.now).dateKey;
  }

  /** Can one go back to what was chosen? */
  get hasChosen(): boolean {
    return this.session.read !== undefined || this.session.kind === 'renewed';
  }

  /** Goes on with what was chosen one by one. */
  proceed(read: NoticeText): void {
    const { given, refused, open } = this.choices.tally(cellsOf(this.session.asked!));
    this.empty = !given && !refused;
    if (this.empty) return this.changed();
    this.session.answer(!given ? 'refused' : refused || open ? 'partly' : 'given', read);
  }

  answer(name: keyof Answers, value: string): void {
    this.#answers = { ...this.#answers, [name]: value };
    this.#checkAgain();
  }

  sign(signed: boolean): void {
    this.signed = signed;
    this.#checkAgain();
  }

  back(): void {
    const { session } = this;
    if (session.kind !== 'renewed') return session.go('ask');
    session.kind = 'given';
    session.go('standing');
  }

  override drop(cell: Cell): void {
    super.drop(cell);
    this.#checkAgain();
  }

  /** Cells that are given now. */
  get live(): Cell[] {
    return (this.session.state?.cells ?? [])
      .filter(({ state }) => state === 'given')
      .map(({ purpose, agency, item }) => ({ purpose, agency, item }));
  }

  get #droppedNow(): Cell[] {
    return this.live.filter((cell) => this.isDropped(cell));
  }

  #check(): void {
    this.session.problems = this.#problems();
  }

  /** Somebody mends what was missing. */
  #checkAgain(): void {
    if (this.session.problems.length) this.#check();
    this.changed();
  }

  #problems(): AskedField[] {
    const { session, answers, signed, today } = this;
    const { asked, kind, page } = session;
    if (page === 'period') return endProblems(answers, today);
    const last = asked?.period?.until === 'date' ? asked.period.date : undefined;
    return problemsOf(kind, answers, { today, last, signed, dropped: this.#droppedNow.length > 0 });
  }

  /** Cells left without an answer, where they were chosen one by one. */
  get leftOpen(): number {
    const { choosing, asked } = this.session;
    return choosing && asked ? this.choices.tally(cellsOf(asked)).open : 0;
  }

  /** Writes it down. Undefined when something is missing or nothing may be recorded; then the page says why. */
  async record(take: () => Promise<Signed | undefined> = () => Promise.resolve(undefined)): Promise<Outcome | undefined> {
    if (this.busy) return undefined;
    const { session } = this;
    const { given } = session;
    const here = () => session.given.record === given.record;
    if (session.page === 'withdraw') session.kind = this.answers.scope === 'cells' ? 'narrowed' : 'withdrawn';
    this.busy = true;
    this.changed();
    try {
      this.#check();
      if (session.problems.length) return undefined;
      const result = await write(this.#saying, given, await take());
      // Somebody replaced the record meanwhile: `replace` looks at it, and what was chosen is still here.
      if (!here()) return undefined;
      if ('code' in result) return this.#refused(result);
      session.outcome = result;
      session.state = result.state;
      session.go('receipt');
      return result;
    } catch (error) {
      session.go(session.hinder('other', { message: String(error) }));
      return undefined;
    } finally {
      this.busy = false;
      this.changed();
    }
  }

  get #saying(): Saying {
    const { answers, choices } = this;
    const { kind, choosing, read } = this.session;
    const asked = this.session.asked as RequestDraft | undefined;
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
    const { session } = this;
    session.go(session.hinder(hindranceOf[code], { message, ...(from !== undefined && { from }) }));
  }
}
