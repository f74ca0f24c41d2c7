import type { Directory } from '@tsunagu/schema/directory';
import { coreWords } from '@tsunagu/schema/vocabulary';
import { moreWords } from '@tsunagu/schema/vocabulary/more';
import * as finders from './create-finder.js';
import type { WithWords } from './create-finder.js';
import type { Finder, FinderOptions } from './types.js';

export { serviceState } from './fallback.js';
export type { Finder, FinderOptions, FindQuery, FindResult, FoundService, FoundWindow, Reason, Vocabulary } from './types.js';

/** Without `words`, all that tsunagu knows. */
export type Options = FinderOptions & Partial<WithWords>;

const words = [coreWords, moreWords];

/** A finder over a directory that has passed `parseDirectory`. */
export const createFinder = (directory: Directory, options: Options = {}): Finder => finders.createFinder(directory, { words, ...options });

/** The same in steps of at most a few milliseconds each, so that a page stays alive with 50,000 desks. */
export const createFinderInSteps = (directory: Directory, options: Options = {}): Generator<void, Finder> =>
  finders.createFinderInSteps(directory, { words, ...options });
