import type { CityCalendar } from '../directory/hours.schema.js';
import { isBusiness } from './business-days.js';
import { dateKeyOf, dayNumberOf } from './tokyo.js';

/** No city is closed so long; a calendar that says so is broken, and counting on would never end. */
const longestPause = 366;

/**
 * The `count`th business day after `dateKey` (before it when negative); `dateKey` itself for 0, whatever day it is.
 * @throws RangeError when `dateKey` is no date, `count` no integer, or no business day comes within a year.
 */
export const addBusinessDays = (dateKey: string, count: number, calendar?: CityCalendar): string => {
  let day = dayNumberOf(dateKey);
  if (Number.isNaN(day) || !Number.isInteger(count)) throw new RangeError(`Cannot add ${count} business days to "${dateKey}"`);
  const step = Math.sign(count);
  for (let left = Math.abs(count), pause = 0; left > 0;) {
    day += step;
    if (isBusiness(day, calendar)) [left, pause] = [left - 1, 0];
    else if (++pause > longestPause) throw new RangeError(`No business day within a year of ${dateKeyOf(day)}`);
  }
  return dateKeyOf(day);
};
