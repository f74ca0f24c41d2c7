import type { LitElement } from 'lit';
import type { Language } from '@tsunagu/core';
import type { Consultation } from '@tsunagu/schema/consultation';
import type { Directory } from '@tsunagu/schema/directory';
import { tokyoParts } from '@tsunagu/schema/open-state';
import type * as clearView from './clear-view.js';
import { copyText } from './copy-text.js';
import type { DraftController, DraftMode } from './draft-controller.js';
import { exitAddress, leave, wipeDeviceDrafts, wipeTabDrafts } from './exit.js';
import { Fields } from './fields.js';
import type { deskPanel } from './desk-panel.js';
import type { FormTexts } from './form-texts.js';
import { ids, offeredTopics } from './offered.js';
import { answersText } from './parts/answers-list.js';
import type { FormPicture } from './parts/form.js';
import type { Replies } from './replies.js';
import { Safety } from './safety.js';
import { SendingController } from './sending-controller.js';
import { Session } from './session.js';
import { toConsultation, type Writing } from './to-consultation.js';

/** What the controller needs of the element. */
export interface FormHost extends LitElement {
  readonly action: string | undefined;
  readonly encryptTo: string | undefined;
  readonly exitUrl: string | undefined;
  readonly replies: string | undefined;
  readonly name: string | undefined;
  windowId: string | undefined;
  readonly draft: DraftMode;
}

/** What the element tells the controller when asked. */
export interface FormSource {
  city: () => Directory | undefined;
  /** The host `<form>`. */
  form: () => HTMLFormElement | null;
  writing: () => Writing;
  texts: () => FormTexts;
  picture: () => FormPicture;
  /** The language that was chosen in the form. */
  language: () => Language | undefined;
  speak: (language: Language) => void;
  /** An answer has changed: tells the host `<form>`. */
  report: () => void;
  /** Gives the host `<form>` what is ready to go. */
  contribute: (body: string) => void;
}

/** Ties together what is written, kept, sent and wiped. */
export class FormController {
  readonly session: Session;
  readonly sending: SendingController;
  drafts: DraftController | undefined;
  readonly safety: Safety;
  readonly fields: Fields;
  /** Another page is shown, or the whole form is asked for: the focus goes to its beginning once it is drawn. */
  moved: 'page' | 'form' | 'failed' | undefined;
  private failed = false;
  private restores = 0;
  /** Said after copying. */
  copied = '';
  replies: Replies | undefined;
  /** Draws the desk, once there is one to draw. */
  deskPanel: typeof deskPanel | undefined;
  private readonly opened = performance.now();
  private marks: readonly string[] = [];

  constructor(
    private readonly host: FormHost,
    private readonly source: FormSource,
  ) {
    this.session = new Session(
      () => tokyoParts(new Date()).dateKey,
      (moved) => this.onSession(moved),
    );
    this.sending = new SendingController(host, this.session, async () => this.drafts?.keepNow());
    this.safety = new Safety(
      (words) => void this.onLines(words),
      () => source.city()?.emergencyLines,
    );
    this.fields = new Fields(host, this.session, (settled) => this.onWritten(settled));
  }

  readonly act: FormPicture['act'] = {
    forward: () => {
      this.fields.harvest();
      if (this.session.state.page === 'check') this.submit();
      else this.session.next();
    },
    back: () => {
      this.sending.pause();
      this.fields.harvest();
      this.session.back();
    },
    exit: () => this.exit(),
    closeSafety: () => this.safety.close(),
    goTo: ({ field }) => this.focusField(field),
    change: (step, field) => {
      this.sending.pause();
      this.session.revise(step);
      this.moved = undefined;
      void this.host.updateComplete.then(() => this.focusField(field));
    },
    copy: () => void this.copy(),
    print: () => window.print(),
    wipe: () => {
      this.replies = undefined;
      this.session.wipe();
    },
    openReplies: () => void this.openReplies(),
  };

  /** Worries that a host marks at the start. They are offered whole here: a finer one marks the one above it. */
  mark(topics: string | null | undefined): void {
    this.marks = ids(topics).map((id) => id.split('/')[0]!);
  }

  /** Marks them once they are offered (a city's own come with its directory), so that nothing is sent that cannot be seen. */
  present(): void {
    if (!this.marks.length) return;
    const offered = offeredTopics(this.source.texts().topics, this.source.city(), 'ja').map(({ id }) => id);
    const marked = this.marks.filter((id) => offered.includes(id));
    this.marks = this.marks.filter((id) => id && !offered.includes(id));
    if (marked.length) this.session.answer('topics', [...new Set([...this.session.state.answers.topics, ...marked])]);
  }

  /** A desk is to be shown beside the questions. */
  async showDesk(): Promise<void> {
    if (this.deskPanel) return;
    const loaded = await this.later(import('./desk-panel.js'));
    if (!loaded) return;
    this.deskPanel = loaded.deskPanel;
    this.host.requestUpdate();
  }

  /** Drafts are kept from now on, or no longer. */
  async keepDrafts(mode: DraftMode): Promise<void> {
    if (mode === 'off' && !this.drafts) return;
    const loaded = await this.later(import('./draft-controller.js'));
    if (!loaded) return;
    const { host, session, sending } = this;
    this.drafts ??= new loaded.DraftController(
      {
        scope: () => host.id || host.name || location.pathname,
        desk: () => host.windowId,
        choose: (id) => (host.windowId = id),
        language: this.source.language,
        speak: this.source.speak,
      },
      session,
      sending,
      () => host.requestUpdate(),
    );
    await this.drafts.begin(mode);
  }

  /** Begins anew. */
  reset(topics: string): void {
    this.sending.stop();
    this.session.wipe(false);
    this.mark(topics);
    this.host.requestUpdate();
  }

  /** What a browser has kept for a host form comes back, as far as it is ours; of several at once the last. */
  async restore(state: string): Promise<void> {
    const turn = ++this.restores;
    const loaded = await this.later(import('./draft.js'));
    const answers = loaded?.checkAnswers(state);
    if (answers && turn === this.restores) this.session.resume(answers, 'who', false);
  }

  onWritten(settled: boolean): void {
    this.safety.look(this.session.state.answers, settled);
    this.drafts?.touch(settled);
    this.source.report();
  }

  /** After drawing: to what is to be looked at again, else to the page's title. */
  moveFocus(): void {
    const { moved, host } = this;
    if (!moved) return;
    this.moved = undefined;
    const wanted = moved === 'failed' ? '.failed' : this.session.state.problems.length ? '.summary' : '.page-title';
    const target = host.renderRoot.querySelector<HTMLElement>(wanted);
    target?.focus({ preventScroll: true });
    (moved === 'form' ? host : target)?.scrollIntoView({ block: 'start' });
  }

  /** Something on the page has the focus for the first time: from now on nothing that has it stays under the way out. */
  async keepClear(event: Event, signal: AbortSignal): Promise<void> {
    const path = event.composedPath();
    (await this.clearView)?.keepClear(this.host.renderRoot, path, signal);
  }

  /** Lines that answer now are brought into sight where somebody is writing; the focus stays. */
  private async onLines(words: boolean): Promise<void> {
    this.host.requestUpdate();
    await this.host.updateComplete;
    if (words) (await this.clearView)?.show(this.host.renderRoot);
  }

  private get clearView(): Promise<typeof clearView | undefined> {
    return this.later(import('./clear-view.js'));
  }

  private submit(): void {
    if (this.session.hold()) return;
    const { action, encryptTo } = this.host;
    const consultation: Consultation = toConsultation(this.session.state.answers, this.source.writing());
    void this.sending.start({
      consultation,
      action: action ?? this.host.querySelector('form')?.getAttribute('action') ?? undefined,
      encryptTo,
      opened: this.opened,
      form: this.host.name ? this.source.form() : null,
      contribute: (body) => this.source.contribute(body),
    });
  }

  /** Wipes what was written and leaves; this page is no longer in the history. */
  private exit(): void {
    this.sending.stop();
    wipeTabDrafts();
    if (this.drafts) void this.drafts.wipe();
    else if (this.host.draft === 'device') wipeDeviceDrafts();
    this.safety.forget();
    this.replies = undefined;
    this.session.wipe();
    leave(exitAddress(this.host.exitUrl, location));
  }

  private async copy(): Promise<void> {
    const { receipt } = this.session.state;
    const done = await copyText(receipt ? `${receipt.number}\n${receipt.secret}` : answersText(this.source.picture().view));
    this.copied = done ? this.source.texts().copied : this.source.texts().copyFailed;
    this.host.requestUpdate();
  }

  private async openReplies(): Promise<void> {
    if (!this.host.replies) return;
    const loaded = await this.later(import('./replies.js'));
    const url = new URL(this.host.replies, document.baseURI).href;
    if (loaded) this.replies = new loaded.Replies(url, this.session.state.receipt, () => this.host.requestUpdate());
    this.host.requestUpdate();
  }

  /** A part that cannot be loaded now (a phone without a network) is told to the developer; the form works on, and asks again when needed. */
  private later<Part>(part: Promise<Part>): Promise<Part | undefined> {
    return part.catch((error: unknown) => {
      console.warn(`<${this.host.localName}> a part could not be loaded: ${String(error)}`);
      return undefined;
    });
  }

  private focusField(field: string): void {
    const question = this.host.renderRoot.querySelector(`#question-${field}`);
    const target = question?.querySelector<HTMLElement>('input, textarea, button');
    target?.focus();
    target?.scrollIntoView({ block: 'center' });
  }

  private onSession(moved: boolean): void {
    if (moved) this.moved ??= 'page';
    if (moved) this.copied = '';
    const failed = this.session.state.sending.kind === 'failed';
    if (failed && !this.failed) this.moved = 'failed';
    this.failed = failed;
    if (this.session.state.page === 'sent') {
      this.safety.forget();
      void this.drafts?.wipe();
    } else this.drafts?.touch(moved);
    this.host.requestUpdate();
  }
}
