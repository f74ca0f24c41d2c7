/** Fetched once the sheet is on the screen: is the record what was written? */
export { verifyReferral } from '@tsunagu/schema/referral';
