export { ConsentDialog, type ConsentMode } from './consent-dialog.js';
export {
  ConsentDecideEvent,
  ConsentErrorEvent,
  ConsentWithdrawEvent,
  type ConsentDecideDetail,
  type ConsentErrorDetail,
  type ConsentWithdrawDetail,
} from './consent-dialog.events.js';
export type { ConsentTexts } from './locales/index.js';
export type { ConsentMessages } from './locales/messages.js';
