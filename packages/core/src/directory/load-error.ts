import type { DirectoryFailure } from './directory.events.js';

/** A directory that could not be loaded, and why. */
export class LoadError extends Error {
  constructor(readonly failure: DirectoryFailure) {
    super(failure.message);
  }
}
