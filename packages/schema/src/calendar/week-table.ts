import type { Hours, Weekday } from '../directory/hours.schema.js';
import type { LocalizedText } from '../directory/primitives.js';
import { weekdayOrder } from './tokyo.js';

export interface WeekRow {
  day: Weekday;
  /** In order of time; none = closed that day. `nth`: only the 1st…5th such weekday of the month. Times are `HH:MM`, up to 47:59. */
  spans: { from: string; to: string; byAppointment: boolean; nth?: number[]; note?: LocalizedText }[];
}

/** The seven days of a printed week, Monday first; empty when the hours are not known as spans. */
export const weekTable = (hours: Hours | undefined): WeekRow[] => {
  const weekly = hours?.weekly;
  if (!weekly?.length) return [];
  return weekdayOrder.map((day) => ({
    day,
    spans: weekly
      .filter(({ days }) => days.includes(day))
      .map(({ from, to, byAppointment, nth, note }) => ({
        from,
        to,
        byAppointment: byAppointment === true,
        ...(nth && { nth }),
        ...(note && { note }),
      }))
      .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)),
  }));
};
