import type { Channel, Weekday } from '@tsunagu/schema/directory';

/** A moment in Asia/Tokyo, cut into the parts a sentence needs. `weekday` 0 = Monday. */
export interface DayParts {
  year: number;
  month: number;
  day: number;
  weekday: number;
}

/**
 * Every sentence of the finder. One typed file a language; a missing key is a type error.
 * Texts may carry readings in Aozora notation (`窓口《まどぐち》`); they are shown as `<ruby>` or left out.
 */
export interface FinderMessages {
  /** Joins items of a list; puts a label before a value. */
  list: (items: readonly string[]) => string;
  labelled: (label: string, value: string) => string;

  heading: string;
  intro: string;
  searchLabel: string;
  searchExample: string;
  clear: string;
  topicsLabel: string;
  moreTopics: string;
  fewerTopics: string;
  openNow: string;
  narrow: string;
  area: string;
  areaAny: string;
  at: string;
  atHelp: string;
  atNow: string;
  channelsLabel: string;
  channels: Record<Channel, string>;
  languageLabel: string;
  languageNames: Record<'ja' | 'ja-x-easy' | 'en', string>;
  furigana: string;

  count: (count: number) => string;
  countOpen: (count: number) => string;
  noMatch: string;
  noneOpen: string;
  noneOpenChat: string;
  more: (rest: number) => string;
  /** Shown when desks are divided by area but the city has given no lists of 町名. */
  catchmentHint: string;

  emergencyHeading: string;
  emergencyText: string;
  fallbackHeading: string;
  fallbackText: string;
  servicesHeading: string;

  call: string;
  callLabel: (name: string, number: string) => string;
  visitSite: (name: string) => string;
  send: string;
  sendLabel: (name: string) => string;
  details: string;
  detailsLabel: (name: string) => string;
  noContact: string;

  hours: string;
  hoursAsPrinted: string;
  today: string;
  closedDay: string;
  appointmentOnly: string;
  /** Spans of the 1st…5th such weekday of a month: 「第2・第4」. */
  nth: (weeks: readonly number[]) => string;
  weekdays: Record<Weekday, string>;
  holidays: Record<'open' | 'closed', string>;
  yearEnd: Record<'open' | 'closed', string>;
  /** What the source does not say of these days; empty when it says both. */
  notStated: (holidays: boolean, yearEnd: boolean) => string;
  span: (from: string, to: string) => string;

  /** Our words for the fields of work, where the city prints none. */
  fields: Record<string, string>;
  phone: string;
  tollFree: string;
  extension: (extension: string) => string;
  fax: string;
  email: string;
  website: string;
  address: string;
  addressWithheld: string;
  areaOnly: string;
  mapKey: string;
  mainlyFor: string;
  booking: string;
  bookingRules: Record<'required' | 'advised' | 'none', string>;
  catchment: string;
  languages: string;
  accessibility: string;
  accessibilityNames: Record<string, string>;
  section: string;
  operator: string;
  notes: string;
  source: string;
  verifiedOn: (day: DayParts) => string;

  whyTopic: (labels: readonly string[]) => string;
  whyArea: (area: string) => string;
  whyName: string;
  whyPhone: string;
  whyAcceptsAll: string;

  open: (until: string, later: boolean) => string;
  openAllDay: (later: boolean) => string;
  closingSoon: (until: string, later: boolean) => string;
  /** `when` is empty when the next opening is not known. */
  closed: (kind: 'before' | 'after' | 'day-off' | 'holiday' | 'year-end' | 'closure', when: string, later: boolean) => string;
  opensToday: (time: string) => string;
  opensOn: (day: DayParts, time: string) => string;
  /** `until` may be empty. */
  byAppointment: (until: string) => string;
  /** Added to a closed state when those who booked are received before the next opening. */
  bookedEarlier: string;
  /** `name` may be empty. */
  unknownHoliday: (name: string) => string;
  unknownYearEnd: string;
  unknownHours: string;
  notUnderstood: string;

  print: string;
  loading: string;
  failed: string;
  retry: string;
}
