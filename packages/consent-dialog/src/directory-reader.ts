/** Reads a directory of the dialog's own. Most dialogs stand inside a `<tsunagu-directory>` and never load it. */
export { directoryReader } from '@tsunagu/core';
