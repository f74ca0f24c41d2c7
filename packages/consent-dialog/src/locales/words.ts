import type { LocaleTable } from '@tsunagu/core';
import { namesJa } from './names.ja.js';
import type { NameMessages } from './names.messages.js';
import { noticeJa } from './notice.ja.js';
import type { NoticeMessages } from './notice.messages.js';

/** All that the explanation is written with, in one language. */
export interface Words {
  names: NameMessages;
  notice: NoticeMessages;
}

export const wordsJa: Words = { names: namesJa, notice: noticeJa };

/** Japanese is part of the dialog; the others are fetched when somebody reads them, or when a question is frozen in every language. */
export const wordsLocales: LocaleTable<Words> = {
  ja: wordsJa,
  'ja-x-easy': async () => (await import('./words.easy.js')).wordsEasy,
  en: async () => (await import('./words.en.js')).wordsEn,
};
