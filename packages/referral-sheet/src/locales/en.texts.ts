import { labelsOf } from '@tsunagu/schema/vocabulary/labels';
import { enTopics } from '@tsunagu/schema/vocabulary/en';
import { en } from './en.js';
import type { WholeTexts } from './whole.js';
import { namesEn } from './names.en.js';

export const enTexts: WholeTexts = { ...en, names: namesEn, topics: labelsOf(enTopics) };
