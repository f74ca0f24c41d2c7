/** Everything this mode says in one language: its own texts, and those of every mode. */
import type { Language, LocaleTable } from '@tsunagu/core';
import { editJa } from '../locales/edit.ja.js';
import type { EditMessages } from '../locales/edit.messages.js';
import { wholeLocales, type WholeTexts } from '../locales/whole.js';

const locales: LocaleTable<EditMessages> = {
  ja: editJa,
  'ja-x-easy': async () => (await import('../locales/edit.easy.js')).editEasy,
  en: async () => (await import('../locales/edit.en.js')).editEn,
};

export interface Texts {
  lang: Language;
  messages: EditMessages;
  texts: WholeTexts;
}

/** Rejects when a language cannot be fetched. */
export async function textsIn(lang: Language): Promise<Texts> {
  const [messages, texts] = lang === 'ja' ? [locales.ja, wholeLocales.ja] : await Promise.all([locales[lang](), wholeLocales[lang]()]);
  return { lang, messages, texts };
}
