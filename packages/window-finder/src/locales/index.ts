import type { LocaleTable } from '@tsunagu/core';
import type { LineTexts } from '@tsunagu/schema/lines';
import type { FinderOptions } from '../find/types.js';
import type { TopicText } from '../findable.js';
import { ja } from './ja.js';
import type { FinderMessages } from './messages.js';

/** All that changes with the language: sentences, names of worries, and what the finder understands and offers in it. */
export interface FinderTexts extends FinderMessages {
  topicTexts: Readonly<Record<string, TopicText>>;
  lineTexts: LineTexts;
  finderOptions: FinderOptions;
}

/** Japanese is part of the finder; the others are fetched when the page or the resident asks for them. */
export const finderLocales: LocaleTable<FinderTexts> = {
  ja: { ...ja, topicTexts: {}, lineTexts: {}, finderOptions: {} },
  'ja-x-easy': async () => (await import('./easy.texts.js')).easyTexts,
  en: async () => (await import('./en.texts.js')).enTexts,
};
