import type { LocaleTable } from '@tsunagu/core';
import { viewWords, type ReferralViewWords } from '@tsunagu/schema/referral/view-words';
import { topicLabels } from '@tsunagu/schema/vocabulary/labels';
import { ja } from './ja.js';
import type { SheetMessages } from './messages.js';

/** All that changes with the language. */
export interface SheetTexts extends SheetMessages {
  names: ReferralViewWords;
  /** Worry → what it is called. */
  topics: Readonly<Record<string, string>>;
}

/** Japanese is part of the sheet; the others are fetched when the page or the reader asks for them. */
export const sheetLocales: LocaleTable<SheetTexts> = {
  ja: { ...ja, names: viewWords, topics: topicLabels },
  'ja-x-easy': async () => (await import('./easy.texts.js')).easyTexts,
  en: async () => (await import('./en.texts.js')).enTexts,
};
