/** Bearer tokens of desks: `tsg_<id>_<secret>`. The id finds the row; the secret is compared in constant time with its hash. */
import { randomBytes } from 'node:crypto';
import { audit } from './audit.js';
import { sameHash, sha256 } from './secrets.js';
import type { Store } from './store.js';

const form = /^tsg_([0-9a-f]{12})_([0-9a-f]{48})$/;

export interface Desk {
  windowId: string;
  /** For the audit: which of the desk's tokens it was. */
  tokenId: string;
}

/** Makes a token. It is returned here and never again. */
export async function createToken(store: Store, windowId: string, at: Date): Promise<string> {
  const id = randomBytes(6).toString('hex');
  const secret = randomBytes(24).toString('hex');
  await store.db.transaction().execute(async (within) => {
    await within
      .insertInto('desk_tokens')
      .values({ id, window_id: windowId, secret_hash: sha256('token', secret), created_at: at.toISOString() })
      .execute();
    await audit(within, { at, actor: 'operator', action: 'token', windowId });
  });
  return `tsg_${id}_${secret}`;
}

/** Ends all tokens of a desk; returns how many there were. */
export function revokeTokens(store: Store, windowId: string, at: Date): Promise<number> {
  return store.db.transaction().execute(async (within) => {
    const gone = await within.deleteFrom('desk_tokens').where('window_id', '=', windowId).returning('id').execute();
    if (gone.length > 0) await audit(within, { at, actor: 'operator', action: 'revocation', windowId });
    return gone.length;
  });
}

/** Which of the tokens still hold. */
export async function liveTokens(store: Store, ids: readonly string[]): Promise<Set<string>> {
  if (!ids.length) return new Set();
  const rows = await store.db.selectFrom('desk_tokens').select('id').where('id', 'in', ids).execute();
  return new Set(rows.map(({ id }) => id));
}

export async function deskOf(store: Store, authorization: string | undefined): Promise<Desk | undefined> {
  const [, token = ''] = /^Bearer +(\S+)$/i.exec(authorization ?? '') ?? [];
  const [, id = '', secret = ''] = form.exec(token) ?? [];
  const row = await store.db.selectFrom('desk_tokens').selectAll().where('id', '=', id).executeTakeFirst();
  const matches = sameHash(sha256('token', secret), row?.secret_hash);
  return matches && row ? { windowId: row.window_id, tokenId: row.id } : undefined;
}
