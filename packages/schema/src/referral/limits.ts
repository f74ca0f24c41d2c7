/** Version and sizes of a referral: apart from its shapes, because a sheet counts with the same numbers. */

/** The version this package writes. Documents of a newer minor version are read; their unknown fields are kept. */
export const referralVersion = '1.0';

export const referralLimits = {
  /** Characters of a long text: the situation, own words, what was asked. */
  text: 20_000,
  /** A reason, a note, one heading of the assessment. */
  note: 2000,
  household: 20,
  supporters: 20,
  done: 60,
  attachments: 20,
  copyTo: 10,
  /** Business days a desk may be given to answer. */
  respondDays: 60,
  /** Events of one sheet. */
  events: 500,
  /** Items of one shipment. */
  items: 60,
} as const;

/** Business days to answer when the sheet does not say. */
export const defaultRespondDays = 3;

/** Business days to report back once the work has begun: about a month. */
export const reportDays = 20;

/** Desks in a row that may hand a sheet on; the next hand-over goes to the coordinator. */
export const mostHops = 3;

/** Calendar days ahead within which a deadline may lie. */
export const farthestDay = 366;
