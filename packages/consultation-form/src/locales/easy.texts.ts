import { commonEasy } from '@tsunagu/core/common/easy';
import { easyLineTexts } from '@tsunagu/schema/lines/easy';
import type { FormTexts } from '../form-texts.js';
import { easy } from './easy.js';

export const easyTexts: FormTexts = { ...commonEasy, open: commonEasy, ...easy, lineTexts: easyLineTexts };
