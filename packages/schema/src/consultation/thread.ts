/** A consultation's life at the desk, and by when an answer is promised. */
import { addBusinessDays } from '../calendar/add-business-days.js';
import { tokyoParts } from '../calendar/tokyo.js';
import type { CityCalendar } from '../directory/hours.schema.js';
import { statuses, type ConsultationStatus } from './choices.js';

/** What moves a consultation: the desk sets a status, the desk writes, the person writes. */
export type ThreadAction = ConsultationStatus | 'desk-message' | 'person-message';

/**
 * Why a move is not made: nobody has read it yet; it was read but neither answered nor taken up (nobody is turned away unheard);
 * only the person's own message makes it new again; it is closed; there is no such status or action.
 */
export type RefusalCode = 'unread' | 'unanswered' | 'only-person' | 'closed' | 'unknown';

export interface Refusal {
  code: RefusalCode;
  from: string;
  action: string;
}

export type Advance = { ok: true; status: ConsultationStatus; changed: boolean } | { ok: false; refusal: Refusal };

/** Where each action leads from each status, or why it does not. Whatever the person writes has to be read, so it makes any thread new. */
export const moves: Readonly<Record<ConsultationStatus, Readonly<Record<ThreadAction, ConsultationStatus | { refused: RefusalCode }>>>> = {
  received: {
    received: 'received',
    read: 'read',
    answered: { refused: 'unread' },
    'in-progress': { refused: 'unread' },
    closed: { refused: 'unread' },
    'desk-message': 'answered',
    'person-message': 'received',
  },
  read: {
    received: { refused: 'only-person' },
    read: 'read',
    answered: 'answered',
    'in-progress': 'in-progress',
    closed: { refused: 'unanswered' },
    'desk-message': 'answered',
    'person-message': 'received',
  },
  answered: {
    received: { refused: 'only-person' },
    read: 'answered',
    answered: 'answered',
    'in-progress': 'in-progress',
    closed: 'closed',
    'desk-message': 'answered',
    'person-message': 'received',
  },
  'in-progress': {
    received: { refused: 'only-person' },
    read: 'in-progress',
    answered: 'answered',
    'in-progress': 'in-progress',
    closed: 'closed',
    'desk-message': 'in-progress',
    'person-message': 'received',
  },
  closed: {
    received: { refused: 'only-person' },
    read: 'closed',
    answered: { refused: 'closed' },
    'in-progress': 'in-progress',
    closed: 'closed',
    'desk-message': 'answered',
    'person-message': 'received',
  },
};

/** The status after an action, or a typed refusal. Reading again what was read, or closing what is closed, changes nothing. Never throws. */
export function advanceStatus(status: ConsultationStatus, action: ThreadAction): Advance {
  const next =
    Object.hasOwn(moves, status) && Object.hasOwn(moves[status], action) ? moves[status][action] : { refused: 'unknown' as const };
  return typeof next === 'string'
    ? { ok: true, status: next, changed: next !== status }
    : { ok: false, refusal: { code: next.refused, from: status, action } };
}

/** The statuses a desk may set now: the buttons of a staff page. */
export const nextStatuses = (status: ConsultationStatus): ConsultationStatus[] =>
  statuses.filter((next) => {
    const move = advanceStatus(status, next);
    return move.ok && move.changed && move.status === next;
  });

/**
 * The day (`YYYY-MM-DD`, Asia/Tokyo) by which an answer is promised: `businessDays` of the city after the day on which it came in, whatever
 * the hour; undefined when the city's calendar has no business day for a year or `receivedAt` is no date: better no promise than none kept.
 */
export function replyBy(receivedAt: Date | string, calendar?: CityCalendar, businessDays = 3): string | undefined {
  const at = new Date(receivedAt);
  if (Number.isNaN(at.getTime())) return undefined;
  try {
    return addBusinessDays(tokyoParts(at).dateKey, businessDays, calendar);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
