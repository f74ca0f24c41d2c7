/**
 * @tsunagu/schema/referral/light: where a sheet stands and whose steps are next, without the rules that write a record or judge consent. What a page
 * loads at once; `/referral` has the rest.
 */
export { eventOfAction, unmetOutcomes, type ReferralAction, type ReferralActionType } from './actions.js';
export { referralFaults } from './faults.js';
export { farthestDay, referralLimits } from './limits.js';
export { reroutedBecause } from './moves.js';
export { cancelReasons, outcomeIds, reasonIds } from './reply-choices.js';
export { businessDaysLeft, referralState, type AnyReferralState, type ReferralOwner, type ReferralState } from './state.js';
export { stepsOf, type NextStep, type NextSteps } from './steps.js';
export { saysSomething } from '../text/says-something.js';
