import type { LocaleTable } from '@tsunagu/core';
import type { AskWords } from './ask-words.ja.js';
import { frameJa } from './frame.ja.js';
import type { AskMessages, ConsentMessages, FrameMessages } from './messages.js';
import type { Words } from './words.js';

/** What the explanation and its answers need. */
export interface AskTexts extends AskMessages {
  words: AskWords;
}

/** All that changes with the language. */
export interface ConsentTexts extends ConsentMessages {
  /** Names, and the explanation. */
  words: Words;
}

/** What is here of a language: of Japanese the frame, the rest of it comes with what is fetched; of another one everything. */
export type SpokenTexts = FrameMessages & Partial<ConsentTexts>;

/** Japanese is part of the dialog; the others are fetched when the page or the person asks for them. */
export const consentLocales: LocaleTable<SpokenTexts> = {
  ja: frameJa,
  'ja-x-easy': async () => {
    const [{ easy }, { wordsEasy }] = await Promise.all([import('./easy.js'), import('./words.easy.js')]);
    return { ...easy, words: wordsEasy } satisfies ConsentTexts;
  },
  en: async () => {
    const [{ en }, { wordsEn }] = await Promise.all([import('./en.js'), import('./words.en.js')]);
    return { ...en, words: wordsEn } satisfies ConsentTexts;
  },
};
