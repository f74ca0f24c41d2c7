import { referralState } from '@tsunagu/schema/referral/light';
import type { ReferralValue } from '../sheet-host.js';

/** A desk that a whole sheet may be printed or written out for. */
export interface Recipient {
  agency: string;
  name?: string;
}

/** The desks a sheet is for: the one that has it (before it is sent: the one it will go to), then those that get a copy. */
export function recipientsOf({ sheet, events }: ReferralValue): Recipient[] {
  const { to, coordinator, copyTo = [] } = sheet;
  const named = to as { agency?: string; name?: string };
  const first: Recipient = named.agency === undefined ? coordinator : (named as Recipient);
  const last = events.at(-1);
  const state = last && referralState(sheet, events, last.at);
  const holder = state && 'holder' in state ? state.holder : undefined;
  // A record says the name that was shown then; where it says none, the sheet may know one.
  const now: Recipient = holder ? { ...[first, coordinator, ...copyTo].find(({ agency }) => agency === holder.agency), ...holder } : first;
  return [now, ...copyTo].filter(({ agency }, index, all) => all.findIndex((each) => each.agency === agency) === index);
}
