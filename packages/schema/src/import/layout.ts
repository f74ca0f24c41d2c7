/** Finds the headings of a table, whichever way it lies, and gives each column its role. */
import { filled, transpose, widthOf, type Grid, type SourceCell } from './grid.js';
import { nameRank, roleOf, type Role } from './headers.js';
import type { Report } from './report.js';
import { comparable, oneLine } from './text.js';

export interface Column {
  heading: string;
  role: Role | undefined;
}

export interface Layout {
  grid: Grid;
  columns: Column[];
  /** Rows of `grid` before the headings (a title, a date). */
  before: number[];
  /** How many rows of headings. */
  headings: number;
  /** First row of `grid` below the headings. */
  start: number;
  turned: boolean;
}

const searchDepth = 30;

export function findLayout(grid: Grid, headerRows: number | undefined, report: Report): Layout | undefined {
  const upright = readLayout(grid, headerRows);
  if (upright && score(upright.columns) >= 2) return finish(upright, report);
  const turned = headerRows === undefined ? readLayout(transpose(grid), 1) : undefined;
  // A turned table must be clear: a list with a name and one more known word in the first column could be anything.
  if (turned && score(turned.columns) > Math.max(1, upright ? score(upright.columns) : 0)) {
    report.row(
      'repair',
      0,
      '見出しが左端の列に並ぶ表なので、縦と横を入れ替えて読みました。',
      turned.columns.map((column) => column.heading).join(' '),
    );
    return finish({ ...turned, turned: true }, report);
  }
  return upright ? finish(upright, report) : undefined;
}

function readLayout(grid: Grid, headerRows: number | undefined): Layout | undefined {
  const first = headerRows === undefined ? findFirst(grid) : headerRows > 0 ? 0 : -1;
  if (first < 0) return undefined;
  let end = headerRows === undefined ? first + 1 : Math.min(grid.length, Math.floor(headerRows));
  if (headerRows === undefined) while (end < grid.length && end - first < 4 && continuesHeadings(grid, first, end)) end++;
  const width = widthOf(grid.slice(first));
  const columns = Array.from({ length: width }, (_, x) => columnOf(grid.slice(first, end), x));
  return { grid, columns, before: Array.from({ length: first }, (_, r) => r), headings: end - first, start: end, turned: false };
}

/** The first row that reads as headings: two known words, or only `<th>` cells. */
function findFirst(grid: Grid): number {
  let headerCells = -1;
  for (let r = 0; r < Math.min(grid.length, searchDepth); r++) {
    const cells = filled(grid[r]!);
    const roles = new Set(cells.map((cell) => roleOf(cell.text)).filter((role) => role !== undefined));
    if (roles.size > 1) return r;
    if (headerCells < 0 && cells.length > 1 && cells.every((cell) => cell.header)) headerCells = r;
  }
  return headerCells;
}

/** A further row of headings has only cells that reach down from above, known words, or `<th>` cells. */
function continuesHeadings(grid: Grid, first: number, r: number): boolean {
  const above = new Set(grid.slice(first, r).flat());
  const own = filled(grid[r]!).filter((cell) => !above.has(cell));
  if (own.length === 0) return filled(grid[r]!).length > 0;
  return own.every((cell) => roleOf(cell.text) !== undefined || (cell.header && own.length > 1));
}

/** Headings above one another: the lowest known one decides, then all together (「連絡先」over「番号」). */
function columnOf(rows: Grid, x: number): Column {
  const cells: SourceCell[] = [];
  for (const row of rows) {
    const cell = row[x];
    if (cell?.text && !cells.includes(cell)) cells.push(cell);
  }
  const words = cells.map((cell) => oneLine(cell.text));
  const heading = [...new Set(words)].join(' ').slice(0, 200);
  const role =
    [...words]
      .reverse()
      .map(roleOf)
      .find((found) => found !== undefined) ?? roleOf(heading);
  return { heading, role };
}

function finish(layout: Layout, report: Report): Layout {
  const { columns } = layout;
  if (layout.headings > 1) {
    const words = columns.map((column) => column.heading).filter(Boolean);
    report.row(
      'repair',
      0,
      `見出しが${layout.headings}行ある表として読みました。`,
      layout.grid
        .slice(layout.start - layout.headings, layout.start)
        .map((row) =>
          filled(row)
            .map((cell) => oneLine(cell.text))
            .join(' '),
        )
        .join('\n'),
      words.join('、'),
    );
  }
  const names = columns.filter((column) => column.role === 'name');
  const best = names.sort((a, b) => nameRank(a.heading) - nameRank(b.heading))[0];
  for (const other of names.slice(1)) {
    if (comparable(other.heading) === comparable(best!.heading)) continue;
    other.role = undefined;
    report.row(
      'doubt',
      0,
      `名称らしい列が2つあります。「${best!.heading}」を名称とし、「${other.heading}」は注記に残しました。`,
      other.heading,
    );
  }
  if (!best) {
    const guess = columns.find((column) => column.role === undefined);
    if (guess) {
      guess.role = 'name';
      report.row(
        'doubt',
        0,
        `名称の列が見つからないため、「${guess.heading || '見出しのない列'}」の列を窓口の名称とみなしました。`,
        guess.heading,
      );
    }
  }
  return layout;
}

const score = (columns: readonly Column[]): number =>
  new Set(columns.map((column) => column.role).filter((role) => role !== undefined)).size;
