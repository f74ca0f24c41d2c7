/** The next step of a sheet, by a desk: exactly once, by one desk at a time, and only what the rules allow at that moment. */
import {
  acceptReferralEvent,
  appendReferral,
  hashReferralEvent,
  recordFor,
  refusalWords,
  type Actor,
  type AdvanceRefusal,
  type AppendReferralResult,
  type HeardAnswer,
  type ReferralAction,
  type ReferralEvent,
  type ReferralSheet,
} from '@tsunagu/schema/referral';
import type { CityCalendar } from '@tsunagu/schema/directory';
import { canonical } from '../canonical.js';
import { audit } from './audit.js';
import { lockCase } from './consents.js';
import { consentsOfCase, type CaseConsents } from './referral-consents.js';
import { publish } from './referral-feed.js';
import { writeEvent } from './referral-write.js';
import { caseFor, readReferral, type StoredReferral } from './referrals.js';
import { sha256 } from './secrets.js';
import type { Store } from './store.js';
import { keyHash } from './submissions.js';
import type { InTransaction } from './tables.js';

/** What of the city the rules ask for. */
export interface CityRules {
  calendar?: CityCalendar;
  /** Ids of the desks there are. */
  desks: readonly string[];
}

export interface Stepping {
  id: string;
  agency: string;
  at: Date;
  actor: string;
}

export interface Acting extends Stepping {
  worker?: string;
  /** Whose answer is written down, where it is not the desk's own. */
  heard?: HeardAnswer;
  action: ReferralAction;
  /** With `send`: the sheet as it is to be sent, given what is stored. */
  sheet?: (stored: ReferralSheet) => ReferralSheet;
  /** The revision of the draft that the worker saw. */
  revision?: number;
  /** How many events the worker saw. */
  seq: number;
  key: string;
  /** sha256 of what was asked. */
  bodyHash: string;
}

/**
 * `behind`: somebody else made a step meanwhile. `draft-moved`: somebody else wrote on the draft. `revision-missing`: a sheet came along that is not
 * the draft, without saying which draft was seen. `not-draft`: a sheet came along with something else than the sending of a draft.
 */
export type Stepped =
  | { outcome: 'stored' | 'replayed'; agencies: readonly string[] }
  | { outcome: 'refused'; refusal: AdvanceRefusal }
  | { outcome: 'behind' | 'draft-moved' | 'revision-missing' | 'not-draft' | 'reused' | 'gone' };

export interface Held {
  referral: StoredReferral;
  consents: CaseConsents;
  /** Now, or the last thing that is known where another machine's clock was ahead: a withdrawal counts at once, and time never runs back. */
  moment: Date;
}

/** Holds the case until the transaction ends. Undefined when the desk has nothing to do with the sheet, or its case's time is over. */
export async function hold(within: InTransaction, { id, agency, at }: Stepping): Promise<Held | undefined> {
  const found = await caseFor(within, id, agency);
  if (!found || !(await lockCase(within, found.caseId))) return undefined;
  const referral = await readReferral(within, id);
  if (!referral) return undefined;
  const consents = await consentsOfCase(within, found.caseId, at);
  const last = Date.parse(referral.events.at(-1)?.at ?? '') || 0;
  return { referral, consents, moment: new Date(Math.max(at.getTime(), last, consents.latest)) };
}

/** The record of the person's yes, as it is when the sheet goes out. */
function withConsent(sheet: ReferralSheet, { records }: CaseConsents): ReferralSheet {
  const own = sheet.basis.kind === 'consent' ? records.get(sheet.person.ref) : undefined;
  if (!own) return sheet;
  const { seq, hash } = own.events.at(-1)!;
  return { ...sheet, person: { ...sheet.person, consent: { record: own.record, seq, hash } } };
}

const actorFor = (agency: string, worker?: string, heard?: HeardAnswer): Actor => {
  const own = { agency, ...(worker !== undefined && { name: worker }) };
  if (!heard) return own;
  const { agency: of, name, how } = heard;
  return { agency: of, ...(name !== undefined && { name }), heard: { ...own, how } };
};

export function act(store: Store, rules: CityRules, acting: Acting): Promise<Stepped> {
  const { id, agency, worker, heard, action, sheet: make, revision, seq, key, bodyHash, at, actor } = acting;
  const key_hash = keyHash(`referral ${id} ${agency}`, key);
  return store.db.transaction().execute(async (within): Promise<Stepped> => {
    const held = await hold(within, acting);
    if (!held) return { outcome: 'gone' };
    const { referral, consents, moment } = held;
    const { row, events } = referral;
    const earlier = await within.selectFrom('idempotency_keys').select('body_hash').where('key_hash', '=', key_hash).executeTakeFirst();
    if (earlier) return earlier.body_hash === bodyHash ? { outcome: 'replayed', agencies: [] } : { outcome: 'reused' };
    if (recordFor(referral, agency, at).length !== seq) return { outcome: 'behind' };
    if (make && (action.type !== 'send' || row.draft === null || agency !== row.sender)) return { outcome: 'not-draft' };
    const given = make?.(referral.sheet);
    if (agency === row.sender && revision !== undefined && revision !== row.revision) return { outcome: 'draft-moved' };
    if (given && revision === undefined && row.revision > 1 && !same(given, referral.sheet)) return { outcome: 'revision-missing' };
    const draft = given ?? referral.sheet;
    const sheet = action.type === 'send' && row.draft !== null ? withConsent(draft, consents) : draft;
    const result = await appendReferral({ sheet, events, consents: consents.byRef, ...rules }, action, {
      actor: actorFor(agency, worker, heard),
      at: moment,
    });
    if (!result.ok) return { outcome: 'refused', refusal: result.refusal };
    await within
      .insertInto('idempotency_keys')
      .values({ key_hash, body_hash: bodyHash, number: row.case_id, created_at: at.toISOString() })
      .execute();
    return stored(within, { ...held, result, sheet, stepping: { id, agency, at, actor } });
  });
}

/** Takes a finished event of a vendor's system. The very same event again is `replayed`. */
export function accept(store: Store, rules: CityRules, { event, ...stepping }: Stepping & { event: ReferralEvent }): Promise<Stepped> {
  const { agency, at } = stepping;
  return store.db.transaction().execute(async (within): Promise<Stepped> => {
    const held = await hold(within, stepping);
    if (!held) return { outcome: 'gone' };
    const { referral, consents } = held;
    const { sheet, events } = referral;
    const own = recordFor(referral, agency, at);
    if (own[event.seq]?.hash === event.hash && (await hashReferralEvent(event)) === event.hash)
      return { outcome: 'replayed', agencies: [] };
    if (event.seq !== own.length || event.previous !== own.at(-1)?.hash) return { outcome: 'behind' };
    // Dated back to before somebody took something back, it would hand over what may not be had any more.
    if (Date.parse(event.at) < consents.latest) return { outcome: 'refused', refusal: { code: 'order', message: refusalWords.order } };
    const result = await acceptReferralEvent({ sheet, events, consents: consents.byRef, ...rules }, event, { now: at });
    if (!result.ok) return { outcome: 'refused', refusal: result.refusal };
    return stored(within, { ...held, result, sheet, stepping });
  });
}

interface Storing extends Held {
  result: Extract<AppendReferralResult, { ok: true }>;
  sheet: ReferralSheet;
  stepping: Stepping;
}

async function stored(within: InTransaction, { referral, consents, result, sheet, stepping }: Storing): Promise<Stepped> {
  const { at, actor, agency } = stepping;
  const news = await writeEvent(within, { before: referral, sheet, event: result.event, packages: result.packages, consents, at, actor });
  await audit(within, { at, actor, action: 'referral', number: referral.row.case_id, windowId: agency });
  await publish(within, news);
  return { outcome: 'stored', agencies: news.map((one) => one.agency) };
}

export const same = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

export const bodyHashOf = (value: unknown): string => sha256('referral', canonical(value));
