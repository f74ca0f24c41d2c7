import {
  baseStyles,
  commonStyles,
  DirectoryController,
  languages,
  languageSwitch,
  LocaleController,
  say,
  version,
  type DirectoryHost,
  type Language,
} from '@tsunagu/core';
import type { Consultation, Receipt } from '@tsunagu/schema/consultation';
import type { ConsultationWindow, Directory } from '@tsunagu/schema/directory';
import { toInstant, tokyoParts } from '@tsunagu/schema/open-state';
import { localize } from '@tsunagu/schema/text';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { formStyles } from './consultation-form.styles.js';
import type { DraftMode } from './draft-controller.js';
import { exitPresses } from './exit.js';
import { FormController } from './form-controller.js';
import { contribute, reportTo, silenceChildren } from './host-form.js';
import { formLocales, type FormTexts } from './form-texts.js';
import { ids, isNamed, offeredTopics } from './offered.js';
import { renderForm, type FormPicture } from './parts/form.js';
import { fromConsultation, toConsultation, type Writing } from './to-consultation.js';

/** What a directory takes as the id of a desk. */
const isId = /^[a-z0-9][a-z0-9._-]{0,63}$/;

/**
 * Somebody with a worry writes as much as they can, without a name if they like, leaves safely at any moment, and knows that it arrived.
 * Nothing that is written leaves the element before it is sent; nothing is stored unless the page allows it, and on the device only if the person
 * asks as well.
 *
 * Its children are what is there while script does not run: a plain `<form method="post">`, whose `action` is used when the element has none,
 * and a phone number. A `tsunagu-window-select` anywhere on the page (a finder's) chooses the desk that is written to.
 *
 * @summary A consultation, from a phone at night to a desk that has it.
 * @tag tsunagu-consultation-form
 * @tagname tsunagu-consultation-form
 * @documentation docs/embedding.md
 *
 * @slot heading - Replaces the heading.
 * @slot contact - A phone number, shown where no directory gives a desk.
 * @slot footer - After the form.
 *
 * @fires {ConsultationSubmitEvent} tsunagu-consultation-submit - About to be sent, cancelable. `detail.body`, `detail.key`, and `detail.consultation` unless it is sealed.
 * @fires {ConsultationSentEvent} tsunagu-consultation-sent - It arrived. `detail.receipt` without its secret.
 * @fires {ConsultationErrorEvent} tsunagu-consultation-error - It could not be sent; what was written stays. `detail.reason`, `detail.message`, `detail.status`.
 * @fires {DirectoryLoadEvent} tsunagu-directory-load - The element's own directory was read. `detail.directory`.
 * @fires {DirectoryErrorEvent} tsunagu-directory-error - It could not be read; the form works without. `detail.reason`, `detail.message`, `detail.issues`.
 *
 * @csspart question - A question.
 * @csspart input - A line or box to write in.
 * @csspart choice - A radio button or check box.
 * @csspart problem - What is to be looked at again, beside its question.
 * @csspart summary - The list of these.
 * @csspart desk - The desk that is written to.
 * @csspart phone - Its phone button.
 * @csspart safety - Lines that answer now, shown when the words call for them.
 * @csspart exit - The bar with the way out.
 * @csspart exit-button - The way out.
 * @csspart next - Goes on, or sends.
 * @csspart back - Goes back.
 * @csspart failed - Shown when sending has failed for good.
 * @csspart receipt - The receipt.
 * @csspart thread - What the desk has answered.
 * @csspart language - A language button.
 *
 * @cssproperty --tsunagu-font-family - Font stack.
 * @cssproperty [--tsunagu-font-size=16px] - Base size; everything scales with it.
 * @cssproperty [--tsunagu-color-ground=#fff] - Background.
 * @cssproperty [--tsunagu-color-text=#333] - Text.
 * @cssproperty [--tsunagu-color-text-quiet=#4d4d4d] - Secondary text.
 * @cssproperty [--tsunagu-color-key=#0017c1] - Actions and links.
 * @cssproperty [--tsunagu-color-key-hover=#00118f] - Actions under the pointer.
 * @cssproperty [--tsunagu-color-key-active=#000060] - Actions while pressed.
 * @cssproperty [--tsunagu-color-on-key=#fff] - Text on an action's ground.
 * @cssproperty [--tsunagu-color-key-pale=#e8f1fe] - Ground of a chosen answer.
 * @cssproperty [--tsunagu-color-line=#ccc] - Thin lines.
 * @cssproperty [--tsunagu-color-edge=#666] - Borders of fields.
 * @cssproperty [--tsunagu-color-pale=#f2f2f2] - Ground of the desk and the exit bar.
 * @cssproperty [--tsunagu-color-good=#115a36] - "Open".
 * @cssproperty [--tsunagu-color-warn=#ac3e00] - "Closes soon".
 * @cssproperty [--tsunagu-color-error=#ce0000] - What is to be looked at again.
 * @cssproperty [--tsunagu-radius=8px] - Corner radius.
 */
export class ConsultationForm extends LitElement implements DirectoryHost {
  static readonly version = version;
  static readonly formAssociated = true;
  static override styles = [baseStyles, commonStyles, formStyles];
  static override properties = {
    src: {},
    directory: { attribute: false },
    action: {},
    windowId: { attribute: 'window-id' },
    topics: {},
    draft: {},
    encryptTo: { attribute: 'encrypt-to' },
    exitUrl: { attribute: 'exit-url' },
    layout: {},
    replies: {},
    heading: {},
    languages: {},
    name: { reflect: true },
    required: { type: Boolean },
    at: {},
    messages: { attribute: false },
    furigana: { state: true },
    disabled: { state: true },
  };

  /** Address of the city's directory file, for the desk's name, hours and phone; the form works without. */
  src: string | undefined;

  /** The directory itself; beats an inline JSON child, `src` and the surrounding `<tsunagu-directory>`. */
  directory: Directory | undefined;

  /** Where the consultation is posted to (see `@tsunagu/receiver`). Without one, a child form's action, the host form, or the host's own listener. */
  action: string | undefined;

  /** Id of the desk it goes to. A `tsunagu-window-select` on the page sets it. */
  windowId: string | undefined;

  /** Worries marked at the start: topic ids, space separated. */
  topics = '';

  /** `off`: nothing is kept. `tab`: in the tab's own memory, gone with it. `device`: encrypted with a passphrase, after asking whose device it is. */
  draft: DraftMode = 'off';

  /**
   * Address of the desk's public key (JWK): the answers are sealed, and neither this page nor the receiver can read them. `{window}` in it
   * stands for the desk's id (`any` when none is chosen).
   */
  encryptTo: string | undefined;

  /** Where leaving leads; default the site's top page. */
  exitUrl: string | undefined;

  /** `steps`: a group of questions at a time. `page`: all on one page. */
  layout: 'steps' | 'page' = 'steps';

  /** Base address of the receiver's receipts (`/api/receipts`): who has a receipt can read the answer here. */
  replies: string | undefined;

  /** Heading; the default asks nothing. */
  heading: string | undefined;

  /** Languages the person may switch to, space separated; `ja` alone hides the switch. */
  languages = languages.join(' ');

  /** Name of the value inside a host `<form>`: the consultation as JSON. */
  name: string | undefined;

  /** Inside a host `<form>`: it may not be empty. */
  required = false;

  /** The moment that open states are told for, ISO 8601; now by default. */
  at: string | undefined;

  /** Texts to replace, for this instance only. */
  messages: Partial<FormTexts> | undefined;

  private furigana = true;
  private disabled = false;
  private chosen: ConsultationWindow | undefined;
  private readonly internals = this.attachInternals();
  private readonly locale = new LocaleController<FormTexts>(this, formLocales);
  private readonly source = new DirectoryController(this, true, async () => (await import('./desk-panel.js')).directoryReader);
  private readonly control: FormController = new FormController(this, {
    city: () => this.city,
    form: () => this.internals.form,
    writing: () => this.writing,
    texts: () => this.locale.messages,
    picture: () => this.picture,
    language: () => this.locale.chosen,
    speak: (language) => this.locale.choose(language),
    report: () => this.report(),
    contribute: (body) => contribute(this.internals, body),
  });
  private readonly presses = exitPresses(() => performance.now());
  private connection: AbortController | undefined;

  /** The consultation as it stands, or what a host has set; undefined while nothing was written. */
  get value(): Consultation | undefined {
    return this.control.session.isEmpty ? undefined : toConsultation(this.control.session.state.answers, this.writing);
  }

  set value(value: Partial<Consultation> | undefined) {
    if (value) this.control.session.resume(fromConsultation(value), 'who', false);
    else this.control.session.wipe(false);
  }

  /** A host that sent it itself shows the receipt. */
  showSent(receipt?: Receipt): void {
    this.control.sending.arrived(receipt);
  }

  /** A host that could not send it: the words stay, with every other way to be heard. */
  showFailed(reason = 'server'): void {
    this.control.sending.fail({ reason, message: 'The host could not send it.' });
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    this.control.fields.listen(root);
    return root;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = (this.connection = new AbortController());
    const document = this.ownerDocument;
    document.addEventListener('tsunagu-window-select', this.onWindowSelect, { signal });
    document.addEventListener('keydown', this.onKey, { capture: true, signal });
    document.addEventListener('compositionend', this.presses.composed, { capture: true, signal });
    window.addEventListener('pagehide', () => this.control.drafts?.touch(true), { signal });
    this.addEventListener('invalid', this.onInvalid, { signal });
    document.addEventListener('focusin', (event) => void this.control.keepClear(event, signal), { capture: true, once: true, signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.connection?.abort();
    this.control.drafts?.touch(true);
  }

  /** A host form is reset: everything that was written is forgotten. */
  formResetCallback(): void {
    this.control.reset(this.topics);
  }

  /** Put into a host form, or taken out of it. */
  formAssociatedCallback(): void {
    silenceChildren(this, this.internals);
    this.requestUpdate();
  }

  /** A host's `<fieldset disabled>`. */
  formDisabledCallback(disabled: boolean): void {
    this.disabled = disabled;
  }

  /** The browser gives back what was in a host form. */
  formStateRestoreCallback(state: unknown): void {
    if (typeof state === 'string') void this.control.restore(state);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('src') || changed.has('directory')) this.source.refresh();
    if (changed.has('messages')) this.locale.override(this.messages);
    if (changed.has('layout')) this.control.session.single = this.layout === 'page';
    if (changed.has('topics')) this.control.mark(this.topics);
    this.control.present();
    if (changed.has('draft')) void this.control.keepDrafts(this.draft === 'tab' || this.draft === 'device' ? this.draft : 'off');
    this.report();
  }

  protected override updated(): void {
    this.control.moveFocus();
  }

  protected override render(): TemplateResult {
    const { messages, lang } = this.locale;
    const heading: unknown = this.heading ?? messages.heading;
    return html`<div class="base" lang=${lang === 'en' ? 'en' : 'ja'}>
      <slot name="heading"><h2 ${say(String(heading), this.furigana && lang === 'ja-x-easy')}></h2></slot>
      ${this.renderLanguages()} ${renderForm(this.picture)}
      <slot name="footer"></slot>
    </div>`;
  }

  private get city(): Directory | undefined {
    const { state } = this.source;
    return state.status === 'ready' ? state.directory : undefined;
  }

  private get now(): Date {
    return toInstant(this.at) ?? new Date();
  }

  /** The desk that is written to, when it is known. */
  private get desk(): ConsultationWindow | undefined {
    const { windowId } = this;
    if (!windowId) return undefined;
    return this.city?.windows.find(({ id }) => id === windowId) ?? (this.chosen?.id === windowId ? this.chosen : undefined);
  }

  private get writing(): Writing {
    const { desk, windowId } = this;
    // A desk that cannot be one must not keep the words from arriving.
    const id = windowId && isId.test(windowId) ? windowId : undefined;
    const window = id ? (desk ? { id, name: localize(desk.name, 'ja').slice(0, 300) } : { id }) : undefined;
    return { language: this.locale.lang, window, today: tokyoParts(this.now).dateKey };
  }

  private get picture(): FormPicture {
    const { messages, lang } = this.locale;
    const furigana = this.furigana && lang === 'ja-x-easy';
    const { answers, problems } = this.control.session.state;
    return {
      view: {
        messages,
        lang,
        furigana,
        answers,
        problems,
        topics: offeredTopics(messages.topics, this.city, lang),
        members: (change, typing = false) => {
          const { session } = this.control;
          session.answer('household', change(session.state.answers.household));
          if (!typing) session.recheck();
          this.control.onWritten(!typing);
          if (!typing) this.requestUpdate();
        },
      },
      messages,
      lang,
      furigana,
      session: this.control.session,
      disabled: this.disabled,
      desk: this.renderDesk(messages, lang, furigana),
      safety: this.control.safety,
      draft: this.control.drafts?.render(messages.draft, furigana) ?? nothing,
      copied: this.control.copied,
      replies: Boolean(this.replies),
      thread: this.control.replies?.render(messages.replies, furigana) ?? nothing,
      act: this.control.act,
    };
  }

  private renderDesk(messages: FormTexts, lang: Language, furigana: boolean): TemplateResult | typeof nothing {
    const { desk: window, city: directory } = this;
    if (!window && !directory) return nothing;
    void this.control.showDesk();
    return this.control.deskPanel?.({ window, directory, at: this.now, lang, furigana }, messages, messages.open) ?? nothing;
  }

  private renderLanguages(): TemplateResult | typeof nothing {
    const { messages, lang } = this.locale;
    return languageSwitch({
      messages,
      lang,
      furigana: this.furigana && lang === 'ja-x-easy',
      offered: languages.filter((each) => ids(this.languages).includes(each)),
      speak: (language) => {
        this.locale.choose(language);
        this.control.drafts?.touch(true);
      },
      showFurigana: (on) => (this.furigana = on),
    });
  }

  private report(): void {
    const { value, encryptTo, required } = this;
    const { session } = this.control;
    reportTo(this.internals, {
      value,
      required,
      sealed: Boolean(encryptTo),
      answers: session.state.answers,
      blocking: () => session.blocking,
      messages: this.locale.messages,
      anchor: this.renderRoot.querySelector<HTMLElement>('.page-title') ?? undefined,
    });
  }

  private readonly onInvalid = (event: Event): void => {
    // Our own sentences, in our own place.
    event.preventDefault();
    if (!this.control.session.hold() && this.encryptTo) this.control.session.go('check');
  };

  /** From a finder anywhere on the page; elements know each other by events only. */
  private readonly onWindowSelect = (event: Event): void => {
    const window = (event as CustomEvent<{ window?: ConsultationWindow } | null>).detail?.window;
    if (typeof window?.id !== 'string') return;
    this.chosen = isNamed(window) ? window : undefined;
    this.windowId = window.id;
    this.control.moved = 'form';
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if (!this.presses(event)) return;
    event.preventDefault();
    this.control.act.exit();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'tsunagu-consultation-form': ConsultationForm;
  }
}
