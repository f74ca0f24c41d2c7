import { labelsOf } from '@tsunagu/schema/vocabulary/labels';
import { enTopics } from '@tsunagu/schema/vocabulary/en';
import type { PreviewWords } from '../parts/preview.js';
import { previewEn } from './preview.en.js';

export const previewEnWords: PreviewWords = { ...previewEn, topics: labelsOf(enTopics) };
