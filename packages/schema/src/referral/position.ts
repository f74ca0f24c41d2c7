/** Where a sheet stands, step by step: what `state.ts` computes and `moves.ts` asks. */
import type { BusinessState } from './choices.js';
import type { ReferralEvent } from './event.schema.js';
import type { ReferralSheet } from './referral.schema.js';

/** A desk that was handed something, and what. */
export interface Handed {
  /** Id of the event. */
  event: string;
  at: string;
  agency: string;
  items: readonly string[];
}

export interface Position {
  transport: 'draft' | 'sent' | 'received';
  business: BusinessState;
  sender: string;
  coordinator: string;
  /** The desk that has it. */
  holder?: string;
  holderName?: string;
  /** Every desk that had it since it was sent, the sender first. */
  trail: string[];
  /** Desks in a row that were handed it since the coordinator last gave it to one. */
  hops: number;
  /** It came to the coordinator at some time. */
  involved: boolean;
  respondBy?: string;
  /** The day that passed, once the clock noted it. */
  overdueSince?: string;
  escalated: boolean;
  firstContactBy?: string;
  handed: Handed[];
  /** Parts of the record are closed: it is a desk's own copy, in which others' handovers cannot be seen. */
  partial: boolean;
  /** Desks that saw it and have not said what they did with it since consent was withdrawn. */
  toAcknowledge: string[];
}

type Desks = Pick<ReferralSheet, 'from' | 'coordinator'>;

export const startOf = ({ from, coordinator }: Desks): Position => ({
  transport: 'draft',
  business: 'pending',
  sender: from.agency,
  coordinator: coordinator.agency,
  trail: [from.agency],
  hops: 0,
  involved: false,
  escalated: false,
  handed: [],
  partial: false,
  toAcknowledge: [],
});

const actorOf = ({ by }: Pick<ReferralEvent, 'by'>): string | undefined => ('agency' in by ? (by.agency as string) : undefined);

/** The position after an event that may follow. */
export function step(before: Position, event: ReferralEvent): Position {
  const next: Position = { ...before, trail: [...before.trail], handed: [...before.handed], toAcknowledge: [...before.toAcknowledge] };
  next.partial ||= (event.parts ?? []).some(({ open }) => !open);
  for (const { open } of event.parts ?? [])
    if (open?.kind === 'shipped') next.handed.push({ event: event.id, at: event.at, agency: open.agency, items: open.items });
  if ('respondBy' in event && event.respondBy !== undefined) {
    next.respondBy = event.respondBy as string;
    next.overdueSince = undefined;
    if (event.type !== 'escalated') next.escalated = false;
  }
  const give = (to: { agency: string; name?: string }): void => {
    next.holder = to.agency;
    next.holderName = to.name;
    next.transport = 'sent';
    next.firstContactBy = undefined;
    next.hops = actorOf(event) === before.coordinator ? 1 : before.hops + 1;
    next.involved ||= to.agency === before.coordinator;
    if (!next.trail.includes(to.agency)) next.trail.push(to.agency);
  };
  switch (event.type) {
    case 'sent':
      give(event.to);
      next.hops = 1;
      next.trail = [before.sender, event.to.agency];
      next.business = 'pending';
      break;
    case 'received':
      next.transport = 'received';
      break;
    case 'accepted':
      next.transport = 'received';
      next.business = 'accepted';
      next.firstContactBy = event.firstContactBy;
      break;
    case 'asked-back':
      next.transport = 'received';
      next.business = 'asked-back';
      break;
    case 'answered':
      next.business = 'pending';
      break;
    case 'passed-on':
    case 'returned':
      give(event.to);
      next.business = event.type;
      break;
    case 'contacted':
      if (event.reached === 'yes') next.business = 'working';
      break;
    case 'reported':
      next.business = 'reported';
      break;
    case 'resumed':
      next.business = 'working';
      break;
    case 'closed':
    case 'cancelled':
    case 'consent-withdrawn':
      next.business = event.type;
      next.respondBy = undefined;
      next.overdueSince = undefined;
      next.escalated = false;
      if (event.type === 'consent-withdrawn')
        next.toAcknowledge = [...new Set(next.handed.filter(({ items }) => items.length).map(({ agency }) => agency))].filter(
          (agency) => agency !== before.sender,
        );
      break;
    case 'acknowledged':
      next.toAcknowledge = next.toAcknowledge.filter((agency) => agency !== actorOf(event));
      break;
    case 'overdue':
      next.overdueSince = event.since;
      break;
    case 'escalated':
      next.escalated = true;
      next.involved = true;
      break;
    case 'taken-over':
      next.holder = before.coordinator;
      next.holderName = undefined;
      next.transport = 'received';
      next.business = 'pending';
      next.firstContactBy = undefined;
      if (!next.trail.includes(before.coordinator)) next.trail.push(before.coordinator);
      break;
    case 'reopened':
      next.transport = 'draft';
      next.business = 'pending';
      next.holder = undefined;
      next.holderName = undefined;
      break;
    case 'progressed':
    case 'extended':
      break;
  }
  return next;
}
