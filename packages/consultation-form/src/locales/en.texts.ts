import { commonEn } from '@tsunagu/core/common/en';
import { englishLineTexts } from '@tsunagu/schema/lines/en';
import type { FormTexts } from '../form-texts.js';
import { en } from './en.js';

export const enTexts: FormTexts = { ...commonEn, open: commonEn, ...en, lineTexts: englishLineTexts };
