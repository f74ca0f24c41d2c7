/**
 * From `show()` to the receipt. Fetched by `show()`, with what explaining and asking need; the other pages (`pages.ts`) and the writing of the record
 * (`recording.ts`) come while somebody reads.
 */
import { languages, languageSwitch, mainPhone, say, telHref, type Language } from '@tsunagu/core';
import type { Member, RequestDraft } from '@tsunagu/schema/consent';
import type { Directory } from '@tsunagu/schema/directory';
import { html, nothing, type TemplateResult } from 'lit';
import { isAnswer } from './answers.js';
import type { LaterParts } from './later-parts.js';
import { askJa } from './locales/ask.ja.js';
import { askWordsJa } from './locales/ask-words.ja.js';
import type { AskTexts, ConsentTexts, SpokenTexts } from './locales/index.js';
import type { Hindrance } from './locales/messages.js';
import { labelsIn, namesOf, type NamedRequest } from './names.js';
import { Once } from './once.js';
import type * as pagesModule from './pages.js';
import { decide } from './parts/decide.js';
import { explain } from './parts/explain.js';
import { fetching } from './parts/fetching.js';
import { pageStyles } from './parts/page.styles.js';
import { adopt } from './parts/adopt.js';
import type { Acts, AskView, DialogView, Piece } from './parts/view.js';
import { Session, type Given, type Outcome, type Purpose } from './session.js';
import { shownOf } from './shown.js';

/** What a sitting is told by the element, and tells it. */
export interface SittingHost {
  readonly given: Given;
  readonly purpose: Purpose;
  readonly document: object | undefined;
  readonly household: readonly Member[] | undefined;
  readonly texts: SpokenTexts;
  readonly lang: Language;
  readonly furigana: boolean;
  readonly offered: string;
  readonly city: Directory | undefined;
  readonly root: ShadowRoot;
  speak: (language: Language) => void;
  showFurigana: (on: boolean) => void;
  close: () => void;
  /** Something is recorded. */
  give: (outcome: Outcome) => void;
  /** Nothing can be decided or recorded. */
  fail: (obstacle: NonNullable<Session['obstacle']>) => void;
  /** Draws anew; resolves when it is drawn. */
  draw: () => Promise<unknown>;
}

/** The pages that come after the first one, and what they load themselves. */
interface Pages {
  kit: typeof pagesModule;
  parts: LaterParts;
}

export class Sitting {
  readonly #session: Session;
  readonly #pages: Once<Pages>;
  #told: Session['obstacle'];
  #unsaved = false;
  /** Why the last print came to nothing. */
  #unprinted: Hindrance | 'receipt' | 'paper' | undefined;
  #prints = 0;
  #over = false;

  constructor(private readonly host: SittingHost) {
    const draw = (): void => void host.draw();
    adopt(host.root, pageStyles);
    this.#pages = new Once(async () => {
      const kit = await import('./pages.js');
      adopt(host.root, kit.pagesStyles);
      return { kit, parts: new kit.LaterParts(draw) };
    }, draw);
    this.#session = new Session(host.given, host.purpose, () => this.#changed());
  }

  /** Which page is on the screen: a new one begins at its heading. */
  get page(): string {
    const { page } = this.#session;
    return page === 'ask' || this.#pages.here ? page : `${page} on its way`;
  }

  /** Resolves once what comes after the first page is here as well, or could not be fetched. */
  async start(): Promise<void> {
    const started = this.#session.start();
    // The first page goes before the others.
    if (this.#session.page === 'ask') await this.host.draw();
    await Promise.all([started, this.#pages.fetch()]);
  }

  /** The element was given something else. */
  replace(): void {
    void this.#session.replace(this.host.given);
  }

  /** What was not recorded is forgotten. */
  end(): void {
    this.#over = true;
    this.#pages.here?.parts.end();
  }

  /** Prints the form for a pen. False when nothing may be asked, which the host hears, or when this browser cannot print. */
  async printPaper(): Promise<boolean> {
    return (await this.#paper()) === undefined;
  }

  /** The host could not keep what was recorded. */
  fail(): void {
    this.#unsaved = this.#session.outcome !== undefined;
    void this.host.draw();
  }

  /** Something was written or chosen in a field that has a name of its own. */
  readonly onWrite = (event: Event): void => {
    const { name, value } = event.composedPath()[0] as HTMLInputElement;
    if (isAnswer(name)) this.#session.answer(name, value);
  };

  render(): TemplateResult {
    const { host } = this;
    const session = this.#session;
    const view = this.#askView();
    const { messages, lang, furigana } = view;
    const current = session.page === 'ask' ? this.#current(view) : undefined;
    const shown = current?.shown;
    const pages = this.#pages.here;
    const title = shown
      ? 'content' in shown
        ? shown.content.title
        : messages.headings.decide
      : pages
        ? pages.kit.titleOf(this.#view(pages))
        : messages.headings[host.purpose];
    return html`<div class="page page-${session.page}">
      ${languageSwitch({
        messages,
        lang,
        furigana,
        offered: languages.filter((each) => host.offered.split(/\s+/).includes(each)),
        speak: host.speak,
        showFurigana: host.showFurigana,
      })}
      <h2 id="title" part="title" tabindex="-1" ${say(title, furigana)}></h2>
      <p class="news" part="news" role="status" ${say(session.news ? messages[session.news] : '', furigana)}></p>
      ${shown ? html`${explain(shown, view)} ${decide(view, () => this.#chooser(view))} <slot name="worker"></slot>` : this.#page(view)}
      ${this.#contact(view)}
    </div>`;
  }

  /** A page that is fetched, or what is said until it is here. */
  #page({ messages, furigana }: AskView): Piece {
    const pages = this.#pages.here;
    const { page } = this.#session;
    if (!pages || page === 'loading' || page === 'unfetched')
      return fetching(this.#pages.failed || page === 'unfetched', { messages, furigana, retry: () => void this.#retry() });
    const view = this.#view(pages);
    return pages.kit.pageOf(view, { unsaved: this.#unsaved, worker: () => this.#worker(pages, view) });
  }

  #chooser({ messages, furigana }: AskView): Piece {
    if (!this.#session.choosing) return nothing;
    const pages = this.#pages.here;
    return pages
      ? pages.kit.chooser(this.#view(pages))
      : fetching(this.#pages.failed, { messages, furigana, retry: () => void this.#retry() });
  }

  /** Fetches once more what could not be fetched; nothing that was chosen is lost by it. */
  async #retry(): Promise<void> {
    await Promise.all([this.#pages.fetch(), this.#session.page === 'unfetched' && this.#session.retry()]);
  }

  #contact({ messages, furigana }: AskView): TemplateResult {
    const desk = this.host.city?.windows.find(({ id }) => id === this.#session.asked?.askedBy?.agency);
    const phone = desk && mainPhone(desk);
    return html`<div class="contact" part="contact">
      <slot name="contact">
        <p ${say(messages.help, furigana)}></p>
        ${phone ? html`<a class="button" href=${telHref(phone.number)}><span ${say(messages.call(phone.number), furigana)}></span></a>` : nothing}
      </slot>
    </div>`;
  }

  #askView(session = this.#session): AskView {
    const { texts, lang, furigana, city } = this.host;
    // What Japanese has here by now; another language is here as a whole.
    const messages = { ...askJa, words: askWordsJa, ...this.#pages.here?.kit.japanese, ...texts } as AskTexts;
    const labels = session.asked ? (session.asked as NamedRequest).labels : labelsIn(this.host.given.record);
    const names = namesOf({ language: lang, words: messages.words, directory: city, labels });
    return { messages, names, lang, furigana, session, act: this.#acts(), unprinted: '' };
  }

  #view({ parts }: Pages, session = this.#session): DialogView {
    const { document } = this.host;
    const view: DialogView = {
      ...this.#askView(session),
      preview: (agency) => parts.preview(view, agency, { document, at: this.host.given.now }),
      signature: () => parts.signature(view),
    } as DialogView;
    return { ...view, unprinted: this.#unprintedIn(view.messages) };
  }

  #worker({ parts }: Pages, view: DialogView): ReturnType<LaterParts['worker']> {
    const { request, subject, record, now } = this.host.given;
    return parts.worker(view, { request, subject: subject?.ref, household: this.host.household, events: record, at: now });
  }

  /** The explanation as it stands on the screen now. */
  #current({ names, furigana, session }: AskView): ReturnType<typeof shownOf> {
    return shownOf(session.asked as RequestDraft, names, furigana);
  }

  #acts(): Acts {
    const session = this.#session;
    const read = () => this.#current(this.#askView()).read;
    return {
      close: this.host.close,
      decide: (kind) => session.decide(kind, read()),
      proceed: () => session.proceed(read()),
      record: () => void this.#write(),
      explainAgain: () => void this.#focusProblems(session.explainAgain()),
      print: () => void this.#print(() => this.#receipt()),
      paper: () => void this.#print(() => this.#paper()),
      again: () => this.#give(),
      goTo: (field) => this.#goTo(field),
    };
  }

  #unprintedIn({ notPrinted, obstacles }: ConsentTexts): string {
    const why = this.#unprinted;
    return why === undefined ? '' : why === 'receipt' || why === 'paper' ? notPrinted[why] : obstacles[why];
  }

  /** Prints, and says so where that came to nothing. A print that another one has put an end to has nothing to say. */
  async #print(print: () => Promise<Hindrance | 'receipt' | 'paper' | undefined>): Promise<void> {
    const turn = ++this.#prints;
    this.#unprinted = undefined;
    void this.host.draw();
    const why = await print();
    if (this.#over || turn !== this.#prints) return;
    this.#unprinted = why;
    void this.host.draw();
  }

  async #receipt(): Promise<'receipt' | undefined> {
    const pages = await this.#pages.fetch();
    return (await pages?.parts.print(this.#view(pages)).catch(() => false)) ? undefined : 'receipt';
  }

  /** Undefined when it was printed. */
  async #paper(): Promise<Hindrance | 'paper' | undefined> {
    const pages = await this.#pages.fetch();
    if (!pages) return 'paper';
    const { given } = this.host;
    const session = new Session(given, 'decide', () => undefined);
    await session.start();
    if (session.page === 'standing') await session.askAnew();
    // A paper asks nobody yet: it is carried for the day on which the person speaks of it. When they may be asked, the panel says.
    const { obstacle: early } = session;
    if (early?.reason === 'too-early') await session.byPerson();
    if (session.page !== 'ask') {
      const obstacle = session.obstacle ?? { reason: 'nothing' };
      this.host.fail(obstacle);
      return obstacle.reason;
    }
    const view = this.#view(pages, session);
    const record = given.record.at(-1)?.record;
    const paper = {
      request: session.asked as NamedRequest,
      notice: this.#current(view).read,
      ...(record !== undefined && { record }),
      ...(early?.from !== undefined && { remark: pages.kit.tooEarlyText(early.from, view) }),
    };
    return (await pages.parts.paper(view, paper).catch(() => false)) ? undefined : 'paper';
  }

  /** Records, unless the dialog was closed meanwhile. */
  async #write(): Promise<void> {
    const session = this.#session;
    // The clock went on while somebody thought.
    await session.replace(this.host.given);
    const outcome = await this.#focusProblems(session.record(async () => this.#pages.here?.parts.take()));
    if (outcome && !this.#over) this.#give();
  }

  async #focusProblems<Result>(doing: Promise<Result>): Promise<Result> {
    const result = await doing;
    await this.host.draw();
    if (!this.#over && this.#session.problems.length) this.host.root.querySelector<HTMLElement>('.summary')?.focus();
    return result;
  }

  #give(): void {
    this.#unsaved = false;
    void this.host.draw();
    this.host.give(this.#session.outcome!);
  }

  #goTo(field: string): void {
    const question = this.host.root.querySelector<HTMLElement>(`#question-${field}`);
    (question?.querySelector<HTMLElement>('input, select') ?? question)?.focus();
  }

  #changed(): void {
    if (this.#over) return;
    const { obstacle } = this.#session;
    if (obstacle && obstacle !== this.#told) this.host.fail(obstacle);
    this.#told = obstacle;
    void this.host.draw();
  }
}
