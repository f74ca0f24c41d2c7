import type { CityCalendar } from '../directory/hours.schema.js';
import { calendarDay } from './holidays.js';
import { dayNumberOf } from './tokyo.js';

const saturday = 5;

/** By the number of a day (`tokyo.ts`). */
export const isBusiness = (day: number, calendar?: CityCalendar): boolean => {
  const { weekday, holiday, yearEnd, closures } = calendarDay(day, calendar);
  return weekday < saturday && !holiday && !yearEnd && closures.every(({ windows }) => windows);
};

/**
 * A day on which a Japanese city hall works: not 土日, 祝日, 年末年始, nor a closure of the whole city.
 * `dateKey` is `YYYY-MM-DD` (Asia/Tokyo).
 */
export const isBusinessDay = (dateKey: string, calendar?: CityCalendar): boolean => isBusiness(dayNumberOf(dateKey), calendar);
