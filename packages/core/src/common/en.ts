import type { DayParts, CommonMessages } from './messages.js';

export const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
/** For paper. */
export const longMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
export const monthDay = ({ month, day }: Pick<DayParts, 'month' | 'day'>): string => `${day} ${months[month - 1] ?? month}`;
export const fullDay = (day: DayParts): string => `${weekdays[day.weekday]} ${monthDay(day)}`;

/** `YYYY-MM-DD` as a date in words; anything else as it is. */
export const dateOf = (dateKey: string): string =>
  dateKey.replace(
    /^(\d{4})-(\d\d)-(\d\d)$/,
    (_, year: string, month: string, day: string) => `${monthDay({ month: +month, day: +day })} ${year}`,
  );

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

export const newYear = 'the New Year holidays (年末年始)';
const notKnownIfOpen = 'We do not know if this desk is open. Please call to check.';
const openUntil = (until: string, later: boolean): string => (later ? `Open at that time (until ${until})` : `Open now (until ${until})`);

export const commonEn: CommonMessages = {
  languageLabel: 'Language',
  languageNames: { ja: '日本語', 'ja-x-easy': 'やさしい日本語', en: 'English' },
  furigana: 'Show readings of kanji (ふりがな)',
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
  notUnderstood: 'Please call to ask about opening hours',
};
