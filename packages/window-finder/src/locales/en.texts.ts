import { englishLineTexts } from '@tsunagu/schema/lines/en';
import { enTopics } from '@tsunagu/schema/vocabulary/en';
import { en } from './en.js';
import type { FinderTexts } from './index.js';

export const enTexts: FinderTexts = {
  ...en,
  topicTexts: enTopics,
  lineTexts: englishLineTexts,
  finderOptions: { vocabularies: [enTopics] },
};
