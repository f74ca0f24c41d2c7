/** Fetched where records of consent are: has the person taken theirs back? */
export { nextSteps } from '@tsunagu/schema/referral';
