/** Taking in a consultation, exactly once per idempotency key. */
import type { Receipt } from '@tsunagu/schema/consultation';
import { newNumber, receiptSecret, sha256 } from './secrets.js';
import type { Store } from './store.js';
import type { ConsultationRow, InTransaction } from './tables.js';

export interface NewConsultation {
  /** The sender's idempotency key; only its hash is stored. */
  key: string;
  /** sha256 of what was sent. */
  bodyHash: string;
  window: { id: string; name: string };
  receivedAt: Date;
  /** `YYYY-MM-DD`, Asia/Tokyo. */
  replyBy?: string;
  language: string;
  form: 'open' | 'sealed';
  content: string;
}

/** `reused`: another body was stored under this key; the receipt is that one's. */
export interface Taken {
  outcome: 'stored' | 'replayed' | 'reused';
  receipt: Receipt;
}

export const keyHash = (scope: string, key: string): string => sha256('key', scope, key);

/** A number that is taken shows only when it is written; five in a row would mean a broken source of randomness. */
const attempts = 5;

/** Resolves once the row is on the disk. */
export async function takeIn(store: Store, consultation: NewConsultation): Promise<Taken> {
  const hash = keyHash('submission', consultation.key);
  for (let attempt = 1; ; attempt++) {
    const taken = await store.db.transaction().execute((within) => takeOnce(within, consultation, hash, store.serverKey));
    if (taken) return taken;
    if (attempt === attempts) throw new Error('No free receipt number was found.');
  }
}

async function takeOnce(within: InTransaction, input: NewConsultation, hash: string, serverKey: Buffer): Promise<Taken | undefined> {
  const secret = receiptSecret(serverKey, input.key);
  const number = newNumber();
  const at = input.receivedAt.toISOString();
  // Whoever writes the key first has it; the other waits here until that transaction has ended, and then sees its row.
  const mine = await within
    .insertInto('idempotency_keys')
    .values({ key_hash: hash, body_hash: input.bodyHash, number, created_at: at })
    .onConflict((conflict) => conflict.column('key_hash').doNothing())
    .returning('number')
    .executeTakeFirst();
  if (!mine) return earlier(within, hash, input.bodyHash, secret);

  const row: ConsultationRow = {
    number,
    window_id: input.window.id,
    window_name: input.window.name,
    status: 'received',
    received_at: at,
    reply_by: input.replyBy ?? null,
    waiting_since: at,
    answer_by: input.replyBy ?? null,
    language: input.language,
    form: input.form,
    content: input.content,
    secret_hash: sha256('secret', secret),
    message_count: 0,
    closed_at: null,
    deleted_at: null,
  };
  const written = await within
    .insertInto('consultations')
    .values(row)
    .onConflict((conflict) => conflict.column('number').doNothing())
    .returning('number')
    .executeTakeFirst();
  if (written) return { outcome: 'stored', receipt: receiptOf(row, secret) };
  await within.deleteFrom('idempotency_keys').where('key_hash', '=', hash).execute();
  return undefined;
}

async function earlier(within: InTransaction, hash: string, bodyHash: string, secret: string): Promise<Taken> {
  const row = await within
    .selectFrom('idempotency_keys')
    .innerJoin('consultations', 'consultations.number', 'idempotency_keys.number')
    .selectAll('consultations')
    .select('idempotency_keys.body_hash')
    .where('key_hash', '=', hash)
    .executeTakeFirstOrThrow();
  const same = row.body_hash === bodyHash || row.deleted_at !== null;
  return { outcome: same ? 'replayed' : 'reused', receipt: receiptOf(row, secret) };
}

function receiptOf(row: ConsultationRow, secret: string): Receipt {
  return {
    number: row.number,
    secret,
    receivedAt: row.received_at,
    ...(row.reply_by ? { replyBy: row.reply_by } : {}),
    window: { id: row.window_id, name: row.window_name },
  };
}
