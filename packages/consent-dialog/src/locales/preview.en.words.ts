import { labelsOf } from '@tsunagu/schema/vocabulary/labels';
import { enTopics } from '@tsunagu/schema/vocabulary/en';
import { previewEn } from './preview.en.js';

export const previewEnWords = { ...previewEn, topics: labelsOf(enTopics) };
