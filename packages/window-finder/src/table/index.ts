/** A child `<table>` as data. Loaded only when an element finds one: it carries the importer. */
export { readChildTable, type TableHost } from './read-child-table.js';
export { readCaption, readTable } from './read-table.js';
export { tableToDirectory, tableToDirectorySteps, type TableOptions } from './table-to-directory.js';
