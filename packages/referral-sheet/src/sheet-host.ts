/** What the element is to the modes that are fetched: edit, the files and codes, the paper. None of them knows the element itself. */
import type { Language } from '@tsunagu/core';
import type { Redacted } from '@tsunagu/schema/consent';
import type { Directory } from '@tsunagu/schema/directory';
import type { AnyReferralState, ConsentsByRef, ReferralAction, ReferralEvent, ReferralSheet } from '@tsunagu/schema/referral';
import type { CSSResultGroup, TemplateResult } from 'lit';
import type { Elsewhere } from './referral-sheet.events.js';

/**
 * What a page gives and takes: the sheet, and what happened to it, oldest first. A desk that was handed the sheet gives the package it got
 * (`packageFor`) and its own copy of the record (`recordFor`); what the person kept back is absent from both.
 */
export interface ReferralValue {
  sheet: ReferralSheet;
  events: readonly ReferralEvent[];
}

/** The same as a desk has it that was handed the sheet: any field may be absent. */
export interface HandedValue {
  sheet: Redacted<ReferralSheet>;
  events: readonly ReferralEvent[];
}

export interface SheetHost {
  /** What is on the screen now: the page's value with what was written since. */
  readonly value: ReferralValue | undefined;
  /** What the page gave, without what was written since. */
  readonly given: ReferralValue | undefined;
  /** Records of consent, by the `ref` of whose they are; only the sender has them. */
  readonly consents: ConsentsByRef;
  readonly directory: Directory | undefined;
  /** The desk at work here (id in the directory), and the worker's name. */
  readonly desk: string | undefined;
  readonly worker: string | undefined;
  readonly lang: Language;
  readonly furigana: boolean;
  readonly at: Date;
  readonly state: AnyReferralState | undefined;
  /** Shown again at the next frame. */
  requestUpdate(): void;
  /**
   * Something was just written; the page hears of it (`tsunagu-referral-change`) once the writing pauses. `sheet` is asked when it is wanted, so that a
   * key costs nothing here. `elsewhere`: what the page’s newer sheet had otherwise.
   */
  change(sheet: () => ReferralSheet, elsewhere?: readonly Elsewhere[]): void;
  /** A whole value from a file or from codes takes the place of what is here. False: the page took it in itself, and nothing was replaced. */
  replace(value: ReferralValue): boolean;
  /** Sends or replies: through the page, or to `action`. */
  act(action: ReferralAction): void;
  /** The element's shadow root, to move the focus in. */
  readonly root: ShadowRoot;
}

/** A mode, or a panel, that is fetched when it is needed. */
export interface SheetPart {
  readonly styles: CSSResultGroup;
  render(): TemplateResult;
  /** Out of the page, for a moment or for good: a camera is off at once. */
  rest?(): void;
  /** Whatever it holds is let go: a worker, timers, what was read. */
  end(): void;
}
