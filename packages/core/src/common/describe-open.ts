import type { OpenState } from '@tsunagu/schema/open-state';
import { tokyoParts } from '@tsunagu/schema/open-state';
import { dayParts, timeOfDay } from './day-parts.js';
import type { OpenMessages } from './messages.js';

/** An open state in words. `tone` chooses the look; the words alone say everything. */
export interface OpenWords {
  text: string;
  tone: 'open' | 'soon' | 'closed' | 'unknown';
}

/**
 * What a resident reads about a desk at `at`. `later`: the resident chose that moment, it is not now.
 * One function for card, list and print.
 */
export function describeOpen(open: OpenState, at: Date, messages: OpenMessages, later: boolean): OpenWords {
  const today = tokyoParts(at).dateKey;
  const until = (end: Date): string => {
    const midnight = end.getTime() === startOfNextDay(at).getTime();
    if (midnight) return '24:00';
    return tokyoParts(end).dateKey === today ? timeOfDay(end) : messages.opensOn(dayParts(end), timeOfDay(end));
  };
  const next = (start: Date | undefined): string => {
    if (!start) return '';
    return tokyoParts(start).dateKey === today && !later
      ? messages.opensToday(timeOfDay(start))
      : messages.opensOn(dayParts(start), timeOfDay(start));
  };

  if (open.state === 'open') {
    if (!open.until) return { text: messages.openAllDay(later), tone: 'open' };
    return open.closingSoon
      ? { text: messages.closingSoon(until(open.until), later), tone: later ? 'open' : 'soon' }
      : { text: messages.open(until(open.until), later), tone: 'open' };
  }
  if (open.state === 'closed') {
    const sameDay = open.opensAt !== undefined && tokyoParts(open.opensAt).dateKey === today;
    // In the small hours, and on a holiday of which nobody knows, nothing has ended today.
    const ended = !sameDay && !open.holidayName && tokyoParts(at).minutes >= 720;
    const kind = open.reason === 'outside-hours' ? (ended ? 'after' : 'before') : open.reason === 'exception' ? 'closure' : open.reason;
    const text = messages.closed(kind, next(open.opensAt), later);
    return { text: open.opensByAppointment ? `${text} ${messages.bookedEarlier}` : text, tone: 'closed' };
  }
  const words = {
    'no-hours': () => messages.unknownHours,
    'not-understood': () => messages.notUnderstood,
    holiday: () => messages.unknownHoliday(open.holidayName ?? ''),
    'year-end': () => messages.unknownYearEnd,
    'by-appointment': () => messages.byAppointment(open.until ? until(open.until) : ''),
  };
  return { text: words[open.reason](), tone: 'unknown' };
}

function startOfNextDay(at: Date): Date {
  const day = 86_400_000;
  const jst = 9 * 3_600_000;
  return new Date((Math.floor((at.getTime() + jst) / day) + 1) * day - jst);
}
