/** Where a sheet stands, in words: for the band at its top. No DOM. */
import { businessDaysLeft, type ReferralState } from '@tsunagu/schema/referral/light';
import type { SheetView } from '../parts/view.js';
import { dayOf } from '../parts/words.js';

export interface Standing {
  /** What became of it, and where it is. */
  words: string[];
  /** How long it still may take, or has been late. */
  due: string;
  late: boolean;
  turn: string;
  yours: boolean;
  notes: string[];
}

const undecided: readonly string[] = ['pending', 'passed-on', 'returned'];

export function standingOf(state: ReferralState, { texts, desks, desk, at }: SheetView): Standing {
  const { choices } = texts.names;
  const { transport, business, open, owner, respondBy, overdueSince, escalated, companion, firstContactBy } = state;
  const draft = transport === 'draft' && open;
  const parts = [
    ...(business === 'pending' && transport !== 'received' ? [] : [choices.business[business]]),
    ...(draft || (open && undecided.includes(business) && transport !== 'overdue') ? [choices.transport[transport]] : []),
  ];
  // What waits was received first; what was handed on is on its way again.
  const words = business === 'pending' ? parts.reverse() : parts;
  const calendar = desks.directory?.calendar;
  const late = overdueSince !== undefined;
  const days = respondBy === undefined ? 0 : businessDaysLeft(respondBy, at, calendar);
  const due = draft || respondBy === undefined ? '' : late ? texts.daysLate(-days) : texts.daysLeft(days);
  const yours = open && owner.agency === desk;
  return {
    words: words.length || late ? words : [choices.transport[transport]],
    due: escalated && due ? `${due}。${texts.toldCoordinator}` : due,
    late,
    turn: draft ? '' : !open ? texts.ended : yours ? texts.yourTurn : texts.turnOf(desks.name(owner.agency)),
    yours,
    notes: [
      ...(companion !== undefined && companion !== owner.agency ? [texts.companion(desks.name(companion))] : []),
      ...(open && firstContactBy !== undefined && business === 'accepted' ? [texts.firstContact(dayOf(firstContactBy, texts.day))] : []),
    ],
  };
}
