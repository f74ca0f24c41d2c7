/** Two copies of one record, held against each other. */
import type { ReferralEvent } from './event.schema.js';

/**
 * How two copies of a record stand to each other. `same`; `ahead`: `after` goes on where `before` ends; `behind`: the other way round, so that taking it would
 * lose steps; `apart`: they went different ways, or are of different sheets.
 */
export interface RecordDifference {
  kind: 'same' | 'ahead' | 'behind' | 'apart';
  /** Steps at the beginning that are in both. */
  shared: number;
  /** Steps that are only in `after`, and only in `before`. */
  added: readonly ReferralEvent[];
  lost: readonly ReferralEvent[];
}

export function compareRecords(before: readonly ReferralEvent[], after: readonly ReferralEvent[]): RecordDifference {
  let shared = 0;
  while (shared < before.length && shared < after.length && before[shared]!.hash === after[shared]!.hash) shared++;
  const added = after.slice(shared);
  const lost = before.slice(shared);
  const kind = added.length && lost.length ? 'apart' : added.length ? 'ahead' : lost.length ? 'behind' : 'same';
  return { kind, shared, added, lost };
}
