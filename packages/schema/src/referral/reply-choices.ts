/** What a desk chooses in a reply, as stable ids; apart from the other choices, because a page that reads and answers needs these alone. */

/**
 * Why it is not for this desk: 対象外（年齢・居住地・制度）、満員・待機、専門外、連絡つかず、本人辞退、既に支援中、危険・緊急のため別ルート、その他. A reason never stands alone: it
 * comes with the next desk or with the way back to the coordinator.
 */
export const reasonIds = [
  'age',
  'area',
  'scheme',
  'full',
  'other-field',
  'no-contact',
  'person-declined',
  'already-supported',
  'danger',
  'other',
] as const;

/** How it ended, or what the desk reports. */
export const outcomeIds = [
  'supported',
  'service-started',
  'handed-over',
  'person-declined',
  'no-contact',
  'moved',
  'died',
  'other',
] as const;

/** Why the sender takes it back. */
export const cancelReasons = ['mistake', 'person-wish', 'solved', 'duplicate', 'other'] as const;
