/**
 * From `show()` to the receipt. Fetched by `show()`, with what explaining and asking need; what comes after the first page (`rest.ts`) is fetched while
 * somebody reads.
 */
import { languages, languageSwitch, mainPhone, say, telHref, type Language } from '@tsunagu/core';
import type { Member, RequestDraft } from '@tsunagu/schema/consent';
import type { Directory } from '@tsunagu/schema/directory';
import { html, nothing, type TemplateResult } from 'lit';
import { askJa } from './locales/ask.ja.js';
import { askWordsJa } from './locales/ask-words.ja.js';
import type { AskTexts, SpokenTexts } from './locales/index.js';
import { labelsIn, namesOf, type NamedRequest } from './names.js';
import { Once } from './once.js';
import { adopt } from './parts/adopt.js';
import { decide } from './parts/decide.js';
import { explain } from './parts/explain.js';
import { fetching } from './parts/fetching.js';
import { pageStyles } from './parts/page.styles.js';
import type { AskView, Piece } from './parts/view.js';
import type { Rest } from './rest.js';
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

export class Sitting {
  readonly #session: Session;
  readonly #rest: Once<Rest>;
  #told: Session['obstacle'];
  #over = false;

  constructor(private readonly host: SittingHost) {
    adopt(host.root, pageStyles);
    this.#session = new Session(host.given, host.purpose, () => this.#changed());
    this.#rest = new Once(
      async () => new (await import('./rest.js')).Rest(host, this.#session, (session) => this.#askView(session)),
      () => void host.draw(),
    );
  }

  /** Which page is on the screen: a new one begins at its heading. */
  get page(): string {
    const { page } = this.#session;
    return page === 'ask' || this.#rest.here ? page : `${page} on its way`;
  }

  /** Resolves once what comes after the first page is here as well, or could not be fetched. */
  async start(): Promise<void> {
    const started = this.#session.start();
    // The first page goes before the others.
    if (this.#session.page === 'ask') await this.host.draw();
    const [rest] = await Promise.all([this.#rest.fetch(), started]);
    await rest?.steps.tried;
  }

  /** The element was given something else. */
  replace(): void {
    void this.#session.replace(this.host.given);
  }

  /** What was not recorded is forgotten. */
  end(): void {
    this.#over = true;
    this.#rest.here?.end();
  }

  /** Prints the form for a pen. False when nothing may be asked, which the host hears, or when this browser cannot print. */
  async printPaper(): Promise<boolean> {
    const rest = await this.#rest.fetch();
    return (await rest?.printPaper()) ?? false;
  }

  /** The host could not keep what was recorded. */
  fail(): void {
    this.#rest.here?.fail();
  }

  /** Something was written or chosen in a field that has a name of its own. */
  readonly onWrite = (event: Event): void => {
    this.#rest.here?.write(event.composedPath()[0] as HTMLInputElement);
  };

  render(): TemplateResult {
    const { host } = this;
    const { page, news } = this.#session;
    const rest = this.#rest.here;
    const view = this.#askView();
    const { messages, lang, furigana } = view;
    const shown = page === 'ask' ? this.#current(view).shown : undefined;
    const title = shown
      ? 'content' in shown
        ? shown.content.title
        : messages.headings.decide
      : rest
        ? rest.title()
        : messages.headings[host.purpose];
    return html`<div class="page page-${page}">
      ${languageSwitch({
        messages,
        lang,
        furigana,
        offered: languages.filter((each) => host.offered.split(/\s+/).includes(each)),
        speak: host.speak,
        showFurigana: host.showFurigana,
      })}
      <h2 id="title" part="title" tabindex="-1" ${say(title, furigana)}></h2>
      <p class="news" part="news" role="status" ${say(news ? messages[news] : '', furigana)}></p>
      ${
        shown
          ? html`${explain(shown, view)} ${decide(view, () => this.#chooser(view))} <slot name="worker"></slot>`
          : rest && page !== 'loading' && page !== 'unfetched'
            ? rest.page()
            : this.#fetching(view)
      }
      ${this.#contact(view)}
    </div>`;
  }

  #chooser(view: AskView): Piece {
    return this.#session.choosing ? (this.#rest.here?.chooser() ?? this.#fetching(view)) : nothing;
  }

  /** What is said until something is here. */
  #fetching({ messages, furigana }: AskView): Piece {
    const failed = this.#rest.failed || this.#session.page === 'unfetched';
    return fetching(failed, { messages, furigana, retry: () => void this.#retry() });
  }

  /** Fetches once more what could not be fetched; nothing that was chosen is lost by it. */
  async #retry(): Promise<void> {
    await Promise.all([this.#rest.fetch(), this.#session.page === 'unfetched' && this.#session.start()]);
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
    const { texts, lang, furigana, city, given, close } = this.host;
    // What Japanese has here by now; another language is here as a whole.
    const messages = { ...askJa, words: askWordsJa, ...this.#rest.here?.japanese, ...texts } as AskTexts;
    const labels = session.asked ? (session.asked as NamedRequest).labels : labelsIn(given.record);
    const names = namesOf({ language: lang, words: messages.words, directory: city, labels });
    return {
      messages,
      names,
      lang,
      furigana,
      session,
      act: { close, decide: (kind) => session.decide(kind, this.#current(this.#askView()).read) },
    };
  }

  /** The explanation as it stands on the screen now. */
  #current({ names, furigana, session }: AskView): ReturnType<typeof shownOf> {
    return shownOf(session.asked as RequestDraft, names, furigana);
  }

  #changed(): void {
    if (this.#over) return;
    const { obstacle } = this.#session;
    if (obstacle && obstacle !== this.#told) this.host.fail(obstacle);
    this.#told = obstacle;
    void this.host.draw();
  }
}
