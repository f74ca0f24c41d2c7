/** Dates of birth. */
import { dateKeyOf, dayNumber, dayNumberOf } from '../calendar/tokyo.js';

/** Is `date` (`YYYY-MM-DD`) in the calendar? 1955-02-30 is not. */
export const isDate = (date: string): boolean => {
  const day = dayNumberOf(date);
  return Number.isFinite(day) && dateKeyOf(day) === date;
};

/** Nobody is older, here as in a household member's `age`. */
export const oldestAge = 130;

/** The first birth date that is still believed. */
export const earliestBirth = (today: string): string => `${+today.slice(0, 4) - oldestAge}${today.slice(4)}`;

/** Today in Japan, `YYYY-MM-DD`. */
export const todayInTokyo = (): string => dateKeyOf(dayNumber(new Date()));
