/** The choices of a consultation, as stable ids. What they are called is each language's matter. */

/** Who the worry is about, seen from the person who writes. `unsaid`: they would rather not say. */
export const aboutWho = ['self', 'family', 'neighbour', 'supporter', 'unsaid'] as const;

/** As what a `supporter` writes: 民生委員・児童委員, a worker of care, health, school or another desk, or somebody else. */
export const supporterRoles = ['welfare-commissioner', 'worker', 'school', 'other'] as const;

/** Does the person it is about know that somebody writes? */
export const awareness = ['knows', 'does-not-know', 'unsure'] as const;

export const sinceWhen = ['days', 'weeks', 'months', 'half-year', 'years', 'unsure'] as const;

/** How soon somebody should answer, in the person's own view. */
export const urgencies = ['today', 'days', 'no-hurry', 'unsure'] as const;

/** How the person is known to the desk: a receipt alone, a nickname and a way to reach them, or by name. */
export const contactModes = ['anonymous', 'nickname', 'named'] as const;

/** Ways to be reached. `receipt`: the answer waits under the receipt number, nobody calls. */
export const contactWays = ['receipt', 'phone', 'email', 'fax', 'letter', 'visit'] as const;

/** What the caller may say who they are, when somebody else could pick up. */
export const callerNames = ['city', 'desk', 'person', 'other'] as const;

/** When it is safe to call. */
export const callTimes = ['morning', 'noon', 'afternoon', 'evening', 'any'] as const;

/** What makes talking possible: 筆談, 手話, 通訳, 車いす, 付き添い, 大きな字, 代読・代筆, また、その他. */
export const needIds = [
  'written',
  'sign-language',
  'interpreter',
  'wheelchair',
  'companion',
  'large-print',
  'read-aloud',
  'other',
] as const;

export const ageBands = ['under-18', '18-29', '30-49', '50-64', '65-74', '75-84', '85-plus', 'unsure'] as const;

/** A household member's relation to the person it is about. */
export const relations = ['spouse', 'child', 'parent', 'grandparent', 'grandchild', 'sibling', 'other'] as const;

/** A consultation's life at the desk. */
export const statuses = ['received', 'read', 'answered', 'in-progress', 'closed'] as const;

export type AboutWho = (typeof aboutWho)[number];
export type SupporterRole = (typeof supporterRoles)[number];
export type Awareness = (typeof awareness)[number];
export type SinceWhen = (typeof sinceWhen)[number];
export type Urgency = (typeof urgencies)[number];
export type ContactMode = (typeof contactModes)[number];
export type ContactWay = (typeof contactWays)[number];
export type CallerName = (typeof callerNames)[number];
export type CallTime = (typeof callTimes)[number];
export type NeedId = (typeof needIds)[number];
export type AgeBand = (typeof ageBands)[number];
export type Relation = (typeof relations)[number];
export type ConsultationStatus = (typeof statuses)[number];
