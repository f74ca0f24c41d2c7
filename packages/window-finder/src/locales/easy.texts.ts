import { easyLineTexts } from '@tsunagu/schema/lines/easy';
import { easyTopics } from '@tsunagu/schema/vocabulary/easy';
import { easy } from './easy.js';
import type { FinderTexts } from './index.js';

export const easyTexts: FinderTexts = {
  ...easy,
  topicTexts: easyTopics,
  lineTexts: easyLineTexts,
  finderOptions: { vocabularies: [easyTopics] },
};
