import type { Language, LocaleTable } from '@tsunagu/core';
import { referralWords, type ReferralWords } from '@tsunagu/schema/referral/words';
import { topicLabels as topicNames } from '@tsunagu/schema/vocabulary/labels';
import { wholeLocales } from '../locales/whole.js';
import { paperJa } from '../locales/paper.ja.js';
import type { PaperMessages } from '../locales/paper.messages.js';

/** Everything that the paper says, in one language. */
export interface PaperTexts {
  language: Language;
  messages: PaperMessages;
  words: ReferralWords;
  /** Worry → what it is called. */
  topicNames: Readonly<Record<string, string>>;
}

const table: LocaleTable<PaperMessages> = {
  ja: paperJa,
  'ja-x-easy': async () => (await import('../locales/paper.easy.js')).paperEasy,
  en: async () => (await import('../locales/paper.en.js')).paperEn,
};

/** The texts of the paper. Where another language cannot be fetched, Japanese is better than nothing. */
export async function paperTexts(language: Language): Promise<PaperTexts> {
  const japanese: PaperTexts = { language: 'ja', messages: paperJa, words: referralWords, topicNames };
  if (language === 'ja') return japanese;
  try {
    const [messages, texts] = await Promise.all([table[language](), wholeLocales[language]()]);
    return { language, messages, words: texts.names, topicNames: texts.topics };
  } catch {
    console.warn(`<tsunagu-referral-sheet> the texts of the paper for "${language}" could not be loaded; Japanese is printed.`);
    return japanese;
  }
}
