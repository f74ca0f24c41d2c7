/** Reading a consultation and what was said on it, writing to it, moving its status. */
import { advanceStatus, type ConsultationStatus, type Message, type RefusalCode, type Thread } from '@tsunagu/schema/consultation';
import { audit, type AuditEntry } from './audit.js';
import { sameHash, sha256 } from './secrets.js';
import type { Store } from './store.js';
import { keyHash } from './submissions.js';
import type { ConsultationRow, Database, InTransaction } from './tables.js';

/** A consultation whose content is there. */
export type LiveRow = ConsultationRow & { content: string };

const isLive = (row: ConsultationRow | undefined): row is LiveRow => row?.content != null && row.deleted_at === null;

const find = (db: Database | InTransaction, number: string): Promise<ConsultationRow | undefined> =>
  db.selectFrom('consultations').selectAll().where('number', '=', number).executeTakeFirst();

/** Whoever holds the receipt. The same work is done for an unknown number and for a wrong secret. */
export async function findByReceipt(store: Store, number: string, secret: string): Promise<LiveRow | undefined> {
  const row = await find(store.db, number);
  const matches = sameHash(sha256('secret', secret), row?.secret_hash);
  return matches && isLive(row) ? row : undefined;
}

/** A desk sees what was sent to it, and of everything else not even that it is there. */
export async function findForWindow(store: Store, number: string, windowId: string): Promise<LiveRow | undefined> {
  const row = await find(store.db, number);
  return isLive(row) && row.window_id === windowId ? row : undefined;
}

export async function messagesOf(store: Store, number: string): Promise<Message[]> {
  const rows = await store.db.selectFrom('messages').selectAll().where('number', '=', number).orderBy('position').execute();
  return rows.map(({ author, text, at }) => ({ from: author, text, at }));
}

export async function threadOf(store: Store, row: ConsultationRow): Promise<Thread> {
  return {
    number: row.number,
    status: row.status,
    receivedAt: row.received_at,
    ...(row.answer_by ? { replyBy: row.answer_by } : {}),
    window: { id: row.window_id, name: row.window_name },
    messages: await messagesOf(store, row.number),
  };
}

/** Writes the audit row before anything is shown: what cannot be accounted for is not read. */
export const noteRead = (store: Store, entry: AuditEntry): Promise<void> => audit(store.db, entry);

export interface NewMessage {
  number: string;
  author: 'desk' | 'person';
  text: string;
  key: string;
  at: Date;
  /** For the audit. */
  actor: string;
  /** With a person's message: the day promised for its answer, if the desk owed none before. */
  replyBy?: string;
}

/** Statuses in which somebody waits for the desk. */
export const waitingStatuses: readonly ConsultationStatus[] = ['received', 'read'];

export type Written = 'stored' | 'replayed' | 'reused' | 'gone' | 'full';

/** More is no conversation, and a receipt alone must not fill the disk. */
export const mostMessages = 200;

/** Adds a message exactly once per key, and moves the status as `advanceStatus` says. */
export function addMessage(store: Store, { number, author, text, key, at, actor, replyBy }: NewMessage): Promise<Written> {
  const hash = keyHash(`message ${author} ${number}`, key);
  const bodyHash = sha256('message', text);
  const when = at.toISOString();
  return store.db
    .transaction()
    .execute(async (within) => {
      const mine = await within
        .insertInto('idempotency_keys')
        .values({ key_hash: hash, body_hash: bodyHash, number, created_at: when })
        .onConflict((conflict) => conflict.column('key_hash').doNothing())
        .returning('key_hash')
        .executeTakeFirst();
      if (!mine) {
        const held = await within.selectFrom('idempotency_keys').select('body_hash').where('key_hash', '=', hash).executeTakeFirstOrThrow();
        return held.body_hash === bodyHash ? 'replayed' : 'reused';
      }
      // Counting locks the row, so that two messages never get one position and the status is moved from what it is.
      const row = await within
        .updateTable('consultations')
        .set((value) => ({ message_count: value('message_count', '+', 1) }))
        .where('number', '=', number)
        .where('deleted_at', 'is', null)
        .returning(['message_count', 'status', 'window_id'])
        .executeTakeFirst();
      const refused = !row ? 'gone' : row.message_count > mostMessages ? 'full' : undefined;
      if (!row || refused) throw new Refused(refused!);
      await within.insertInto('messages').values({ number, position: row.message_count, author, text, at: when }).execute();
      const move = advanceStatus(row.status, author === 'desk' ? 'desk-message' : 'person-message');
      if (move.ok && move.changed) await setStatus(within, number, move.status, when);
      if (author === 'person' && !waitingStatuses.includes(row.status)) {
        await within
          .updateTable('consultations')
          .set({ waiting_since: when, answer_by: replyBy ?? null })
          .where('number', '=', number)
          .execute();
      }
      await audit(within, { at, actor, action: author === 'desk' ? 'reply' : 'message', number, windowId: row.window_id });
      return 'stored';
    })
    .catch((error: unknown) => {
      if (error instanceof Refused) return error.written;
      throw error;
    });
}

/** Rolls the transaction back: a refused message leaves no key behind. */
class Refused extends Error {
  constructor(readonly written: Written) {
    super(written);
  }
}

export type Moved = { ok: true; status: ConsultationStatus } | { ok: false; refusal: RefusalCode | 'gone' };

/** Sets the status if the rules allow it from where it stands. */
export function moveStatus(
  store: Store,
  { number, status, at, actor }: { number: string; status: ConsultationStatus; at: Date; actor: string },
): Promise<Moved> {
  return store.db.transaction().execute(async (within): Promise<Moved> => {
    // An update that changes nothing takes the row's lock in both engines.
    const row = await within
      .updateTable('consultations')
      .set((value) => ({ message_count: value.ref('message_count') }))
      .where('number', '=', number)
      .where('deleted_at', 'is', null)
      .returning(['status', 'window_id'])
      .executeTakeFirst();
    if (!row) return { ok: false, refusal: 'gone' };
    const move = advanceStatus(row.status, status);
    if (!move.ok) return { ok: false, refusal: move.refusal.code };
    if (move.changed) {
      await setStatus(within, number, move.status, at.toISOString());
      await audit(within, { at, actor, action: 'status', number, windowId: row.window_id });
    }
    return { ok: true, status: move.status };
  });
}

const setStatus = (within: InTransaction, number: string, status: ConsultationStatus, at: string) =>
  within
    .updateTable('consultations')
    .set({ status, closed_at: status === 'closed' ? at : null })
    .where('number', '=', number)
    .execute();
