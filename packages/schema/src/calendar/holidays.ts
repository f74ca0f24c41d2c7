import japaneseHolidays from 'japanese-holidays';
import type { CityCalendar } from '../directory/hours.schema.js';
import { dateKeyOf, dayNumberOf, weekdayIndex } from './tokyo.js';

type Closure = NonNullable<CityCalendar['closures']>[number];

/** What the calendar says of one day, before any desk is looked at. */
export interface CalendarDay {
  key: string;
  /** 0 = Monday … 6 = Sunday. */
  weekday: number;
  /** The 1st…5th such weekday of the month. */
  nth: number;
  holiday: string | undefined;
  yearEnd: boolean;
  /** Closures of that day, of the whole city and of single desks. */
  closures: readonly Closure[];
}

/** Enough for two years of look-ups; beyond it the cache starts anew rather than growing. */
const cacheLimit = 800;
const noCalendar: CityCalendar = {};

let nationalYears = new Map<number, Map<string, string>>();
const calendars = new WeakMap<CityCalendar, Map<number, CalendarDay>>();

const national = (key: string): string | undefined => {
  const year = +key.slice(0, 4);
  let names = nationalYears.get(year);
  if (!names) {
    if (nationalYears.size > 20) nationalYears = new Map();
    names = new Map();
    for (const { month, date, name } of japaneseHolidays.getHolidaysOf(year)) {
      names.set(`${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`, name);
    }
    nationalYears.set(year, names);
  }
  return names.get(key.slice(5));
};

const within = (key: string, from: string, to: string = from): boolean => key >= from && key <= to;

const inYearEnd = (monthDay: string, { from, to } = { from: '12-29', to: '01-03' }): boolean =>
  from <= to ? within(monthDay, from, to) : monthDay >= from || monthDay <= to;

const look = (day: number, calendar: CityCalendar): CalendarDay => {
  // Not a date: a day of which nothing is known, rather than an exception.
  const key = Number.isNaN(day) ? '' : dateKeyOf(day);
  const added = calendar.holidaysAdded?.find((holiday) => holiday.date === key);
  return {
    key,
    weekday: weekdayIndex(day),
    nth: Math.ceil(+key.slice(8) / 7),
    holiday: added?.name ?? (calendar.holidaysRemoved?.includes(key) ? undefined : national(key)),
    yearEnd: inYearEnd(key.slice(5), calendar.yearEnd),
    closures: calendar.closures?.filter((closure) => within(key, closure.from, closure.to)) ?? [],
  };
};

/** Remembered per calendar object and day, because a list asks it again for every desk. */
export const calendarDay = (day: number, calendar: CityCalendar = noCalendar): CalendarDay => {
  let days = calendars.get(calendar);
  if (!days || days.size > cacheLimit) {
    days = new Map<number, CalendarDay>();
    calendars.set(calendar, days);
  }
  let found = days.get(day);
  if (!found) days.set(day, (found = look(day, calendar)));
  return found;
};

/**
 * Name of the public holiday on `dateKey` (`YYYY-MM-DD`): 国民の祝日, 振替休日 and 国民の休日 by rule, corrected by the city's
 * `holidaysAdded` and `holidaysRemoved`. Equinoxes beyond the officially announced year are predictions.
 */
export const holidayName = (dateKey: string, calendar?: CityCalendar): string | undefined =>
  calendarDay(dayNumberOf(dateKey), calendar).holiday;

/** `year-end` (年末年始) wins over `holiday`: 元日 is both. */
export const dayKind = (dateKey: string, calendar?: CityCalendar): 'normal' | 'holiday' | 'year-end' => {
  const { holiday, yearEnd } = calendarDay(dayNumberOf(dateKey), calendar);
  return yearEnd ? 'year-end' : holiday ? 'holiday' : 'normal';
};
