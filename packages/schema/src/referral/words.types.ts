/** The names of a つなぐシート, as every language has them: fields by shape and property, choices by id. */
import type { ItemId } from '../consent/choices.js';
import type {
  AboutWho,
  AgeBand,
  Awareness,
  CallerName,
  CallTime,
  ContactMode,
  ContactWay,
  NeedId,
  Relation,
  SinceWhen,
  SupporterRole,
  Urgency,
} from '../consultation/choices.js';
import type { Danger } from '../directory/window.schema.js';
import type { ReferralActionType } from './actions.js';
import type {
  AssessmentArea,
  AssessmentLevel,
  BasisId,
  BusinessState,
  CancelReason,
  HeardHow,
  OutcomeId,
  ReasonId,
  ReferralEventType,
  ReferralRole,
  RequestId,
  Sex,
  Transport,
} from './choices.js';
import type { attachmentKinds } from './choices.js';
import type { ReferralMember, ReferralPerson, ReferralSheet } from './referral.schema.js';
import type { SectionId } from './sections.js';

/** The properties that a shape names; a loose object also has an index signature. */
type Named<Shape> = keyof { [Key in keyof Shape as string extends Key ? never : Key]: Shape[Key] };
type Names<Keys extends PropertyKey> = Readonly<Record<Keys, string>>;
type SheetPart<Key extends keyof ReferralSheet> = Named<NonNullable<ReferralSheet[Key]>>;

export interface ReferralWords {
  /** つなぐシート */
  readonly title: string;
  /** Headings of the sections, without their numbers (`sectionNumber`). */
  readonly sections: Names<SectionId>;
  readonly sheet: Names<Exclude<Named<ReferralSheet>, 'schemaVersion' | 'salt'>>;
  /** A desk and who writes there. `open`: whoever coordinates is asked to find one. */
  readonly desk: Names<'agency' | 'name' | 'worker' | 'section' | 'open'>;
  readonly person: Names<Named<ReferralPerson>>;
  readonly household: Names<SheetPart<'household'>>;
  readonly member: Names<Named<ReferralMember>>;
  readonly about: Names<SheetPart<'about'>>;
  readonly contact: Names<Exclude<SheetPart<'contact'>, 'safeCall'>>;
  readonly safeCall: Names<'voicemail' | 'callerName' | 'callerNameText' | 'times' | 'never'>;
  readonly needs: Names<SheetPart<'needs'>>;
  readonly safety: Names<SheetPart<'safety'>>;
  readonly supporter: Names<'agency' | 'name' | 'role' | 'since' | 'note'>;
  /** Headings of the インテーク・アセスメントシート, and the desk's view of the whole. */
  readonly assessment: Names<AssessmentArea | 'view'>;
  readonly finding: Names<'level' | 'note'>;
  readonly step: Names<'on' | 'by' | 'what'>;
  readonly request: Names<SheetPart<'request'>>;
  readonly attachment: Names<'ref' | 'kind' | 'title' | 'item' | 'place' | 'hash'>;
  readonly basis: Names<'kind' | 'basis' | 'grounds' | 'why' | 'reason' | 'consent' | 'members' | 'items' | 'askAgain' | 'summary'>;
  readonly consent: Names<'record' | 'seq' | 'hash'>;
  readonly source: Names<SheetPart<'source'>>;
  /** What an event says, and what was written beside it. */
  readonly reply: Names<
    | 'at'
    | 'by'
    | 'heard'
    | 'heardAt'
    | 'to'
    | 'reason'
    | 'respondBy'
    | 'firstContactBy'
    | 'on'
    | 'reached'
    | 'outcome'
    | 'did'
    | 'since'
    | 'rerouted'
    | 'meant'
    | 'text'
    | 'nextStep'
    | 'toPerson'
  >;
  readonly choices: {
    /** Where the sheet is, and what became of it: as sentences without a full stop. */
    readonly transport: Names<Transport>;
    readonly business: Names<BusinessState>;
    /** What happened. */
    readonly event: Names<ReferralEventType>;
    /** What a desk does, as it stands on the button. */
    readonly action: Names<ReferralActionType>;
    readonly reason: Names<ReasonId>;
    readonly outcome: Names<OutcomeId>;
    readonly cancelReason: Names<CancelReason>;
    readonly request: Names<RequestId>;
    readonly basis: Names<BasisId>;
    readonly level: Names<AssessmentLevel>;
    readonly sex: Names<Sex>;
    readonly relation: Names<Relation>;
    readonly attachmentKind: Names<(typeof attachmentKinds)[number]>;
    /** What a desk did with the sheet after consent was withdrawn. */
    readonly did: Names<'deleted' | 'returned' | 'kept-by-law'>;
    readonly danger: Names<Danger>;
    /** How an answer came that another desk wrote down. */
    readonly heardHow: Names<HeardHow>;
    readonly reached: Names<'yes' | 'no'>;
    readonly rerouted: Names<'loop' | 'hops'>;
    readonly together: Names<'yes' | 'no'>;
    readonly party: Names<ReferralRole>;
    readonly who: Names<AboutWho>;
    readonly role: Names<SupporterRole>;
    readonly awareness: Names<Awareness>;
    readonly mode: Names<ContactMode>;
    readonly way: Names<ContactWay>;
    readonly voicemail: Names<'yes' | 'no'>;
    readonly callerName: Names<CallerName>;
    readonly callTime: Names<CallTime>;
    readonly need: Names<NeedId>;
    readonly ageBand: Names<AgeBand>;
    readonly since: Names<SinceWhen>;
    readonly urgency: Names<Urgency>;
  };
  /** The items of a consent, as a desk calls them. */
  readonly items: Names<ItemId>;
  /** For what nobody knows. */
  readonly unknown: string;
}

type Part<Shape extends keyof ReferralWords, Key extends keyof ReferralWords[Shape]> = Pick<ReferralWords[Shape], Key>;

type Choices = ReferralWords['choices'];

/** What view and reply say of it; the rest is said where a sheet is written, printed or made a file. */
export interface ReferralViewWords extends Pick<
  ReferralWords,
  'title' | 'sections' | 'household' | 'needs' | 'safety' | 'assessment' | 'request' | 'items'
> {
  readonly sheet: Part<
    'sheet',
    | 'from'
    | 'to'
    | 'coordinator'
    | 'copyTo'
    | 'respondBy'
    | 'person'
    | 'about'
    | 'since'
    | 'urgency'
    | 'words'
    | 'wishes'
    | 'refuses'
    | 'situation'
    | 'supporters'
    | 'attachments'
  >;
  readonly desk: Part<'desk', 'open'>;
  readonly person: Omit<ReferralWords['person'], 'ref' | 'kana'>;
  readonly member: Omit<ReferralWords['member'], 'ref' | 'kana' | 'consent'>;
  readonly about: Part<'about', 'awareness'>;
  readonly contact: Omit<ReferralWords['contact'], 'mode' | 'kana'>;
  readonly safeCall: Omit<ReferralWords['safeCall'], 'callerNameText'>;
  readonly step: Part<'step', 'what'>;
  readonly attachment: Part<'attachment', 'place'>;
  readonly basis: Part<'basis', 'kind' | 'reason' | 'members' | 'items' | 'summary'>;
  readonly source: Part<'source', 'number' | 'receivedAt'>;
  readonly reply: Omit<ReferralWords['reply'], 'at' | 'by'>;
  readonly choices: Omit<ReferralWords['choices'], 'mode' | 'action' | 'party'> & {
    /** What a desk chooses in the reply. */
    readonly action: Omit<Choices['action'], 'send' | 'mark-overdue'>;
    readonly party: Pick<Choices['party'], 'holder' | 'clock'>;
  };
}
