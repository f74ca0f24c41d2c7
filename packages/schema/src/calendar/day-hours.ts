import type { CityCalendar, Hours, HoursException, WeeklySpan } from '../directory/hours.schema.js';
import type { LocalizedText } from '../directory/primitives.js';
import { calendarDay, type CalendarDay } from './holidays.js';
import { dayNumberOf, weekdayOrder } from './tokyo.js';

/** Minutes after 0:00 in Tokyo of the day the span starts on; past 1440 is the next day. */
export interface DaySpan {
  from: number;
  to: number;
  byAppointment: boolean;
}

/**
 * The hours of one day. `certainty` `unknown`: the spans are the usual ones, but nobody said whether they hold on such a day
 * (`reason`). `closed`: certainly none (`reason` says why). `open`: the spans hold; `reason` `exception` if a dated rule set them.
 */
export interface DayHours {
  certainty: 'open' | 'closed' | 'unknown';
  spans: readonly DaySpan[];
  reason?: 'day-off' | 'holiday' | 'year-end' | 'closure' | 'exception' | 'no-hours' | 'not-understood';
  holidayName?: string;
  note?: LocalizedText;
}

interface WeekSpan extends DaySpan {
  /** Bit mask of the 1st…5th of the month; undefined: every week. */
  nth: number | undefined;
}

/** Hours made ready for asking about several days: the spans of each weekday, Monday first. */
export interface Week {
  days: readonly (readonly WeekSpan[])[];
  /** Some span needs no appointment. */
  walkIn: boolean;
  missing?: 'no-hours' | 'not-understood';
}

const minutes = (time: string): number => +time.slice(0, -3) * 60 + +time.slice(-2);

const isSpan = (span: DaySpan): boolean => span.from < span.to;

const daySpan = (span: { from: string; to: string; byAppointment?: boolean }): DaySpan => ({
  from: minutes(span.from),
  to: minutes(span.to),
  byAppointment: span.byAppointment === true,
});

const noHours: Week = { days: [], walkIn: false, missing: 'no-hours' };
const notUnderstood: Week = { days: [], walkIn: false, missing: 'not-understood' };
const weeks = new WeakMap<readonly WeeklySpan[], Week>();

/** A single impossible span makes the whole week unknown: what it was meant to say cannot be guessed. */
const read = (weekly: readonly WeeklySpan[]): Week => {
  const days = weekdayOrder.map((): WeekSpan[] => []);
  let walkIn = false;
  for (const { days: own, nth, ...span } of weekly) {
    const week = { ...daySpan(span), nth: nth?.reduce((mask, n) => mask | (1 << n), 0) };
    if (!isSpan(week)) return notUnderstood;
    walkIn ||= !week.byAppointment;
    for (const day of own) days[weekdayOrder.indexOf(day)]!.push(week);
  }
  return weekly.length ? { days, walkIn } : notUnderstood;
};

/** Remembered per `weekly` array: a list asks again on every key stroke. */
export const readWeek = (hours: Hours | undefined): Week => {
  if (!hours) return noHours;
  if (!hours.weekly) return notUnderstood;
  let week = weeks.get(hours.weekly);
  if (!week) weeks.set(hours.weekly, (week = read(hours.weekly)));
  return week;
};

const lengthOf = ({ from, to = from }: HoursException): number => dayNumberOf(to) - dayNumberOf(from);

/** Of several exceptions on one day the shortest wins (a single day inside a summer closure), then the later one in the list. */
const exceptionOn = (hours: Hours | undefined, key: string): HoursException | undefined => {
  let best: HoursException | undefined;
  for (const exception of hours?.exceptions ?? []) {
    if (key < exception.from || key > (exception.to ?? exception.from)) continue;
    if (!best || lengthOf(exception) <= lengthOf(best)) best = exception;
  }
  return best;
};

const byException = ({ closed, spans, note }: HoursException): DayHours => {
  const read = spans?.map(daySpan) ?? [];
  if (closed || spans?.length === 0) return { certainty: 'closed', spans: [], reason: 'exception', note };
  if (!spans || !read.every(isSpan)) return { certainty: 'unknown', spans: [], reason: 'not-understood', note };
  return { certainty: 'open', spans: read, reason: 'exception', note };
};

/**
 * The rule for a day that is a holiday, at the turn of the year, or both (元日). What is said of the turn of the year is the more
 * particular; where it says nothing, a rule that closes holidays still closes 元日.
 */
const specialRule = (hours: Hours, day: CalendarDay): Pick<DayHours, 'certainty' | 'reason'> => {
  const yearEnd = hours.yearEnd ?? 'unknown';
  const holidays = hours.holidays ?? 'unknown';
  if (day.yearEnd && !(yearEnd === 'unknown' && day.holiday && holidays === 'closed')) {
    return { certainty: yearEnd, reason: 'year-end' };
  }
  return { certainty: day.holiday ? holidays : 'open', reason: 'holiday' };
};

/** Order of rules: dated exceptions, the city's closures, turn of the year and public holidays, the week. */
export const hoursOn = (hours: Hours | undefined, week: Week, day: CalendarDay, windowId?: string): DayHours => {
  const exception = exceptionOn(hours, day.key);
  if (exception) return byException(exception);
  const closure = day.closures.find(({ windows }) => !windows || (windowId !== undefined && windows.includes(windowId)));
  if (closure) return { certainty: 'closed', spans: [], reason: 'closure', note: closure.note };
  if (!hours || week.missing) return { certainty: 'unknown', spans: [], reason: week.missing ?? 'no-hours' };

  const { certainty, reason } = specialRule(hours, day);
  const special = { reason, holidayName: day.holiday };
  if (certainty === 'closed') return { certainty, spans: [], ...special };
  const every = week.days[day.weekday]!;
  const spans = every.some(({ nth }) => nth !== undefined) ? every.filter(({ nth }) => !nth || nth & (1 << day.nth)) : every;
  if (!spans.length) return { certainty: 'closed', spans, reason: 'day-off', holidayName: day.holiday };
  return certainty === 'open' ? { certainty, spans, holidayName: day.holiday } : { certainty, spans, ...special };
};

/**
 * The hours of a desk on one date (`YYYY-MM-DD`, Asia/Tokyo). A span that began the evening before belongs to that evening's date.
 * `windowId` is needed for closures that name single desks.
 */
export const spansOn = (hours: Hours | undefined, dateKey: string, calendar?: CityCalendar, windowId?: string): DayHours =>
  hoursOn(hours, readWeek(hours), calendarDay(dayNumberOf(dateKey), calendar), windowId);
