/** What every part of the sheet is drawn from. */
import type { Language } from '@tsunagu/core';
import type { AnyReferralState } from '@tsunagu/schema/referral/light';
import type { nothing, TemplateResult } from 'lit';
import type { SheetTexts } from '../locales/index.js';
import type { ReferralValue } from '../sheet-host.js';
import type { Desks } from './desks.js';

export type Piece = TemplateResult | typeof nothing;

export interface SheetView {
  texts: SheetTexts;
  /** Worry → what it is called; undefined while that is on its way. */
  topics: Readonly<Record<string, string>> | undefined;
  lang: Language;
  furigana: boolean;
  value: ReferralValue;
  state: AnyReferralState;
  desks: Desks;
  at: Date;
  /** The desk at work here. */
  desk: string | undefined;
}
