/** What a desk may do with a sheet now: the buttons of its page. An open sheet always has somebody with a step to make. */
import type { Actor, ReferralCase } from './advance.js';
import { stepsOf, type NextSteps } from './steps.js';
import { isWithdrawn } from './withdrawn.js';

export type { NextStep, NextSteps } from './steps.js';

/** What `actor` may do at that instant, in the order of a sheet's life. Never throws on a parsed sheet. */
export const nextSteps = (given: ReferralCase, actor: Actor, at: Date | string): NextSteps =>
  stepsOf(given, 'agency' in actor ? actor.agency : undefined, at, (position) => isWithdrawn(given, position, at));
