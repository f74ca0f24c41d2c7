/** What may be asked, looked at before it is: is it a question at all, was it answered before, is it still the same. */
import type { ConsentEvent, ConsentState, RequestDraft } from '@tsunagu/schema/consent';
import { cellsOf, keyOf } from './cell.js';

/** A clock that differs by less than this from the desk that wrote last is not worth a refusal (`appendEvent` allows the same), in milliseconds. */
export const tolerance = 5 * 60_000;

/** The time of the next event: now, or that of the last one where the clock of the desk that wrote it runs ahead. */
export function momentOf(now: Date, record: readonly ConsentEvent[]): Date {
  const last = Date.parse(record.at(-1)?.at ?? '');
  return last > now.getTime() ? new Date(last) : now;
}

const listNames = ['purposes', 'agencies', 'items'] as const;

/** Enough of a request to be shown; the rest of it is judged by asking on trial. */
export function isReadable(request: RequestDraft): boolean {
  const { period, withdrawal } = request;
  const notices = request.notices ?? [];
  return (
    listNames.every(
      (name) => Array.isArray(request[name]) && request[name].length > 0 && request[name].every((id) => typeof id === 'string'),
    ) &&
    typeof period === 'object' &&
    period !== null &&
    Array.isArray(withdrawal) &&
    withdrawal.every((one) => typeof one?.way === 'string') &&
    Array.isArray(notices) &&
    notices.every((one) => typeof one?.text === 'string')
  );
}

/** Was every cell of it answered, so that there is nothing new to ask? */
export function isCovered(request: RequestDraft, { cells }: ConsentState): boolean {
  const answered = new Set(cells.filter(({ state }) => state === 'given' || state === 'refused').map(keyOf));
  return cellsOf(request).every((cell) => answered.has(keyOf(cell)));
}

/** Is it the same question, whatever its explanation says? */
export const sameQuestion = (one: RequestDraft, two: RequestDraft): boolean =>
  listNames.every((name) => one[name].join(' ') === two[name].join(' ')) && JSON.stringify(one.period) === JSON.stringify(two.period);
