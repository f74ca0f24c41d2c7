/**
 * Everything that is needed once the dialog is open: judging and writing the record, the explanation, every page. Fetched as one piece by `show()`,
 * so that a page on which nobody opens the dialog does not carry it.
 */
import { languages, languageSwitch, mainPhone, say, telHref, type Language } from '@tsunagu/core';
import type { Member, RequestDraft } from '@tsunagu/schema/consent';
import type { Directory } from '@tsunagu/schema/directory';
import { html, nothing, type TemplateResult } from 'lit';
import { LaterParts } from './later-parts.js';
import type { ConsentTexts } from './locales/index.js';
import type { Obstacle } from './locales/messages.js';
import { labelsIn, namesOf, type NamedRequest } from './names.js';
import { pageOf, titleOf } from './parts/page.js';
import { pageStyles } from './parts/page.styles.js';
import { styled } from './parts/part.js';
import type { Acts, DialogView } from './parts/view.js';
import { Session, type Given, type Outcome, type Purpose } from './session.js';
import { shownOf } from './shown.js';
import { isAnswer } from './answers.js';

/** What a sitting is told by the element, and tells it. */
export interface SittingHost {
  readonly given: Given;
  readonly purpose: Purpose;
  readonly document: object | undefined;
  readonly household: readonly Member[] | undefined;
  readonly texts: ConsentTexts;
  readonly lang: Language;
  readonly furigana: boolean;
  readonly offered: string;
  readonly city: Directory | undefined;
  readonly root: ParentNode;
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

export class Sitting {
  readonly #session: Session;
  readonly #parts: LaterParts;
  #told: Session['obstacle'];
  #unsaved = false;
  /** Why the last print came to nothing. */
  #unprinted: Obstacle | 'receipt' | 'paper' | undefined;
  #prints = 0;
  #over = false;

  constructor(private readonly host: SittingHost) {
    this.#parts = new LaterParts(() => void host.draw());
    this.#session = new Session(host.given, host.purpose, () => this.#changed());
  }

  /** Which page it stands at: a new one begins at its heading. */
  get page(): string {
    return this.#session.page;
  }

  start(): Promise<void> {
    return this.#session.start();
  }

  /** The element was given something else. */
  replace(): void {
    void this.#session.replace(this.host.given);
  }

  /** What was not recorded is forgotten. */
  end(): void {
    this.#over = true;
    this.#parts.end();
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
    const view = this.#view();
    const { messages, lang, furigana } = view;
    const current = session.page === 'ask' ? this.#current(view) : undefined;
    return html`<div class="page page-${session.page}" ${styled(pageStyles)}>
      ${languageSwitch({
        messages,
        lang,
        furigana,
        offered: languages.filter((each) => host.offered.split(/\s+/).includes(each)),
        speak: host.speak,
        showFurigana: host.showFurigana,
      })}
      <h2 id="title" part="title" tabindex="-1" ${say(titleOf(view, current?.shown), furigana)}></h2>
      <p class="news" part="news" role="status" ${say(session.news ? messages[session.news] : '', furigana)}></p>
      ${pageOf(view, { shown: current?.shown, unsaved: this.#unsaved, worker: () => this.#worker(view) })} ${this.#contact(view)}
    </div>`;
  }

  #contact({ messages, furigana }: DialogView): TemplateResult {
    const desk = this.host.city?.windows.find(({ id }) => id === this.#session.asked?.askedBy?.agency);
    const phone = desk && mainPhone(desk);
    return html`<div class="contact" part="contact">
      <slot name="contact">
        <p ${say(messages.help, furigana)}></p>
        ${phone ? html`<a class="button" href=${telHref(phone.number)}><span ${say(messages.call(phone.number), furigana)}></span></a>` : nothing}
      </slot>
    </div>`;
  }

  #view(session = this.#session): DialogView {
    const { texts: messages, lang, furigana, city, document } = this.host;
    const labels = session.asked ? (session.asked as NamedRequest).labels : labelsIn(this.host.given.record);
    const view: DialogView = {
      messages,
      names: namesOf({ language: lang, words: messages.words, directory: city, labels }),
      lang,
      furigana,
      session,
      act: this.#acts(),
      unprinted: this.#unprintedIn(messages),
      preview: (agency) => this.#parts.preview(view, agency, { document, at: this.host.given.now }),
      signature: () => this.#parts.signature(view),
    };
    return view;
  }

  #worker(view: DialogView): ReturnType<LaterParts['worker']> {
    const { request, subject, record, now } = this.host.given;
    return this.#parts.worker(view, { request, subject: subject?.ref, household: this.host.household, events: record, at: now });
  }

  /** The explanation as it stands on the screen now. */
  #current({ names, furigana, session }: DialogView): ReturnType<typeof shownOf> {
    return shownOf(session.asked as RequestDraft, names, furigana);
  }

  #acts(): Acts {
    const session = this.#session;
    const read = () => this.#current(this.#view()).read;
    return {
      close: this.host.close,
      decide: (kind) => session.decide(kind, read()),
      proceed: () => session.proceed(read()),
      record: () => void this.#write(),
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
  async #print(print: () => Promise<Obstacle | 'receipt' | 'paper' | undefined>): Promise<void> {
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
  async #paper(): Promise<Obstacle | 'paper' | undefined> {
    const { given } = this.host;
    const session = new Session(given, 'decide', () => undefined);
    await session.start();
    if (session.page === 'standing') await session.askAnew();
    // A paper asks nobody yet: it is carried for the day on which the person speaks of it. When they may be asked, the panel says.
    if (session.obstacle?.reason === 'too-early') await session.byPerson();
    if (session.page !== 'ask') {
      const obstacle = session.obstacle ?? { reason: 'nothing' };
      this.host.fail(obstacle);
      return obstacle.reason;
    }
    const view = this.#view(session);
    const record = given.record.at(-1)?.record;
    const paper = { request: session.asked as NamedRequest, notice: this.#current(view).read, ...(record !== undefined && { record }) };
    return (await this.#parts.paper(view, paper).catch(() => false)) ? undefined : 'paper';
  }

  /** Records, unless the dialog was closed meanwhile. */
  async #write(): Promise<void> {
    const session = this.#session;
    // The clock went on while somebody thought.
    await session.replace(this.host.given);
    const outcome = await session.record(() => this.#parts.take());
    await this.host.draw();
    if (this.#over) return;
    if (outcome) this.#give();
    else this.host.root.querySelector<HTMLElement>('.summary')?.focus();
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
