/**
 * @tsunagu/schema/consent: what a person lets be told, to whom, what for. A record is a list of events that only grows; where it stands is computed.
 * Dialogs take the lighter entry `/consent/check`; servers also `/consent/schemas` (zod).
 */
export * from './choices.js';
export {
  consentShapes,
  type CellDecision,
  type ConsentEvent,
  type ConsentRequest,
  type ConsentShapes,
  type Expressed,
  type Notice,
  type Period,
  type Signature,
} from './consent.schema.js';
export { consentLimits, consentVersion } from './limits.js';
export { consentMoves, isValidStatus } from './moves.js';
export { freezeNotice, hashEvent, hashJson, hashNotice, hashText, type NoticeText } from './hash.js';
export { chainHead, verifyChain, type ChainFault, type ChainHead, type ChainVerdict, type FaultKind } from './chain.js';
export {
  acceptEvent,
  appendEvent,
  type AppendRefusal,
  type AppendRefusalCode,
  type AppendResult,
  type ConsentDraft,
  type RequestDraft,
} from './append.js';
export { consentState, type CellState, type ConsentCell, type ConsentState, type NoConsent, type ValidConsent } from './state.js';
export { mayAsk, mayShare, shareWords, type Share, type ShareReason, type Verdict } from './share.js';
export { parseConsentEvent, parseConsentEvents, parseConsentRequest, type ConsentIssue } from './parse.js';
export { consultationMap, itemOfTopic, topicItems, type DocumentMap, type FormRule, type ItemRule, type Leaf } from './document-map.js';
export {
  consentJudges,
  redactBy,
  redactFor,
  type Judge,
  type Judges,
  type Recipient,
  type Redacted,
  type Redaction,
  type Removal,
  type RemovalReason,
} from './redact.js';
export { withdrawalReach, type HeldItem, type Holder, type Shipment } from './reach.js';
export { householdShares, memberState, type Member, type MemberVerdict } from './household.js';
