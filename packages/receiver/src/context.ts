import type { Directory } from '@tsunagu/schema/directory';
import type { Desks } from './desks.js';
import type { Rates } from './http/rates.js';
import type { Store } from './store/store.js';

/** What every route is given. */
export interface Context {
  store: Store;
  /** The city's, as the elements read it. */
  directory: Directory;
  desks: Desks;
  rates: Rates;
  now: () => Date;
}
