/**
 * @tsunagu/schema/referral/csv: a sheet as CSV (RFC 4180, UTF-8 with byte order mark, CR LF). The mark tells a spreadsheet that would take the file for
 * Shift_JIS what it is.
 */
import type { Handed } from '../handed.js';
import { guardedInCsv } from './cells.js';
import { tableHead, tableOf } from './table.js';
import type { Wording } from './wording.js';

export { unguarded } from './cells.js';
export { fileNameFor } from './file-name.js';
export { handedHere, handedTo, ownCopy, type Handed, type HandedSheet } from '../handed.js';
export type { Wording } from './wording.js';

/** Every cell in quotation marks; one within is written twice. */
const line = (cells: readonly string[]): string => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`;

/**
 * What one desk has, a row for each field: 番号, 欄, 項目, 内容, 位置 (JSON Pointer). The first character is the byte order mark. Cells that could run or be
 * counted begin with an apostrophe, which `unguarded` takes away. Throws a `TypeError` on a whole sheet.
 */
export function sheetToCsv(handed: Handed, wording?: Partial<Wording>): string {
  const rows = tableOf(handed, wording).map((row) => row.map(guardedInCsv));
  return `\ufeff${[tableHead, ...rows].map(line).join('')}`;
}
