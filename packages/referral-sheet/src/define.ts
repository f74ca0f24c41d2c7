import { register } from '@tsunagu/core';
import { ReferralSheetElement } from './referral-sheet.js';

register('tsunagu-referral-sheet', ReferralSheetElement);
