import { dutyLead, dutyWords } from '@tsunagu/schema/meeting/en';
import type { ForumDecision } from '@tsunagu/schema/meeting';
import type { ForumMessages } from './forum.messages.js';

const act = 'Social Welfare Act (社会福祉法)';
const basisOf: Record<string, { label: string; says: string }> = {
  '106-4 2-1': {
    label: `${act}, art. 106-4, para. 2, no. 1`,
    says: 'A desk hears every worry, whatever it is about and however old the person is.',
  },
  '106-4 2-6': {
    label: `${act}, art. 106-4, para. 2, no. 6`,
    says: 'With the consent of the person, a support plan is discussed and decided.',
  },
  '106-6 1': {
    label: `${act}, art. 106-6, para. 1`,
    says: 'Even before consent, members may exchange what is needed for support and look at how to give it. They are bound to secrecy.',
  },
  '106-6 5': {
    label: `${act}, art. 106-6, para. 5`,
    says: 'Whoever works or has worked for the conference must not tell what they learned there without good reason. Doing so is punishable.',
  },
};

const state: Record<string, string> = {
  'not-asked': 'The person has not been asked yet.',
  asked: 'The person has not answered yet.',
  deferred: 'The person is still thinking.',
  refused: 'The person has decided not to tell.',
  withdrawn: 'The person has taken the consent back.',
  expired: 'The time of the consent is over.',
  terminated: 'The earlier consent has ended.',
  invalidated: 'The earlier consent does not count.',
  unknown: 'The record of consent cannot be read.',
};

function reasonOf(decision: ForumDecision): string {
  if (decision.forum === 'plan-meeting')
    return decision.leftOut.length
      ? 'The person has consented. A support plan can be discussed, with the agencies and matters they agreed to and no others.'
      : 'The person has consented. A support plan can be discussed.';
  if (decision.forum === 'support-conference')
    return `${state[decision.because] ?? ''} The case is taken to a support conference (art. 106-6). Its members are bound to secrecy. Write down the reason.`.trim();
  return {
    'one-desk': 'This desk can carry it. Nobody else needs to be told.',
    'nobody-else': 'This desk can carry it. Nobody else needs to be told.',
    unsure: 'You can ask the coordinator without naming the person. Please go on listening at this desk.',
    'ask-first':
      'Nobody else is told. Go on listening at this desk, and talk with the person about consent. A support conference needs a reason.',
  }[decision.because];
}

const mustRecordOf = (decision: ForumDecision): string[] =>
  ({
    'single-desk':
      decision.because === 'one-desk' || decision.because === 'nobody-else'
        ? ['What was said, and why this desk can go on alone']
        : ['What was said, and where consent stands', 'What comes next'],
    'plan-meeting': [
      'The records of consent it rests on (one for each member of the household), and how they stood',
      'The agencies that took part',
      'The plan, who does what, and what the person wishes',
      'The day on which it is looked at again',
    ],
    'support-conference': [
      'The article it rests on (art. 106-6, para. 1)',
      'Why it is discussed without consent, and where consent stands',
      'Each member, and when their duty of secrecy was confirmed',
      'What was shared (no more than support needs)',
      'When the person will be asked again, or why they cannot be asked',
    ],
  })[decision.forum];

function askOf({ may, from }: ForumDecision['askAgain'], status: string): string {
  if (from === null) return 'The person does not want to be asked by us. Go on when they bring it up.';
  if (!may && from) return `By the person's wish, nobody asks before ${from}.`;
  if (!may) return status;
  return 'The person may be asked again, at a time that suits them.';
}

export const forumEn: ForumMessages = {
  heading: 'For staff: where this may be discussed',
  status: 'Where consent stands',
  needsAnswer: 'Answer the question below to see where the case may be discussed.',
  oneDesk: 'Can this desk carry it alone?',
  oneDeskNote: 'If in doubt, choose "Not sure": the coordinator can be asked without naming the person.',
  oneDeskChoices: { yes: 'Yes', no: 'No, other agencies are needed', unsure: 'Not sure' },
  grounds: 'Why it cannot wait for consent (only what applies)',
  groundsNote: 'Leave this empty if nothing applies. A support conference needs a reason.',
  groundWords: {
    urgent: 'Somebody may come to harm before the person can be asked',
    unreached: 'Several agencies have noticed, but no support has reached the person',
    'not-yet-agreed': 'There is no consent yet, but support has to be planned soon',
    'refused-at-risk': 'The person has refused, but their daily life may break down',
    'asking-endangers': 'Asking may itself put the person in danger',
    'no-contact': 'The person cannot be met or reached',
  },
  room: (forum, { planMeeting, supportMeeting }) =>
    ({ 'single-desk': 'This desk goes on', 'plan-meeting': planMeeting, 'support-conference': `${supportMeeting} (art. 106-6)` })[forum],
  reason: 'Why',
  basis: 'Legal basis',
  shares: 'What may be told there',
  sharesNote: 'Only to these agencies, and only these matters.',
  member: (ref) => `About a member of the household (${ref})`,
  atMost: 'What may be discussed',
  atMostNote: 'No more than support needs.',
  leftOut: 'What is not told',
  leftOutNote: 'These are not told there.',
  why: {
    refused: 'decided not to tell',
    asked: 'no answer yet',
    deferred: 'still thinking',
    withdrawn: 'taken back',
    expired: 'time is over',
    terminated: 'consent has ended',
    invalidated: 'does not count',
    'not-asked': 'not asked yet',
    unknown: 'record cannot be read',
  },
  mustRecord: 'What to write down',
  askAgain: 'May the person be asked again?',
  duty: 'Where somebody may be abused',
  dutyLead,
  dutyWords,
  list: (items) => items.join(', '),
  labelled: (label, text) => `${label}: ${text}`,
  words: (decision) => ({
    reason: reasonOf(decision),
    mustRecord: mustRecordOf(decision),
    askAgain: askOf(decision.askAgain, 'Not now: a question is waiting for its answer, or the record cannot be read.'),
    basis: decision.basis.map(
      ({ law, article, item, says }) => basisOf[`${article} ${item ?? ''}`] ?? { label: `${law} ${article}`, says },
    ),
  }),
};
