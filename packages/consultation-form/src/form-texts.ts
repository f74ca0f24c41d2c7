import { languagesJa, type LanguageMessages, type LocaleTable, type OpenMessages } from '@tsunagu/core';
import type { LineTexts } from '@tsunagu/schema/lines';
import { ja } from './locales/ja.js';
import type { FormMessages } from './locales/messages.js';

/** All that changes with the language: the form's sentences, names of languages and of national lines. */
export interface FormTexts extends FormMessages, LanguageMessages {
  /** A desk's hours; Japanese comes with the desk. */
  open?: OpenMessages;
  lineTexts: LineTexts;
}

/** Japanese is part of the form; the others are fetched when the page or the person asks for them. */
export const formLocales: LocaleTable<FormTexts> = {
  ja: { ...languagesJa, ...ja, lineTexts: {} },
  'ja-x-easy': async () => (await import('./locales/easy.texts.js')).easyTexts,
  en: async () => (await import('./locales/en.texts.js')).enTexts,
};
