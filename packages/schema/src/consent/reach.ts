/** What is already out there when a consent is taken back, and with whom. */
import type { ConsentEvent } from './consent.schema.js';
import { verdictOf, type ShareReason } from './share.js';
import { consentState, timeOf } from './state.js';

/** Something that went to an agency: a referral sheet, a plan, papers of a meeting. */
export interface Shipment {
  id: string;
  /** Instant (UTC). */
  at: string;
  agency: string;
  purpose: string;
  items: readonly string[];
  /** When the agency confirmed that it knows of the withdrawal (and what it did). */
  acknowledgedAt?: string;
}

export interface HeldItem {
  item: string;
  purpose: string;
  /** Why it should not go there now. `not-asked` or `unknown`: it should never have gone. */
  reason: Exclude<ShareReason, 'given'>;
  /** The shipments it was in, oldest first. */
  shipments: string[];
  /** Every one of them was confirmed since it was taken back. */
  acknowledged: boolean;
}

export interface Holder {
  agency: string;
  items: HeldItem[];
  /**
   * The person took it back, or it never counted, and a confirmation is missing. What ended with its time or its plan is listed without being asked
   * for: the agency's own rules say how long it keeps it.
   */
  toAsk: boolean;
}

const over: readonly ShareReason[] = ['expired', 'terminated'];

/**
 * Who holds what without a consent that stands at that instant (default: the record's last event), by agency in the order of the first shipment.
 * Shipments after `at` and those with a time that is none are left out; what may still be shared is not listed. Never throws.
 */
export function withdrawalReach(events: readonly ConsentEvent[], shipments: readonly Shipment[], at?: Date | string): Holder[] {
  const moment = at ?? [...events].sort((a, b) => a.seq - b.seq).at(-1)?.at ?? '';
  const time = timeOf(moment);
  const state = consentState(events, moment);
  const holders = new Map<string, Map<string, HeldItem>>();
  const sent = shipments.filter((shipment) => timeOf(shipment.at) <= time || (Number.isNaN(time) && !Number.isNaN(timeOf(shipment.at))));
  for (const { id, agency, purpose, items, acknowledgedAt } of [...sent].sort((a, b) => timeOf(a.at) - timeOf(b.at)))
    for (const item of new Set(items)) {
      const { reason, since } = verdictOf(state, { purpose, agency, item });
      if (reason === 'given') continue;
      const held = holders.get(agency) ?? new Map<string, HeldItem>();
      holders.set(agency, held);
      const key = `${purpose} ${item}`;
      const known = held.get(key) ?? { item, purpose, reason, shipments: [], acknowledged: true };
      held.set(key, known);
      known.shipments.push(id);
      known.acknowledged &&= acknowledgedAt !== undefined && timeOf(acknowledgedAt) >= timeOf(since ?? acknowledgedAt);
    }
  return [...holders].map(([agency, held]) => {
    const items = [...held.values()];
    return { agency, items, toAsk: items.some(({ reason, acknowledged }) => !acknowledged && !over.includes(reason)) };
  });
}
