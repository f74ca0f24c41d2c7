/** Events of a chained record in time: what records of consent and of referrals are read with. Apart from both, so that a page carries it alone. */
import { dateKeyOf, dayNumber } from '../calendar/tokyo.js';
import type { Linked } from './rules.js';

/** A time from outside as milliseconds; NaN when it is none. */
export const timeOf = (at: Date | string): number => (at instanceof Date ? at.getTime() : Date.parse(at));

/** The day in Tokyo of an instant in milliseconds. */
export const tokyoDay = (time: number): string => dateKeyOf(dayNumber(new Date(time)));

/** The events of a chained record up to `at` (milliseconds), by their number; undefined when they are no whole record. */
export function readable<Event extends Linked>(events: readonly Event[], at: number): Event[] | undefined {
  if (!Array.isArray(events) || Number.isNaN(at)) return undefined;
  const all: Event[] = [...(events as Event[])];
  if (all.some((event) => typeof event !== 'object' || event === null || Number.isNaN(timeOf(event.at)))) return undefined;
  const until = all.filter((event) => timeOf(event.at) <= at).sort((a, b) => a.seq - b.seq);
  const whole = until.every((event, index) => {
    const before = until[index - 1];
    return (
      event.seq === index &&
      event.record === until[0]!.record &&
      event.subject?.ref === until[0]!.subject?.ref &&
      event.previous === before?.hash &&
      (!before || timeOf(before.at) <= timeOf(event.at))
    );
  });
  return whole ? until : undefined;
}
