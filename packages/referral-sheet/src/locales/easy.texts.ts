import { easyTopics } from '@tsunagu/schema/vocabulary/easy';
import { easy } from './easy.js';
import type { SheetTexts } from './index.js';
import { namesEasy } from './names.easy.js';
import { topicLabels } from './topic-labels.js';

export const easyTexts: SheetTexts = { ...easy, names: namesEasy, topics: topicLabels(easyTopics) };
