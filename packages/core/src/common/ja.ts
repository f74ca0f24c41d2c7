import type { LanguageMessages } from './messages.js';

export const languagesJa: LanguageMessages = {
  languageLabel: 'ことば',
  languageNames: { ja: '日本語', 'ja-x-easy': 'やさしい日本語', en: 'English' },
  furigana: 'ふりがなを付ける',
};
