/** Ties together what the page gave, what is being written, and what is on its way. The element only draws it. */
import type { ConsentsByRef, ReferralAction, ReferralEvent } from '@tsunagu/schema/referral';
import {
  eventOfAction,
  referralFaults,
  referralState,
  stepsOf,
  type AnyReferralState,
  type NextSteps,
} from '@tsunagu/schema/referral/light';
import { tokyoParts } from '@tsunagu/schema/open-state';
import type { Autosave } from './autosave.js';
import type * as Edit from './edit/edit-mode.js';
import type { ReplyAction } from './locales/messages.js';
import { isValue } from './parts/value.js';
import {
  ReferralChangeEvent,
  ReferralErrorEvent,
  ReferralReplyEvent,
  ReferralSendEvent,
  type Elsewhere,
  type ReferralErrorDetail,
} from './referral-sheet.events.js';
import { ReplySession } from './reply/reply-session.js';
import { SendingController, type Sending } from './sending.js';
import type { ReferralValue, SheetHost, SheetPart } from './sheet-host.js';

/** The element, as its controller sees it. */
export interface SheetOwner {
  value: ReferralValue | undefined;
  readonly desk: string | undefined;
  readonly action: string | undefined;
  readonly at: Date;
  readonly consents: ConsentsByRef;
  dispatchEvent(event: Event): boolean;
  requestUpdate(): void;
}

const toBeSeen: readonly Sending['kind'][] = ['failed', 'behind', 'sent'];

export class SheetController {
  session = new ReplySession();
  /** The person took their consent back; only who has the records of consent can know. */
  withdrawn = false;
  /** The record is not what was written. */
  faulty = false;
  /** Where the focus goes once it is drawn. */
  attention: string | undefined;
  readonly sending: SendingController;
  /** Comes with the mode that writes. */
  private autosave: Autosave | undefined;
  /** For whom, and with which records of consent, this value was judged. */
  private judged: string | undefined;

  constructor(private readonly owner: SheetOwner) {
    this.sending = new SendingController(
      () => {
        const { kind } = this.sending.state;
        if (toBeSeen.includes(kind)) this.attention = kind === 'sent' ? 'reply-status' : `reply-${kind}`;
        owner.requestUpdate();
      },
      (value) => (owner.value = value),
      ({ type }) => (this.session = this.session.sent(type as ReplyAction)),
      (reason, message) => this.tell({ reason, message }),
    );
  }

  /** What the page gave; undefined when it cannot be shown. */
  get given(): ReferralValue | undefined {
    const { value } = this.owner;
    return isValue(value) ? value : undefined;
  }

  /** The same with what was written since. */
  get current(): ReferralValue | undefined {
    const { given } = this;
    const sheet = this.autosave?.sheet;
    return given && sheet ? { ...given, sheet } : given;
  }

  get state(): AnyReferralState | undefined {
    const { current, owner } = this;
    return current && referralState(current.sheet, current.events, owner.at);
  }

  /** May this desk write on the sheet itself? */
  get isDraft(): boolean {
    const { state, owner } = this;
    const sender = this.current?.sheet.from.agency;
    return state?.known === true && state.open && state.transport === 'draft' && (owner.desk === undefined || owner.desk === sender);
  }

  steps({ sheet, events }: ReferralValue): NextSteps {
    const { owner, withdrawn, faulty } = this;
    const found = stepsOf({ sheet, events }, owner.desk, owner.at, () => withdrawn);
    const mine = owner.desk === undefined || faulty ? [] : found.steps;
    return { ...found, steps: mine };
  }

  /** The page gave another value. What is half written stays, as long as it is the same sheet. */
  replaced(before: ReferralValue | undefined, after: ReferralValue | undefined): void {
    this.judged = undefined;
    if (!isValue(after) || !isValue(before) || after.sheet.id !== before.sheet.id) {
      this.flush();
      this.autosave?.forget();
      this.sending.stop();
      this.session = new ReplySession();
      this.withdrawn = this.faulty = false;
      return;
    }
    this.autosave?.settle(after.sheet);
    if (this.autosave?.sheet && !this.isDraft) {
      // It was sent meanwhile: the page keeps what was written too late.
      this.flush();
      this.autosave?.forget();
    }
    const news = after.events.slice(before.events.length);
    if (!news.length) return;
    const { sending, session } = this;
    const { order } = sending;
    const isOurs = ({ type, by }: ReferralEvent): boolean => {
      const { agency, heard } = by as { agency?: string; heard?: object };
      const { action, heard: ours } = order!;
      return type === eventOfAction[action.type] && agency === (ours?.agency ?? this.owner.desk) && !heard === !ours;
    };
    if (sending.busy && order && news.some(isOurs)) {
      sending.sent();
    } else if (sending.busy || session.chosen) {
      this.overtaken(news);
    } else if (sending.state.kind !== 'sent') {
      sending.quiet();
    }
  }

  private overtaken(news: readonly ReferralEvent[]): void {
    this.session.unchoose();
    this.sending.behind(news);
  }

  edit({ Autosave, openEdit }: typeof Edit, host: SheetHost): Promise<SheetPart> {
    this.autosave ??= new Autosave((sheet, elsewhere) =>
      this.owner.dispatchEvent(new ReferralChangeEvent({ sheet, ...(elsewhere && { elsewhere }) })),
    );
    return openEdit(host);
  }

  /** Draws nothing: whoever writes knows what is to be drawn, and when. */
  write(sheet: () => ReferralValue['sheet'], elsewhere?: readonly Elsewhere[]): void {
    this.autosave!.write(sheet, elsewhere);
  }

  /** Nobody writes any more. `given`: the page gave a sheet at the same moment, which counts. */
  leave(edit: { end(): void }, given: boolean): void {
    edit.end();
    this.autosave?.close();
    if (given) this.autosave?.forget();
  }

  flush(): void {
    this.autosave?.flush();
  }

  async print(host: SheetHost): Promise<boolean> {
    try {
      return this.current !== undefined && (await (await import('./paper/index.js')).printSheet(host));
    } catch (error) {
      this.tell({ reason: 'code', message: String(error) });
      return false;
    }
  }

  act(action: ReferralAction): void {
    const { current, owner } = this;
    if (!current) return;
    this.flush();
    const { sheet, events } = current;
    const heard = this.session.heard && { ...this.session.heard };
    const seq = events.length;
    const offer = (key: string): boolean =>
      owner.dispatchEvent(
        action.type === 'send'
          ? new ReferralSendEvent({ sheet, action, seq, key })
          : new ReferralReplyEvent({ id: sheet.id, action, ...(heard && { heard }), seq, key }),
      );
    this.sending.start({ action, heard, seq, url: owner.action, offer, ...(action.type === 'send' && { sheet }) }, sheet.id);
  }

  /** The reply's button. An action that needs nothing more (receiving) is made at once. */
  submit(nameOf: (desk: string) => string, at?: ReplyAction): void {
    const { session, state, owner } = this;
    if (!state || this.sending.busy) return;
    if (at) session.choose(at);
    this.sending.quiet();
    const action = session.finish(state, tokyoParts(owner.at).dateKey, nameOf);
    if (action) return this.act(action);
    this.attention = 'reply-summary';
    owner.requestUpdate();
  }

  /** The same step once more, under the same key. */
  again(): void {
    const { order } = this.sending;
    if (order) this.act(order.action);
  }

  showSent(value?: ReferralValue): void {
    this.sending.sent();
    if (value) this.owner.value = value;
  }

  showFailed(message?: string): void {
    this.sending.fail('host', message);
  }

  /** Asks the heavier rules, once for each value: is the record what was written, and, for who has the consents, is the consent still there? */
  async judge(): Promise<void> {
    const { owner, current } = this;
    const { desk, consents } = owner;
    const { value } = owner;
    const mark = JSON.stringify([desk, Object.values(consents).map((record) => record.length)]);
    if (!current?.events.length || this.judged === mark) return;
    this.judged = mark;
    const { sheet, events } = current;
    try {
      const whole = desk === sheet.from.agency && typeof sheet.salt === 'string';
      const faulty = (await referralFaults(sheet, events, whole)).length > 0;
      const withdrawn =
        desk !== undefined &&
        Object.keys(consents).length > 0 &&
        (await import('./taken-back.js')).nextSteps({ sheet, events, consents }, { agency: desk }, owner.at).withdrawn;
      if (owner.value !== value) return;
      this.withdrawn = withdrawn;
      if (this.faulty !== faulty) {
        this.faulty = faulty;
        if (faulty) this.tell({ reason: 'record', message: 'The record has a gap or was changed.' });
      }
      owner.requestUpdate();
    } catch (error) {
      // Without WebCrypto, or without the chunk, the receiver judges alone.
      console.warn(`<tsunagu-referral-sheet> the record could not be verified here: ${String(error)}`);
    }
  }

  tell(detail: ReferralErrorDetail): void {
    this.owner.dispatchEvent(new ReferralErrorEvent(detail));
  }

  end(): void {
    this.autosave?.close();
    this.sending.stop();
  }
}
