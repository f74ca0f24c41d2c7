import { createContext } from '@lit/context';
import type { Directory } from '@tsunagu/schema/directory';
import type { DirectoryFailure } from './directory.events.js';

/** Where a directory stands: not asked for, on its way, here, or failed. */
export type DirectoryState =
  { status: 'none' } | { status: 'loading' } | { status: 'ready'; directory: Directory } | { status: 'failed'; failure: DirectoryFailure };

/** What `<tsunagu-directory>` gives to every element inside it. */
export const directoryContext = createContext<DirectoryState>(Symbol.for('tsunagu-directory'));
