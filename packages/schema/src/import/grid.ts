import { tidy } from './text.js';
import type { TableRow } from './types.js';

/** One cell of the input, wherever its spans put it. `row` and `column` are 1-based and tell where it begins. */
export interface SourceCell {
  text: string;
  header: boolean;
  row: number;
  column: number;
  href?: string;
}

export type Grid = (SourceCell | undefined)[][];

/** Wider tables are cut here: a hostile colspan must not fill a phone's memory. Cells beyond are handed back as `cut`. */
export const maxColumns = 200;

/** Puts every cell at each place it covers. A merged cell is one object at several places. */
export function expandGrid(rows: readonly TableRow[]): { grid: Grid; cut: SourceCell[] } {
  const grid: Grid = rows.map(() => []);
  const cut: SourceCell[] = [];
  rows.forEach((cells, r) => {
    const line = grid[r]!;
    let column = 0;
    for (const cell of Array.isArray(cells) ? (cells as TableRow) : []) {
      while (line[column]) column++;
      const whole = typeof cell === 'object' && cell !== null ? cell : { text: cell };
      const source: SourceCell = { text: tidy(whole.text), header: whole.header === true, row: r + 1, column: column + 1 };
      if (typeof whole.href === 'string') source.href = whole.href;
      if (column >= maxColumns) {
        if (source.text) cut.push(source);
        column++;
        continue;
      }
      const right = Math.min(column + span(whole.colspan, 1), maxColumns);
      const down = Math.min(r + (whole.rowspan === 0 ? rows.length : span(whole.rowspan, 1)), rows.length);
      for (let y = r; y < down; y++) {
        for (let x = column; x < right; x++) grid[y]![x] ??= source;
      }
      column = right;
    }
  });
  return { grid, cut };
}

const span = (value: number | undefined, least: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? Math.max(least, Math.floor(value)) : least;

/** Columns of the longest row. */
export const widthOf = (grid: Grid): number => grid.reduce((widest, row) => Math.max(widest, row.length), 0);

/** Rows become columns: for a table whose headings stand in the first column. Cells keep their place in the input. */
export function transpose(grid: Grid): Grid {
  return Array.from({ length: widthOf(grid) }, (_, x) => grid.map((row) => row[x]));
}

/** The distinct cells with text of a row, left to right. */
export function filled(row: readonly (SourceCell | undefined)[]): SourceCell[] {
  const cells = new Set<SourceCell>();
  for (const cell of row) if (cell?.text) cells.add(cell);
  return [...cells];
}
