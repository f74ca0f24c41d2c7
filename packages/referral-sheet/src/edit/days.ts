/** Days of the sheet (`YYYY-MM-DD`, Asia/Tokyo), and the day by which the first desk answers. No DOM. */
import { dayParts } from '@tsunagu/core';
import type { Directory } from '@tsunagu/schema/directory';
import { addBusinessDays, tokyoDate, tokyoParts } from '@tsunagu/schema/open-state';
import { defaultRespondDays, type ReferralSheet } from '@tsunagu/schema/referral';

type DayWords = ReturnType<typeof dayParts>;

const msPerDay = 86_400_000;

export const dayOf = (at: Date): string => tokyoParts(at).dateKey;

/** Is it in the calendar? */
export function isDay(day: string): boolean {
  const at = /^\d{4}-\d\d-\d\d$/.test(day) ? tokyoDate(day, 0) : undefined;
  return at !== undefined && !Number.isNaN(at.getTime()) && dayOf(at) === day;
}

export const plusDays = (day: string, count: number): string => dayOf(new Date(tokyoDate(day, 0).getTime() + count * msPerDay));

/** How many days apart. */
export const apart = (a: string, b: string): number => Math.abs(tokyoDate(a, 0).getTime() - tokyoDate(b, 0).getTime()) / msPerDay;

/** Cut for a sentence; `weekday` 0 = Monday. */
export const partsOfDay = (day: string): DayWords => dayParts(tokyoDate(day, 0));

export interface Deadline {
  /** Business days, as the sheet says or the usual number. */
  days: number;
  /** The day itself. Absent when the calendar has none within a year. */
  on?: string;
  /** A day that was set instead of counted. */
  fixed: boolean;
}

/** The day by which the first desk answers if the sheet goes out at that instant; `advance` counts the same. */
export function deadlineOf(
  { respondDays = defaultRespondDays, respondBy }: Pick<ReferralSheet, 'respondDays' | 'respondBy'>,
  at: Date,
  city: Directory | undefined,
): Deadline {
  if (respondBy !== undefined) return { days: respondDays, on: respondBy, fixed: true };
  for (const calendar of [city?.calendar, undefined])
    try {
      return { days: respondDays, on: addBusinessDays(dayOf(at), respondDays, calendar), fixed: false };
    } catch {
      // A city's calendar without a business day for a year is broken: the national one still gives a day.
    }
  return { days: respondDays, fixed: false };
}
