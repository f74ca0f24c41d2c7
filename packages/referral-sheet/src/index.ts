export { ReferralSheetElement } from './referral-sheet.js';
export type { SheetMode } from './parts/body.js';
export {
  ReferralChangeEvent,
  ReferralErrorEvent,
  ReferralImportEvent,
  ReferralReplyEvent,
  ReferralSendEvent,
  type ReferralChangeDetail,
  type ReferralErrorDetail,
  type ReferralImportDetail,
  type ReferralReplyDetail,
  type ReferralSendDetail,
} from './referral-sheet.events.js';
export type { SheetTexts } from './locales/index.js';
export type { SheetMessages } from './locales/messages.js';
export type { HandedValue, ReferralValue } from './sheet-host.js';
