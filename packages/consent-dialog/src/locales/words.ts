import type { LocaleTable } from '@tsunagu/core';
import type { AskWords } from './ask-words.ja.js';
import { namesJa } from './names.ja.js';
import type { NameMessages } from './names.messages.js';
import { noticeJa } from './notice.ja.js';

/** All names, and the explanation, in one language. */
export interface Words extends AskWords {
  names: NameMessages;
}

export const wordsJa: Words = { names: namesJa, notice: noticeJa };

/** Other languages are fetched when somebody reads them, or when a question is frozen in every language. */
export const wordsLocales: LocaleTable<Words> = {
  ja: wordsJa,
  'ja-x-easy': async () => (await import('./words.easy.js')).wordsEasy,
  en: async () => (await import('./words.en.js')).wordsEn,
};
