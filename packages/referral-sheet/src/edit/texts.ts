/** Everything this mode says in one language: its own texts, and those of every mode. */
import type { Language, LocaleTable } from '@tsunagu/core';
import { editJa } from '../locales/edit.ja.js';
import type { EditMessages } from '../locales/edit.messages.js';
import { sheetLocales, type SheetTexts } from '../locales/index.js';

const locales: LocaleTable<EditMessages> = {
  ja: editJa,
  'ja-x-easy': async () => (await import('../locales/edit.easy.js')).editEasy,
  en: async () => (await import('../locales/edit.en.js')).editEn,
};

export interface Texts {
  lang: Language;
  messages: EditMessages;
  texts: SheetTexts;
}

/** Rejects when a language cannot be fetched. */
export async function textsIn(lang: Language): Promise<Texts> {
  const [messages, texts] = lang === 'ja' ? [locales.ja, sheetLocales.ja] : await Promise.all([locales[lang](), sheetLocales[lang]()]);
  return { lang, messages, texts };
}
