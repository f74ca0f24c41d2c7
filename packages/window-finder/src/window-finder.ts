import {
  baseStyles,
  commonStyles,
  DirectoryController,
  directoryReader,
  languages,
  languageSwitch,
  LocaleController,
  say,
  version,
  withoutRuby,
  type DirectoryHost,
  type DirectoryState,
} from '@tsunagu/core';
import { localize } from '@tsunagu/schema/text';
import type { Directory } from '@tsunagu/schema/directory';
import { toInstant } from '@tsunagu/schema/open-state';
import { topics as nationalTopics } from '@tsunagu/schema/vocabulary';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { areaNames, chipTopics, toTokyoLocal, topicLabel, usefulChannels, withMember } from './findable.js';
import { finderLocales, type FinderTexts } from './locales/index.js';
import { cardStyles } from './parts/cards.styles.js';
import { answerLine, results } from './parts/results.js';
import { printStyles } from './parts/print.styles.js';
import { searchPanel, type SearchPanelView } from './parts/search-panel.js';
import { openWords, type FinderView } from './parts/view.js';
import { SearchController } from './search-controller.js';
import { WindowSelectEvent } from './window-finder.events.js';
import { windowFinderStyles } from './window-finder.styles.js';

/** Cards drawn in the frame after the search panel, and added in each frame after it. */
const cardsAFrame = 4;

/** The attributes that say what is asked for. */
const asked = ['query', 'topics', 'area', 'openNow', 'at', 'limit'] as const;

/**
 * A resident types a worry in their own words and gets the right desk, whether it is open, and a number to tap.
 * What is typed never leaves the element: no event, address, title or storage carries it.
 *
 * @summary Which of the city's consultation desks do I call?
 * @tag tsunagu-window-finder
 * @tagname tsunagu-window-finder
 * @documentation docs/embedding.md
 *
 * @slot - What is shown while script does not run, while loading and when loading fails: the city's own table or phone number. A child `<table>` can be the data.
 * @slot heading - Replaces the heading.
 * @slot intro - Replaces the line under the heading.
 * @slot empty - Replaces the sentence shown when no desk fits the words.
 * @slot footer - After the list.
 *
 * @fires {WindowSelectEvent} tsunagu-window-select - The resident chose a desk to send a consultation to (needs `selectable`). `detail.window`.
 * @fires {DirectoryLoadEvent} tsunagu-directory-load - The directory was read and is valid. `detail.directory`.
 * @fires {DirectoryErrorEvent} tsunagu-directory-error - It could not be read; the children stay. `detail.reason`, `detail.message`, `detail.issues`.
 *
 * @csspart search - The search panel.
 * @csspart input - The search field.
 * @csspart topic - A topic chip.
 * @csspart open-now - The "open now" check box with its label.
 * @csspart area - The list of 町名.
 * @csspart at - The date and time field.
 * @csspart language - A language button.
 * @csspart emergency - Lines that answer now, shown when the words call for them.
 * @csspart count - The number of desks found.
 * @csspart empty - Shown when no desk fits.
 * @csspart cards - The list of desks.
 * @csspart card - A desk.
 * @csspart field - The desk's field of work.
 * @csspart name - The desk's name.
 * @csspart state - Its open state.
 * @csspart why - Why it is shown.
 * @csspart phone - Its phone button.
 * @csspart select - Its "send to this desk" button.
 * @csspart details-button - Opens the details.
 * @csspart details - Everything else that is known of a desk.
 * @csspart hours - Its table of hours.
 * @csspart more - Shows more desks.
 * @csspart fallback - The desk for whoever does not know where to go.
 * @csspart service - A service or line.
 * @csspart service-phone - Its phone button.
 * @csspart service-link - Its link.
 * @csspart failed - The message when the directory could not be loaded.
 *
 * @cssproperty --tsunagu-font-family - Font stack.
 * @cssproperty [--tsunagu-font-size=16px] - Base size; everything scales with it.
 * @cssproperty [--tsunagu-color-ground=#fff] - Background of cards and fields.
 * @cssproperty [--tsunagu-color-text=#333] - Text.
 * @cssproperty [--tsunagu-color-text-quiet=#4d4d4d] - Secondary text.
 * @cssproperty [--tsunagu-color-key=#0017c1] - Actions and links.
 * @cssproperty [--tsunagu-color-key-hover=#00118f] - Actions under the pointer.
 * @cssproperty [--tsunagu-color-key-active=#000060] - Actions while pressed.
 * @cssproperty [--tsunagu-color-on-key=#fff] - Text on an action's ground.
 * @cssproperty [--tsunagu-color-key-pale=#e8f1fe] - Pale ground of hover and today.
 * @cssproperty [--tsunagu-color-line=#ccc] - Thin lines.
 * @cssproperty [--tsunagu-color-edge=#666] - Borders of fields and chips.
 * @cssproperty [--tsunagu-color-pale=#f2f2f2] - Ground of the fallback.
 * @cssproperty [--tsunagu-color-good=#115a36] - "Open".
 * @cssproperty [--tsunagu-color-warn=#ac3e00] - "Closes soon".
 * @cssproperty [--tsunagu-color-error=#ce0000] - Errors.
 * @cssproperty [--tsunagu-radius=8px] - Corner radius.
 * @cssproperty [--tsunagu-color-field-general=#0017c1] - Accent of general desks.
 * @cssproperty [--tsunagu-color-field-elderly=#5109ad] - Accent of desks for older people.
 * @cssproperty [--tsunagu-color-field-disability=#115a36] - Accent of desks for people with disabilities.
 * @cssproperty [--tsunagu-color-field-child=#ac3e00] - Accent of desks for children and families.
 * @cssproperty [--tsunagu-color-field-livelihood=#006f83] - Accent of desks for money and work.
 * @cssproperty [--tsunagu-color-field-health=#0055ad] - Accent of health desks.
 * @cssproperty [--tsunagu-color-field-rights=#8b008b] - Accent of desks for rights.
 */
export class WindowFinder extends LitElement implements DirectoryHost {
  static readonly version = version;
  static override styles = [baseStyles, commonStyles, windowFinderStyles, cardStyles, printStyles];
  static override properties = {
    src: {},
    directory: { attribute: false },
    heading: {},
    query: {},
    topics: {},
    area: {},
    openNow: { type: Boolean, attribute: 'open-now' },
    at: {},
    limit: { type: Number },
    selectable: { type: Boolean },
    languages: {},
    areaCode: { attribute: 'area-code' },
    cityName: { attribute: 'city-name' },
    cityCode: { attribute: 'city-code' },
    catchAll: { attribute: 'catch-all' },
    messages: { attribute: false },
    allTopics: { state: true },
    narrowOpen: { state: true },
    furigana: { state: true },
    expanded: { state: true },
    printing: { state: true },
  };

  /** Address of the city's directory file, relative to the page. */
  src: string | undefined;

  /** The directory itself; beats an inline JSON child and `src`. */
  directory: Directory | undefined;

  /** Heading; the default asks where to go for advice. */
  heading: string | undefined;

  /** Words in the search field at the start. Never changed by what the resident types. */
  query = '';

  /** Chosen worries at the start: topic ids, space separated. */
  topics = '';

  /** 町名 chosen at the start. */
  area = '';

  /** Start with only the desks that are open. */
  openNow = false;

  /** "Who is open then?": ISO 8601 date-time; Asia/Tokyo when it names no offset. */
  at: string | undefined;

  /** Desks shown before "more". */
  limit = 10;

  /** Show a "send to this desk" button on every card; it dispatches `tsunagu-window-select`. */
  selectable = false;

  /** Languages the resident may switch to, space separated; `ja` alone hides the switch. */
  languages = languages.join(' ');

  /** For a child `<table>`: the city's area code, added to numbers printed without one. */
  areaCode: string | undefined;

  /** For a child `<table>`: the city's name. */
  cityName: string | undefined;

  /** For a child `<table>`: the city's 全国地方公共団体コード (6 digits). */
  cityCode: string | undefined;

  /** For a child `<table>`: name of the desk that takes any worry, when the table does not say it. */
  catchAll: string | undefined;

  /** Texts to replace, for this instance only. */
  messages: Partial<FinderTexts> | undefined;

  private allTopics = false;
  private narrowOpen = false;
  private furigana = true;
  private expanded: ReadonlySet<string> = new Set();
  private printing = false;
  /** Cards drawn so far: a phone draws a few a frame, so that no frame is long. */
  private drawn = 0;
  /** What is drawn at first, a frame each: the search panel, the first cards, everything. */
  private stage = 0;
  private shownOnScreen = 0;

  private readonly locale = new LocaleController<FinderTexts>(this, finderLocales);
  private readonly source = new DirectoryController(this, true, directoryReader);
  private readonly search: SearchController = new SearchController(
    this,
    (found) => answerLine(found, this.locale.messages, this.search.choice.openNow),
    () => this.renderRoot.querySelector('.results :focus') !== null,
    (error) => this.source.fail({ reason: 'invalid', message: String(error) }),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeprint', this.onPrint);
    window.addEventListener('afterprint', this.onPrint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('beforeprint', this.onPrint);
    window.removeEventListener('afterprint', this.onPrint);
  }

  /** Reads a child `<table>` as the directory; the reader is loaded only then. */
  async readOther(signal: AbortSignal): Promise<unknown> {
    const { readChildTable } = await import('./table/read-child-table.js');
    signal.throwIfAborted();
    return readChildTable(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('src') || changed.has('directory')) this.source.refresh();
    if (changed.has('messages')) this.locale.override(this.messages);
    const at = toInstant(this.at);
    if (asked.some((name) => changed.has(name)))
      this.search.change(
        {
          ...(changed.has('query') && { text: this.query ?? '' }),
          ...(changed.has('topics') && { topics: new Set((this.topics ?? '').split(/\s+/).filter(Boolean)) }),
          ...(changed.has('area') && { area: this.area ?? '' }),
          ...(changed.has('openNow') && { openNow: this.openNow }),
          ...(changed.has('at') && { at: at ? toTokyoLocal(at) : '' }),
          ...(changed.has('limit') && { shown: this.pageSize }),
        },
        false,
      );
    const { state: loaded } = this.source;
    if (loaded.status === 'ready') void this.search.use(loaded.directory, this.locale.messages.finderOptions);
  }

  protected override updated(): void {
    const wanted = this.search.found?.windows.length;
    if (wanted === undefined) return;
    // After a short list the next long one starts small again.
    const drawn = Math.min(this.drawn + cardsAFrame, Math.max(cardsAFrame, wanted));
    const stage = this.stage + 1;
    if (this.drawn < wanted || stage < 3)
      requestAnimationFrame(() => {
        this.drawn = drawn;
        this.stage = stage;
        this.requestUpdate();
      });
    else this.drawn = drawn;
  }

  protected override render(): TemplateResult {
    const { messages, lang } = this.locale;
    const furigana = this.furigana && lang === 'ja-x-easy';
    const loaded = this.source.state;
    const ready = loaded.status === 'ready' && this.search.found !== undefined;
    return html`
      <div class="base" lang=${lang === 'en' ? 'en' : 'ja'}>
        <div class="finder">
          <div class="head" ?hidden=${loaded.status === 'none'}>
            <slot name="heading"><h2 ${say(this.heading ?? messages.heading, furigana)}></h2></slot>
            ${ready ? this.renderLanguages(furigana) : nothing}
            <slot name="intro"><p ${say(messages.intro, furigana)}></p></slot>
          </div>
          ${ready ? this.renderFinder(loaded.directory, furigana) : this.renderWaiting(loaded, furigana)}
          <slot name="footer"></slot>
        </div>
      </div>
    `;
  }

  /** While loading and after a failure the element's own children stay: the city's table or phone number. */
  private renderWaiting(loaded: DirectoryState, furigana: boolean): TemplateResult {
    const { messages } = this.locale;
    return html`
      ${
        loaded.status === 'failed'
          ? html`<div class="failed" part="failed" role="alert">
              <p ${say(messages.failed, furigana)}></p>
              <button class="more" type="button" @click=${() => this.source.retry()}><span ${say(messages.retry, furigana)}></span></button>
            </div>`
          : nothing
      }
      <p
        class="note"
        role="status"
        ?hidden=${loaded.status === 'none' || loaded.status === 'failed'}
        ${say(messages.loading, furigana)}
      ></p>
      <slot></slot>
    `;
  }

  private renderLanguages(furigana: boolean): TemplateResult | typeof nothing {
    const { messages, lang } = this.locale;
    return languageSwitch({
      messages,
      lang,
      furigana,
      offered: languages.filter((each) => (this.languages ?? '').split(/\s+/).includes(each)),
      speak: (language) => this.locale.choose(language),
      showFurigana: (on) => (this.furigana = on),
    });
  }

  private renderFinder(directory: Directory, furigana: boolean): TemplateResult {
    const { messages } = this.locale;
    return html`
      ${searchPanel(this.panelView(directory, furigana))}
      <p class="visually-hidden" role="status" .textContent=${withoutRuby(this.search.announcement)}></p>
      <div class="results">
        ${
          this.stage || this.printing
            ? results(this.search.found!, this.view(directory, furigana), { openNow: this.search.choice.openNow, more: this.showMore })
            : nothing
        }
      </div>
      <div class="foot">
        <button class="more" type="button" @click=${() => window.print()}><span ${say(messages.print, furigana)}></span></button>
      </div>
    `;
  }

  private panelView(directory: Directory, furigana: boolean): SearchPanelView {
    const { messages, lang } = this.locale;
    const { choice } = this.search;
    return {
      messages,
      lang,
      furigana,
      heading: this.heading ?? `${localize(directory.municipality.name, lang)} ${messages.heading}`,
      choice,
      topics: chipTopics(nationalTopics, directory, messages.topicTexts, lang),
      allTopics: this.allTopics,
      areas: () => areaNames(directory),
      channels: () => usefulChannels(directory),
      narrowOpen: this.narrowOpen,
      change: (change) => this.change(change),
      learn: () => void this.search.learn(),
      showAllTopics: () => (this.allTopics = !this.allTopics),
      openNarrow: (open) => (this.narrowOpen = open),
    };
  }

  private view(directory: Directory, furigana: boolean): FinderView {
    const { messages, lang } = this.locale;
    const { at } = this.search;
    const later = this.search.choice.at !== '';
    return {
      directory,
      messages,
      lang,
      furigana,
      at,
      later,
      openWords: openWords(at, messages, later),
      selectable: this.selectable,
      topicLabel: (id) => topicLabel(id, nationalTopics, directory, messages.topicTexts, lang),
      drawn: this.printing ? Infinity : this.drawn,
      whole: this.printing || this.stage > 1,
      isOpen: (id) => this.printing || this.expanded.has(id),
      toggle: (id) => (this.expanded = withMember(this.expanded, id)),
      select: (chosen) => this.dispatchEvent(new WindowSelectEvent(chosen)),
    };
  }

  /** A new question starts at the top of its answers again. */
  private change(change: Parameters<SearchController['change']>[0]): void {
    this.search.change({ shown: this.pageSize, ...change });
  }

  private get pageSize(): number {
    return Number.isInteger(this.limit) && this.limit > 0 ? this.limit : 10;
  }

  private readonly showMore = (): void => this.search.change({ shown: this.search.choice.shown + Math.max(this.pageSize, 20) });

  /** Paper has no buttons: while printing, every desk that was found is there and open. */
  private readonly onPrint = (event: Event): void => {
    const printing = event.type === 'beforeprint';
    if (printing === this.printing) return;
    this.printing = printing;
    if (printing) this.shownOnScreen = this.search.choice.shown;
    this.search.change({ shown: printing ? Infinity : this.shownOnScreen }, false);
    if (this.isUpdatePending) this.performUpdate();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'tsunagu-window-finder': WindowFinder;
  }
}
