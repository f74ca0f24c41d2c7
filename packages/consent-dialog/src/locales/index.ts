import type { LocaleTable } from '@tsunagu/core';
import { ja } from './ja.js';
import type { ConsentMessages } from './messages.js';
import { wordsLocales, type Words } from './words.js';

/** All that changes with the language. */
export interface ConsentTexts extends ConsentMessages {
  /** Names, and the explanation. */
  words: Words;
}

/** Japanese is part of the dialog; the others are fetched when the page or the person asks for them. */
export const consentLocales: LocaleTable<ConsentTexts> = {
  ja: { ...ja, words: wordsLocales.ja },
  'ja-x-easy': async () => {
    const [{ easy }, words] = await Promise.all([import('./easy.js'), wordsLocales['ja-x-easy']()]);
    return { ...easy, words };
  },
  en: async () => {
    const [{ en }, words] = await Promise.all([import('./en.js'), wordsLocales.en()]);
    return { ...en, words };
  },
};
