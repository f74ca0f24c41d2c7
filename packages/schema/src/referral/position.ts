/** Where a sheet stands, step by step: what `state.ts` computes and `moves.ts` asks. */
import type { BusinessState, ReferralEventType } from './choices.js';
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

/** Whose a step is; no agency: the clock's. */
export interface By {
  agency?: string;
  heard?: By;
}

export const actorOf = ({ by }: Pick<ReferralEvent, 'by'>): string | undefined => (by as By).agency;

/** The desk that wrote an event down: its own, or whose it is that heard the answer. */
export const writerOf = ({ by }: Pick<ReferralEvent, 'by'>): string | undefined => ((by as By).heard ?? (by as By)).agency;

/** What becomes of it; other events leave it as it was. */
const becomes: Partial<Record<ReferralEventType, BusinessState>> = {
  sent: 'pending',
  accepted: 'accepted',
  'asked-back': 'asked-back',
  answered: 'pending',
  'passed-on': 'passed-on',
  returned: 'returned',
  reported: 'reported',
  resumed: 'working',
  closed: 'closed',
  cancelled: 'cancelled',
  'consent-withdrawn': 'consent-withdrawn',
  'taken-over': 'pending',
  reopened: 'pending',
};

/** They say that it has come to the desk. */
const arrivals: readonly ReferralEventType[] = ['received', 'accepted', 'asked-back', 'taken-over'];

/** The position after an event that may follow. */
export function step(before: Position, event: ReferralEvent): Position {
  const { sender, coordinator } = before;
  const { type } = event;
  const next: Position = {
    ...before,
    business: becomes[type] ?? before.business,
    trail: [...before.trail],
    handed: [...before.handed],
    toAcknowledge: [...before.toAcknowledge],
  };
  next.partial ||= (event.parts ?? []).some(({ open }) => !open);
  for (const { open } of event.parts ?? [])
    if (open?.kind === 'shipped') next.handed.push({ event: event.id, at: event.at, agency: open.agency, items: open.items });
  if ('respondBy' in event && event.respondBy !== undefined) {
    next.respondBy = event.respondBy as string;
    next.overdueSince = undefined;
    if (type !== 'escalated') next.escalated = false;
  }
  const give = (agency: string, name?: string): void => {
    next.holder = agency;
    next.holderName = name;
    next.firstContactBy = undefined;
    if (!next.trail.includes(agency)) next.trail.push(agency);
  };
  if (arrivals.includes(type)) next.transport = 'received';
  if (type === 'sent' || type === 'passed-on' || type === 'returned') {
    const { agency, name } = event.to;
    if (type === 'sent') next.trail = [sender];
    give(agency, name);
    next.transport = 'sent';
    next.hops = type === 'sent' || actorOf(event) === coordinator ? 1 : before.hops + 1;
    next.involved ||= agency === coordinator;
  } else if (type === 'taken-over') {
    give(coordinator);
  } else if (type === 'accepted') {
    next.firstContactBy = event.firstContactBy;
  } else if (type === 'contacted') {
    if (event.reached === 'yes') next.business = 'working';
  } else if (type === 'acknowledged') {
    next.toAcknowledge = next.toAcknowledge.filter((agency) => agency !== actorOf(event));
  } else if (type === 'overdue') {
    next.overdueSince = event.since;
  } else if (type === 'escalated') {
    next.escalated = next.involved = true;
  } else if (type === 'reopened') {
    next.transport = 'draft';
    next.holder = next.holderName = undefined;
  } else if (type === 'closed' || type === 'cancelled' || type === 'consent-withdrawn') {
    next.respondBy = next.overdueSince = undefined;
    next.escalated = false;
    if (type === 'consent-withdrawn')
      next.toAcknowledge = [...new Set(next.handed.filter(({ items }) => items.length).map(({ agency }) => agency))].filter(
        (agency) => agency !== sender,
      );
  }
  return next;
}
