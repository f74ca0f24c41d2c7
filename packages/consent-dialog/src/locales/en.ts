import { commonEn, monthDay, weekdays } from '@tsunagu/core/common/en';
import type { ConsentMessages } from './messages.js';

const { languageLabel, languageNames, furigana } = commonEn;
const give = 'You may tell them';
const refuse = 'Do not tell them';
const defer = 'Let me think';
const record = 'Record this';
const goesOn = 'You can go on getting advice.';
const canChange = 'You can change this later, or take it back.';
const nobodyTold = 'Nobody is told.';
const tellStaff = 'Please tell the staff at the desk.';
const nothingRecorded = 'Nothing was recorded.';
const choicesStay = 'What you chose is still here.';

/** Plain English for a resident new to Japan; terms met at counters have the Japanese beside them. */
export const en: ConsentMessages = {
  languageLabel,
  languageNames,
  furigana,
  list: (items) => items.join(', '),
  labelled: (label, text) => `${label}: ${text}`,
  day: (day) => `${weekdays[day.weekday]} ${monthDay(day)} ${day.year}`,
  moment: (day, time) => `${day}, ${time}`,

  headings: {
    decide: 'We decide together who may be told',
    withdraw: 'Taking back what may be told',
    worker: 'Consent, and where the case may be discussed',
  },
  close: 'Close',
  back: 'Go back',
  closeSafely: 'You can close this now. Nothing is recorded then.',
  optional: 'Optional',
  required: 'Needed',
  loading: 'Getting ready',

  sections: { decide: 'Decide', who: 'Who decides, and how', name: 'Your name (署名)', receipt: 'Your copy (控え)' },

  decideText: `One answer for everything above. Whichever you choose, you can go on getting advice.`,
  give,
  refuse,
  defer,
  choose: 'Choose for each desk and each thing',
  chooseText: 'You can choose one by one. What you do not choose stays undecided and is not told.',
  byAgency: 'By desk',
  byItem: 'By thing',
  each: 'Choose one by one',
  eachLabel: (whose) => `Choose one by one: ${whose}`,
  undecided: 'Not decided yet',
  mixed: (given, refused, open) =>
    [given && `${give}: ${given}`, refused && `${refuse}: ${refused}`, open && `Not decided: ${open}`].filter(Boolean).join(' / '),
  reason: 'Why you do not want this told',
  reasonExample: 'For example: I do not want the school to know',
  proceed: 'Go on with these choices',
  nothingChosen: 'You have not chosen anything yet. Choose at least one to go on.',
  chooseAgain: 'Clear my choices',
  preview: 'See what would be told',
  previewHide: 'Hide this',

  chosen: {
    given: `You chose “${give}”`,
    partly: 'You chose one by one what may be told',
    refused: `You chose “${refuse}”`,
    deferred: `You chose “${defer}”`,
    withdrawn: 'You chose what to take back',
  },
  notYet: `Nothing is recorded yet. It counts once you press “${record}” below.`,
  leftOpen: (count) =>
    count === 1
      ? '1 thing is not decided yet. It is not told until you decide.'
      : `${count} things are not decided yet. They are not told until you decide.`,

  by: 'Who decides?',
  bySomebody: 'Somebody who may decide for the person',
  representative: 'What gives them the right to decide?',
  representativeName: 'Name of the person who decides',
  authority: 'What was seen to confirm it',
  authorityExample: 'For example: certificate of registered matters (登記事項証明書), family register (戸籍)',
  support: 'What help was given?',
  supportExample: 'For example: sign language, pictures, family in the room',
  how: 'How was it said?',
  explainedBy: 'Who explained it',
  witness: 'Who was there as a witness',
  witnessRole: 'What the witness does',
  witnessRoleExample: 'For example: welfare commissioner (民生委員), staff of another desk',
  language: 'Language it was explained in',
  until: 'A day on which it ends earlier',
  untilText: 'If you leave this empty, it ends as written in 4.',
  reAsk: 'When may we ask again?',
  reAskChoices: {
    month: 'Do not ask for 1 month',
    quarter: 'Do not ask for 3 months',
    never: 'Do not ask until I speak of it',
  },

  nameOral: 'If you decide by speaking, you need not sign. The names of who explained it and of the witness are kept.',
  typedName: 'Your name',
  paper: 'Number of the signed paper, or where it is kept',
  paperExample: 'For example: consent file, no. 12',

  record,
  recording: 'Recording',
  problemsHeading: (count) => (count === 1 ? 'Please look at 1 more place' : `Please look at ${count} more places`),
  problems: {
    by: 'Nobody is chosen yet as the one who decides',
    representative: 'The right to decide is not chosen yet',
    authority: 'What was seen to confirm it is not written yet',
    support: 'The help that was given is not written yet',
    how: 'How it was said is not chosen yet',
    explainedBy: 'For a spoken decision, the name of who explained it is kept',
    witness: 'For a spoken decision, the name of the witness is kept',
    name: 'Your name is not written yet',
    paper: 'The number or place of the paper is not written yet',
    until: 'You can choose a day from today to the last day in 4',
    scope: 'What to take back is not chosen yet',
  },

  receiptHeading: {
    given: `Recorded: “${give}”`,
    partly: 'Recorded as you chose',
    refused: `Recorded: “${refuse}”`,
    deferred: `Recorded: “${defer}”`,
    withdrawn: 'Taken back',
  },
  receiptText: {
    given: canChange,
    partly: `What you did not choose is not told. ${canChange}`,
    refused: `${nobodyTold} ${goesOn}`,
    deferred: `${nobodyTold} You have time to decide. ${goesOn}`,
    withdrawn: `Nothing new is told from now on. ${goesOn}`,
  },
  receiptNumber: 'Number of this copy',
  receiptCode: 'Check number',
  receiptNumberText: 'Neither your name nor what you talked about is in these numbers.',
  decidedAt: 'Day of the decision',
  decidedBy: 'Decided by',
  given: 'What may be told',
  refused: 'What is not told',
  open: 'What is not decided yet',
  taken: 'What was taken back',
  untilDay: (day) => `Until ${day}`,
  reAskFrom: (day) => `We do not ask you before ${day}.`,
  reAskNever: 'We do not ask you until you speak of it.',
  notPrinted: {
    receipt: 'This device could not print. You can write down the numbers above, or get a copy from the staff at the desk.',
    paper: 'This device could not print. Please try again on one that can.',
  },
  paperForm: 'Ask on paper: print the form',
  print: 'Print in large letters',
  unsaved: 'It could not be saved yet. What you decided is still on this screen.',
  again: 'Save again',

  standing: 'What is decided now',
  standingText: 'You can change it at any time, or take it back.',
  noConsent: 'There is nothing that may be told now.',
  askAnew: 'Decide again',
  withdraw: 'Take it back',

  withdrawText: `If you take it back, nothing new is told. You need no reason. ${goesOn}`,
  scope: 'What do you take back?',
  scopeAll: 'Everything',
  scopeAgency: (agency) => `Telling “${agency}”`,
  scopeItem: (item) => `Telling “${item}”`,
  scopeAgencies: 'Take back for single desks',
  scopeItems: 'Take back single things',
  withdrawReason: 'Why you take it back',
  withdrawNow: 'Take it back',
  nothingToWithdraw: 'There is nothing to take back. Nothing is told now.',
  held: 'What they know already',
  heldUnknown: 'We cannot see here what they know already. The staff at the desk will find out.',
  heldNone: 'Nobody has been told anything yet.',
  heldTell: 'They still have to be told that you took it back.',
  heldKnown: 'They know that you took it back.',

  obstacles: {
    broken: `Something in the earlier record does not fit. Until it is checked, nothing is told and nothing is recorded. ${tellStaff}`,
    request: `The question is not complete, so it cannot be decided now. ${nothingRecorded} ${tellStaff}`,
    nothing: 'There is nothing to ask now.',
    'too-early': 'It was agreed not to ask now.',
    move: `It seems that something was recorded on another screen first. ${nothingRecorded} Close this and open it again to see how it stands.`,
    clock: `The date or time of this device seems to be wrong. ${nothingRecorded} ${tellStaff}`,
    full: 'This record is full. The staff at the desk will start a new one.',
    insecure: `This page cannot keep a record safely (it needs https). ${tellStaff}`,
    code: `A part of this screen could not be loaded. ${choicesStay} Please wait a moment and try again.`,
    other: `It could not be recorded. ${choicesStay} ${tellStaff}`,
  },
  tooEarly: (day) => `You asked us not to ask before ${day}.`,
  tooEarlyNever: 'You asked us not to ask. You can decide when you speak of it.',
  startedByPerson: 'The person began to speak of it',
  changed: `Something was added to the record elsewhere while this was open. ${choicesStay}`,
  askedAnew: 'The question has changed. Please look at it again from the beginning.',
  help: 'If anything is unclear, please ask the staff at the desk.',
  call: (number) => `Call ${number}`,
};
