/** @tsunagu/receiver: the reference end of consultations, and the contract for vendors. */
export { createReceiver, type Receiver, type ReceiverOptions } from './receiver.js';
export { type Rate, type RateName, type Rates } from './http/rates.js';
export { type LogOptions } from './http/logging.js';
export { type StreamOptions } from './referrals/stream.js';
export { type ReferralItem, type ReferralList, type ReferralsOfCase, type ReferralView } from './referrals/wire.js';
export { type Retention } from './store/retention.js';
export { problemCodes, problemKinds, type ProblemCode, type ProblemDetails, type ProblemIssue } from './problems.js';
export { type DeskConsultation, type List, type ListItem, type Me } from './wire.js';
export { openApiDocument } from './openapi/document.js';
