/**
 * Everything that comes after the first page, or instead of it: choosing one by one, who decides, taking back, the receipt, printing. Fetched in one piece
 * while somebody reads.
 */
import type { RequestDraft } from '@tsunagu/schema/consent';
import { isAnswer } from './answers.js';
import { LaterParts } from './later-parts.js';
import type { ConsentTexts } from './locales/index.js';
import { japanese } from './locales/japanese.js';
import type { Hindrance } from './locales/messages.js';
import type { NamedRequest } from './names.js';
import { pageOf, titleOf } from './pages.js';
import { adopt } from './parts/adopt.js';
import { chooser } from './parts/cells.js';
import { pagesStyles } from './parts/pages.styles.js';
import { tooEarlyText } from './parts/standing.js';
import type { Acts, AskView, DialogView, Piece } from './parts/view.js';
import { Session } from './session.js';
import { shownOf } from './shown.js';
import type { SittingHost } from './sitting.js';
import { Steps } from './steps.js';

/** Why a print came to nothing. */
type Unprinted = Hindrance | 'receipt' | 'paper';

export class Rest {
  readonly steps: Steps;
  readonly japanese = japanese;
  readonly #parts: LaterParts;
  #unsaved = false;
  #unprinted: Unprinted | undefined;
  #prints = 0;
  #over = false;

  constructor(
    private readonly host: SittingHost,
    private readonly session: Session,
    private readonly askView: (session: Session) => AskView,
  ) {
    adopt(host.root, pagesStyles);
    this.#parts = new LaterParts(() => void host.draw());
    this.steps = new Steps(session);
  }

  /** The title of the page. */
  title(): string {
    return titleOf(this.#view());
  }

  /** The page the sitting stands at. */
  page(): Piece {
    const view = this.#view();
    return pageOf(view, { unsaved: this.#unsaved, worker: () => this.#worker(view) });
  }

  /** What is asked, one by one. */
  chooser(): Piece {
    return chooser(this.#view());
  }

  /** What a field holds now. */
  write({ name, value }: HTMLInputElement): void {
    if (isAnswer(name)) this.steps.answer(name, value);
  }

  /** The host could not keep what was recorded. */
  fail(): void {
    this.#unsaved = this.session.outcome !== undefined;
    void this.host.draw();
  }

  /** The dialog is closed. */
  end(): void {
    this.#over = true;
    this.#parts.end();
  }

  /** Prints the form for a pen; false when it was not printed. */
  async printPaper(): Promise<boolean> {
    return (await this.#paper()) === undefined;
  }

  #view(steps = this.steps): DialogView {
    const parts = this.#parts;
    const { document, given } = this.host;
    const ask = this.askView(steps.session);
    const messages = ask.messages as ConsentTexts;
    const view: DialogView = {
      ...ask,
      messages,
      steps,
      act: { ...ask.act, ...this.#acts },
      unprinted: this.#unprintedIn(messages),
      preview: (agency) => parts.preview(view, agency, { document, at: given.now }),
      signature: () => parts.signature(view),
    };
    return view;
  }

  #worker(view: DialogView): Piece {
    const { household, given } = this.host;
    const { request, subject, record, now } = given;
    return this.#parts.worker(view, { request, subject: subject?.ref, household, events: record, at: now });
  }

  readonly #acts: Omit<Acts, keyof AskView['act']> = {
    proceed: () => this.steps.proceed(this.#read(this.#view())),
    record: () => void this.#record(),
    explainAgain: () => void this.#focusProblems(this.steps.explainAgain()),
    print: () => void this.#print(() => this.#receipt()),
    paper: () => void this.#print(() => this.#paper()),
    again: () => this.#give(),
    goTo: (field) => this.#goTo(field),
  };

  /** The explanation as it stands on the screen now. */
  #read({ session, names, furigana }: AskView): ReturnType<typeof shownOf>['read'] {
    return shownOf(session.asked as RequestDraft, names, furigana).read;
  }

  #unprintedIn({ notPrinted, obstacles }: ConsentTexts): string {
    const why = this.#unprinted;
    return why === undefined ? '' : why === 'receipt' || why === 'paper' ? notPrinted[why] : obstacles[why];
  }

  /** Prints, and says so where that came to nothing. A print that another one has put an end to has nothing to say. */
  async #print(print: () => Promise<Unprinted | undefined>): Promise<void> {
    const turn = ++this.#prints;
    this.#unprinted = undefined;
    void this.host.draw();
    const why = await print();
    if (this.#over || turn !== this.#prints) return;
    this.#unprinted = why;
    void this.host.draw();
  }

  async #receipt(): Promise<'receipt' | undefined> {
    return (await this.#parts.print(this.#view()).catch(() => false)) ? undefined : 'receipt';
  }

  /** Undefined when it was printed. */
  async #paper(): Promise<Hindrance | 'paper' | undefined> {
    const { given } = this.host;
    const session = new Session(given, 'decide', () => undefined);
    const steps = new Steps(session);
    await session.start();
    if (session.page === 'standing') await steps.askAnew();
    // A paper asks nobody yet: it is carried for the day on which the person speaks of it. When they may be asked, the panel says.
    const { obstacle: early } = session;
    if (early?.reason === 'too-early') await steps.byPerson();
    if (session.page !== 'ask') {
      const obstacle = session.obstacle ?? { reason: 'nothing' };
      this.host.fail(obstacle);
      return obstacle.reason;
    }
    const view = this.#view(steps);
    const record = given.record.at(-1)?.record;
    const paper = {
      request: session.asked as NamedRequest,
      notice: this.#read(view),
      ...(record !== undefined && { record }),
      ...(early?.from !== undefined && { remark: tooEarlyText(early.from, view) }),
    };
    return (await this.#parts.paper(view, paper).catch(() => false)) ? undefined : 'paper';
  }

  /** Records, unless the dialog was closed meanwhile. */
  async #record(): Promise<void> {
    // The clock went on while somebody thought.
    await this.session.replace(this.host.given);
    const outcome = await this.#focusProblems(this.steps.record(() => this.#parts.take()));
    if (outcome && !this.#over) this.#give();
  }

  async #focusProblems<Result>(doing: Promise<Result>): Promise<Result> {
    const result = await doing;
    await this.host.draw();
    if (!this.#over && this.session.problems.length) this.host.root.querySelector<HTMLElement>('.summary')?.focus();
    return result;
  }

  #give(): void {
    this.#unsaved = false;
    void this.host.draw();
    this.host.give(this.session.outcome!);
  }

  #goTo(field: string): void {
    const question = this.host.root.querySelector<HTMLElement>(`#question-${field}`);
    (question?.querySelector<HTMLElement>('input, select') ?? question)?.focus();
  }
}
