import { labelsOf } from '@tsunagu/schema/vocabulary/labels';
import { enTopics } from '@tsunagu/schema/vocabulary/en';
import { en } from './en.js';
import type { SheetTexts } from './index.js';
import { namesEn } from './names.en.js';

export const enTexts: SheetTexts = { ...en, names: namesEn, topics: labelsOf(enTopics) };
