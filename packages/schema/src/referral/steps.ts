/** The steps of a desk, by the record alone: what a page needs that draws buttons. Whether consent was withdrawn elsewhere is told to it. */
import { timeOf, tokyoDay } from '../consent/linked.js';
import { eventOfAction, mayThoughWithdrawn, referralActionTypes, worded, type ReferralActionType } from './actions.js';
import type { ReferralEvent } from './event.schema.js';
import { refusalOf } from './moves.js';
import type { Position } from './position.js';
import type { ReferralSheet } from './referral.schema.js';
import { follow, referralState, type ReferralOwner } from './state.js';

export interface NextStep {
  /** `check-record`: the record has a gap or a step that does not fit; nothing else is possible until that is mended. */
  action: ReferralActionType | 'check-record';
  /** What has to be given with it. */
  needs: readonly ('to' | 'reason' | 'text' | 'outcome' | 'on' | 'respondBy' | 'did')[];
  /** It leads on, where others stop, take back or wait. */
  main: boolean;
}

export interface NextSteps {
  owner: ReferralOwner;
  /** Whose steps these are is also the one whose turn it is. */
  yourTurn: boolean;
  steps: NextStep[];
  /** The person took their consent back: stop it first. */
  withdrawn: boolean;
}

const needs: Partial<Record<ReferralActionType, NextStep['needs']>> = {
  'pass-on': ['to', 'reason'],
  return: ['reason'],
  contact: ['on'],
  report: ['outcome'],
  cancel: ['reason'],
  extend: ['respondBy'],
  acknowledge: ['did'],
};

const aside: readonly ReferralActionType[] = ['cancel', 'withdraw-consent', 'reopen', 'extend', 'mark-overdue'];

/**
 * What `agency` (undefined: the clock) may do at that instant, in the order of a sheet's life. `isWithdrawn` is asked where the sheet stands; a desk that
 * has no records of consent cannot know, and leaves it out. `heard`: of these only what that desk may write down for it. Never throws on a parsed sheet.
 */
export function stepsOf(
  { sheet, events }: { sheet: ReferralSheet; events: readonly ReferralEvent[] },
  agency: string | undefined,
  at: Date | string,
  isWithdrawn: (position: Position) => boolean = () => false,
  heard?: string,
): NextSteps {
  const { owner } = referralState(sheet, events, at);
  const yourTurn = agency === owner.agency;
  const found = follow(sheet, events, at);
  if (!found.ok || Number.isNaN(timeOf(at))) {
    const check: NextStep = { action: 'check-record', needs: [], main: true };
    return { owner, yourTurn, steps: yourTurn || agency === sheet.coordinator.agency ? [check] : [], withdrawn: false };
  }
  const withdrawn = isWithdrawn(found.position);
  const day = tokyoDay(timeOf(at));
  const steps = referralActionTypes
    .filter((action) => refusalOf(found.position, eventOfAction[action], { agency, heard, day }) === undefined)
    .filter((action) => !withdrawn || mayThoughWithdrawn(action))
    .map((action): NextStep => ({
      action,
      needs: needs[action] ?? (worded.includes(action) ? ['text'] : []),
      main: withdrawn ? action === 'withdraw-consent' : !aside.includes(action),
    }));
  return { owner, yourTurn, steps, withdrawn };
}
