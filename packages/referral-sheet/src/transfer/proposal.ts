/** What was read, held against what is here, before anything is replaced. No DOM. */
import { verifyReferral, type ReferralEvent, type ReferralSheet } from '@tsunagu/schema/referral';
import { compareRecords, compareSheets, type ReadValue, type SheetDifference, type Wording } from '@tsunagu/schema/referral/compare';
import type { ReferralValue } from '../sheet-host.js';

/**
 * `fresh`: nothing is here yet. `same`: nothing would change. `update`: the same sheet, and its record goes on (or there is none). `answers`: a desk's copy
 * comes back to the sender: the sender's own sheet stays, only the new steps are added. `other`: another sheet. Never taken: `behind` (steps that are here
 * would be lost), `apart` (the records went different ways), `changed` (the record is not what was written).
 */
export type ProposalKind = 'fresh' | 'same' | 'update' | 'answers' | 'other' | 'behind' | 'apart' | 'changed';

export interface Proposal {
  kind: ProposalKind;
  /** What would be here; absent: it must not be taken. */
  value?: ReferralValue;
  differences: readonly SheetDifference[];
  /** Steps that are new. */
  added: readonly ReferralEvent[];
}

const isWhole = (sheet: object): boolean => Object.hasOwn(sheet, 'salt');

/** What taking `read` would mean. Never rejects but where WebCrypto is missing. */
export async function propose(read: ReadValue, here: ReferralValue | undefined, wording?: Partial<Wording>): Promise<Proposal> {
  const value: ReferralValue = { sheet: read.sheet as ReferralSheet, events: read.events };
  const sound = async ({ sheet, events }: ReferralValue, whole: boolean): Promise<boolean> =>
    !events.length || (await verifyReferral(sheet, events, { whole })).ok;
  if (!(await sound(value, isWhole(read.sheet)))) return { kind: 'changed', differences: [], added: [] };
  if (!here) return { kind: 'fresh', value, differences: [], added: read.events };
  const differences = compareSheets(here.sheet, read.sheet, wording);
  if (here.sheet.id !== read.sheet.id) return { kind: 'other', value, differences, added: read.events };
  const { kind, added } = compareRecords(here.events, read.events);
  // A desk's copy lacks what the person kept back: it must never take the place of the whole.
  if (isWhole(here.sheet) && !isWhole(read.sheet)) {
    if (kind !== 'ahead') return { kind: kind === 'same' ? 'same' : kind, differences: [], added };
    const merged: ReferralValue = { sheet: here.sheet, events: [...here.events, ...added] };
    return (await sound(merged, false))
      ? { kind: 'answers', value: merged, differences: [], added }
      : { kind: 'apart', differences: [], added };
  }
  if (kind === 'same') return differences.length ? { kind: 'update', value, differences, added } : { kind: 'same', differences, added };
  // Steps that are here would be lost.
  return kind === 'ahead' ? { kind: 'update', value, differences, added } : { kind, differences, added };
}
