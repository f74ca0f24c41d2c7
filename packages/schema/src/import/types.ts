import type { Directory, Municipality } from '../directory/directory.schema.js';
import type { DirectoryIssue } from '../directory/parse.js';
import type { LocalizedText, Source } from '../directory/primitives.js';
import type { ConsultationWindow } from '../directory/window.schema.js';

/** A table cell. `rowspan` 0 = down to the last row; `header` = it was a `<th>`; line breaks in `text` are `\n`. */
export interface Cell {
  text: string;
  rowspan?: number;
  colspan?: number;
  header?: boolean;
  /** Absolute http(s) address of the cell's first link. */
  href?: string;
}

export type TableRow = readonly (string | Cell)[];

/**
 * The municipality of the directory. `code` may lack its leading zero or check digit (both are mended and reported);
 * without `mainContact` the first catch-all desk is the contact.
 */
export interface ImportMunicipality {
  code: string;
  name: LocalizedText;
  kana?: string;
  prefecture?: string;
  mainContact?: Municipality['mainContact'];
}

export interface ImportOptions {
  municipality: ImportMunicipality;
  /** Date of the table, `YYYY-MM-DD`. */
  updated: string;
  /** Area code (市外局番) put before local numbers, such as `0743`. Without it, one printed in the table (市外局番0743) is used. */
  areaCode?: string;
  /** How many rows at the top are headings. Default: found out. */
  headerRows?: number;
  source?: Source;
  /** Names or ids of the desks that take any worry. Default: the desks of field `general` (総合). */
  catchAll?: string | readonly string[];
  /** Text printed with the table (a `<caption>`); kept as a note of the directory. */
  caption?: string;
}

/** `repair`: changed, and sure. `doubt`: a person should look. `ignored`: not used for a desk (kept in notes where it says something). */
export type ReportKind = 'repair' | 'doubt' | 'ignored';

/** One repair, doubt or omission, for the person who keeps the table. */
export interface ReportItem {
  /** 1-based row of the input; 0 = the whole table. */
  row: number;
  /** 1-based column of the input; 0 = the whole row or table. */
  column: number;
  /** The column's heading as printed, when there is one. */
  header?: string;
  kind: ReportKind;
  /** A Japanese sentence for a city employee. */
  message: string;
  before: string;
  after: string;
}

/** How a column was understood: `role` is undefined when its heading is not known. */
export interface ReadColumn {
  heading: string;
  role: string | undefined;
}

export interface ImportResult {
  /** Present only when it passes `parseDirectory`. */
  directory?: Directory;
  /** The directory as put together, also when it does not pass. */
  draft: unknown;
  /** The desks read, valid each by itself, also when the directory as a whole is not. */
  windows: ConsultationWindow[];
  /** The columns (in a turned table the rows) from first to last. Empty when no headings were found. */
  columns: ReadColumn[];
  report: ReportItem[];
  /** What keeps the directory from being valid. Empty when `directory` is there. */
  issues: DirectoryIssue[];
}

/** Text of a column that has no place in a window (法人番号, 町字ID …): kept beside the window's own fields as `importedColumns`. */
export interface ImportedColumn {
  header: string;
  text: string;
}
