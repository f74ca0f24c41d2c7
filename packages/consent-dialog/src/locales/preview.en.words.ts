import { enTopics } from '@tsunagu/schema/vocabulary/en';
import { previewEn } from './preview.en.js';
import { topicLabels } from './topic-labels.js';

export const previewEnWords = { ...previewEn, topics: topicLabels(enTopics) };
