import type { LocaleTable } from '@tsunagu/core';
import { referralWords, type ReferralWords } from '@tsunagu/schema/referral/words';
import { sheetLocales, type SheetTexts } from './index.js';

/** With every name, also those that view and reply never say: for writing, paper and files. */
export interface WholeTexts extends SheetTexts {
  names: ReferralWords;
}

export const wholeLocales: LocaleTable<WholeTexts> = {
  ja: { ...sheetLocales.ja, names: referralWords },
  'ja-x-easy': async () => (await import('./easy.texts.js')).easyTexts,
  en: async () => (await import('./en.texts.js')).enTexts,
};
