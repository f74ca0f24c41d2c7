import { tokyoParts } from '@tsunagu/schema/open-state';
import { weekdays } from '@tsunagu/schema/directory';
import type { DayParts } from './messages.js';

/** The day of an instant in Asia/Tokyo. */
export function dayParts(at: Date): DayParts {
  const { year, month, day, weekday } = tokyoParts(at);
  return { year, month, day, weekday: weekdays.indexOf(weekday) };
}

/** `16:30`; half-width, no leading zero in the hour. */
export function timeOfDay(at: Date): string {
  const { minutes } = tokyoParts(at);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
