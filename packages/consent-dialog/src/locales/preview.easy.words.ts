import { easyTopics } from '@tsunagu/schema/vocabulary/easy';
import { previewEasy } from './preview.easy.js';
import { topicLabels } from './topic-labels.js';

export const previewEasyWords = { ...previewEasy, topics: topicLabels(easyTopics) };
