import type { Desks } from './desks.js';
import type { Rates } from './http/rates.js';
import type { Store } from './store/store.js';

/** What every route is given. */
export interface Context {
  store: Store;
  desks: Desks;
  rates: Rates;
  now: () => Date;
}
