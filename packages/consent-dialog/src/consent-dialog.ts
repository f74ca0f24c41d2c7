import { baseStyles, DirectoryController, languages, LocaleController, say, version, type DirectoryHost } from '@tsunagu/core';
import type { ConsentEvent, Member, RequestDraft, Shipment } from '@tsunagu/schema/consent';
import type { Directory } from '@tsunagu/schema/directory';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Worker } from './answers.js';
import { ConsentDecideEvent, ConsentErrorEvent, ConsentWithdrawEvent, type ConsentErrorDetail } from './consent-dialog.events.js';
import { dialogStyles } from './consent-dialog.styles.js';
import { deepFocus } from './deep-focus.js';
import { consentLocales, type ConsentTexts, type SpokenTexts } from './locales/index.js';
import { fetching } from './parts/fetching.js';
import type { Given, Outcome, Purpose } from './session.js';
import type { Sitting, SittingHost } from './sitting.js';

export type ConsentMode = Purpose;
/** What a sitting is about: it goes on with the new one when the page changes it. */
const given = ['request', 'record', 'subject', 'worker', 'shipments'] as const;

/**
 * What a person lets be told, to whom, what for and how long: explained first, then decided as a whole or one by one, with yes and no of one
 * weight. Nothing is chosen beforehand, and nothing is recorded before the last button: Esc, closing and leaving record nothing.
 *
 * The record is a chain of events that only grows. The element never stores or sends it: it takes one, and gives back the longer one in an event.
 *
 * @summary Consent: giving, refusing, thinking it over, and taking it back.
 * @tag tsunagu-consent-dialog
 * @tagname tsunagu-consent-dialog
 * @documentation docs/embedding.md
 *
 * @slot contact - Whom to ask; shown at the end of every page instead of the asking desk's number.
 * @slot worker - Beside the decision, for the worker who explains.
 *
 * @fires {ConsentDecideEvent} tsunagu-consent-decide - Given, given in part, refused or put off. `detail.record`, `detail.events`, `detail.state`, `detail.drawing`.
 * @fires {ConsentWithdrawEvent} tsunagu-consent-withdraw - Taken back. `detail.record`, `detail.events`, `detail.state`, `detail.reach`.
 * @fires {ConsentErrorEvent} tsunagu-consent-error - Nothing can be decided or recorded. `detail.reason`, `detail.message`.
 * @fires {DirectoryLoadEvent} tsunagu-directory-load - The element's own directory was read. `detail.directory`.
 * @fires {DirectoryErrorEvent} tsunagu-directory-error - It could not be read; ids are shown instead of names. `detail.reason`, `detail.message`, `detail.issues`.
 *
 * @csspart dialog - The dialog itself.
 * @csspart title - The heading of a page.
 * @csspart close - Closes it, at the top.
 * @csspart language - A language button.
 * @csspart news - A sentence about the record having changed meanwhile.
 * @csspart notice - The explanation, sections 1 to 6.
 * @csspart answers - The three answers to everything; they look alike, and have to.
 * @csspart answer - Each of them.
 * @csspart choose - Opens and closes the choice one by one.
 * @csspart chooser - The choice one by one.
 * @csspart group - One agency, or one matter, in it.
 * @csspart choice - A radio button.
 * @csspart preview-button - Opens what an agency would see.
 * @csspart preview - What it would see.
 * @csspart preview-told - What it would be told.
 * @csspart preview-nothing - Said where that is nothing.
 * @csspart preview-read - Said where a desk has to read words through before it tells them.
 * @csspart preview-behind - What stays untold, and why.
 * @csspart proceed - Goes on with what was chosen one by one.
 * @csspart question - A question about who decides, and how.
 * @csspart input - A line to write in, or a list to choose from.
 * @csspart problem - What is to be looked at again, beside its question.
 * @csspart summary - The list of these.
 * @csspart signature - The field for a signature.
 * @csspart signature-name - The line for a typed name.
 * @csspart signature-surface - What is drawn on.
 * @csspart signature-undo - Takes the last stroke away.
 * @csspart signature-clear - Takes all strokes away.
 * @csspart record - Records; the last button of deciding and of taking back.
 * @csspart back - Goes back, or leaves the page for taking back.
 * @csspart receipt - The copy (section 10).
 * @csspart decided - What stands: given, taken back, refused, open.
 * @csspart held - Who holds what already.
 * @csspart print - Prints the copy.
 * @csspart done - Closes a page at which nothing is left to do.
 * @csspart retry - Fetches once more what could not be fetched.
 * @csspart extend - From where consent stands: a longer time for what is given.
 * @csspart take-back - From there: takes back.
 * @csspart ask-anew - From there: decides again.
 * @csspart obstacle - Why nothing can be decided or recorded now.
 * @csspart started-by-person - Asks although it is too early, since the person spoke of it.
 * @csspart contact - Whom to ask.
 * @csspart worker - The worker's panel.
 * @csspart worker-status - Where consent stands, in it.
 * @csspart worker-one-desk - A radio button: can one desk carry it?
 * @csspart worker-ground - A check box: why it cannot wait.
 * @csspart worker-open - Said while an answer is missing.
 * @csspart paper-button - Prints the question for a pen.
 * @csspart forum - The meeting that follows.
 * @csspart forum-room - Which it is.
 * @csspart forum-reason - Why.
 * @csspart forum-shares - What may be told there, and to whom.
 * @csspart forum-grounds - Why it cannot wait.
 * @csspart forum-out - What stays outside.
 * @csspart forum-basis - On which ground.
 * @csspart forum-record - What has to be recorded.
 * @csspart forum-ask - When the person may be asked again.
 * @csspart forum-duty - What the law asks to tell whatever anybody agreed to.
 *
 * @cssproperty --tsunagu-font-family - Font stack.
 * @cssproperty [--tsunagu-font-size=16px] - Base size; everything scales with it.
 * @cssproperty [--tsunagu-color-ground=#fff] - Background.
 * @cssproperty [--tsunagu-color-text=#333] - Text.
 * @cssproperty [--tsunagu-color-text-quiet=#4d4d4d] - Secondary text.
 * @cssproperty [--tsunagu-color-key=#0017c1] - Actions and links.
 * @cssproperty [--tsunagu-color-key-hover=#00118f] - Actions under the pointer.
 * @cssproperty [--tsunagu-color-key-active=#000060] - Actions while pressed.
 * @cssproperty [--tsunagu-color-key-pale=#e8f1fe] - Ground of a chosen answer.
 * @cssproperty [--tsunagu-color-line=#ccc] - Thin lines.
 * @cssproperty [--tsunagu-color-edge=#666] - Borders of fields.
 * @cssproperty [--tsunagu-color-pale=#f2f2f2] - Ground of news and lists of problems.
 * @cssproperty [--tsunagu-color-error=#ce0000] - What is to be looked at again.
 * @cssproperty [--tsunagu-radius=8px] - Corner radius.
 */
export class ConsentDialog extends LitElement implements DirectoryHost {
  static readonly version = version;
  static override styles = [baseStyles, dialogStyles];
  static override properties = {
    src: {},
    directory: { attribute: false },
    request: { attribute: false },
    record: { attribute: false },
    document: { attribute: false },
    shipments: { attribute: false },
    subject: { attribute: false },
    household: { attribute: false },
    worker: { attribute: false },
    now: { attribute: false },
    mode: {},
    open: { type: Boolean, reflect: true },
    languages: {},
    messages: { attribute: false },
    furigana: { state: true },
  };

  /** Address of the city's directory file, for the agencies' names; without any directory their ids are shown. */
  src: string | undefined;

  /** The directory itself; beats an inline JSON child, `src` and the surrounding `<tsunagu-directory>`. */
  directory: Directory | undefined;

  /** What is asked: purposes, agencies (ids of the directory), items, period, ways of taking back. `notices` may be empty: ours are shown then. */
  request: RequestDraft | undefined;

  /** The consent record, oldest event first; empty when nobody ever asked. */
  record: readonly ConsentEvent[] = [];

  /** What would be told (a consultation), for the previews. Never sent anywhere. */
  document: object | undefined;

  /** What has been sent to whom. Left undefined, nobody knows, and the dialog says so. */
  shipments: readonly Shipment[] | undefined;

  /** The person, by the name the case has for them; a pseudonym is enough. Taken from the record where there is one. */
  subject: string | { ref: string; name?: string } | undefined;

  /** Others of the household with their own records, for the worker's panel. */
  household: readonly Member[] | undefined;

  /** Who explains: name, and the desk's id or name. */
  worker: Worker | undefined;

  /** The clock: a time, or a function that tells it. Default: this device's. */
  now: Date | string | (() => Date) | undefined;

  /** `decide`: explain and ask. `withdraw`: take back. `worker`: which forum is open now, and what has to be recorded. */
  mode: ConsentMode = 'decide';

  /** Is the dialog on the screen? Setting it opens and closes. */
  open = false;

  /** Languages the person may switch to, space separated; `ja` alone hides the switch. */
  languages = languages.join(' ');

  /** Texts to replace, for this instance only. */
  messages: Partial<ConsentTexts> | undefined;

  private furigana = true;
  /** From `show()` until it is closed; `coming` while it is being fetched. */
  private sitting: Sitting | 'coming' | 'failed' | undefined;
  private opener: HTMLElement | undefined;
  private shownPage: string | undefined;
  private readonly locale = new LocaleController<SpokenTexts>(this, consentLocales);
  private readonly source = new DirectoryController(this, true, async () => (await import('./directory-reader.js')).directoryReader);

  /** Opens the dialog. Resolves when it shows what is asked, or why nothing can be, and what comes next is here (or could not be fetched). */
  async show(): Promise<void> {
    if (this.sitting || !this.isConnected) return;
    this.opener = deepFocus(this.ownerDocument);
    this.shownPage = undefined;
    this.sitting = 'coming';
    this.open = true;
    await this.updateComplete;
    await this.begin();
    await this.updateComplete;
  }

  /** Closes it. What was not recorded is forgotten. */
  close(): void {
    const { dialog } = this;
    if (dialog?.open) dialog.close();
    this.end();
  }

  /** A host that could not keep what was recorded: the person is told, and may have it tried again; the same events are given out once more. */
  showFailed(): void {
    if (typeof this.sitting === 'object') this.sitting.fail();
  }

  /**
   * Prints the question as a form for a pen, in the element's language, for a visit without a device; the dialog need not be open. It is the record's
   * open question where there is one, else the request. `true`: printed, or the print window was closed, which no page can tell apart. `false`: this
   * browser cannot print, or nothing may be asked (`tsunagu-consent-error` says why).
   */
  async printPaper(): Promise<boolean> {
    await this.locale.follow();
    // A paper is for good: names that are on their way are waited for.
    while (this.isConnected && this.source.state.status === 'loading') await new Promise(requestAnimationFrame);
    try {
      const { Sitting } = await import('./sitting.js');
      return await new Sitting(this.sittingHost()).printPaper();
    } catch (error) {
      this.tell({ reason: 'code', message: String(error) });
      return false;
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.end();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('open')) {
      if (this.open && !this.sitting) void this.show();
      else if (!this.open && this.sitting) this.close();
    }
    if (changed.has('src') || changed.has('directory')) this.source.refresh();
    if (changed.has('messages')) this.locale.override(this.messages);
    if (typeof this.sitting === 'object' && given.some((name) => changed.has(name))) this.sitting.replace();
  }

  protected override updated(): void {
    const { dialog, sitting } = this;
    if (!dialog || !sitting) return;
    if (!dialog.open) dialog.showModal();
    const page = typeof sitting === 'object' ? sitting.page : sitting;
    if (page === this.shownPage) return;
    this.shownPage = page;
    // A new page begins at its heading; a screen reader reads on from there.
    dialog.scrollTop = 0;
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { sitting } = this;
    if (!sitting) return nothing;
    const { messages, lang } = this.locale;
    const furigana = this.furigana && lang === 'ja-x-easy';
    const isHere = typeof sitting === 'object';
    return html`<dialog
      class="base"
      part="dialog"
      lang=${lang === 'en' ? 'en' : 'ja'}
      aria-labelledby="title"
      @close=${this.onClose}
      @change=${isHere && sitting.onWrite}
      @input=${isHere && sitting.onWrite}
    >
      <div class="bar">
        <button class="button" part="close" type="button" @click=${() => this.close()}>
          <span ${say(messages.close, furigana)}></span>
        </button>
      </div>
      ${
        isHere
          ? sitting.render()
          : html`<div class="waiting">
              <h2 id="title" part="title" tabindex="-1" ${say(messages.headings[this.purpose], furigana)}></h2>
              ${fetching(sitting === 'failed', { messages, furigana, retry: () => void this.begin() })}
              <slot name="contact"></slot>
            </div>`
      }
    </dialog>`;
  }

  private async begin(): Promise<void> {
    let made: Sitting;
    this.sitting &&= 'coming';
    this.requestUpdate();
    try {
      made = new (await import('./sitting.js')).Sitting(this.sittingHost());
    } catch (error) {
      if (this.sitting !== 'coming') return;
      this.sitting = 'failed';
      this.requestUpdate();
      this.tell({ reason: 'code', message: String(error) });
      return;
    }
    // Closed before it was here.
    if (this.sitting !== 'coming') return;
    this.sitting = made;
    await made.start();
  }

  private get dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  private get purpose(): Purpose {
    return ['withdraw', 'worker'].includes(this.mode) ? this.mode : 'decide';
  }

  private get given(): Given {
    const { now, subject } = this;
    const at = typeof now === 'function' ? now() : now === undefined ? new Date() : new Date(now);
    return {
      request: this.request ?? undefined,
      record: this.record ?? [],
      subject: typeof subject === 'string' ? { ref: subject } : (subject ?? undefined),
      worker: this.worker ?? {},
      shipments: this.shipments ?? undefined,
      now: Number.isNaN(at.getTime()) ? new Date() : at,
    };
  }

  private sittingHost(): SittingHost {
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- the getters below tell what the element is at that moment
    const element = this;
    return {
      get given() {
        return element.given;
      },
      get purpose() {
        return element.purpose;
      },
      get document() {
        return element.document;
      },
      get household() {
        return element.household;
      },
      get texts() {
        return element.locale.messages;
      },
      get lang() {
        return element.locale.lang;
      },
      get furigana() {
        return element.furigana && element.locale.lang === 'ja-x-easy';
      },
      get offered() {
        return element.languages;
      },
      get city() {
        const { state } = element.source;
        return state.status === 'ready' ? state.directory : undefined;
      },
      root: this.renderRoot as ShadowRoot,
      speak: (language) => this.locale.choose(language),
      showFurigana: (on) => (this.furigana = on),
      close: () => this.close(),
      give: (outcome) => this.give(outcome),
      fail: ({ reason, message = reason }) => this.tell({ reason, message }),
      draw: () => {
        this.requestUpdate();
        return this.updateComplete;
      },
    };
  }

  private give({ kind, reach, ...detail }: Outcome): void {
    this.record = detail.record;
    const isLess = kind === 'withdrawn' || kind === 'narrowed';
    this.dispatchEvent(isLess ? new ConsentWithdrawEvent({ ...detail, reach }) : new ConsentDecideEvent(detail));
  }

  private tell(detail: ConsentErrorDetail): void {
    this.dispatchEvent(new ConsentErrorEvent(detail));
  }

  /** The browser tells of closing a task later: by then it may be open again. */
  private readonly onClose = (): void => {
    if (!this.dialog?.open) this.end();
  };

  private end(): void {
    const { sitting, opener } = this;
    if (!sitting) return;
    if (typeof sitting === 'object') sitting.end();
    this.sitting = this.opener = undefined;
    this.open = false;
    this.requestUpdate();
    // The browser gives the focus back to whatever had it; where it cannot, we do.
    if (opener?.isConnected && deepFocus(this.ownerDocument) !== opener) opener.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tsunagu-consent-dialog': ConsentDialog;
  }
}
