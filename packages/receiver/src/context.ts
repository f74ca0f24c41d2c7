import type { Directory } from '@tsunagu/schema/directory';
import type { Desks } from './desks.js';
import type { Rates } from './http/rates.js';
import type { ReferralStreams } from './referrals/stream.js';
import type { CityRules } from './store/referral-steps.js';
import type { Store } from './store/store.js';

/** What every route is given. */
export interface Context {
  store: Store;
  /** The city's, as the elements read it. */
  directory: Directory;
  desks: Desks;
  /** What of the city the rules of referrals ask for. */
  city: CityRules;
  streams: ReferralStreams;
  rates: Rates;
  now: () => Date;
}
