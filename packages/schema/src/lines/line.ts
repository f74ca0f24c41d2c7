import type { Hours } from '../directory/hours.schema.js';
import type { Phone } from '../directory/primitives.js';
import type { Danger, EmergencyLine } from '../directory/window.schema.js';

export const everyDay = (text: string, from: string, to: string, yearEnd?: Hours['yearEnd']): Hours => ({
  text,
  weekly: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from, to }],
  holidays: 'open',
  ...(yearEnd && { yearEnd }),
});
export const always = everyDay('24時間365日', '00:00', '24:00', 'open');
export const varies: Hours = { text: '受付時間は地域により異なります' };

type More = Pick<EmergencyLine, 'url' | 'channels' | 'anonymous' | 'topics'>;

/** One line; `numbers` is its only number, or all of them (none for a chat); `free`: undefined = not known. */
export const line = (
  id: string,
  name: string,
  description: string,
  numbers: string | Phone[],
  dangers: Danger[],
  hours?: Hours,
  free?: boolean,
  more?: Partial<More>,
): EmergencyLine => ({
  id,
  name,
  description,
  channels: ['phone'],
  dangers,
  ...(numbers.length > 0 && { phones: typeof numbers === 'string' ? [{ number: numbers }] : numbers }),
  ...(hours && { hours }),
  ...(free !== undefined && { free }),
  ...more,
});
