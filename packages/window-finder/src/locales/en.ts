import type { DayParts, FinderMessages } from './messages.js';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const ordinals = ['', '1st', '2nd', '3rd', '4th', '5th'] as const;

const monthDay = ({ month, day }: DayParts): string => `${day} ${months[month - 1]}`;
const fullDay = (day: DayParts): string => `${weekdays[day.weekday]} ${monthDay(day)}`;
const desks = (count: number): string => `${count} ${count === 1 ? 'desk' : 'desks'}`;

/** "1st, 3rd and 5th". */
const list = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** Public holidays by the name the calendar gives; a city's own holiday keeps its name. */
const holidayNames = new Map([
  ['元日', 'New Year’s Day'],
  ['成人の日', 'Coming of Age Day'],
  ['建国記念の日', 'National Foundation Day'],
  ['天皇誕生日', 'The Emperor’s Birthday'],
  ['春分の日', 'Vernal Equinox Day'],
  ['昭和の日', 'Showa Day'],
  ['憲法記念日', 'Constitution Memorial Day'],
  ['みどりの日', 'Greenery Day'],
  ['こどもの日', 'Children’s Day'],
  ['海の日', 'Marine Day'],
  ['山の日', 'Mountain Day'],
  ['敬老の日', 'Respect for the Aged Day'],
  ['秋分の日', 'Autumnal Equinox Day'],
  ['スポーツの日', 'Sports Day'],
  ['文化の日', 'Culture Day'],
  ['勤労感謝の日', 'Labour Thanksgiving Day'],
  ['振替休日', 'Substitute holiday'],
  ['国民の休日', 'Citizens’ holiday'],
]);

const holiday = (name: string): string => (holidayNames.has(name) ? `${holidayNames.get(name)} (${name})` : name);

const publicHolidays = 'public holidays (祝日)';
const newYear = 'the New Year holidays (年末年始)';
const notKnownIfOpen = 'We do not know if this desk is open. Please call to check.';
const call = 'Call';
const send = 'Send a message to this desk';
const details = 'More details';
const openUntil = (until: string, later: boolean): string => (later ? `Open at that time (until ${until})` : `Open now (until ${until})`);

/** Plain English for a resident new to Japan; the Japanese stands beside words that help at a counter. */
export const en: FinderMessages = {
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
  languageLabel: 'Language',
  languageNames: { ja: '日本語', 'ja-x-easy': 'やさしい日本語', en: 'English' },
  furigana: 'Show readings of kanji (ふりがな)',

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

  open: openUntil,
  openAllDay: (later) => (later ? 'Open at that time (24 hours)' : 'Open 24 hours'),
  closingSoon: (until, later) => (later ? openUntil(until, true) : `Closing soon (open until ${until})`),
  closed: (kind, when, later) => {
    const now = later
      ? 'Closed at that time.'
      : {
          before: 'Closed now.',
          after: 'Closed for today.',
          'day-off': 'Closed today.',
          holiday: 'Closed today for a public holiday (祝日).',
          'year-end': 'Closed for the New Year holidays (年末年始).',
          closure: 'Closed today for a special reason.',
        }[kind];
    return when ? `${now} Opens ${when}.` : now;
  },
  opensToday: (time) => `today at ${time}`,
  opensOn: (day, time) => `${fullDay(day)} at ${time}`,
  byAppointment: (until) => `${until ? `Until ${until}, open` : 'Open'} only to people who have booked. Please call to check.`,
  bookedEarlier: 'People with a booking are seen before then.',
  unknownHoliday: (name) => `${name ? `${holiday(name)} is a public holiday.` : 'This is a public holiday.'} ${notKnownIfOpen}`,
  unknownYearEnd: `This is during ${newYear}. ${notKnownIfOpen}`,
  unknownHours: 'Opening hours are not known',
  notUnderstood: `For opening hours, see “${details}”`,

  print: 'Print the list of desks',
  loading: 'Loading the list of desks',
  failed: 'The list of desks could not be loaded. Please call the contact below.',
  retry: 'Try again',
};
