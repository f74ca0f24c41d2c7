/** Rows below the headings → one record per desk. Headings inside the table, footnotes and totals are told apart from desks. */
import { fieldsOf, isPlainFieldWord } from './fields.js';
import { filled, type Grid, type SourceCell } from './grid.js';
import type { Column, Layout } from './layout.js';
import type { Report } from './report.js';
import { comparable, isNone, oneLine } from './text.js';

export interface DeskRecord {
  /** 1-based row (or column, in a turned table) of the input where the desk begins. */
  row: number;
  /** Cells by column index; several when a desk takes more than one row. */
  cells: Map<number, SourceCell[]>;
  /** A heading row above the desk (【高齢】, 北部地域), when there is one. */
  section?: SourceCell;
}

const footnoteMark = /^(※|＊|\*|注[:：)）\d]?|（注|\(注|☎|📞)/;
const decoration = /^[■□◆◇●○◎▼▽▲△★☆【[＜<《〈「・\s]+|[】\]＞>》〉」\s]+$/g;
const totalRow = /^(総?合計|小計|計|総数)$/;

/** `notes` receives text that belongs to the whole table. */
export function readRecords(layout: Layout, report: Report, notes: string[]): DeskRecord[] {
  const { grid, columns, start } = layout;
  const nameColumns = columns.flatMap((column, index) => (column.role === 'name' ? [index] : []));
  const fieldColumns = columns.flatMap((column, index) => (column.role === 'field' && index < (nameColumns[0] ?? 0) ? [index] : []));
  const records: DeskRecord[] = [];
  let section = sectionAbove(layout, nameColumns);
  let current: DeskRecord | undefined;
  let above: (SourceCell | undefined)[] = [];

  for (let r = start; r < grid.length; r++) {
    const row = ditto(grid[r]!, above, report);
    above = row;
    const cells = filled(row);
    const first = cells[0];
    if (!first) continue;
    // A row of nothing but cells that reach down from the desk above adds nothing.
    if (current && cells.every((cell) => row.every((at, index) => at !== cell || current?.cells.get(index)?.includes(cell)))) continue;
    const line = placeOf(layout, r, first);
    const joined = (): string => cells.map((cell) => cell.text).join(' ');

    if (isHeadingAgain(row, columns)) {
      report.row('ignored', line, '見出しの行が表の途中にもう一度あるため、読み飛ばしました。', joined());
      continue;
    }
    if (totalRow.test(comparable(first.text)) && cells.every((cell) => cell === first || /^[\d０-９,，か所件人]+$/.test(cell.text))) {
      report.row('ignored', line, '合計の行とみなし、窓口にしませんでした。', joined());
      continue;
    }
    if (cells.length === 1) {
      const kind = loneCell(first, row, nameColumns);
      if (kind === 'footnote') {
        notes.push(oneLine(first.text));
        report.row('ignored', line, '表の注とみなし、窓口ではなく一覧全体の注記に残しました。', first.text);
        continue;
      }
      if (kind === 'section') {
        section = { ...first, text: first.text.replace(decoration, '') };
        current = undefined;
        report.row('repair', line, `区切りの行とみなし、下の窓口に「${oneLine(section.text).slice(0, 40)}」を付けました。`, first.text);
        continue;
      }
    }

    const names = nameColumns.flatMap((index) => (row[index]?.text && !isNone(row[index].text) ? [row[index]] : []));
    const own =
      current && names.length > 0 && names.every((cell) => nameColumns.some((index) => current!.cells.get(index)?.includes(cell)));
    if (names.length === 0) {
      const onlyField = cells.every((cell) => fieldColumns.some((index) => row[index] === cell));
      if (!current || onlyField) {
        report.row('doubt', line, '窓口の名称がないため、この行は使いませんでした。', joined());
        continue;
      }
      report.row('doubt', line, `窓口の名称が空なので、上の窓口の続きとみなしました。`, joined());
    }
    if (names.length > 0 && !own) {
      const previous: DeskRecord | undefined = current;
      current = { row: line, cells: new Map(), ...(section ? { section } : {}) };
      records.push(current);
      fillDown(row, fieldColumns, previous, current, report);
    }
    addRow(current!, row);
  }
  return records;
}

/** A heading right above the headings (【高齢者に関する相談】) is the first section. */
function sectionAbove({ grid, before }: Layout, nameColumns: readonly number[]): SourceCell | undefined {
  const row = grid[before.at(-1) ?? -1] ?? [];
  const [cell, ...others] = filled(row);
  if (!cell || others.length > 0 || fieldsOf(cell.text).length === 0 || loneCell(cell, row, nameColumns) !== 'section') return undefined;
  return { ...cell, text: cell.text.replace(decoration, '') };
}

/** In a turned table the desk is a column of the input. */
const placeOf = (layout: Layout, r: number, first: SourceCell): number => (layout.turned ? first.row : r + 1);

function addRow(record: DeskRecord, row: readonly (SourceCell | undefined)[]): void {
  row.forEach((cell, index) => {
    if (!cell?.text) return;
    const kept = record.cells.get(index);
    if (!kept) record.cells.set(index, [cell]);
    else if (!kept.includes(cell)) kept.push(cell);
  });
}

/** A spreadsheet saved as CSV leaves merged cells blank: a blank field to the left of the name means "as above". */
function fillDown(
  row: readonly (SourceCell | undefined)[],
  fieldColumns: readonly number[],
  previous: DeskRecord | undefined,
  current: DeskRecord,
  report: Report,
): void {
  for (const index of fieldColumns) {
    const above = previous?.cells.get(index)?.[0];
    if (row[index]?.text || !above) continue;
    current.cells.set(index, [above]);
    const blank = row[index] ?? { text: '', header: false, row: current.row, column: index + 1 };
    report.cell('repair', blank, `空欄なので、上の行と同じ「${oneLine(above.text).slice(0, 40)}」とみなしました。`, above.text);
  }
}

/** 〃, 同上, 同左 take the text of the cell they point at. */
function ditto(
  row: readonly (SourceCell | undefined)[],
  above: readonly (SourceCell | undefined)[],
  report: Report,
): (SourceCell | undefined)[] {
  const out: (SourceCell | undefined)[] = [];
  row.forEach((cell, index) => {
    const from = cell && (/^(〃|々|同上|″|")$/.test(cell.text) ? above[index] : /^同左$/.test(cell.text) ? out[index - 1] : undefined);
    if (!cell || !from?.text) {
      out.push(cell);
      return;
    }
    out.push({ ...cell, text: from.text });
    report.cell('repair', cell, `「${cell.text}」を、それが指す「${oneLine(from.text).slice(0, 40)}」に置きかえました。`, from.text);
  });
  return out;
}

function isHeadingAgain(row: readonly (SourceCell | undefined)[], columns: readonly Column[]): boolean {
  let same = 0;
  for (const [index, cell] of row.entries()) {
    if (!cell?.text) continue;
    const heading = comparable(columns[index]?.heading ?? '');
    const words = comparable(cell.text);
    if (!words || (heading !== words && !heading.endsWith(words))) return false;
    same++;
  }
  return same > 1;
}

function loneCell(
  cell: SourceCell,
  row: readonly (SourceCell | undefined)[],
  nameColumns: readonly number[],
): 'footnote' | 'section' | 'desk' {
  if (footnoteMark.test(cell.text)) return 'footnote';
  const places = row.filter((at) => at === cell).length;
  if (places > 1 && places === row.length) return cell.text.length > 60 ? 'footnote' : 'section';
  const bare = cell.text.replace(decoration, '');
  if (!bare) return 'footnote';
  if (bare !== cell.text && bare.length <= 40) return 'section';
  if (isPlainFieldWord(cell.text) && fieldsOf(cell.text).length === 1) return 'section';
  return nameColumns.some((index) => row[index] === cell) || cell.text.length <= 60 ? 'desk' : 'footnote';
}

/** All text of the grid's rows `from`…: for a table that could not be read. */
export function reportUnread(grid: Grid, report: Report, message: string): void {
  grid.forEach((row, r) => {
    const text = filled(row)
      .filter((cell) => cell.row === r + 1)
      .map((cell) => cell.text)
      .join(' ');
    if (text) report.row('ignored', r + 1, message, text);
  });
}
