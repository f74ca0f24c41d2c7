/**
 * Time in Japan by plain arithmetic. Japan has kept UTC+9 without summer time since 1951, so neither `Intl` (slow) nor the
 * process's own time zone is asked.
 */
import type { Weekday } from '../directory/hours.schema.js';

/** Monday first. Kept here so that a browser bundle does not load the zod schemas for seven words. */
export const weekdayOrder: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

export const minutesPerDay = 1440;
const msPerMinute = 60_000;
const msPerDay = minutesPerDay * msPerMinute;
const tokyoOffset = 9 * 60 * msPerMinute;

/** A moment read off a clock in Tokyo. `minutes` after 0:00; `nth`: this is the 1st…5th such weekday of its month. */
export interface TokyoParts {
  year: number;
  month: number;
  day: number;
  weekday: Weekday;
  minutes: number;
  dateKey: string;
  nth: number;
}

/** Days since 1970-01-01 in Tokyo. */
export const dayNumber = (at: Date): number => Math.floor((at.getTime() + tokyoOffset) / msPerDay);

/** Whole minutes since 1970-01-01 00:00 in Tokyo: the scale in which spans of several days are compared. */
export const tokyoMinutes = (at: Date): number => Math.floor((at.getTime() + tokyoOffset) / msPerMinute);

export const fromTokyoMinutes = (minutes: number): Date => new Date(minutes * msPerMinute - tokyoOffset);

export const dayNumberOf = (dateKey: string): number =>
  Date.UTC(+dateKey.slice(0, 4), +dateKey.slice(5, 7) - 1, +dateKey.slice(8, 10)) / msPerDay;

export const dateKeyOf = (day: number): string => new Date(day * msPerDay).toISOString().slice(0, 10);

/** 0 = Monday … 6 = Sunday. Day 0 was a Thursday. */
export const weekdayIndex = (day: number): number => (((day + 3) % 7) + 7) % 7;

export const tokyoParts = (at: Date): TokyoParts => {
  const day = dayNumber(at);
  const date = new Date(day * msPerDay);
  const dayOfMonth = date.getUTCDate();
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: dayOfMonth,
    weekday: weekdayOrder[weekdayIndex(day)]!,
    minutes: tokyoMinutes(at) - day * minutesPerDay,
    dateKey: dateKeyOf(day),
    nth: Math.ceil(dayOfMonth / 7),
  };
};

/** The moment `minutes` after 0:00 in Tokyo on `dateKey` (`YYYY-MM-DD`); 1440 and more is the next day. */
export const tokyoDate = (dateKey: string, minutes: number): Date => fromTokyoMinutes(dayNumberOf(dateKey) * minutesPerDay + minutes);

/**
 * An instant from what `datetime-local` or the `at` attribute gives: without an offset it is Asia/Tokyo. Undefined if it is no ISO 8601
 * date of the years 1000 to 2999: engines read other writings differently, and in the device's own time zone.
 */
export function toInstant(text: string | undefined): Date | undefined {
  const [, day, time = '00:00', offset = '+09:00'] =
    /^([12]\d{3}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)?)?$/i.exec(text ?? '') ?? [];
  const instant = new Date(`${day}T${time}${offset}`);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}
