import { labelsOf } from '@tsunagu/schema/vocabulary/labels';
import { easyTopics } from '@tsunagu/schema/vocabulary/easy';
import { easy } from './easy.js';
import type { WholeTexts } from './whole.js';
import { namesEasy } from './names.easy.js';

export const easyTexts: WholeTexts = { ...easy, names: namesEasy, topics: labelsOf(easyTopics) };
