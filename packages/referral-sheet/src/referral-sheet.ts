import {
  baseStyles,
  DirectoryController,
  languages,
  languageSwitch,
  LocaleController,
  say,
  toLanguage,
  version,
  type DirectoryHost,
  type Language,
} from '@tsunagu/core';
import type { ConsentEvent } from '@tsunagu/schema/consent';
import type { Directory } from '@tsunagu/schema/directory';
import type { ConsentsByRef } from '@tsunagu/schema/referral';
import { adoptStyles, html, LitElement, type CSSResultGroup, type PropertyValues } from 'lit';
import { sheetLocales, type SheetTexts } from './locales/index.js';
import { body, type SheetMode } from './parts/body.js';
import { Desks } from './parts/desks.js';
import { Fetched } from './parts/fetched.js';
import { tools, type Toolbox } from './parts/tools.js';
import type { Piece, SheetView } from './parts/view.js';
import { Visibility } from './parts/visibility.js';
import { sheetStyles } from './referral-sheet.styles.js';
import { loadPost } from './sending.js';
import { SheetController } from './sheet-controller.js';
import type { HandedValue, ReferralValue } from './sheet-host.js';
import { hostOf, ownerOf, whenGone } from './wiring.js';

/**
 * つなぐシート: what one desk heard, handed to the next, and answered by it: accepted, asked back, passed on to a desk with a name, or returned to the
 * coordinator. Nothing is chosen beforehand; what is half written survives whatever comes in meanwhile.
 *
 * A controlled component: it takes a sheet with its record, and gives out what a desk does in events. It never stores anything.
 *
 * @summary The referral sheet: written, answered, and shown with all that happened to it.
 * @tag tsunagu-referral-sheet
 * @tagname tsunagu-referral-sheet
 * @documentation docs/embedding.md
 *
 * @fires {ReferralChangeEvent} tsunagu-referral-change - The sheet was written on; after a pause, and when a field is left. `detail.sheet`, `detail.elsewhere`.
 * @fires {ReferralSendEvent} tsunagu-referral-send - It is to be sent; cancel it to send it yourself. `detail.sheet`, `detail.action`, `detail.seq`, `detail.key`.
 * @fires {ReferralReplyEvent} tsunagu-referral-reply - A step of the reply; cancel it to record it yourself. `detail.id`, `detail.action`, `detail.heard`, `detail.seq`, `detail.key`.
 * @fires {ReferralImportEvent} tsunagu-referral-import - A whole sheet came in from a file or codes; cancel it to take it in yourself. `detail.value`.
 * @fires {ReferralErrorEvent} tsunagu-referral-error - Something could not be shown, loaded or sent. `detail.reason`, `detail.message`.
 * @fires {DirectoryLoadEvent} tsunagu-directory-load - The element's own directory was read. `detail.directory`.
 * @fires {DirectoryErrorEvent} tsunagu-directory-error - It could not be read; ids are shown instead of names. `detail.reason`, `detail.message`, `detail.issues`.
 *
 * @csspart title - The heading.
 * @csspart language - A language button.
 * @csspart band - The head of the sheet: desks, dates, where it stands, the person.
 * @csspart standing - Where it stands.
 * @csspart turn - Whose turn it is.
 * @csspart stands - What became of it, and where it is.
 * @csspart due - How long it still may take, or has been late.
 * @csspart desk - A desk: name, telephone, FAX, open state.
 * @csspart phone - A telephone link.
 * @csspart fax - A FAX number.
 * @csspart open-state - Whether a desk is open.
 * @csspart person - The person.
 * @csspart section - A numbered section.
 * @csspart section-title - Its heading.
 * @csspart topics - The worries, ○ and ◎.
 * @csspart reply - Section 9: the reply, and what happened so far.
 * @csspart go-to-reply - Leads from the head to the reply.
 * @csspart receive - Says that the sheet has come.
 * @csspart stamp - When it was received, and by whom.
 * @csspart choices - The steps to choose from.
 * @csspart choice - A radio button.
 * @csspart fields - What the chosen step asks.
 * @csspart question - One of its fields.
 * @csspart input - What is written or chosen in.
 * @csspart chosen-desk - How the chosen desk is reached.
 * @csspart detour - Said beforehand: the sheet will go to the coordinator.
 * @csspart no-directory - Said where no desk can be chosen.
 * @csspart problem - What is to be looked at again, beside its field.
 * @csspart summary - The list of these.
 * @csspart send - The reply's one button.
 * @csspart status - What is on its way, or has arrived.
 * @csspart failed - Why it is not sent yet.
 * @csspart detail - The receiver's own sentence about that.
 * @csspart again - Tries once more.
 * @csspart behind - What somebody else did meanwhile.
 * @csspart leftover - Words written for a step that is none any more.
 * @csspart heard - Writes down what another desk answered on paper or by telephone.
 * @csspart heard-way - How it came.
 * @csspart heard-stop - Back to this desk’s own reply.
 * @csspart nothing-to-do - Said when no reply is needed now.
 * @csspart no-desk - Said when the page does not tell which desk this is.
 * @csspart withdrawn - Said when the person took their consent back and the sheet is not stopped yet.
 * @csspart stopped - Said once it is stopped, with who holds what.
 * @csspart held - Each of them.
 * @csspart unsure - Said of a record that has a gap or was changed.
 * @csspart timeline - What happened so far.
 * @csspart entry - One step of it.
 * @csspart tools - Printing, files and codes.
 * @csspart print - Prints.
 * @csspart transfer - Opens files and codes.
 * @csspart part-failed - Said when a part could not be loaded.
 * @csspart edit - Everything to write in.
 * @csspart section-button - Opens and closes a section.
 * @csspart section-summary - What a closed section holds, in a line.
 * @csspart desk-line - How the desk it goes to is reached.
 * @csspart deadline - The day by which an answer is wanted.
 * @csspart member - One of the household.
 * @csspart member-consent - Where their own consent stands.
 * @csspart person-consent - Where the person’s consent stands.
 * @csspart named - Said where a text without names holds one.
 * @csspart not-yet - What nobody has written yet: an offer.
 * @csspart gate - What goes, and what stays behind.
 * @csspart gate-line - The same in a line, on a phone.
 * @csspart gate-show - Opens it there.
 * @csspart gate-desk - One desk in it.
 * @csspart gate-goes - What that desk gets.
 * @csspart gate-read - Said where words have to be read through.
 * @csspart gate-stays - What stays behind, and why.
 * @csspart gate-shut - Why it cannot be sent.
 * @csspart gate-way - What can be done instead.
 * @csspart bring - Which forum may discuss it.
 * @csspart bring-room - Which it is.
 * @csspart bring-why - Why.
 * @csspart check-button - Goes on to the last look before sending.
 * @csspart check - The last look.
 * @csspart told - What one desk gets, word for word.
 * @csspart told-section - One section of it.
 * @csspart read-mark - Marks words to be read through.
 * @csspart back - Back to writing.
 * @csspart duty - What the law asks to tell whatever anybody agreed to.
 * @csspart problems - What has to be looked at before sending.
 * @csspart elsewhere - Said where a newer sheet of the page has something else than what was written here.
 * @csspart unreadable - Said where there is nothing that can be written in.
 * @csspart transfer-panel - Files and codes.
 * @csspart out-save - Saves a file although it cannot carry everything.
 * @csspart out-codes-view - The codes on the screen.
 * @csspart out-key - Chooses the key to seal to.
 * @csspart in-scanner - The line for a scanner.
 * @csspart in-camera - Starts and stops the camera.
 * @csspart in-video - What the camera sees.
 * @csspart in-file - Chooses files or pictures.
 * @csspart in-key - Chooses the key that opens.
 * @csspart in-check - What would change.
 * @csspart in-take - Takes it.
 * @csspart in-camera-off - Stops the camera.
 * @csspart in-news - How far it has come.
 * @csspart in-restart - Begins anew.
 * @csspart in-leave - Leaves it as it is.
 * @csspart in-differences - The differences, before anything is replaced.
 * @csspart out-news - What became of it.
 * @csspart out-losses - What a file cannot carry.
 * @csspart out-copied - The text, to be copied by hand.
 * @csspart print-choice - Asks for whom it is printed.
 *
 * @cssproperty --tsunagu-font-family - Font stack.
 * @cssproperty [--tsunagu-font-size=16px] - Base size; everything scales with it.
 * @cssproperty [--tsunagu-color-ground=#fff] - Background.
 * @cssproperty [--tsunagu-color-text=#333] - Text.
 * @cssproperty [--tsunagu-color-text-quiet=#4d4d4d] - Secondary text.
 * @cssproperty [--tsunagu-color-key=#0017c1] - Actions and links.
 * @cssproperty [--tsunagu-color-key-hover=#00118f] - Actions under the pointer.
 * @cssproperty [--tsunagu-color-key-active=#000060] - Actions while pressed.
 * @cssproperty [--tsunagu-color-key-pale=#e8f1fe] - Ground of a chosen step.
 * @cssproperty [--tsunagu-color-line=#ccc] - Thin lines.
 * @cssproperty [--tsunagu-color-edge=#666] - Borders of fields.
 * @cssproperty [--tsunagu-color-pale=#f2f2f2] - Ground of notices.
 * @cssproperty [--tsunagu-color-error=#ce0000] - What is to be looked at again.
 * @cssproperty [--tsunagu-color-good=#115a36] - Open desks.
 * @cssproperty [--tsunagu-color-warn=#ac3e00] - Desks that close soon; deadlines that have passed.
 * @cssproperty [--tsunagu-radius=8px] - Corner radius.
 */
export class ReferralSheetElement extends LitElement implements DirectoryHost {
  static readonly version = version;
  static override styles: CSSResultGroup = [baseStyles, sheetStyles];
  static override properties = {
    src: {},
    directory: { attribute: false },
    value: { attribute: false, noAccessor: true },
    consent: { attribute: false },
    mode: {},
    action: {},
    desk: {},
    worker: {},
    now: { attribute: false },
    languages: {},
    messages: { attribute: false },
    furigana: { state: true },
    transferOpen: { state: true },
    notPrinted: { state: true },
  };

  /** Address of the city's directory file. */
  src: string | undefined;

  /** The directory itself; beats an inline JSON child, `src` and the surrounding `<tsunagu-directory>`. */
  directory: Directory | undefined;

  /** Records of consent by the `ref` of whose they are, or the person's alone. Only the desk that sends has them. */
  consent: ConsentsByRef | readonly ConsentEvent[] | undefined;

  /** `edit`: for the desk that writes. `reply`: for whoever has it. `view`: to read. */
  mode: SheetMode = 'view';

  /** Where steps are posted to, as JSON; without it they are the page's to record. */
  action: string | undefined;

  /** Id of the desk at work here. */
  desk: string | undefined;

  /** Who works here. */
  worker: string | undefined;

  /** The clock: a time, or a function that tells it. Default: this device's. */
  now: Date | string | (() => Date) | undefined;

  /** Languages the reader may switch to, space separated; `ja` alone hides the switch. */
  languages = languages.join(' ');

  /** Texts to replace, for this instance only. */
  messages: Partial<SheetTexts> | undefined;

  private given: ReferralValue | undefined;
  private furigana = true;
  private transferOpen = false;
  private notPrinted = false;
  private readonly locale = new LocaleController<SheetTexts>(this, sheetLocales);
  private readonly source = new DirectoryController(this, true, async () => (await import('./directory-reader.js')).directoryReader);
  private readonly owner = ownerOf(this);
  private readonly sheet = new SheetController(this.owner);
  private readonly host = hostOf(this, this.owner, this.sheet, () => ({
    lang: this.locale.lang,
    furigana: this.hasFurigana,
    directory: this.source.state.status === 'ready' ? this.source.state.directory : undefined,
    root: this.root,
  }));
  protected readonly visibility = new Visibility(this, () => this.sheet.flush());
  private readonly edit = this.later(async () => this.sheet.edit(await import('./edit/edit-mode.js'), this.host));
  private readonly openLook = this.later(async () => (await import('./parts/open-look.js')).openLook);
  private readonly aside = this.later(() => import('./reply/aside.js'));
  private readonly transfer = this.later(async () => (await import('./transfer/panel.js')).openTransfer(this.host));

  /** The sheet and its record, oldest event first. A newer one is shown at once; what is half written stays, and who wrote it is told where both differ. */
  get value(): ReferralValue | undefined {
    return this.given;
  }
  set value(value: ReferralValue | HandedValue | undefined) {
    const before = this.given;
    this.given = value as ReferralValue | undefined;
    if (before !== value) this.sheet.replaced(before, this.given);
    this.requestUpdate('value', before);
  }

  /** What is on the screen now: the page's value with what was written since. */
  toJSON(): ReferralValue | undefined {
    return this.sheet.current;
  }

  /** Prints the sheet as A4. `false`: this browser cannot, or there is nothing to print. */
  async print(): Promise<boolean> {
    this.notPrinted = false;
    await this.locale.follow();
    const printed = await this.sheet.print(this.host);
    this.notPrinted = !printed;
    return printed;
  }

  /** A page that recorded the step itself says so, with the new value if it has one. */
  showSent(value?: ReferralValue | HandedValue): void {
    this.sheet.showSent(value as ReferralValue | undefined);
  }

  /** A page that could not record it says so; what was written stays, and may be tried again under the same key. */
  showFailed(message?: string): void {
    this.sheet.showFailed(message);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What was let go when it was taken out is fetched again.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sheet.flush();
    this.transfer.part?.rest?.();
    whenGone(this, this.sheet, this.edit, this.transfer);
  }

  /** Moved by `moveBefore()`: the focus stays, so nothing is drawn anew. What surrounds it may be another page’s language or directory. */
  protected connectedMoveCallback(): void {
    super.disconnectedCallback();
    this.connectedCallback();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('src') || changed.has('directory')) this.source.refresh();
    if (changed.has('messages')) this.locale.override(this.messages);
    if (this.given !== undefined && changed.has('value') && !this.sheet.current)
      this.sheet.tell({ reason: 'invalid', message: 'What was given is no sheet with its record.' });
    if (!this.isEditing) this.sheet.leave(this.edit, changed.has('value'));
    if (changed.has('action') && this.action) void loadPost().catch(() => undefined);
    void this.sheet.judge();
  }

  protected override updated(): void {
    const { attention } = this.sheet;
    const place = attention === undefined ? null : this.root.getElementById(attention);
    if (!place) return;
    this.sheet.attention = undefined;
    place.focus();
  }

  protected override render(): Piece {
    const { messages: texts, lang } = this.locale;
    const furigana = this.hasFurigana;
    const offered = this.languages.split(/\s+/).filter(Boolean).map(toLanguage);
    return html`<div class="base sheet" lang=${lang === 'en' ? 'en' : 'ja'} @focusout=${this.onLeave}>
      ${languageSwitch({
        messages: texts,
        lang,
        furigana,
        offered: [...new Set(offered)],
        speak: (language: Language) => this.locale.choose(language),
        showFurigana: (on: boolean) => this.showFurigana(on),
      })}
      ${this.body(texts, furigana)} ${tools(this.toolbox, texts, furigana)}
    </div>`;
  }

  private body(texts: SheetTexts, furigana: boolean): Piece {
    const { current: value, state } = this.sheet;
    if (!value || !state)
      return html`<p class="notice" part="part-failed" ${say(this.given === undefined ? texts.empty : texts.noSheet, furigana)}></p>`;
    const view: SheetView = {
      texts,
      lang: this.locale.lang,
      furigana,
      value,
      state,
      desk: this.owner.desk,
      at: this.owner.at,
      desks: new Desks(this.host.directory, value, this.locale.lang),
      openLook: this.host.directory && this.openLook.here,
    };
    const edit = this.isEditing ? this.edit : undefined;
    const { sheet, mode, aside } = this;
    return body(view, { sheet, mode, edit, aside, root: this.root, changed: () => this.requestUpdate() });
  }

  private get toolbox(): Toolbox {
    const { transfer, transferOpen, notPrinted } = this;
    return {
      printable: this.sheet.current !== undefined,
      notPrinted,
      transfer: transferOpen ? transfer : undefined,
      print: () => void this.print(),
      toggle: () => {
        this.transferOpen = !transferOpen;
        if (transferOpen) transfer.end();
      },
    };
  }

  private showFurigana(on: boolean): void {
    this.furigana = on;
  }

  private get hasFurigana(): boolean {
    return this.furigana && this.locale.lang === 'ja-x-easy';
  }

  private get isEditing(): boolean {
    return this.mode === 'edit' && this.sheet.isDraft;
  }

  private get root(): ShadowRoot {
    return this.renderRoot as ShadowRoot;
  }

  /** A field was left. */
  private readonly onLeave = (): void => this.sheet.flush();

  private later<Part>(load: () => Promise<Part>): Fetched<Part> {
    return new Fetched(
      load,
      () => {
        // The styles of what was fetched come after the element's own.
        const parts = [this.edit.part, this.transfer.part].map((part) => ReferralSheetElement.finalizeStyles(part?.styles));
        adoptStyles(this.root, [...ReferralSheetElement.elementStyles, ...parts.flat()]);
        this.requestUpdate();
      },
      (error) => this.sheet.tell({ reason: 'code', message: String(error) }),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tsunagu-referral-sheet': ReferralSheetElement;
  }
}
