/** Sheets that are not sent: begun, written on by one worker at a time, thrown away. */
import type { ReferralSheet } from '@tsunagu/schema/referral';
import { audit } from './audit.js';
import { lockCase } from './consents.js';
import { publish } from './referral-feed.js';
import { same } from './referral-steps.js';
import { project } from './referral-write.js';
import { caseFor, readReferral } from './referrals.js';
import { sha256 } from './secrets.js';
import type { Store } from './store.js';
import { keyHash } from './submissions.js';
import type { InTransaction } from './tables.js';

/** More sheets of one case are no help to anybody. */
const mostSheets = 40;

export interface Beginning {
  caseId: string;
  /** The desk whose case it is. */
  agency: string;
  coordinator: string;
  key: string;
  /** sha256 of what was asked. */
  bodyHash: string;
  at: Date;
  actor: string;
  /** The sheet, once its id is known. */
  make: (id: string) => ReferralSheet;
}

export type Begun = { outcome: 'stored' | 'replayed'; id: string } | { outcome: 'reused' | 'gone' | 'many' };

/** The other screens of the desk hear which version there is now, and nothing of what it says. */
const tell = (
  within: InTransaction,
  { id, agency, at, worker }: { id: string; agency: string; at: Date; worker?: string | undefined },
  version: number,
): Promise<void> =>
  publish(within, [
    { agency, referral: id, seq: 0, draft: { version, ...(worker !== undefined && { who: worker }), at: at.toISOString() } },
  ]);

/** Begins a sheet, once per key. */
export function begin(store: Store, { caseId, agency, coordinator, key, bodyHash, at, actor, make }: Beginning): Promise<Begun> {
  const key_hash = keyHash(`referrals ${caseId}`, key);
  const id = `r-${Buffer.from(sha256('referral-id', store.serverKey.toString('hex'), key_hash), 'base64url')
    .toString('hex')
    .slice(0, 32)}`;
  return store.db.transaction().execute(async (within): Promise<Begun> => {
    if (!(await lockCase(within, caseId))) return { outcome: 'gone' };
    const held = await within.selectFrom('idempotency_keys').select('body_hash').where('key_hash', '=', key_hash).executeTakeFirst();
    if (held) {
      if (held.body_hash !== bodyHash) return { outcome: 'reused' };
      // A draft that was thrown away since is not made again by a late repetition.
      return (await caseFor(within, id, agency)) ? { outcome: 'replayed', id } : { outcome: 'gone' };
    }
    const { count } = await within
      .selectFrom('referrals')
      .select((value) => value.fn.countAll().as('count'))
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow();
    if (Number(count) >= mostSheets) return { outcome: 'many' };
    const sheet = make(id);
    const when = at.toISOString();
    await within.insertInto('idempotency_keys').values({ key_hash, body_hash: bodyHash, number: caseId, created_at: when }).execute();
    const row = {
      id,
      case_id: caseId,
      sender: agency,
      coordinator,
      created_at: when,
      revision: 1,
      draft: JSON.stringify(sheet),
      seq: 0,
      open: 1,
      owner: agency,
      respond_by: null,
      noted: 0,
      escalated: 0,
    };
    await within.insertInto('referrals').values(row).execute();
    await project(within, { row, sheet, events: [] });
    await audit(within, { at, actor, action: 'referral-draft', number: caseId, windowId: agency });
    await tell(within, { id, agency, at }, 1);
    return { outcome: 'stored', id };
  });
}

export interface Saving {
  id: string;
  agency: string;
  /** The revision that the worker began from. */
  revision: number;
  worker?: string | undefined;
  at: Date;
  /** The sheet as it is now to be, given what is stored. */
  make: (stored: ReferralSheet) => ReferralSheet;
}

/** `sealed`: it was sent. */
export interface Saved {
  outcome: 'stored' | 'replayed' | 'moved' | 'sealed' | 'gone';
}

/** Saves the draft if nobody else has since `revision`. The same again, after a lost answer, changes nothing. */
export function save(store: Store, { id, agency, revision, worker, at, make }: Saving): Promise<Saved> {
  return store.db.transaction().execute(async (within): Promise<Saved> => {
    const found = await caseFor(within, id, agency);
    if (!found || !(await lockCase(within, found.caseId))) return { outcome: 'gone' };
    const stored = await readReferral(within, id);
    if (!stored) return { outcome: 'gone' };
    if (stored.row.draft === null || stored.row.sender !== agency) return { outcome: 'sealed' };
    const sheet = make(stored.sheet);
    if (stored.row.revision !== revision)
      return { outcome: stored.row.revision === revision + 1 && same(sheet, stored.sheet) ? 'replayed' : 'moved' };
    await within
      .updateTable('referrals')
      .set({ draft: JSON.stringify(sheet), revision: revision + 1 })
      .where('id', '=', id)
      .execute();
    await tell(within, { id, agency, at, worker }, revision + 1);
    return { outcome: 'stored' };
  });
}

/** Throws a draft away that was never sent. */
export function discard(
  store: Store,
  { id, agency, revision, at, actor }: { id: string; agency: string; revision: number; at: Date; actor: string },
): Promise<Saved> {
  return store.db.transaction().execute(async (within): Promise<Saved> => {
    const found = await caseFor(within, id, agency);
    if (!found || !(await lockCase(within, found.caseId))) return { outcome: 'gone' };
    const stored = await readReferral(within, id);
    if (!stored) return { outcome: 'gone' };
    const { row } = stored;
    if (row.seq > 0 || row.sender !== agency) return { outcome: 'sealed' };
    if (row.revision !== revision) return { outcome: 'moved' };
    await within.deleteFrom('referral_desks').where('referral', '=', id).execute();
    await within.deleteFrom('referrals').where('id', '=', id).execute();
    await audit(within, { at, actor, action: 'referral-discard', number: row.case_id, windowId: agency });
    await tell(within, { id, agency, at }, 0);
    return { outcome: 'stored' };
  });
}
