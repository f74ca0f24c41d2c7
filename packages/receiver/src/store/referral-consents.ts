/** The consents of a case as the rules of a referral ask for them: one record for each person, and nothing given in one that was changed. */
import { consentState, verifyChain, type ConsentEvent } from '@tsunagu/schema/consent';
import type { ConsentsByRef } from '@tsunagu/schema/referral';
import { momentOf, recordsOf, type StoredRecord } from './consents.js';
import type { Database, InTransaction } from './tables.js';

export interface CaseConsents {
  byRef: ConsentsByRef;
  /** The record that counts for each person, by the person's name in the case. */
  records: ReadonlyMap<string, StoredRecord>;
  /** The time (ms) of the last event of any record: a desk's clock may have been ahead of ours. */
  latest: number;
}

export const noConsents: CaseConsents = { byRef: {}, records: new Map(), latest: 0 };

/** A record that was changed, as the rules must see it: one that cannot be followed. */
const unknown = (events: readonly ConsentEvent[]): readonly ConsentEvent[] => [...events, ...events];

/** Of several records of a person the one that stands or is being asked counts, else the one begun last. */
export async function consentsOfCase(db: Database | InTransaction, caseId: string, now: Date): Promise<CaseConsents> {
  const byRef: Record<string, readonly ConsentEvent[]> = {};
  const records = new Map<string, StoredRecord>();
  let latest = 0;
  const standing = new Set<string>();
  for (const record of await recordsOf(db, caseId)) {
    const { subject, events } = record;
    latest = Math.max(latest, Date.parse(events.at(-1)!.at));
    if (standing.has(subject)) continue;
    const { ok } = await verifyChain(events);
    const state = consentState(events, momentOf(events, now));
    if (ok && (state.valid || state.open)) standing.add(subject);
    byRef[subject] = ok ? events : unknown(events);
    records.set(subject, record);
  }
  return { byRef, records, latest };
}
