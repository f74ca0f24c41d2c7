/** The choices of consent, as stable ids. What they are called is each language's and each city's matter. */

/** What for. A city may ask for others; `plan-meeting` opens the 重層的支援会議. */
export const purposeIds = ['referral', 'plan-meeting', 'participation', 'outreach', 'follow-up'] as const;

/**
 * What is told: the categories of the national intake sheet (相談受付・申込票, インテーク・アセスメントシート) and of the つなぐシート. A city may ask for
 * others; what no document map leads to is never shared.
 */
export const itemIds = [
  'name',
  'birth',
  'sex',
  'address',
  'contact',
  'safe-contact',
  'about',
  'worries',
  'own-words',
  'wishes',
  'household',
  'health',
  'care',
  'housing',
  'income',
  'debt',
  'work',
  'children',
  'isolation',
  'violence',
  'needs',
  'urgency',
  'assessment',
  'history',
  'plan',
] as const;

/** What happens to a consent. That it expires is computed and never written. */
export const eventTypes = [
  'requested',
  'given',
  'partly-given',
  'refused',
  'deferred',
  'renewed',
  'narrowed',
  'withdrawn',
  'terminated',
  'invalidated',
] as const;

/**
 * Where a consent stands (the states of ISO/IEC TS 27560, with what was given in part). `none`: nobody asked. `unknown`: the record has a gap
 * or contradicts itself, so nothing follows from it.
 */
export const consentStatuses = [
  'none',
  'requested',
  'given',
  'partly-given',
  'refused',
  'deferred',
  'renewed',
  'narrowed',
  'withdrawn',
  'expired',
  'terminated',
  'invalidated',
  'unknown',
] as const;

/** Those under which something may be shared. */
export const validStatuses = ['given', 'partly-given', 'renewed', 'narrowed'] as const;

export const decisions = ['given', 'refused', 'not-asked'] as const;

/**
 * Who says it: the person; the person with help to decide; 親権者; 未成年後見人; 成年後見人; 保佐人; 補助人; 任意後見人. The last six speak for the person.
 */
export const expressers = [
  'self',
  'supported',
  'parent',
  'minor-guardian',
  'adult-guardian',
  'curator',
  'assistant',
  'voluntary-guardian',
] as const;

/** 口頭、書面、電子. */
export const methods = ['oral', 'written', 'electronic'] as const;

/** How it can be taken back. */
export const withdrawalWays = ['desk', 'phone', 'letter', 'fax', 'email', 'online', 'worker'] as const;

/** Why it ended: the plan ended, the event it was tied to came, the case was closed, the person moved, the person died. */
export const endings = ['plan-ended', 'event', 'case-closed', 'moved', 'died', 'other'] as const;

/** Why it never counted: taken for the wrong person, without the power to speak for them, under pressure, wrongly explained, wrongly written. */
export const flaws = ['wrong-person', 'no-authority', 'pressure', 'misexplained', 'recording-error', 'other'] as const;

/** Words that stand for everybody. Consent is for an agency with a name, so no id may be one of these. */
export const everybody: readonly string[] = ['all', 'any', 'anyone', 'anybody', 'everyone', 'everybody', 'others', 'minna', 'subete'];

export type PurposeId = (typeof purposeIds)[number];
export type ItemId = (typeof itemIds)[number];
export type ConsentEventType = (typeof eventTypes)[number];
export type ConsentStatus = (typeof consentStatuses)[number];
export type ValidStatus = (typeof validStatuses)[number];
export type Decision = (typeof decisions)[number];
export type Expresser = (typeof expressers)[number];
export type Method = (typeof methods)[number];
export type WithdrawalWay = (typeof withdrawalWays)[number];
export type Ending = (typeof endings)[number];
export type Flaw = (typeof flaws)[number];
