import type { Directory, RawIssue } from '@tsunagu/schema/directory';

/** Why a directory could not be used. */
export type FailureReason = 'network' | 'http' | 'timeout' | 'too-large' | 'not-json' | 'invalid' | 'table';

/** A failed load: the reason, an English sentence for the console, and where known the status and the issues by path. */
export interface DirectoryFailure {
  reason: FailureReason;
  message: string;
  src?: string;
  status?: number;
  issues?: readonly RawIssue[];
}

/** `tsunagu-directory-load`: a directory was read and is valid. */
export class DirectoryLoadEvent extends CustomEvent<{ directory: Directory }> {
  constructor(directory: Directory) {
    super('tsunagu-directory-load', { bubbles: true, composed: true, detail: { directory } });
  }
}

/** `tsunagu-directory-error`: a directory could not be loaded or is not valid; the element's children stay visible. */
export class DirectoryErrorEvent extends CustomEvent<DirectoryFailure> {
  constructor(failure: DirectoryFailure) {
    super('tsunagu-directory-error', { bubbles: true, composed: true, detail: failure });
  }
}

declare global {
  interface HTMLElementEventMap {
    'tsunagu-directory-load': DirectoryLoadEvent;
    'tsunagu-directory-error': DirectoryErrorEvent;
  }
}
