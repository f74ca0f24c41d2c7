import type { Language } from '@tsunagu/core';
import type { TemplateResult } from 'lit';
import type { DeviceDraft } from './device-draft.js';
import { draftScope, joinAnswers, shortestPassphrase, tabDraft, type Kept } from './draft.js';
import type { DraftMessages } from './locales/messages.js';
import { draftJa } from './locales/ja.draft.js';
import { draftPanel } from './parts/draft-panel.js';
import type { SendingController } from './sending-controller.js';
import type { Session } from './session.js';

export type DraftMode = 'off' | 'tab' | 'device';

/** What the person is told about the draft on this device. */
export type DraftStage =
  'none' | 'offer' | 'ask' | 'shared' | 'passphrase' | 'short' | 'kept' | 'found' | 'wrong' | 'wiped' | 'restored' | 'failed';

/** While somebody types, a draft is written at most this often (ms). */
const pause = 1000;

/** Loaded when a form may keep drafts. Keeps one where the page and the person allow it; nothing is stored unless both do. */
export class DraftController {
  mode: DraftMode = 'off';
  stage: DraftStage = 'none';
  /** Asked for by {@link stored}: somebody may decide before its code is here. */
  private device: Promise<DeviceDraft> | undefined;
  private writing: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly form: {
      /** What tells this form from others on the site. */
      scope: () => string;
      /** Id of the desk that is written to. */
      desk: () => string | undefined;
      choose: (desk: string) => void;
      /** The language that was chosen in the form. */
      language: () => Language | undefined;
      speak: (language: Language) => void;
    },
    private readonly session: Session,
    private readonly sending: SendingController,
    private readonly onChange: () => void,
  ) {}

  /** What the person is asked and told about it. */
  render(messages: DraftMessages = draftJa, furigana: boolean): TemplateResult | undefined {
    if (this.stage === 'none') return undefined;
    return draftPanel(this.stage, messages, furigana, {
      ask: () => this.tell('ask'),
      own: () => this.tell('passphrase'),
      shared: () => this.tell('shared'),
      keep: (passphrase) => void this.keep(passphrase),
      open: (passphrase) => void this.open(passphrase),
      wipe: () => void this.wipe('wiped').then(() => this.onChange()),
    });
  }

  /** Looks for a draft that was kept before. */
  async begin(mode: DraftMode): Promise<void> {
    if (mode === this.mode) return;
    this.mode = mode;
    this.stage = mode === 'device' ? 'offer' : 'none';
    if (mode === 'tab') {
      // A page may have marked worries, and somebody may have begun to write, before this code was here.
      const kept = this.sending.pending ? undefined : tabDraft(this.key).read();
      if (kept) this.restore({ ...kept, answers: kept.pending ? kept.answers : joinAnswers(kept.answers, this.session.state.answers) });
      else await this.write();
    }
    if (mode === 'device') {
      const found = await this.stored().then(
        (device) => device.exists(),
        () => false,
      );
      // Somebody who has begun to keep one meanwhile is not interrupted.
      if (found && this.stage === 'offer') this.tell('found');
    }
    this.onChange();
  }

  /** Keeps what there is, and says when that is done. */
  keepNow(): Promise<void> {
    return this.mode === 'off' ? Promise.resolve() : this.write();
  }

  /** Something was written: keeps it soon, or `now`. */
  touch(now = false): void {
    if (this.mode === 'off') return;
    clearTimeout(this.writing);
    if (now) void this.write();
    else this.writing = setTimeout(() => void this.write(), pause);
  }

  private stored(): Promise<DeviceDraft> {
    return (this.device ??= import('./device-draft.js').then(({ deviceDraft }) => deviceDraft(this.key)));
  }

  private async open(passphrase: string): Promise<void> {
    const kept = await this.stored().then(
      (device) => device.open(passphrase),
      () => undefined,
    );
    if (kept && kept !== 'wrong') this.restore(kept);
    else this.tell(kept ? 'wrong' : 'failed');
  }

  private async keep(passphrase: string): Promise<void> {
    if ([...passphrase].length < shortestPassphrase) return this.tell('short');
    try {
      await (await this.stored()).start(passphrase);
      this.stage = 'kept';
      await this.write();
    } catch (error) {
      this.stage = (error as { code?: unknown }).code === 'short' ? 'short' : 'failed';
    }
    this.onChange();
  }

  private tell(stage: DraftStage): void {
    this.stage = stage;
    this.onChange();
  }

  /** Nothing of it stays on the device. */
  async wipe(stage: DraftStage = this.mode === 'device' ? 'offer' : 'none'): Promise<void> {
    clearTimeout(this.writing);
    if (this.mode !== 'off') tabDraft(this.key).wipe();
    this.stage = stage;
    if (this.mode === 'device')
      await this.stored()
        .then((device) => device.wipe())
        .catch(() => undefined);
  }

  private get key(): string {
    return draftScope(this.form.scope());
  }

  private async write(): Promise<void> {
    clearTimeout(this.writing);
    const { answers, page } = this.session.state;
    if (page === 'sent' || (this.session.isEmpty && !this.sending.pending)) return;
    const [desk, language] = [this.form.desk(), this.form.language()];
    const kept: Kept = {
      answers,
      step: page,
      ...(desk && { desk }),
      ...(language && { language }),
      savedAt: new Date().toISOString(),
      ...(this.sending.pending && { pending: this.sending.pending }),
    };
    if (this.mode === 'tab') tabDraft(this.key).write(kept);
    else if (this.stage === 'kept' || this.stage === 'restored')
      await this.stored()
        .then((device) => device.write(kept))
        .catch(() => this.tell('failed'));
  }

  private restore({ answers, step, desk, language, pending }: Kept): void {
    this.sending.pending = pending;
    if (desk) this.form.choose(desk);
    if (language) this.form.speak(language);
    this.stage = 'restored';
    this.session.resume(answers, step, pending !== undefined);
  }
}
