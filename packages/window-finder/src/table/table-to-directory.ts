import { importSteps, importTable, type ImportOptions, type ImportResult } from '@tsunagu/schema/import';
import { readCaption, readTable } from './read-table.js';

export type TableOptions = Omit<ImportOptions, 'caption'>;

/** A table on the page → directory, desks, report and issues; see `importTable`. The table itself is left as it is. */
export function tableToDirectory(table: HTMLTableElement, options: TableOptions): ImportResult {
  return importTable(readTable(table), withCaption(table, options));
}

/** {@link tableToDirectory} in steps, one desk each, for tables long enough to hold up a phone. */
export function tableToDirectorySteps(table: HTMLTableElement, options: TableOptions): Generator<void, ImportResult> {
  return importSteps(readTable(table), withCaption(table, options));
}

function withCaption(table: HTMLTableElement, options: TableOptions): ImportOptions {
  const caption = readCaption(table);
  return caption ? { ...options, caption } : options;
}
