/** What every part of the sheet is drawn from. */
import type { Language } from '@tsunagu/core';
import type { AnyReferralState } from '@tsunagu/schema/referral/light';
import type { nothing, TemplateResult } from 'lit';
import type { SheetTexts } from '../locales/index.js';
import type { ReferralValue } from '../sheet-host.js';
import type { Desks } from './desks.js';
import type { OpenLook } from './open-look.js';

export type Piece = TemplateResult | typeof nothing;

export interface SheetView {
  texts: SheetTexts;
  lang: Language;
  furigana: boolean;
  value: ReferralValue;
  state: AnyReferralState;
  desks: Desks;
  /** How a desk's hours are told; undefined while that is on its way. */
  openLook: OpenLook | undefined;
  at: Date;
  /** The desk at work here. */
  desk: string | undefined;
}
