/** What was seen by whom: for a withdrawal, and for the person who asks. */
import { withdrawalReach, type Holder, type Shipment } from '../consent/reach.js';
import type { ReferralEvent } from './event.schema.js';
import { purposeOf, type ConsentsByRef } from './package.js';
import type { ReferralSheet } from './referral.schema.js';
import { actorOf } from './position.js';

/** The handovers of a record, in the terms of a consent's reach. `acknowledgedAt`: when the desk said what it did with it. */
export function shipmentsOf(sheet: Pick<ReferralSheet, 'purpose'>, events: readonly ReferralEvent[]): Shipment[] {
  const purpose = purposeOf(sheet);
  return events.flatMap(({ id, at, parts = [] }) =>
    parts.flatMap(({ open }): Shipment[] => {
      if (open?.kind !== 'shipped' || !open.items.length) return [];
      const agency = open.agency;
      const acknowledged = events.find((event) => event.type === 'acknowledged' && actorOf(event) === agency);
      return [{ id, at, agency, purpose, items: open.items, ...(acknowledged && { acknowledgedAt: acknowledged.at }) }];
    }),
  );
}

/** What a desk was handed of the sheet, over all its steps. */
export interface SeenBy {
  agency: string;
  items: string[];
  /** The first time (UTC). */
  since: string;
  /** What it said it did with it after the withdrawal, and when. */
  acknowledged?: { at: string; did: string };
}

/** Who was handed what, in the order of the first time; of the whole record, as its sender has it. */
export function seenOf(sheet: Pick<ReferralSheet, 'purpose'>, events: readonly ReferralEvent[]): SeenBy[] {
  const seen = new Map<string, SeenBy>();
  for (const { agency, at, items } of shipmentsOf(sheet, events)) {
    const known = seen.get(agency) ?? { agency, items: [], since: at };
    known.items = [...new Set([...known.items, ...items])].sort();
    seen.set(agency, known);
  }
  for (const event of events) {
    const known = event.type === 'acknowledged' && seen.get(actorOf(event) ?? '');
    if (known) known.acknowledged = { at: event.at, did: (event as { did: string }).did };
  }
  return [...seen.values()];
}

/** Who holds what of the sheet without a consent that stands at that instant (`withdrawalReach`). */
export const heldWithout = (
  { sheet, events, consents }: { sheet: ReferralSheet; events: readonly ReferralEvent[]; consents: ConsentsByRef },
  at: Date | string,
): Holder[] =>
  withdrawalReach(Object.hasOwn(consents, sheet.person.ref) ? consents[sheet.person.ref]! : [], shipmentsOf(sheet, events), at);
