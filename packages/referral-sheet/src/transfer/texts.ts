import type { Language, LocaleTable } from '@tsunagu/core';
import { transferJa } from '../locales/transfer.ja.js';
import type { TransferMessages } from '../locales/transfer.messages.js';

const table: LocaleTable<TransferMessages> = {
  ja: transferJa,
  'ja-x-easy': async () => (await import('../locales/transfer.easy.js')).transferEasy,
  en: async () => (await import('../locales/transfer.en.js')).transferEn,
};

/** What the panel says. Where another language cannot be fetched, Japanese is better than nothing. */
export async function transferTexts(language: Language): Promise<TransferMessages> {
  if (language === 'ja') return transferJa;
  try {
    return await table[language]();
  } catch {
    console.warn(`<tsunagu-referral-sheet> the texts of files and codes for "${language}" could not be loaded; Japanese is shown.`);
    return transferJa;
  }
}

/** Speaks the reader's language, also when that changes: until the other one is here, the one before. */
export class Spoken {
  words: TransferMessages = transferJa;
  #language: Language = 'ja';

  /** Resolves once `words` are in `language`, unless yet another was asked for meanwhile. */
  async follow(language: Language): Promise<void> {
    if (language === this.#language) return;
    this.#language = language;
    const words = await transferTexts(language);
    if (language === this.#language) this.words = words;
  }

  speaks(language: Language): boolean {
    return language === this.#language;
  }
}
