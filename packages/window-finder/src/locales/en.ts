import { commonEn, monthDay, newYear } from '@tsunagu/core/common/en';
import type { FinderMessages } from './messages.js';

const ordinals = ['', '1st', '2nd', '3rd', '4th', '5th'] as const;
const desks = (count: number): string => `${count} ${count === 1 ? 'desk' : 'desks'}`;
/** "1st, 3rd and 5th". */
const list = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
const publicHolidays = 'public holidays (祝日)';
const call = 'Call';
const send = 'Send a message to this desk';
const details = 'More details';

/** Plain English for a resident new to Japan; the Japanese stands beside words that help at a counter. */
export const en: FinderMessages = {
  ...commonEn,
  list: (items) => items.join(', '),
  labelled: (label, value) => `${label}: ${value}`,

  heading: 'Find where to get help',
  intro: 'Every desk (窓口) will listen to any kind of problem. Not sure where to go? Ask the general desk (総合窓口).',
  searchLabel: 'Your problem, the name of a desk, or your neighbourhood',
  searchExample: 'For example: caring for a parent, cannot pay the rent, my child does not want to go to school',
  clear: 'Clear',
  topicsLabel: 'Choose your problem (as many as you like)',
  moreTopics: 'Show more',
  fewerTopics: 'Show fewer',
  openNow: 'Only desks open now',
  narrow: 'Choose by neighbourhood, date and time, or way of contact',
  area: 'Your neighbourhood (町名)',
  areaAny: 'Any',
  at: 'Date and time you would like to ask for help',
  atHelp: 'You will see which desks are open then.',
  atNow: 'Back to “now”',
  channelsLabel: 'Way of contact',
  channels: {
    phone: 'Phone',
    visit: 'Visit the desk',
    fax: 'Fax',
    email: 'Email',
    form: 'Online form',
    chat: 'Text chat',
    video: 'Video call',
    metaverse: 'Metaverse (online meeting space)',
    'home-visit': 'Have someone visit your home',
  },

  count: (count) => `${desks(count)} found`,
  countOpen: (count) => `${desks(count)} open`,
  noMatch: 'No desk matches your words. The desks below will listen to any kind of problem.',
  noneOpen: 'No desk is open now. See which desks open next, and where you can get help now.',
  noneOpenChat: 'No desk is open now. You can get help now by text chat.',
  catchmentHint: 'If you do not know which area you live in, you can call any of these desks.',
  more: (rest) => `Show more desks (${rest} more)`,

  emergencyHeading: 'You can talk to someone right away',
  emergencyText: 'You do not need to know what to say. You can also contact the desks below.',
  fallbackHeading: 'If you do not know where to ask',
  fallbackText: 'It is fine if you cannot explain it well. Someone will listen first, then help you reach the right place.',
  servicesHeading: 'Where to get help when the desks are closed',

  call,
  callLabel: (name, number) => `${call} ${number}, ${name}`,
  visitSite: (name) => `Open the page of ${name}`,
  send,
  sendLabel: (name) => `${send}: ${name}`,
  details,
  detailsLabel: (name) => `${details}: ${name}`,
  noContact: 'No phone number is listed here.',

  hours: 'Opening hours',
  hoursAsPrinted: 'As printed (in Japanese)',
  today: 'Today',
  closedDay: 'Closed',
  appointmentOnly: 'By appointment only (予約制)',
  nth: (weeks) => `${list(weeks.map((week) => ordinals[week] ?? `${week}th`))} of the month`,
  weekdays: { mon: 'Mon', tue: 'Tue', wed: 'Wed', thu: 'Thu', fri: 'Fri', sat: 'Sat', sun: 'Sun' },
  holidays: {
    open: `Open on ${publicHolidays}.`,
    closed: `Closed on ${publicHolidays}.`,
  },
  yearEnd: {
    open: `Open during ${newYear}.`,
    closed: `Closed during ${newYear}.`,
  },
  notStated: (holidays, yearEnd) =>
    holidays || yearEnd
      ? `The listing does not say if it opens ${[holidays && `on ${publicHolidays}`, yearEnd && `during ${newYear}`].filter(Boolean).join(' or ')}.`
      : '',
  span: (from, to) => `${from}–${to}`,

  fields: {
    general: 'General',
    elderly: 'Older people',
    disability: 'Disability',
    child: 'Children',
    livelihood: 'Money and daily life',
    health: 'Health',
    rights: 'Protecting your rights',
    other: 'Other',
  },
  phone: 'Phone',
  tollFree: 'Free to call',
  extension: (extension) => `Extension (内線) ${extension}`,
  fax: 'Fax',
  email: 'Email',
  website: 'Website',
  address: 'Address',
  addressWithheld: 'For safety, the location is not shown. Please call to ask.',
  areaOnly: 'For safety, the exact location is not shown.',
  mapKey: 'Mark on the map',
  mainlyFor: 'Mainly for',
  booking: 'Booking (予約)',
  bookingRules: { required: 'You need to book first.', advised: 'It is better to book first.', none: 'You do not need to book.' },
  catchment: 'Area covered (担当地域)',
  languages: 'Languages',
  accessibility: 'Access and support',
  accessibilityNames: {
    wheelchair: 'Wheelchair access',
    elevator: 'Elevator',
    'accessible-toilet': 'Accessible toilet',
    'sign-language': 'Sign language (手話)',
    written: 'Communication in writing (筆談)',
    'hearing-loop': 'Hearing loop',
    braille: 'Braille',
    'guide-dog': 'Assistance dogs welcome',
    interpreter: 'Interpreter (通訳)',
    'nursing-room': 'Nursing room',
  },
  section: 'Section in charge (担当課)',
  operator: 'Run by',
  notes: 'Notes',
  source: 'Source',
  verifiedOn: (day) => `Checked on ${monthDay(day)} ${day.year}`,

  whyTopic: (labels) => `Helps with ${list(labels.map((label) => `“${label}”`))}`,
  whyArea: (area) => `Covers ${area}`,
  whyName: 'Its name or address matches your words',
  whyPhone: 'Its phone number matches',
  whyAcceptsAll: 'Listens to any kind of problem',

  notUnderstood: `For opening hours, see “${details}”`,

  print: 'Print the list of desks',
  loading: 'Loading the list of desks',
  failed: 'The list of desks could not be loaded. Please call the contact below.',
  retry: 'Try again',
};
