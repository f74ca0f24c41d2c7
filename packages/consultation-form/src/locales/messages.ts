import type { DayParts } from '@tsunagu/core';
import type {
  AboutWho,
  AgeBand,
  Awareness,
  CallerName,
  CallTime,
  ConsultationStatus,
  ContactMode,
  ContactWay,
  NeedId,
  Relation,
  SinceWhen,
  SupporterRole,
  Urgency,
} from '@tsunagu/schema/consultation';
import type { Doubt } from '@tsunagu/schema/consultation/tidy';
import type { NationalTopicId } from '@tsunagu/schema/vocabulary';
import type { FieldName, StepName } from '../answers.js';

/** Words by id: each id has one, a missing one is a type error; looked up by any string. */
export type Words<Id extends string> = Readonly<Record<Id, string> & Record<string, string>>;

/** Reading what a desk has answered, and writing back. */
export interface RepliesMessages {
  heading: string;
  number: string;
  secret: string;
  show: string;
  notFound: string;
  failed: string;
  none: string;
  from: Record<'desk' | 'person', string>;
  status: Words<ConsultationStatus>;
  write: string;
  send: string;
  sent: string;
}

/** What is asked and told about keeping a draft on this device. */
export interface DraftMessages {
  /** Offers to keep a draft on this device. */
  offer: string;
  question: string;
  own: string;
  shared: string;
  /** Said when the device is shared: nothing is kept. */
  notKept: string;
  passphrase: string;
  /** `least`: the fewest characters it may have. */
  passphraseHint: (least: number) => string;
  passphraseShort: (least: number) => string;
  keep: string;
  kept: string;
  /** A kept draft was found. */
  found: string;
  open: string;
  wrong: string;
  wipe: string;
  wiped: string;
  /** A draft of this tab was put back. */
  restored: string;
  failed: string;
}

/**
 * Every sentence of the form. One typed file a language; a missing key is a type error.
 * Texts may carry readings in Aozora notation (`窓口《まどぐち》`); they are shown as `<ruby>` or left out.
 */
export interface FormMessages {
  list: (items: readonly string[]) => string;
  /** 「電話番号：数字が足りないようです」, in the lists of problems and of answers. */
  labelled: (label: string, text: string) => string;

  heading: string;
  /** Under the heading, on the first step. */
  intro: string;
  optional: string;
  /** Beside the two questions of which one is asked for. */
  oneOfTwo: string;
  /** 「4つのうち 1つ目」, above the title of a step. */
  step: (index: number, count: number) => string;
  steps: Record<StepName | 'check', string>;
  /** Above a question, and beside its answer on the page that shows everything. */
  labels: Record<FieldName, string>;
  hints: Partial<Record<FieldName, string>>;
  options: {
    who: Words<AboutWho>;
    role: Words<SupporterRole>;
    awareness: Words<Awareness>;
    since: Words<SinceWhen>;
    urgency: Words<Urgency>;
    mode: Words<ContactMode>;
    ways: Words<ContactWay>;
    voicemail: Words<'yes' | 'no'>;
    callerName: Words<CallerName>;
    times: Words<CallTime>;
    needs: Words<NeedId>;
    ageBand: Words<AgeBand>;
  };
  /** Short names of the sixteen national worries, as the finder has them; a city's own come from its directory. */
  topics: Words<NationalTopicId>;
  /** How many characters are left; shown when few are. Below zero: so many too many. */
  left: (count: number) => string;

  next: string;
  back: string;
  toCheck: string;
  change: string;
  changeLabel: (label: string) => string;
  notGiven: string;
  checkIntro: string;

  household: {
    member: (index: number) => string;
    relation: string;
    relations: Words<Relation>;
    age: string;
    note: string;
    add: string;
    remove: (index: number) => string;
    years: (age: number) => string;
    /** A person on the page that shows everything: 「親・76歳・要支援1」. */
    row: (parts: readonly string[]) => string;
  };

  /** Heads the list of what is to be looked at again. */
  problemsHeading: (count: number) => string;
  /** By `field.code`, else by `code`. Each says what to do, and how to go on without. A doubtful era is taken as it was understood. */
  problems: Words<'nothing' | 'too-many' | 'needed' | 'age' | Exclude<Doubt, 'era'>>;

  /** Above the name of the desk beside the form: the one that was chosen, or the one that takes everything. */
  toWindow: string;
  toAnyWindow: string;
  callInstead: string;
  callLabel: (name: string, number: string) => string;

  exit: string;
  /** What leaving wipes and what it cannot, told once on the first step; how to do it from the keyboard. */
  exitNote: string;
  exitKeys: string;

  safetyHeading: string;
  safetyText: string;
  safetyClose: string;

  send: string;
  sending: string;
  waitingOnline: string;
  /** `seconds` until the next try. */
  tryingAgain: (seconds: number) => string;
  failedHeading: string;
  /** Instead, when it may have arrived all the same. */
  unknownHeading: string;
  /**
   * By reason. After `network`, `timeout` and `interrupted` (the page went away in mid-send) it may have arrived all the same: the key keeps it
   * from being stored twice.
   */
  failed: Words<'network' | 'timeout' | 'interrupted' | 'server' | 'refused' | 'seal' | 'no-action'>;
  sendAgain: string;
  copyText: string;
  copied: string;
  copyFailed: string;
  print: string;

  sentHeading: string;
  sentNumber: string;
  sentSecret: string;
  /** `day` is missing when the receiver promised none. */
  sentNext: (day?: DayParts) => string;
  sentKeep: string;
  sentCopy: string;
  sentWipe: string;
  /** Instead of a receipt, when the host sent it itself. */
  sentHost: string;

  /** Missing in Japanese: there it comes with the code that keeps drafts, `ja.draft.ts`. */
  draft?: DraftMessages;

  /** Opens {@link RepliesMessages}. */
  readReplies: string;
  /** Missing in Japanese: there it comes with the code that reads them, `ja.replies.ts`. */
  replies?: RepliesMessages;
}
