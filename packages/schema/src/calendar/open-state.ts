import type { CityCalendar, Hours } from '../directory/hours.schema.js';
import type { LocalizedText } from '../directory/primitives.js';
import { hoursOn, readWeek, type DayHours } from './day-hours.js';
import { calendarDay } from './holidays.js';
import { dayNumber, fromTokyoMinutes, minutesPerDay, tokyoMinutes } from './tokyo.js';

/**
 * Whether a desk can be reached at a moment. `until` ends the stretch without a gap (a span that goes on past midnight, or that
 * the next one joins); it is absent, with `allDay`, when the desk does not close within 24 hours. `opensAt` is the next moment at
 * which it is *certainly* open without booking, within 60 days; days of which nobody knows are skipped.
 */
export type OpenState =
  | { state: 'open'; until?: Date; closingSoon: boolean; allDay?: true; byAppointment?: false }
  | {
      state: 'closed';
      reason: 'outside-hours' | 'day-off' | 'holiday' | 'year-end' | 'closure' | 'exception';
      holidayName?: string;
      opensAt?: Date;
      /** Those who booked are received before `opensAt` (or at all, where there is no `opensAt`). */
      opensByAppointment?: true;
      note?: LocalizedText;
    }
  | {
      state: 'unknown';
      reason: 'no-hours' | 'not-understood' | 'holiday' | 'year-end' | 'by-appointment';
      holidayName?: string;
      until?: Date;
      opensAt?: Date;
      note?: LocalizedText;
    };

type UnknownReason = Extract<OpenState, { state: 'unknown' }>['reason'];

/** Part of the timeline, in Tokyo minutes. What no stretch covers is closed. */
interface Stretch {
  from: number;
  to: number;
  is: 'open' | UnknownReason;
  day: DayHours;
}

const horizonDays = 60;
const closingSoonMinutes = 30;
/** Years 68 to 8307: outside them a date key would no longer have four digits. */
const earliest = -6e13;
const latest = 2e14;

const stretchesOf = (day: DayHours, midnight: number): Stretch[] => {
  if (day.certainty === 'closed') return [];
  const doubt = day.certainty === 'unknown' ? (day.reason as UnknownReason) : undefined;
  if (doubt && !day.spans.length) return [{ from: midnight, to: midnight + minutesPerDay, is: doubt, day }];
  return day.spans.map((span) => ({
    from: midnight + span.from,
    to: midnight + span.to,
    is: doubt ?? (span.byAppointment ? 'by-appointment' : 'open'),
    day,
  }));
};

const withoutAbsent = <T extends object>(value: T): T => {
  for (const key of Object.keys(value) as (keyof T)[]) if (value[key] === undefined) delete value[key];
  return value;
};

/**
 * Is this desk open? One answer for badge, filter, sort and print, from exceptions, the city's closures, 年末年始, public holidays and
 * the week, in this order. What the source does not say stays `unknown`. Never throws; a date outside the years 68 to 8307 (or an
 * invalid one) is `unknown`. Calendars and `weekly` arrays are read once and remembered: to change one, give a new object.
 */
export const openState = (window: { id?: string | undefined; hours?: Hours | undefined }, at: Date, calendar?: CityCalendar): OpenState => {
  if (!(at.getTime() > earliest && at.getTime() < latest)) return { state: 'unknown', reason: 'not-understood' };
  const { hours } = window;
  const week = readWeek(hours);
  const now = tokyoMinutes(at);
  const today = dayNumber(at);

  const dayHours = (day: number) => hoursOn(hours, week, calendarDay(day, calendar), window.id);
  const stretchesOn = (day: number) => stretchesOf(dayHours(day), day * minutesPerDay);

  const recent = [...stretchesOn(today - 1), ...stretchesOn(today)];
  let is: Stretch['is'] | undefined;
  let current: Stretch | undefined;
  for (const stretch of recent) {
    if (now < stretch.from || now >= stretch.to || is === 'open') continue;
    is = stretch.is;
    current = stretch;
  }

  /** End of the unbroken stretch of this kind; `doubt`: what follows is not closed but unknown. */
  const reach = (near = recent): { until: number; doubt: boolean } => {
    near.sort((a, b) => a.from - b.from);
    let until = now;
    for (const stretch of near) if (stretch.is === is && stretch.from <= until && stretch.to > until) until = stretch.to;
    if (near === recent && until >= (today + 1) * minutesPerDay) {
      return reach([...recent, ...stretchesOn(today + 1), ...stretchesOn(today + 2)]);
    }
    const doubt = near.some((next) => next.from <= until && until < next.to && next.is !== 'by-appointment');
    return { until, doubt };
  };

  const next = (): { opensAt?: Date; opensByAppointment?: true } => {
    let opens = Infinity;
    let receives = Infinity;
    const everOpens = week.walkIn || hours?.exceptions?.some(({ spans }) => spans);
    for (let day = today - 1; day <= today + horizonDays; day++) {
      for (const { from, is: kind } of stretchesOn(day)) {
        if (from <= now) continue;
        if (kind === 'open') opens = Math.min(opens, from);
        if (kind === 'by-appointment') receives = Math.min(receives, from);
      }
      if ((everOpens ? opens : receives) < (day + 1) * minutesPerDay || (!everOpens && week.missing)) break;
    }
    return withoutAbsent({
      opensAt: opens < Infinity ? fromTokyoMinutes(opens) : undefined,
      opensByAppointment: receives < opens ? true : undefined,
    });
  };

  if (is === 'open') {
    const { until, doubt } = reach();
    const left = until - now;
    return left > minutesPerDay
      ? { state: 'open', closingSoon: false, allDay: true }
      : { state: 'open', until: fromTokyoMinutes(until), closingSoon: left <= closingSoonMinutes && !doubt };
  }
  if (is) {
    const { day } = current!;
    const until = is === 'no-hours' || is === 'not-understood' ? Infinity : reach().until;
    return withoutAbsent({
      state: 'unknown',
      reason: is,
      holidayName: day.holidayName,
      until: until - now <= minutesPerDay ? fromTokyoMinutes(until) : undefined,
      opensAt: next().opensAt,
      note: day.note,
    });
  }
  const day = dayHours(today);
  return withoutAbsent({
    state: 'closed',
    reason: day.certainty === 'closed' ? (day.reason as 'day-off') : 'outside-hours',
    holidayName: day.holidayName,
    ...next(),
    note: day.note,
  });
};
