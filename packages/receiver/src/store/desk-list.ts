/** A desk's consultations, newest first. */
import type { ConsultationStatus } from '@tsunagu/schema/consultation';
import type { Store } from './store.js';
import { waitingStatuses, type LiveRow } from './threads.js';

export interface ListQuery {
  windowId: string;
  status?: ConsultationStatus;
  /** Where the page before ended, as given with it. */
  after?: Cursor;
  limit: number;
}

export interface Cursor {
  receivedAt: string;
  number: string;
}

export const writeCursor = ({ receivedAt, number }: Cursor): string => Buffer.from(`${receivedAt} ${number}`).toString('base64url');

export function readCursor(text: string): Cursor | undefined {
  const found = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([0-9A-Z]{4}-[0-9A-Z]{4})$/.exec(
    Buffer.from(text, 'base64url').toString('latin1'),
  );
  return found ? { receivedAt: found[1]!, number: found[2]! } : undefined;
}

export async function listForWindow(
  store: Store,
  { windowId, status, after, limit }: ListQuery,
): Promise<{ rows: LiveRow[]; next?: Cursor }> {
  let query = store.db.selectFrom('consultations').selectAll().where('window_id', '=', windowId).where('deleted_at', 'is', null);
  if (status) query = query.where('status', '=', status);
  if (after)
    query = query.where((value) =>
      value.or([
        value('received_at', '<', after.receivedAt),
        value.and([value('received_at', '=', after.receivedAt), value('number', '<', after.number)]),
      ]),
    );
  const rows = (await query
    .orderBy('received_at', 'desc')
    .orderBy('number', 'desc')
    .limit(limit + 1)
    .execute()) as LiveRow[];
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, ...(rows.length > limit && last ? { next: { receivedAt: last.received_at, number: last.number } } : {}) };
}

export async function countWaiting(store: Store, windowId: string): Promise<number> {
  const { count } = await store.db
    .selectFrom('consultations')
    .select((value) => value.fn.countAll().as('count'))
    .where('window_id', '=', windowId)
    .where('deleted_at', 'is', null)
    .where('status', 'in', waitingStatuses)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Desks that have consultations that are not closed, although `known` does not name them: after a change of the directory somebody must still answer. */
export async function desksBeyond(store: Store, known: readonly string[]): Promise<{ windowId: string; open: number }[]> {
  const rows = await store.db
    .selectFrom('consultations')
    .select('window_id')
    .select((value) => value.fn.countAll().as('count'))
    .where('window_id', 'not in', known)
    .where('deleted_at', 'is', null)
    .where('status', '!=', 'closed')
    .groupBy('window_id')
    .orderBy('window_id')
    .execute();
  return rows.map(({ window_id: windowId, count }) => ({ windowId, open: Number(count) }));
}
