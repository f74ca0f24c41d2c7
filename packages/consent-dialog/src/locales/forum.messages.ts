import type { ShareReason } from '@tsunagu/schema/consent';
import type { DutyId, ForumDecision, GroundId } from '@tsunagu/schema/meeting';

/** A decision in words: where, why, what has to be written down, whether one may ask. */
export interface ForumWords {
  reason: string;
  mustRecord: readonly string[];
  askAgain: string;
  /** What it rests on, and what that says. */
  basis: readonly { label: string; says: string }[];
}

/** What the worker's side panel says. Readings in Aozora notation. */
export interface ForumMessages {
  heading: string;
  status: string;
  /** Before the worker has said whether one desk is enough. */
  needsAnswer: string;
  oneDesk: string;
  oneDeskNote: string;
  oneDeskChoices: Record<'yes' | 'no' | 'unsure', string>;
  grounds: string;
  groundsNote: string;
  groundWords: Record<GroundId, string>;

  /** `planMeeting`, `supportMeeting`: the city's own words. */
  room: (forum: ForumDecision['forum'], meetings: { planMeeting: string; supportMeeting: string }) => string;
  reason: string;
  basis: string;
  shares: string;
  sharesNote: string;
  /** Of a member of the household, by the name their record has. */
  member: (ref: string) => string;
  atMost: string;
  atMostNote: string;
  leftOut: string;
  leftOutNote: string;
  why: Record<Exclude<ShareReason, 'given'>, string>;
  mustRecord: string;
  askAgain: string;
  /** 通告・通報, which waits for no consent. */
  duty: string;
  dutyLead: string;
  dutyWords: Readonly<Record<DutyId, string>>;
  list: (items: readonly string[]) => string;
  labelled: (label: string, text: string) => string;
  /** The decision's own sentences in this language. */
  words: (decision: ForumDecision) => ForumWords;
}
