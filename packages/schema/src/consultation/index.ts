/**
 * @tsunagu/schema/consultation: what somebody tells a desk, how it travels and what becomes of it. Forms take the lighter entries
 * `/consultation/check`, `/consultation/tidy` and `/consultation/danger`; servers also `/consultation/schemas` (zod).
 */
export * from './choices.js';
export {
  consultationShapes,
  type About,
  type Consultation,
  type ConsultationShapes,
  type Contact,
  type HouseholdMember,
  type Needs,
  type Person,
  type SafeCall,
} from './consultation.schema.js';
export { saysSomething } from '../text/says-something.js';
export { consultationVersion, limits } from './limits.js';
export {
  exchangeShapes,
  type DeskMessage,
  type ExchangeShapes,
  type Message,
  type OpenReceipt,
  type OpenSubmission,
  type PersonMessage,
  type Receipt,
  type SealedSubmission,
  type StatusChange,
  type Submission,
  type Thread,
} from './exchange.schema.js';
export { consultationFromFields, fieldNames } from './from-fields.js';
export {
  parseConsultation,
  parseDeskMessage,
  parseOpenReceipt,
  parsePersonMessage,
  parseReceipt,
  parseStatusChange,
  parseSubmission,
  parseThread,
  pointerOf,
  type ConsultationIssue,
  type ParseResult,
} from './parse.js';
export { reachedBy } from './rules.js';
export { readReceiptCode } from './receipt-code.js';
export { advanceStatus, moves, nextStatuses, replyBy, type Advance, type Refusal, type RefusalCode, type ThreadAction } from './thread.js';
