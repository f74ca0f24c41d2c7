/**
 * @tsunagu/schema/referral: つなぐシート. What one desk heard goes to the next, no further than the person agreed, and always comes back: accepted, passed on
 * to a desk with a name, or returned to the coordinator. A record is a list of events that only grows; where a sheet stands is computed.
 * Elements take the lighter entry `/referral/check` for shapes alone; servers also `/referral/schemas` (zod).
 */
export * from './choices.js';
export { defaultRespondDays, mostHops, referralLimits, referralVersion, reportDays } from './limits.js';
export {
  referralShapes,
  type Assessment,
  type ReferralBasis,
  type ReferralDesk,
  type ReferralMember,
  type ReferralPerson,
  type ReferralSender,
  type ReferralShapes,
  type ReferralSheet,
} from './referral.schema.js';
export {
  referralEventShapes,
  type ReferralActor,
  type ReferralEvent,
  type ReferralEventShapes,
  type ReferralPart,
  type Said,
  type Shipped,
} from './event.schema.js';
export { parseReferral, parseReferralEvent, parseReferralEvents, type ReferralIssue } from './parse.js';
export { parseReferralPackage } from './parse-package.js';
export { readReferralValue, type ReadValue } from './read-value.js';
export { referralFromConsultation, type FromConsultation } from './from-consultation.js';
export { referralMap } from './document-map.js';
export {
  itemsOf,
  packageFor,
  purposeOf,
  stayWords,
  type ConsentsByRef,
  type ReferralPackage,
  type StayReason,
  type StaysBehind,
} from './package.js';
export { canBring, gateWords, namesSomebody, sendGate, type BringQuestion, type GateCode, type SendGate } from './gate.js';
export {
  eventOfAction,
  referralActionTypes,
  type NextDesk,
  type ReferralAction,
  type ReferralActionType,
  type Remarks,
} from './actions.js';
export { writerOf } from './position.js';
export { advance, type Actor, type AdvanceResult, type Handover, type Heard, type ReferralCase, type ReferralDraft } from './advance.js';
export { moveWords, refusalWords, type AdvanceRefusal, type AdvanceRefusalCode } from './refusals.js';
export { acceptReferralEvent, appendReferral, newSalt, recordFor, sealDraft, type AppendReferralResult } from './append.js';
export { hearCopy, type HearResult } from './hear.js';
export { hashReferral, hashReferralEvent, verifyReferral, type ReferralFault, type ReferralVerdict } from './verify.js';
export {
  businessDaysLeft,
  referralState,
  type AnyReferralState,
  type ReferralOwner,
  type ReferralState,
  type UnknownReferral,
} from './state.js';
export type { Handed } from './position.js';
export type { MoveRefusal } from './moves.js';
export { nextSteps, type NextStep, type NextSteps } from './next-steps.js';
export { heldWithout, seenOf, shipmentsOf, type SeenBy } from './reach.js';
