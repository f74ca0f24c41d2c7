export { ConsultationForm } from './consultation-form.js';
export {
  ConsultationErrorEvent,
  ConsultationSentEvent,
  ConsultationSubmitEvent,
  type ConsultationFailure,
  type SubmitDetail,
} from './consultation-form.events.js';
export type { FormTexts } from './form-texts.js';
export type { FormMessages } from './locales/messages.js';
