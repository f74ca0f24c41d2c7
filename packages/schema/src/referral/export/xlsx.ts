/** @tsunagu/schema/referral/xlsx: a sheet as an Excel file, in browsers and Node. What writes it is loaded when it is asked for, and not before. */
import type { Handed } from '../handed.js';
import { guarded } from './cells.js';
import { tableHead, tableOf } from './table.js';
import { japanese, type Wording } from './wording.js';

export { unguarded } from './cells.js';
export { fileNameFor } from './file-name.js';
export { handedHere, handedTo, ownCopy, type Handed, type HandedSheet } from '../handed.js';
export type { Wording } from './wording.js';

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Every cell is text (format `@`), so that a phone number keeps its 0 and nothing runs when somebody edits it. */
const cell = (value: string) => ({ value, type: String, format: '@', wrap: true, alignVertical: 'top', fontFamily: 'Yu Gothic' }) as const;

/**
 * What one desk has, with the same rows and values as the CSV. Rejects with a `TypeError` on a whole sheet, and where the writer cannot be loaded.
 */
export async function sheetToXlsx(handed: Handed, wording: Partial<Wording> = {}): Promise<Blob> {
  const rows = tableOf(handed, wording);
  // Without the workers of the browser's own entry: they would want a hole in the page's content security policy.
  const { default: write } = await import('write-excel-file/universal');
  const head = tableHead.map((value) => ({ ...cell(value), fontWeight: 'bold' as const, backgroundColor: '#E6E6E6' }));
  const { toBlob } = write([head, ...rows.map((row) => row.map((value) => cell(guarded(value))))], {
    sheet: (wording.words ?? japanese.words).title,
    columns: [{ width: 6 }, { width: 18 }, { width: 26 }, { width: 70 }, { width: 30 }],
    stickyRowsCount: 1,
    orientation: 'landscape',
  });
  return new Blob([await toBlob()], { type: xlsxType });
}
