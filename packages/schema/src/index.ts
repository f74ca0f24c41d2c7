/** @tsunagu/schema: the words of the field. See each entry (`/directory`, `/hours`, `/open-state`, `/vocabulary` …) to import less. */
export * from './directory/index.js';
export { explainIssues, parseDirectory, type DirectoryIssue, type ParseDirectoryResult } from './directory/parse.js';
export { localize } from './text/localize.js';
