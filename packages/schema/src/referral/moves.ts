/** Which step may follow where a sheet stands, and whose it is. One table, so that a sheet, a server and a reader of a record see the same rule. */
import type { ReferralEventType, ReferralRole } from './choices.js';
import { mostHops } from './limits.js';
import type { Position } from './position.js';

/**
 * `ended`: the sheet is closed, cancelled or stopped. `draft`: it was not sent yet. `not-yours`: another desk's step. `not-now`: it cannot follow where
 * the sheet stands. `not-due`: its day has not passed. `already`: it was done. `self`: it would go back to the desk that asks.
 */
export type MoveRefusal = 'ended' | 'draft' | 'not-yours' | 'not-now' | 'not-due' | 'already' | 'self';

interface Move {
  /** First whose step it is before all. */
  roles: readonly ReferralRole[];
  /** Why not now; undefined: it may follow. `day`: today in Tokyo. */
  blocked: (position: Position, day: string) => MoveRefusal | undefined;
}

/** They see every step, and may write down what a desk answered. */
const seeing: readonly ReferralRole[] = ['sender', 'coordinator'];

const undecided: readonly Position['business'][] = ['pending', 'passed-on', 'returned'];
const held: readonly Position['business'][] = [...undecided, 'asked-back', 'accepted', 'working'];

export const hasEnded = ({ business }: Pick<Position, 'business'>): boolean =>
  business === 'closed' || business === 'cancelled' || business === 'consent-withdrawn';

/** Whoever must make the next step has let its day pass. The whole day counts. */
export const isPast = ({ respondBy }: Pick<Position, 'respondBy'>, day: string): boolean => respondBy !== undefined && day > respondBy;

/** Only while it is under way, and then in these states. */
const while_ =
  (states: readonly Position['business'][], also?: Move['blocked']): Move['blocked'] =>
  (position, day) => {
    if (hasEnded(position)) return 'ended';
    if (position.transport === 'draft') return 'draft';
    return states.includes(position.business) ? also?.(position, day) : 'not-now';
  };
const underWay: readonly Position['business'][] = [...held, 'reported'];

export const referralMoves: Readonly<Record<ReferralEventType, Move>> = {
  sent: {
    roles: ['sender'],
    blocked: (position) => (hasEnded(position) ? 'ended' : position.transport === 'draft' ? undefined : 'already'),
  },
  received: { roles: ['holder'], blocked: while_(underWay, ({ transport }) => (transport === 'sent' ? undefined : 'already')) },
  // Taking it on says that it has come.
  accepted: {
    roles: ['holder'],
    blocked: while_(underWay, ({ business }) =>
      business === 'accepted' || business === 'working' ? 'already' : business === 'reported' ? 'not-now' : undefined,
    ),
  },
  'asked-back': { roles: ['holder'], blocked: while_(undecided, ({ holder, sender }) => (holder === sender ? 'self' : undefined)) },
  answered: { roles: ['sender'], blocked: while_(['asked-back']) },
  'passed-on': { roles: ['holder', 'coordinator'], blocked: while_(held) },
  returned: { roles: ['holder'], blocked: while_(held, ({ holder, coordinator }) => (holder === coordinator ? 'self' : undefined)) },
  contacted: { roles: ['holder'], blocked: while_(['accepted']) },
  progressed: { roles: ['holder'], blocked: while_(['working']) },
  reported: { roles: ['holder'], blocked: while_(['accepted', 'working']) },
  resumed: { roles: ['sender'], blocked: while_(['reported']) },
  closed: { roles: ['sender', 'coordinator'], blocked: while_(['reported']) },
  cancelled: { roles: ['sender'], blocked: (position) => (hasEnded(position) ? 'ended' : undefined) },
  'consent-withdrawn': {
    roles: ['sender', 'holder', 'coordinator', 'clock'],
    blocked: (position) => (hasEnded(position) ? (position.business === 'consent-withdrawn' ? 'already' : 'ended') : undefined),
  },
  acknowledged: {
    roles: ['seer'],
    blocked: ({ business }) => (business === 'consent-withdrawn' ? undefined : 'not-now'),
  },
  overdue: {
    roles: ['clock'],
    blocked: while_(underWay, (position, day) =>
      !isPast(position, day) ? 'not-due' : position.overdueSince === undefined ? undefined : 'already',
    ),
  },
  escalated: {
    roles: ['clock', 'sender'],
    blocked: while_(underWay, (position, day) => {
      if (position.escalated) return 'already';
      if (!isPast(position, day)) return 'not-due';
      return ownerOf(position) === position.coordinator ? 'self' : undefined;
    }),
  },
  extended: {
    roles: ['sender', 'coordinator'],
    blocked: while_(underWay, (position, day) => (isPast(position, day) || position.escalated ? undefined : 'not-due')),
  },
  'taken-over': {
    roles: ['coordinator'],
    blocked: while_(underWay, ({ escalated, holder, coordinator }) =>
      holder === coordinator ? 'already' : escalated ? undefined : 'not-now',
    ),
  },
  reopened: {
    roles: ['sender'],
    blocked: ({ business }) => (business === 'closed' || business === 'cancelled' ? undefined : 'not-now'),
  },
};

/** Whose the next step is. A sheet that has ended is nobody's to move, but stays with its sender. */
export function ownerOf({ transport, business, escalated, sender, coordinator, holder }: Position): string {
  if (hasEnded({ business }) || transport === 'draft') return sender;
  if (escalated) return coordinator;
  return business === 'asked-back' || business === 'reported' ? sender : (holder ?? coordinator);
}

/** What a desk (or the clock) is to the sheet. The coordinator is one only once the sheet has come to them. */
export function rolesOf(position: Position, agency: string | undefined): ReferralRole[] {
  if (agency === undefined) return ['clock'];
  const { sender, holder, coordinator, involved, toAcknowledge, transport, partial } = position;
  const roles: ReferralRole[] = [];
  if (agency === sender) roles.push('sender');
  if (agency === holder && transport !== 'draft') roles.push('holder');
  if (agency === coordinator && involved) roles.push('coordinator');
  if (toAcknowledge.includes(agency) || partial) roles.push('seer');
  return roles;
}

/**
 * Why `agency` (undefined: the clock) may not make this step on that day (Tokyo); undefined: they may. `heard`: the desk that wrote it down for them, after an
 * answer on paper or by telephone. Only what the desk that has the sheet answers is written down so, and only by the sender or the coordinator.
 */
export function refusalOf(
  position: Position,
  type: ReferralEventType,
  { agency, heard, day }: { agency: string | undefined; heard?: string; day: string },
): MoveRefusal | undefined {
  const { roles, blocked } = referralMoves[type];
  const own = rolesOf(position, agency).filter((role) => roles.includes(role));
  const why = blocked(position, day);
  if (!own.length) return why === 'ended' || why === 'draft' ? why : 'not-yours';
  if (why !== undefined) return why;
  if (
    heard !== undefined &&
    (heard === agency ||
      roles[0] !== 'holder' ||
      !own.includes('holder') ||
      !rolesOf(position, heard).some((role) => seeing.includes(role)))
  )
    return 'not-yours';
  const past = position.escalated;
  // Only where the desk did not answer does the coordinator act in its place.
  if (own.every((role) => role === 'coordinator') && !past && (type === 'passed-on' || type === 'closed' || type === 'extended')) {
    return type === 'extended' && isPast(position, day) ? undefined : 'not-yours';
  }
  // Nobody gives themselves more time.
  if (type === 'extended' && own.every((role) => role === 'sender') && ownerOf(position) === position.sender) return 'not-yours';
  return undefined;
}

/**
 * Why a sheet that `actor` passes on `to` a desk goes to the coordinator instead: no desk is asked twice (`loop`), and none after the third in a row
 * (`hops`). Undefined: it goes where it was meant to.
 */
export function reroutedBecause(
  { trail, hops, coordinator }: { trail: readonly string[]; hops: number; coordinator: string },
  { actor, to }: { actor: string | undefined; to: string },
): 'loop' | 'hops' | undefined {
  if (actor === coordinator || to === coordinator) return undefined;
  return trail.includes(to) ? 'loop' : hops >= mostHops ? 'hops' : undefined;
}
