import { dutyLead, dutyWords } from '@tsunagu/schema/meeting/en';
import type { ConsentStatus } from '@tsunagu/schema/consent';
import type { ForumDecision } from '@tsunagu/schema/meeting';
import type { GateCode } from '@tsunagu/schema/referral';
import type { EditMessages } from './edit.messages.js';

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

const status: Record<ConsentStatus, string> = {
  none: 'not asked yet',
  requested: 'waiting for an answer',
  given: 'may be told',
  'partly-given': 'some of it may be told',
  refused: 'decided not to tell',
  deferred: 'still thinking it over',
  renewed: 'may be told for longer',
  narrowed: 'less may be told than before',
  withdrawn: 'taken back',
  expired: 'the time is over',
  terminated: 'has ended',
  invalidated: 'does not count',
  unknown: 'the record cannot be read, so nothing is told',
};

const shut: Record<GateCode, string> = {
  'nothing-said': 'Please write at least a word about what is wrong, or mark a worry.',
  'no-consent': 'There is no consent to tell this desk. Ask the person, or ask the coordinator without naming anybody.',
  'has-consent': 'The person has consented, so this is sent on the ground of consent, not of a support conference (art. 106-6).',
  'no-ground': 'It cannot be seen why this goes to a support conference (art. 106-6). Please look at the ground and the reason again.',
  'not-member': 'This desk is not a member of the support conference with a confirmed duty of secrecy. Please confirm that first.',
  'consent-changed': 'Consent has changed since the reason was written. Please write the reason again.',
  'names-somebody': 'The words without a name hold a name, number or address. Please take it out before sending.',
};

const why: Record<string, string> = {
  'one-desk': 'This desk can go on supporting the person. Nobody else has to be told.',
  'nobody-else': 'This desk can go on supporting the person. Nobody else has to be told.',
  unsure: 'The coordinator can be asked without naming the person. Please go on listening at this desk.',
  'ask-first': 'Other agencies are not told. Go on listening, and talk with the person about consent. A support conference needs a reason.',
};

function forum(decision: ForumDecision): string {
  if (decision.forum === 'plan-meeting')
    return decision.leftOut.length
      ? 'The person has consented, so a support plan may be discussed there: only with the agencies, and only about the matters, that they agreed to.'
      : 'The person has consented, so a support plan may be discussed there.';
  if (decision.forum === 'support-conference')
    return 'There is no consent, so it is taken to a support conference (Social Welfare Act, art. 106-6). Its members are bound to secrecy. Please record the reason.';
  return why[decision.because]!;
}

export const editEn: EditMessages = {
  intro: 'What was told is already here. Write only what you can.',

  toCoordinator: (name) => `Ask the coordinator (${name})`,
  toCoordinatorNote: 'If you are not sure where to send it, the coordinator will think about it with you.',
  fax: (number) => `FAX ${number}`,
  copyNote: 'A copy of the same sheet. It, too, tells only what the person agreed to.',
  copyChoose: 'Choose a desk that gets a copy',
  takeOff: (name) => `Take off: ${name}`,
  notChosen: 'Nothing chosen',
  respondDaysNote: (usual) =>
    `Weekends, public holidays and the turn of the year do not count. If left empty: ${plural(usual, 'business day')}.`,
  respondBy: (day) => `If it is sent today, the answer is due on ${day}.`,
  respondByFixed: (day) => `The answer is due on ${day}, as it was set. Writing another number of days counts it anew.`,
  respondByUnknown: 'The day by which to answer could not be counted.',
  person: 'The person',
  birthNote: 'For example 1955/4/1, 昭和30年4月1日',
  phonesNote: 'Several numbers: with a comma (、) or on lines of their own.',
  understood: (text) => `Read as ${text}`,

  nothingYet: 'Nothing written yet',
  notYetWritten: 'Not written yet',
  notYetWrittenNote: 'It can be sent as it is. Add to it when you know more.',
  allWritten: 'Something is written in every section.',
  left: (count) => (count < 0 ? `${plural(-count, 'character')} too many` : `${plural(count, 'character')} left`),

  wordsNote: 'As the person said or wrote it, in their own words.',
  refusesNote: 'So that the next desk does not do it by mistake.',
  topicsNote: 'Mark everything that applies.',
  finer: (topic) => `More exactly, of: ${topic}`,
  mainNone: 'No ◎',
  sizeNote: 'For example 3',
  member: (number) => `Member of the household ${number}`,
  memberNote: 'What is told of the others of the household needs their own consent.',
  situationNote: 'All that was told, not only what belongs to your section.',
  assessed: (count) => plural(count, 'heading assessed', 'headings assessed'),
  assessmentNote: 'Leave empty what nobody has looked at.',
  doneNote: 'When, by whom, and what.',
  dayNote: 'For example 2026/11/20, 11月20日',
  attachmentsNote: 'The file itself is not part of the sheet, only where it is kept. It goes only with consent for what it is about.',
  attachmentsOf: (count) => plural(count, 'attachment'),
  supportersOf: (count) => plural(count, 'supporter'),
  stepsOf: (count) => plural(count, 'step'),
  requestNote: 'A word about what the next desk should do brings an answer sooner.',
  dutyLead,
  dutyWords,
  safetyNote: 'What to know before visiting or calling.',
  safeCall: 'Calling back safely',
  safeCallNote: 'Somebody who must not know may be beside the person.',

  entry: {
    '/supporters': (number) => `Supporter ${number}`,
    '/done': (number) => `Step ${number}`,
    '/attachments': (number) => `Attachment ${number}`,
    '/basis/members': (number) => `Member ${number}`,
  },
  add: {
    '/household/members': 'Add a member of the household',
    '/supporters': 'Add a supporter',
    '/done': 'Add a step',
    '/attachments': 'Add an attachment',
    '/basis/members': 'Add a member',
  },
  full: 'No more can be added.',
  removed: (name) => `“${name}” was taken off.`,
  putBack: 'Put it back',
  remove: (name) => `Take off “${name}”`,

  memberConsent: (text) => `Their consent: ${text}`,
  consentStatus: status,

  basisNote: {
    consent: 'Only the desks the person chose are told, and only what the person decided.',
    'support-conference': 'Without consent, members bound to secrecy discuss only what is needed.',
    'anonymous-advice': 'The coordinator or another desk is asked in a form that names nobody.',
  },
  personConsent: (text) => `The person’s consent: ${text}`,
  basisHasConsent: 'The person has consented, so there is no support conference. Please choose the consent of the person.',
  lawBasis: 'Legal basis: Social Welfare Act (社会福祉法), art. 106-6, para. 1',
  groundWords: {
    urgent: 'Somebody may come to harm before the person can be asked',
    unreached: 'Several agencies have noticed, but no support has reached the person',
    'not-yet-agreed': 'There is no consent yet, but support has to be planned soon',
    'refused-at-risk': 'The person has refused, but their daily life may break down',
    'asking-endangers': 'Asking may itself put the person in danger',
    'no-contact': 'The person cannot be met or reached',
  },
  reasonNote: 'Why this case cannot wait for consent, in your own words.',
  standing: (text) => `Consent now: ${text}. It is recorded with the reason.`,
  memberAgency: 'Desk they belong to',
  memberName: 'Name',
  memberRole: 'Role',
  duty: 'They confirmed their duty of secrecy (art. 106-6, para. 5)',
  dutyDone: (when) => `Confirmed on ${when}`,
  itemsNote: 'Choose only what support needs. What is not chosen is not told.',
  askAgainFrom: 'Day on which the person is asked again',
  askAgainBy: 'Who asks',
  askAgainNot: 'Or why no day can be set',
  summaryNote: 'Only what is written here, the kinds of worries and how soon are told. Please write no name, number or address.',
  namesSomebody: 'There seems to be a name, number or address in it by which somebody could be known.',

  gateHeading: 'What goes, what stays',
  gateShow: 'Show it all',
  gateHide: 'Close',
  gateLine: (goes, stays) => `Fields that go: ${goes}. Fields that stay: ${stays}.`,
  goes: (agency) => `${agency} is told this, and nothing else`,
  goesCopy: (agency) => `Copy: ${agency} is told this, and nothing else`,
  goesNothing: (agency) => `${agency} is told nothing`,
  stays: 'What stays',
  staysNote: 'It stays at this desk. The other desk cannot see that it was there.',
  staysNone: 'Nothing stays: all that is written goes.',
  why: {
    refused: 'The person decided not to tell.',
    asked: 'The person has not answered yet.',
    deferred: 'The person is still thinking it over.',
    withdrawn: 'The person took their consent back.',
    expired: 'The time of the consent is over.',
    terminated: 'The consent has ended.',
    invalidated: 'The consent does not count.',
    'not-asked': 'Nobody has asked the person whether this may be told to this desk.',
    unknown: 'The record of consent cannot be read.',
    'unknown-field': 'This version of the sheet does not know the field.',
    malformed: 'It is not written as it should be.',
    whose: 'This person has no record of consent of their own. Each member of the household is asked.',
    'person-first': 'The person lets this desk have nothing, so nothing of their household goes there either.',
    'not-needed': 'It is not among what the support conference needs.',
    'not-member': 'This desk is not a member of the support conference with a confirmed duty of secrecy.',
    named: 'This is advice without a name.',
  },
  shut: (code) => shut[code],
  unfinishedBasis: 'The ground is not finished. Once the section on consent or ground is written, it can be sent.',
  ways: {
    anonymous: 'Ask the coordinator without naming anybody',
    consent: 'Send on the ground of the person’s consent',
    write: 'Write what is wrong',
    basis: 'Open the ground',
  },
  toRead: 'Free words may hold something that is not to be told. Please read them through before sending.',
  toReadMark: 'read before sending',

  meetings: { plan: '重層的支援会議 (plan meeting, with consent)', support: '支援会議 (support conference)' },
  bring: 'May it be discussed in a meeting?',
  bringNote: 'Which meeting may discuss it, as consent stands now.',
  oneDesk: 'Can this desk carry it alone?',
  oneDeskChoices: { yes: 'Yes', no: 'No, other agencies are needed', unsure: 'Not sure' },
  room: (room, { plan, support }) =>
    ({ 'single-desk': 'This desk goes on', 'plan-meeting': plan, 'support-conference': `${support}, art. 106-6` })[room],
  forum,

  check: 'Check before sending',
  checkHeading: 'Before it is sent',
  checkNote: (agency) => `${agency} gets what stands below, and nothing else.`,
  checkCopy: (agency) => `Copy: what ${agency} gets`,
  checkCopyNothing: (agency) => `There is no consent to tell ${agency}, so no copy is sent.`,
  checkRespond: (day) => `The answer is due on ${day}.`,
  checkRead: 'Please read the marked words once more. If something is in them that is not to be told, you can go back and change it.',
  send: 'Send this',
  backToWriting: 'Back to writing',

  problemsIntro: 'What you wrote is still here.',

  elsewhere: (fields) => `While you were writing, this was also changed somewhere else: ${fields}. What you wrote here is kept.`,
  elsewhereText: (field) => `“${field}” as it was written somewhere else`,
  elsewhereTake: 'Use this instead',
  elsewhereKeep: 'Keep what I wrote here',
  problem: {
    misread: {
      day: 'The day could not be read (for example 2026/11/20, 11月20日)',
      birth: 'The birth date could not be read (for example 1955/4/1, 昭和30年4月1日)',
      age: 'The age could not be read (for example 72)',
      number: 'The number could not be read (for example 3)',
      phone: 'The phone number could not be read (for example 0743-74-1111)',
      email: 'The e-mail address could not be read (for example soudan@example.jp)',
      kana: 'Please write the reading in hiragana',
      'too-long': 'It is too long for the sheet. Please shorten it a little',
      other: 'It could not be read. Please look at it again',
    },
    gap: {
      why: 'Please choose at least one reason why it cannot wait for consent',
      reason: 'Please write the reason for this case',
      members: 'Please add the members of the support conference',
      'member-name': 'Please write the name of the member',
      duty: 'Please confirm the duty of secrecy of the member, and mark it',
      items: 'Please choose at least one thing that is told',
      'ask-again': 'Please write when the person is asked again, or why they cannot be',
      summary: 'Please write what the advice without a name is about',
    },
    row: {
      '/household/members': 'Please look at it again',
      '/supporters': 'Please write a name. “The doctor” will do if you do not know it',
      '/done': 'Please write what was done',
      '/attachments': 'Please write a title, and choose what it is about',
      '/basis/members': 'Please write the name of the member',
    },
    'same-desk': 'It would go to this desk itself. Please choose another, or the coordinator',
    'copy-twice': 'A copy would go to the desk that gets the sheet',
    other: 'Something here cannot be read. Please look at it again',
  },
  sectionOf: (section, field) => `${section}, “${field}”`,
};
