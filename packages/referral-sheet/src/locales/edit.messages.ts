import type { DutyId } from '@tsunagu/schema/meeting';
import type { ConsentStatus } from '@tsunagu/schema/consent';
import type { ForumDecision, GroundId } from '@tsunagu/schema/meeting';
import type { GateCode, StayReason } from '@tsunagu/schema/referral';
import type { BasisGap } from '../edit/basis.js';
import type { GateWay } from '../edit/gate-view.js';
import type { ListPointer } from '../edit/rows.js';

/** Why a text could not be understood. */
export type MisreadKind = 'day' | 'birth' | 'age' | 'number' | 'phone' | 'email' | 'kana' | 'too-long' | 'other';

/** What the sender's side says, besides the names of fields and choices and what every mode says. Readings in Aozora notation. */
export interface EditMessages {
  /** What this page is for, in a sentence. */
  intro: string;

  toCoordinator: (name: string) => string;
  toCoordinatorNote: string;
  fax: (number: string) => string;
  copyNote: string;
  copyChoose: string;
  takeOff: (name: string) => string;
  notChosen: string;
  respondDaysNote: (usual: number) => string;
  respondBy: (day: string) => string;
  respondByFixed: (day: string) => string;
  respondByUnknown: string;
  person: string;
  birthNote: string;
  phonesNote: string;
  understood: (text: string) => string;

  /** Of a closed section with nothing in it. */
  nothingYet: string;
  notYetWritten: string;
  notYetWrittenNote: string;
  allWritten: string;
  left: (count: number) => string;

  wordsNote: string;
  refusesNote: string;
  topicsNote: string;
  finer: (topic: string) => string;
  mainNone: string;
  sizeNote: string;
  member: (number: number) => string;
  memberNote: string;
  situationNote: string;
  assessed: (count: number) => string;
  assessmentNote: string;
  doneNote: string;
  dayNote: string;
  attachmentsNote: string;
  attachmentsOf: (count: number) => string;
  supportersOf: (count: number) => string;
  stepsOf: (count: number) => string;
  requestNote: string;
  safetyNote: string;
  /** Over what the law asks for whatever anybody agreed to: 通告・通報. */
  dutyLead: string;
  dutyWords: Readonly<Record<DutyId, string>>;
  safeCall: string;
  safeCallNote: string;

  /** An entry of a list by its number, the button that adds one, and what is said when one was taken off. */
  entry: Record<Exclude<ListPointer, '/household/members'>, (number: number) => string>;
  add: Record<ListPointer, string>;
  full: string;
  removed: (name: string) => string;
  putBack: string;
  remove: (name: string) => string;

  memberConsent: (status: string) => string;
  consentStatus: Record<ConsentStatus, string>;

  basisNote: Record<'consent' | 'support-conference' | 'anonymous-advice', string>;
  personConsent: (status: string) => string;
  basisHasConsent: string;
  lawBasis: string;
  groundWords: Record<GroundId, string>;
  reasonNote: string;
  standing: (status: string) => string;
  memberAgency: string;
  memberName: string;
  memberRole: string;
  duty: string;
  dutyDone: (when: string) => string;
  itemsNote: string;
  askAgainFrom: string;
  askAgainBy: string;
  askAgainNot: string;
  summaryNote: string;
  namesSomebody: string;

  gateHeading: string;
  gateShow: string;
  gateHide: string;
  /** In one line: so many fields go, so many stay. */
  gateLine: (goes: number, stays: number) => string;
  goes: (agency: string) => string;
  goesCopy: (agency: string) => string;
  goesNothing: (agency: string) => string;
  stays: string;
  staysNote: string;
  staysNone: string;
  why: Record<StayReason, string>;
  /** The gate is shut. `message`: the sentence in Japanese. */
  shut: (code: GateCode, message: string) => string;
  unfinishedBasis: string;
  ways: Record<GateWay, string>;
  toRead: string;
  toReadMark: string;

  meetings: { plan: string; support: string };
  bring: string;
  bringNote: string;
  oneDesk: string;
  oneDeskChoices: Record<'yes' | 'no' | 'unsure', string>;
  room: (forum: ForumDecision['forum'], meetings: { plan: string; support: string }) => string;
  forum: (decision: ForumDecision) => string;

  check: string;
  checkHeading: string;
  checkNote: (agency: string) => string;
  checkCopy: (agency: string) => string;
  checkCopyNothing: (agency: string) => string;
  checkRespond: (day: string) => string;
  checkRead: string;
  send: string;
  backToWriting: string;

  problemsIntro: string;

  /** A newer sheet of the page says something else in these fields. */
  elsewhere: (fields: string) => string;
  /** Above what stands there in one of them. */
  elsewhereText: (field: string) => string;
  elsewhereTake: string;
  elsewhereKeep: string;
  problem: {
    misread: Record<MisreadKind, string>;
    gap: Record<BasisGap, string>;
    row: Record<ListPointer, string>;
    'same-desk': string;
    'copy-twice': string;
    other: string;
  };
  sectionOf: (section: string, field: string) => string;
}
