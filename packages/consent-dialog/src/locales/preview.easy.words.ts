import { labelsOf } from '@tsunagu/schema/vocabulary/labels';
import { easyTopics } from '@tsunagu/schema/vocabulary/easy';
import type { PreviewWords } from '../parts/preview.js';
import { previewEasy } from './preview.easy.js';

export const previewEasyWords: PreviewWords = { ...previewEasy, topics: labelsOf(easyTopics) };
