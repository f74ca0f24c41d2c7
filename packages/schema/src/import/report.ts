import type { SourceCell } from './grid.js';
import type { ReportItem, ReportKind } from './types.js';

/** Collects what was repaired, doubted or left out. `headings` gives the printed heading of a 1-based input column. */
export class Report {
  readonly items: ReportItem[] = [];
  headings: (column: number) => string | undefined = () => undefined;

  /** About one cell. `message` ends with 。 and is put after the column's name. */
  cell(kind: ReportKind, cell: SourceCell, message: string, after = '', before = cell.text): void {
    const header = this.headings(cell.column);
    this.items.push({ row: cell.row, column: cell.column, ...(header ? { header } : {}), kind, message, before, after });
  }

  /** About a row (`row` 1-based) or, with row 0, the whole table. */
  row(kind: ReportKind, row: number, message: string, before = '', after = ''): void {
    this.items.push({ row, column: 0, kind, message, before, after });
  }
}
