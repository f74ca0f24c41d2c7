import { labelsOf } from '@tsunagu/schema/vocabulary/labels';
import { easyTopics } from '@tsunagu/schema/vocabulary/easy';
import { previewEasy } from './preview.easy.js';

export const previewEasyWords = { ...previewEasy, topics: labelsOf(easyTopics) };
