/** Reads a directory of the sheet's own. Most sheets stand inside a `<tsunagu-directory>` and never load it. */
export { directoryReader } from '@tsunagu/core';
