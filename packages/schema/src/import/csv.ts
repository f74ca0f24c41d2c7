/** CSV files → directory. An entry of its own, because it carries the CSV parser. */
import Papa from 'papaparse';
import { decodeText, type TextEncodingName } from './encoding.js';
import { importTable } from './import-table.js';
import type { ImportOptions, ImportResult } from './types.js';

export type { TextEncodingName } from './encoding.js';
export { decodeText } from './encoding.js';

export interface CsvImportOptions extends ImportOptions {
  /** Default: found out from the bytes. Ignored when `input` is already a string. */
  encoding?: TextEncodingName;
}

export interface CsvImportResult extends ImportResult {
  /** How the bytes were read; undefined for a string. */
  encoding?: TextEncodingName;
}

/**
 * Reads the text or the bytes of a CSV (or tab separated) file as {@link importTable} reads rows. Cities publish UTF-8 with and
 * without mark, Shift_JIS and UTF-16 side by side, so the encoding is decided for each file.
 */
export function importCsv(input: string | ArrayBuffer | Uint8Array, options: CsvImportOptions): CsvImportResult {
  const decoded = typeof input === 'string' ? { text: input } : decodeText(input, options.encoding);
  const parsed = Papa.parse<string[]>(decoded.text.replace(/^\ufeff/, ''), { skipEmptyLines: false, delimiter: delimiterOf(decoded.text) });
  const rows = parsed.data.filter((row) => Array.isArray(row));
  const result = importTable(rows, options);
  for (const error of parsed.errors.slice(0, 20)) {
    const row = (error.row ?? -1) + 1;
    result.report.push({
      row,
      column: 0,
      kind: 'doubt',
      message: 'CSVの引用符（"）の対応が合わない行があります。元のファイルを確かめてください。',
      before: (rows[row - 1] ?? []).join(',').slice(0, 2000),
      after: '',
    });
  }
  return 'encoding' in decoded ? { ...result, encoding: decoded.encoding } : result;
}

/** Tab where the first lines have more tabs than commas. Guessing wider than that takes 「・」-like signs for separators. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 5000);
  return (head.match(/\t/g)?.length ?? 0) > (head.match(/,/g)?.length ?? 0) ? '\t' : ',';
}
