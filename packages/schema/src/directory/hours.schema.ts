import type * as zod from 'zod/mini';
import type { Builder } from '../builder.js';
import type { PrimitiveShapes } from './primitives.js';
import { weekdays } from './weekdays.js';

export { weekdays, type Weekday } from './weekdays.js';

export function hoursShapes(z: Builder, { date, line, paragraph, text, time }: PrimitiveShapes) {
  /**
   * One span of a week, Asia/Tokyo. `from` < `to`; `to` may pass midnight (`22:00`–`26:00`).
   * `nth` limits it to the 1st…5th such weekday of the month. `byAppointment`: the desk receives only those who booked.
   */
  const weeklySpan = z.looseObject({
    days: z.array(z.enum(weekdays)).check(z.minLength(1), z.maxLength(7)),
    from: time,
    to: time,
    nth: z.optional(z.array(z.int().check(z.minimum(1), z.maximum(5)))),
    byAppointment: z.optional(z.boolean()),
    note: z.optional(text),
  });

  /** A dated exception, both ends included: closed, or open in other spans. It beats holiday rules and the week. */
  const hoursException = z.looseObject({
    from: date,
    to: z.optional(date),
    closed: z.optional(z.boolean()),
    spans: z.optional(z.array(z.looseObject({ from: time, to: time, byAppointment: z.optional(z.boolean()) }))),
    note: z.optional(text),
  });

  /**
   * What happens on a day of a kind (public holidays, the turn of the year): `closed`, `open` (as on that weekday),
   * or `unknown` = the source says nothing. Absent means `unknown`: never rounded up to open.
   */
  const dayRule = z.enum(['closed', 'open', 'unknown']);

  /**
   * Opening hours. `text` is the phrase as printed and is always kept; `weekly` is what was understood of it.
   * Without `weekly` the hours are unknown to the software and the phrase alone is shown.
   */
  const hours = z.looseObject({
    text: paragraph,
    weekly: z.optional(z.array(weeklySpan).check(z.maxLength(100))),
    exceptions: z.optional(z.array(hoursException).check(z.maxLength(400))),
    holidays: z.optional(dayRule),
    yearEnd: z.optional(dayRule),
    notUnderstood: z.optional(z.array(line)),
  });

  /**
   * What the city says of its own calendar. `yearEnd` is the range of 年末年始 as `MM-DD` (default 12-29 to 01-03);
   * `closures` close every desk (or only those named); `holidaysAdded`/`holidaysRemoved` correct the computed public holidays.
   */
  const cityCalendar = z.looseObject({
    yearEnd: z.optional(z.looseObject({ from: z.string().check(z.regex(/^\d\d-\d\d$/)), to: z.string().check(z.regex(/^\d\d-\d\d$/)) })),
    closures: z.optional(
      z.array(z.looseObject({ from: date, to: z.optional(date), note: z.optional(text), windows: z.optional(z.array(z.string())) })),
    ),
    holidaysAdded: z.optional(z.array(z.looseObject({ date, name: line }))),
    holidaysRemoved: z.optional(z.array(date)),
  });

  return { weeklySpan, hoursException, dayRule, hours, cityCalendar };
}

export type HoursShapes = ReturnType<typeof hoursShapes>;
export type WeeklySpan = zod.infer<HoursShapes['weeklySpan']>;
export type HoursException = zod.infer<HoursShapes['hoursException']>;
export type DayRule = zod.infer<HoursShapes['dayRule']>;
export type Hours = zod.infer<HoursShapes['hours']>;
export type CityCalendar = zod.infer<HoursShapes['cityCalendar']>;
