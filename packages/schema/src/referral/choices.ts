/** The choices of a referral (つなぐシート), as stable ids. What they are called is each language's and each city's matter. */
import type { cancelReasons, outcomeIds, reasonIds } from './reply-choices.js';

export * from './reply-choices.js';

/** Where the sheet is: not sent, on its way, acknowledged by the desk that has it, or waiting past its day. */
export const transports = ['draft', 'sent', 'received', 'overdue'] as const;

/**
 * What became of it. `pending`: the desk that has it has not decided. The last three end it: `closed` by the desk that sent it, once something was
 * reported; `cancelled`; `consent-withdrawn`.
 */
export const businessStates = [
  'pending',
  'accepted',
  'asked-back',
  'passed-on',
  'returned',
  'working',
  'reported',
  'closed',
  'cancelled',
  'consent-withdrawn',
] as const;

/** What happens to a sheet: each is one event of its record. */
export const referralEventTypes = [
  'sent',
  'received',
  'accepted',
  'asked-back',
  'answered',
  'passed-on',
  'returned',
  'contacted',
  'progressed',
  'reported',
  'resumed',
  'closed',
  'cancelled',
  'consent-withdrawn',
  'acknowledged',
  'overdue',
  'escalated',
  'extended',
  'taken-over',
  'reopened',
] as const;

/** What is asked of the desk: 連絡、訪問、面談、同席、見立て、制度・サービスの利用、会議への参加、情報の提供、助言、その他. */
export const requestIds = ['call', 'visit', 'meet', 'accompany', 'assess', 'service', 'meeting', 'information', 'advice', 'other'] as const;

/** On what ground the sheet goes out: the person's consent, 支援会議 (社会福祉法第106条の6), or advice without anybody's name. */
export const basisIds = ['consent', 'support-conference', 'anonymous-advice'] as const;

/** Headings of the インテーク・アセスメントシート. Each is told only with the consent item of the same name, besides `assessment`. */
export const assessmentAreas = [
  'health',
  'care',
  'housing',
  'income',
  'debt',
  'work',
  'household',
  'children',
  'isolation',
  'violence',
] as const;

/** How the desk sees a heading. `unknown`: nobody looked yet, which is not `fine`. */
export const assessmentLevels = ['fine', 'watch', 'worry', 'urgent', 'unknown'] as const;

export const sexes = ['female', 'male', 'other', 'unsaid'] as const;

/** What an attachment is. The file itself is not part of the sheet. */
export const attachmentKinds = ['form', 'plan', 'record', 'letter', 'picture', 'other'] as const;

/** How a desk without a line of its own answered, as somebody heard it: the reply half of the paper, by FAX, by telephone, face to face. */
export const heardByEar = ['paper', 'fax', 'phone', 'in-person'] as const;

/** The same, or as codes or a file of its own copy. */
export const heardHow = [...heardByEar, 'copy'] as const;

/** Who is meant by a rule: the desk that sent it (伴走), the desk that has it, the coordinator, a desk that saw it, or the clock. */
export const roles = ['sender', 'holder', 'coordinator', 'seer', 'clock'] as const;

export type HeardHow = (typeof heardHow)[number];

/** Another desk's answer as somebody heard it: whose, who answered there, and how it came. */
export interface HeardAnswer {
  agency: string;
  name?: string;
  how: (typeof heardByEar)[number];
}
export type Transport = (typeof transports)[number];
export type BusinessState = (typeof businessStates)[number];
export type ReferralEventType = (typeof referralEventTypes)[number];
export type ReasonId = (typeof reasonIds)[number];
export type OutcomeId = (typeof outcomeIds)[number];
export type CancelReason = (typeof cancelReasons)[number];
export type RequestId = (typeof requestIds)[number];
export type BasisId = (typeof basisIds)[number];
export type AssessmentArea = (typeof assessmentAreas)[number];
export type AssessmentLevel = (typeof assessmentLevels)[number];
export type Sex = (typeof sexes)[number];
export type ReferralRole = (typeof roles)[number];
