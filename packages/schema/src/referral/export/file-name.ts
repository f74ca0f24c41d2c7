/** Names of files: nothing of anybody in them, since they stand in mails, in lists of recent files and on desktops. */
import { dateKeyOf, dayNumber } from '../../calendar/tokyo.js';
import { crc32 } from '../transfer/crc32.js';

/**
 * `tsunagu-20261124-3f9a02c1.csv`: the day (in Japan) the sheet was made, and eight digits by which two sheets differ. They are made of the sheet's id,
 * which is not written out: some cities make it from a name or a case number.
 */
export function fileNameFor(sheet: { readonly id?: string; readonly createdAt?: string }, extension: string): string {
  const made = new Date(sheet.createdAt ?? NaN);
  const day = Number.isNaN(made.getTime()) ? '' : `-${dateKeyOf(dayNumber(made)).replaceAll('-', '')}`;
  const id = crc32(Array.from(new TextEncoder().encode(sheet.id ?? ''), (byte) => String.fromCharCode(byte)).join('')).toLowerCase();
  return `tsunagu${day}-${id}.${extension.replace(/[^a-z0-9.]/gi, '')}`;
}
