import type { CommonMessages, DayParts } from '@tsunagu/core';
import type { Channel, Weekday } from '@tsunagu/schema/directory';

/**
 * Every sentence of the finder. One typed file a language; a missing key is a type error.
 * Texts may carry readings in Aozora notation (`窓口《まどぐち》`); they are shown as `<ruby>` or left out.
 */
export interface FinderMessages extends CommonMessages {
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

  print: string;
  loading: string;
  failed: string;
  retry: string;
}
