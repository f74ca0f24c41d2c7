/** The edit mode in a shadow root of its own: what the element is to it, and no more. Everything the page would hear is kept. */
import { baseStyles, commonStyles, type Language } from '@tsunagu/core';
import type { Directory } from '@tsunagu/schema/directory';
import {
  referralState,
  type AnyReferralState,
  type ConsentsByRef,
  type ReferralAction,
  type ReferralEvent,
  type ReferralSheet,
} from '@tsunagu/schema/referral';
import { html, LitElement, type TemplateResult } from 'lit';
import { openEdit } from '../../packages/referral-sheet/src/edit/edit-mode.js';
import type { Elsewhere } from '../../packages/referral-sheet/src/referral-sheet.events.js';
import type { ReferralValue, SheetHost, SheetPart } from '../../packages/referral-sheet/src/sheet-host.js';

export class EditStage extends LitElement implements SheetHost {
  static override styles = [baseStyles, commonStyles];
  static override properties = { value: { attribute: false }, consents: { attribute: false }, directory: { attribute: false } };
  declare value: ReferralValue | undefined;
  declare consents: ConsentsByRef;
  declare directory: Directory | undefined;
  readonly desk = 'city-hall';
  readonly worker = '相談 花子';
  declare lang: Language;
  furigana = false;
  at = new Date('2026-11-24T01:00:00.000Z');
  /** Every sheet the mode gave, and every action. */
  readonly changes: ReferralSheet[] = [];
  readonly actions: ReferralAction[] = [];
  readonly elsewhere: Elsewhere[] = [];
  part_: SheetPart | undefined;

  constructor() {
    super();
    this.consents = {};
  }

  get state(): AnyReferralState | undefined {
    return this.value && referralState(this.value.sheet, this.value.events, this.at);
  }
  get root(): ShadowRoot {
    return this.renderRoot as ShadowRoot;
  }
  get given(): ReferralValue | undefined {
    return this.value;
  }
  /** Tells at once, and gives back what was told, as a page does. */
  change(written: () => ReferralSheet, elsewhere: readonly Elsewhere[] = []): void {
    const sheet = written();
    this.changes.push(sheet);
    this.elsewhere.push(...elsewhere);
    this.value = { sheet, events: this.value?.events ?? ([] as ReferralEvent[]) };
  }
  replace(value: ReferralValue): boolean {
    this.value = value;
    return true;
  }
  act(action: ReferralAction): void {
    this.actions.push(action);
  }

  async start(): Promise<this> {
    this.part_ = await openEdit(this);
    const sheets = [this.part_.styles].flat(3).flatMap((style) => ('styleSheet' in style && style.styleSheet ? [style.styleSheet] : []));
    this.root.adoptedStyleSheets = [...this.root.adoptedStyleSheets, ...sheets];
    this.requestUpdate();
    await this.updateComplete;
    return this;
  }

  protected override render(): TemplateResult {
    return html`<div class="base" lang=${this.lang === 'en' ? 'en' : 'ja'}>${this.part_?.render()}</div>`;
  }
}
customElements.define('edit-stage', EditStage);
