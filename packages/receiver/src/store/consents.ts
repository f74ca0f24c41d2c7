/** Records of consent: read, and made longer by events that follow. */
import {
  acceptEvent,
  chainHead,
  consentState,
  hashEvent,
  verifyChain,
  type AppendRefusal,
  type ChainHead,
  type ConsentCell,
  type ConsentEvent,
  type ConsentState,
} from '@tsunagu/schema/consent';
import { audit } from './audit.js';
import { eventRow } from './event-table.js';
import type { Store } from './store.js';
import type { Database, InTransaction } from './tables.js';

export interface StoredRecord {
  record: string;
  /** The person's name within the case. */
  subject: string;
  events: ConsentEvent[];
}

/** Desks' clocks differ: what was written so many milliseconds ahead of this one is not refused for it. The schema's rule has the same. */
const skew = 5 * 60_000;

// `appendEvent` moves a withdrawal that is too late to now; what came is finished, and can only be made anew.
const tooLate = '記録の日時が、今より後になっています。端末の時計を確かめて、もう一度記録してください。';

/** So that a person's records stay few, and a list of them one answer. */
export const mostRecords = 40;

/** Every record of a case, in the order in which they were begun. */
export async function recordsOf(db: Database | InTransaction, caseId: string): Promise<StoredRecord[]> {
  const rows = await db
    .selectFrom('consent_events')
    .select(['record', 'event'])
    .where('case_id', '=', caseId)
    .orderBy('record')
    .orderBy('seq')
    .execute();
  const records = new Map<string, StoredRecord>();
  for (const row of rows) {
    const event = JSON.parse(row.event) as ConsentEvent;
    const known = records.get(row.record);
    if (known) known.events.push(event);
    else records.set(row.record, { record: row.record, subject: event.subject.ref, events: [event] });
  }
  return [...records.values()].sort((a, b) => (a.events[0]!.at < b.events[0]!.at ? -1 : 1));
}

/** The moment a record is looked at: now, or its last event where that desk's clock was ahead, so that a withdrawal counts at once. */
export const momentOf = (events: readonly ConsentEvent[], now: Date): Date =>
  new Date(Math.max(now.getTime(), Date.parse(events.at(-1)?.at ?? '') || 0));

export interface Standing extends Pick<ConsentState, 'status' | 'valid' | 'reAskAfter'> {
  cells: ConsentCell[];
  expiresOn?: string;
  whole: boolean;
}

/** Where a record stands; nothing is given in one that was changed. */
export async function standingOf({ events }: StoredRecord, now: Date): Promise<Standing> {
  const { ok: whole } = await verifyChain(events);
  if (!whole) return { status: 'unknown', valid: false, cells: [], whole };
  const { status, valid, cells, reAskAfter, ...state } = consentState(events, momentOf(events, now));
  return {
    status,
    valid,
    cells: [...cells],
    whole,
    ...(reAskAfter === undefined ? {} : { reAskAfter }),
    ...('expiresOn' in state && state.expiresOn !== undefined ? { expiresOn: state.expiresOn } : {}),
  };
}

/** A signature that one of the events names. */
export interface Drawing {
  reference: string;
  hash: string;
  text: string;
}

export interface Appending {
  caseId: string;
  windowId: string;
  /** At least one, all of one record, rightly formed. */
  events: readonly ConsentEvent[];
  drawings: readonly Drawing[];
  at: Date;
  actor: string;
  /** What follows from it, in the same transaction. */
  follow?: (within: InTransaction) => Promise<void>;
}

/**
 * `moved`: the record goes on otherwise; `head` is its last event, absent when there is no such record. `refused`: event `index` cannot follow.
 * `standing`: the person has a record in this case that still stands. `taken`: the record is another case's.
 */
export type Appended =
  | { outcome: 'stored'; head: ChainHead; record: StoredRecord }
  | { outcome: 'replayed'; head: ChainHead; record: StoredRecord }
  | { outcome: 'moved'; head?: ChainHead }
  | { outcome: 'refused'; index: number; refusal: AppendRefusal }
  | { outcome: 'standing' | 'taken' | 'many' | 'gone' };

/** More tries would mean that a whole department writes into one case at once. */
const attempts = 6;

/** Appends all of the events or none. The very same events again are `replayed`. */
export async function appendEvents(store: Store, appending: Appending): Promise<Appended> {
  for (let attempt = 1; attempt < attempts; attempt++) {
    const records = await recordsOf(store.db, appending.caseId);
    const judged = await judge(records, appending);
    // Events are judged without a lock, since their hashes take time; what they were judged by must still be so when they are written.
    if ('outcome' in judged) return judged;
    const done = await write(store, appending, { seen: headsOf(records), ...judged });
    if (done) return done;
  }
  return { outcome: 'moved' };
}

interface Judged {
  fresh: readonly ConsentEvent[];
  all: ConsentEvent[];
}

const headsOf = (records: readonly StoredRecord[]): string =>
  records
    .map(({ events }) => events.at(-1)!.hash)
    .sort()
    .join();

async function judge(records: readonly StoredRecord[], { events, at }: Appending): Promise<Judged | Appended> {
  const first = events[0]!;
  const stored = records.find(({ record }) => record === first.record);
  let all = stored?.events ?? [];
  if (!stored && first.seq === 0) {
    if (records.length >= mostRecords) return { outcome: 'many' };
    for (const other of records.filter(({ subject }) => subject === first.subject.ref)) {
      const { events: theirs } = other;
      const state = consentState(theirs, momentOf(theirs, at));
      // One that was changed can never be gone on with, so the person begins anew.
      if ((state.valid || state.open) && (await verifyChain(theirs)).ok) return { outcome: 'standing' };
    }
  }
  const fresh: ConsentEvent[] = [];
  for (const [index, event] of events.entries()) {
    const known = all[event.seq];
    if (known?.hash === event.hash && (await hashEvent(event)) === event.hash) continue;
    const head = chainHead(stored?.events ?? []);
    if (fresh.length === 0 && (event.seq !== all.length || event.previous !== head?.hash))
      return { outcome: 'moved', ...(head && { head }) };
    const ahead = Date.parse(event.at) - at.getTime();
    if (ahead > skew) return { outcome: 'refused', index, refusal: { code: 'future', message: tooLate, status: 'unknown' } };
    const accepted = await acceptEvent(all, event, { now: ahead > 0 ? new Date(event.at) : at });
    if (!accepted.ok) return { outcome: 'refused', index, refusal: accepted.refusal };
    all = accepted.events;
    fresh.push(event);
  }
  return { fresh, all };
}

/** Undefined when somebody else wrote into the case meanwhile. */
function write(
  store: Store,
  { caseId, windowId, drawings, at, actor, follow }: Appending,
  { fresh, all, seen }: Judged & { seen: string },
): Promise<Appended | undefined> {
  const head = chainHead(all)!;
  const record: StoredRecord = { record: all[0]!.record, subject: all[0]!.subject.ref, events: all };
  if (fresh.length === 0) return Promise.resolve({ outcome: 'replayed', head, record });
  return store.db.transaction().execute(async (within): Promise<Appended | undefined> => {
    if (!(await lockCase(within, caseId))) return { outcome: 'gone' };
    const heads = await within
      .selectFrom('consent_events as event')
      .select('hash')
      .where('case_id', '=', caseId)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('consent_events as next')
              .select('next.seq')
              .whereRef('next.record', '=', 'event.record')
              .whereRef('next.previous', '=', 'event.hash'),
          ),
        ),
      )
      .execute();
    if (
      heads
        .map(({ hash }) => hash)
        .sort()
        .join() !== seen
    )
      return undefined;
    const elsewhere = await within
      .selectFrom('consent_events')
      .select('seq')
      .where('record', '=', record.record)
      .where('case_id', '!=', caseId)
      .limit(1)
      .execute();
    if (elsewhere.length > 0) return { outcome: 'taken' };
    for (const event of fresh)
      await within
        .insertInto('consent_events')
        .values({ case_id: caseId, record: event.record, ...eventRow(event, { at, actor }) })
        .execute();
    for (const { reference, hash, text } of drawings)
      await within.insertInto('consent_drawings').values({ case_id: caseId, record: record.record, hash, reference, text }).execute();
    await audit(within, { at, actor, action: 'consent', number: caseId, windowId });
    await follow?.(within);
    return { outcome: 'stored', head, record };
  });
}

/** A signature of a case by its hash. */
export async function drawingOf(store: Store, caseId: string, hash: string): Promise<Drawing | undefined> {
  return store.db
    .selectFrom('consent_drawings')
    .select(['reference', 'hash', 'text'])
    .where('case_id', '=', caseId)
    .where('hash', '=', hash)
    .executeTakeFirst();
}

/** Holds the case until the transaction ends; false when it is not there, or its time is over. */
export async function lockCase(within: InTransaction, caseId: string): Promise<boolean> {
  const row = await within
    .updateTable('consultations')
    .set((value) => ({ message_count: value.ref('message_count') }))
    .where('number', '=', caseId)
    .where('deleted_at', 'is', null)
    .returning('number')
    .executeTakeFirst();
  return row !== undefined;
}

/** Deletes what a case holds of consents. The mark is what the tables allow it by. */
export async function eraseConsents(within: InTransaction, caseId: string, at: Date): Promise<void> {
  await within.insertInto('erasures').values({ case_id: caseId, at: at.toISOString() }).execute();
  for (const table of ['consent_events', 'consent_drawings', 'consent_shipments', 'consent_acknowledgements'] as const)
    await within.deleteFrom(table).where('case_id', '=', caseId).execute();
}
