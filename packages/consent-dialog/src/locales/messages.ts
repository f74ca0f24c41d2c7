import type { DayParts, LanguageMessages } from '@tsunagu/core';

/** What a person answers as a whole. `partly`: agency by agency, matter by matter. */
export type AnswerKind = 'given' | 'partly' | 'refused' | 'deferred' | 'withdrawn' | 'narrowed' | 'renewed';

/** What a question is answered with: all of it, or cell by cell. */
export type QuestionAnswer = Extract<AnswerKind, 'given' | 'partly' | 'refused' | 'deferred'>;

/** Why nothing can be decided or recorded now; `problem` in the dialog and `reason` of `tsunagu-consent-error`. */
export type Obstacle = Hindrance | 'code';

/** An obstacle that has a page of its own. */
export type Hindrance = 'broken' | 'request' | 'nothing' | 'too-early' | 'move' | 'clock' | 'full' | 'insecure' | 'other';

/** Fields that are asked for before something is recorded. */
export type AskedField =
  | 'by'
  | 'representative'
  | 'authority'
  | 'support'
  | 'how'
  | 'explainedBy'
  | 'witness'
  | 'name'
  | 'paper'
  | 'until'
  | 'scope'
  | 'ends'
  | 'newEnd';

/** When a worker may ask again, as a person chooses it. */
export type ReAsk = 'month' | 'quarter' | 'never';

/** How long, where somebody chooses it anew. */
export type NewEnd = 'plan-end' | 'date';

/** What is said before anything else is fetched, and where it cannot be. One typed file a language; readings in Aozora notation. */
export interface FrameMessages {
  /** Title of the dialog: while deciding, while taking back, and for the worker. */
  headings: Record<'decide' | 'withdraw' | 'worker', string>;
  close: string;
  loading: string;
  /** Something that is needed now could not be fetched. Nothing is lost. */
  notLoaded: string;
  retry: string;
}

/** What is said around the explanation (whose own sentences are `notice`), so that somebody can decide. */
export interface AskMessages extends FrameMessages, LanguageMessages {
  /** Headings of sections 7 to 10; 1 to 6 are the explanation's. */
  sections: Record<'decide' | 'who' | 'name' | 'receipt', string>;
  decideText: string;
  give: string;
  refuse: string;
  defer: string;
  /** Opens the choice agency by agency and matter by matter. */
  choose: string;
  /** Under the explanation, before anything was chosen. */
  closeSafely: string;
  /** The record was replaced while the dialog was open. */
  changed: string;
  /** The question itself is another one now. */
  askedAnew: string;
  /** A person to ask. `contact`: a desk's name, a number. */
  help: string;
  call: (number: string) => string;
}

/**
 * Every sentence of the dialog but the explanation (sections 1 to 6) and the names of purposes, items and people, which are `notice` and `names`.
 * One typed file a language; a missing key is a type error. Readings in Aozora notation.
 */
export interface ConsentMessages extends AskMessages {
  list: (items: readonly string[]) => string;
  labelled: (label: string, text: string) => string;
  /** A day in Japan, as a form writes it. */
  day: (day: DayParts) => string;
  /** `day`, and a time such as `9:05`. */
  moment: (day: string, time: string) => string;

  back: string;
  optional: string;
  required: string;

  chooseText: string;
  byAgency: string;
  byItem: string;
  /** Opens the single matters of an agency, or the single agencies of a matter. `name`: whose. */
  each: string;
  eachLabel: (name: string) => string;
  /** How a group of cells stands, where it is not one answer for all. */
  undecided: string;
  mixed: (given: number, refused: number, open: number) => string;
  /** Why something is held back. Nobody has to say. */
  reason: string;
  reasonExample: string;
  /** Goes on with what was chosen one by one. */
  proceed: string;
  nothingChosen: string;
  /** Takes back what was chosen one by one. */
  chooseAgain: string;
  preview: string;
  previewHide: string;

  /** What was chosen, on top of the second page. */
  chosen: Record<QuestionAnswer | 'renewed', string>;
  /** Nothing is recorded yet. */
  notYet: string;
  /** Cells without an answer. */
  leftOpen: (count: number) => string;

  by: string;
  /** The third choice beside `self` and `supported`. */
  bySomebody: string;
  representative: string;
  representativeName: string;
  authority: string;
  authorityExample: string;
  support: string;
  supportExample: string;
  how: string;
  explainedBy: string;
  witness: string;
  witnessRole: string;
  witnessRoleExample: string;
  language: string;
  /** A shorter end. */
  until: string;
  untilText: string;
  reAsk: string;
  reAskChoices: Record<ReAsk, string>;

  /** Section 9. */
  nameOral: string;
  typedName: string;
  paper: string;
  paperExample: string;

  record: string;
  recording: string;
  problemsHeading: (count: number) => string;
  problems: Record<AskedField, string>;

  /** Section 10. */
  receiptHeading: Record<AnswerKind, string>;
  receiptText: Record<AnswerKind, string>;
  /** The record's, and the beginning of its last hash; the same words as on the printed receipt. */
  receiptNumber: string;
  receiptCode: string;
  receiptNumberText: string;
  decidedAt: string;
  decidedBy: string;
  /** Headings of what was decided. */
  given: string;
  refused: string;
  open: string;
  taken: string;
  /** What counted once, and does no longer. */
  over: string;
  untilDay: (day: string) => string;
  reAskFrom: (day: string) => string;
  reAskNever: string;
  print: string;
  /** Nothing came out of the printer: this browser cannot, or may not. */
  notPrinted: Record<'receipt' | 'paper', string>;
  /** For the worker: the question as a form for a pen. */
  paperForm: string;
  /** The page could not keep what was recorded (`showFailed()`). */
  unsaved: string;
  again: string;

  /** Where consent stands, when there is nothing new to ask. */
  standing: string;
  standingText: string;
  noConsent: string;
  askAnew: string;
  withdraw: string;
  /** A longer time for what is given. */
  extend: string;
  extendText: string;
  endsNow: (day: string) => string;
  ends: string;
  endsChoices: Record<NewEnd, string>;
  newEnd: string;
  /** A question whose time has passed is asked once more: first for how long, then the explanation. */
  askAgain: string;
  askAgainText: string;
  explainAgain: string;

  withdrawText: string;
  scope: string;
  scopeAll: string;
  scopeAgency: (agency: string) => string;
  scopeItem: (item: string) => string;
  /** Cell by cell. */
  scopeCells: string;
  scopeCellsText: string;
  scopeAgencies: string;
  scopeItems: string;
  withdrawReason: string;
  withdrawNow: string;
  nothingToWithdraw: string;
  held: string;
  /** `undefined` shipments: nobody told this page what was sent. */
  heldUnknown: string;
  heldNone: string;
  heldTell: string;
  heldKnown: string;

  obstacles: Record<Hindrance, string>;
  tooEarly: (day: string) => string;
  tooEarlyNever: string;
  /** The person themselves began to speak of it. */
  startedByPerson: string;
}
