/** The heavier rules, fetched once the sheet is on the screen: is the record what was written, and has the person taken their consent back? */
export { nextSteps, verifyReferral } from '@tsunagu/schema/referral';
