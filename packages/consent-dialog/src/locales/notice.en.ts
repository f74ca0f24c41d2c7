import { monthDay, weekdays } from '@tsunagu/core/common/en';
import type { NoticeMessages } from './notice.messages.js';

export const noticeEn: NoticeMessages = {
  title: 'Who may know what about you',
  lead: [
    'Together we decide who may be told about your situation, and how much.',
    'You can go on getting advice even if you tell nobody. You can change your answer later, or take it back.',
  ],
  headings: [
    'Why we ask, and who asks',
    'Who would be told',
    'What would be told',
    'For how long',
    'How to take it back',
    'You get help either way',
  ],
  why: (byPerson) => (byPerson ? 'You began to speak about this. We ask for these reasons:' : 'We ask for these reasons:'),
  asks: (agency, person) => `You are asked by ${[person, agency].filter(Boolean).join(', ')}.`,
  asksUnknown: 'It is not written here who asks. Please ask the person who explains this to you.',
  whom: 'These would be told:',
  onlyThem: 'Nobody who is not named here is told.',
  what: 'This is what they would be told:',
  onlyThat: 'Nothing else is told. You can choose for each desk and for each thing.',
  untilPlanEnds: 'Until your support plan (支援プラン) ends.',
  untilDay: (day) => `Until ${weekdays[day.weekday]} ${monthDay(day)} ${day.year}.`,
  untilEvent: (event) => `Until this happens: ${event}`,
  afterwards: ['After that nothing new is told. If we would like to go on, we ask you again.', 'You can choose a shorter time.'],
  takingBack: [
    'You can take it back at any time. You need no reason.',
    'You can take back everything, or only one desk, or only one thing.',
  ],
  ways: 'You can do it like this:',
  way: (way, detail) => (detail ? `${way}: ${detail}` : way),
  takenBack: ['After that nothing new is told.', 'If something was told already, we show you who knows what.'],
  without: [
    'If you say “do not tell them”, your advice and support stay the same.',
    'You can also allow only a part, or think about it first.',
  ],
  law: (meeting) =>
    `Even without your consent, the law (社会福祉法, article 106-6) allows a ${meeting} to talk about what is needed to help. Everyone in it must keep it secret.`,
  section: (index, heading) => `${index} ${heading}`,
};
