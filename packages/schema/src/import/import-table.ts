import { schemaVersion, type Directory, type Municipality } from '../directory/directory.schema.js';
import { parseDirectory } from '../directory/parse.js';
import type { ConsultationWindow } from '../directory/window.schema.js';
import { localize } from '../text/localize.js';
import { cityCodeMessages, readCityCode } from './city-code.js';
import type { Context, Desk } from './context.js';
import { buildDesk } from './desk.js';
import { expandGrid, filled } from './grid.js';
import { areaCodeIn } from './headers.js';
import { findLayout, type Layout } from './layout.js';
import { readRecords, reportUnread } from './records.js';
import { Report } from './report.js';
import { clip, comparable, oneLine, tidy } from './text.js';
import type { ImportOptions, ImportResult, TableRow } from './types.js';

/**
 * Reads rows of a desk table (strings as in CSV, or cells with spans and header marks) into a directory.
 *
 * Never throws for odd tables. What cannot be read stays in notes, in `importedColumns` or in the report; nothing is invented:
 * a number without area code is not dialable, hours that are not understood are unknown, 町名 come only from the table.
 * Desk ids are a hash of the name, so they stay when rows are added or moved.
 */
export function importTable(rows: readonly TableRow[], options: ImportOptions): ImportResult {
  const steps = importSteps(rows, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** {@link importTable} as a generator that pauses after each desk, so that a page can stay responsive. */
export function* importSteps(rows: readonly TableRow[], options: ImportOptions): Generator<void, ImportResult> {
  const report = new Report();
  const notes: string[] = [];
  const { grid, cut } = expandGrid(rows);
  for (const cell of cut) report.cell('ignored', cell, '列が多すぎるため、この列は読みませんでした。');
  const layout = findLayout(grid, options.headerRows, report);
  const code = readCityCode(tidy(options.municipality.code));
  if (code?.repair) report.row('repair', 0, cityCodeMessages[code.repair], options.municipality.code, code.code);
  if (code?.wrong) report.row('doubt', 0, cityCodeMessages.wrong, options.municipality.code, code.code);

  const context: Context = {
    report,
    areaCode: areaCodeOf(options, layout, report),
    cityName: localize(options.municipality.name),
    cityCode: code?.code ?? '',
    ids: new Set(),
    catchments: new Map(),
    fieldLabels: new Map(),
    said: new Set(),
  };
  const desks: Desk[] = [];
  if (layout?.columns.some((column) => column.role === 'name')) {
    if (!layout.turned) report.headings = (column) => layout.columns[column - 1]?.heading || undefined;
    readPreamble(layout, report, notes);
    for (const record of readRecords(layout, report, notes)) {
      desks.push(buildDesk(record, layout.columns, context));
      yield;
    }
    if (desks.length === 0)
      report.row('doubt', 0, '見出しの下に、窓口の行が見つかりませんでした。', layout.columns.map((column) => column.heading).join(' '));
  } else {
    report.row(
      'doubt',
      0,
      '見出しの行が見つからず、窓口の表として読めませんでした。「名称」「電話番号」「住所」「開所時間」などの見出しを付けてください。',
    );
    reportUnread(grid, report, '窓口の表として読めないため、使いませんでした。');
  }
  checkBetweenDesks(desks, report);
  const windows = desks.map((desk) => desk.window);
  const draft = assemble(windows, notes, context, options);
  const parsed = parseDirectory(draft);
  const columns = layout?.columns.map(({ heading, role }) => ({ heading, role })) ?? [];
  const result = { draft, windows, columns, report: report.items };
  return parsed.success ? { ...result, directory: parsed.data, issues: [] } : { ...result, issues: parsed.issues };
}

function areaCodeOf(options: ImportOptions, layout: Layout | undefined, report: Report): string | undefined {
  const given = options.areaCode?.normalize('NFKC').replace(/\D/g, '');
  if (given && /^0\d{1,4}$/.test(given)) return given;
  if (given) report.row('doubt', 0, '市外局番（areaCode）は、0で始まる2〜5桁の数字で指定してください。', options.areaCode);
  const above = layout?.before.flatMap((r) => filled(layout.grid[r]!).map((cell) => cell.text)) ?? [];
  const found =
    [options.caption ?? '', ...above].map((text) => areaCodeIn(text)).find(Boolean) ??
    layout?.columns.map((column) => areaCodeIn(column.heading, column.role === 'phone' || column.role === 'phoneFax')).find(Boolean);
  if (found) report.row('repair', 0, `表に書かれている市外局番${found}を使います。`, '', found);
  return found;
}

function readPreamble(layout: Layout, report: Report, notes: string[]): void {
  for (const r of layout.before) {
    const text = filled(layout.grid[r]!)
      .map((cell) => oneLine(cell.text))
      .join(' ');
    if (!text) continue;
    notes.push(text);
    report.row('ignored', r + 1, '見出しより上の行なので、一覧全体の注記に残しました。', text);
  }
}

/** What only shows when desks are compared: names twice, one map mark at two addresses. */
function checkBetweenDesks(desks: readonly Desk[], report: Report): void {
  const names = new Map<string, Desk>();
  const marks = new Map<string, Desk>();
  for (const desk of desks) {
    const { window, row } = desk;
    const name = localize(window.name);
    const twin = names.get(comparable(name));
    if (twin) report.row('doubt', row, `「${clip(name, 60)}」という名称の窓口が、${twin.row}行目にもあります。`, name);
    else names.set(comparable(name), desk);
    if (!window.mapKey || !window.address) continue;
    const other = marks.get(window.mapKey);
    if (!other) marks.set(window.mapKey, desk);
    else if (other.window.address !== window.address)
      report.row(
        'doubt',
        row,
        `地図番号「${window.mapKey}」が、住所の違う「${clip(localize(other.window.name), 60)}」（${other.row}行目）にも付いています。`,
        window.mapKey,
      );
  }
}

function assemble(windows: ConsultationWindow[], notes: readonly string[], context: Context, options: ImportOptions): unknown {
  const { report } = context;
  const catchAll = nameCatchAll(windows, options, report);
  const caption = tidy(options.caption ?? '');
  const kept = [...new Set([...(caption ? [oneLine(caption)] : []), ...notes])].map((note) => clip(note, 2000));
  const { mainContact, code: givenCode, ...city } = options.municipality;
  const directory: Record<string, unknown> = {
    schemaVersion,
    updated: options.updated,
    source: options.source ?? clip(caption ? oneLine(caption) : `${context.cityName}の相談窓口の表`, 300),
    municipality: { ...city, code: context.cityCode || givenCode, mainContact: mainContact ?? contactFrom(windows, catchAll, report) },
    windows,
  };
  if (catchAll.length) directory.catchAll = catchAll;
  // One catchment can stand in the map twice: under its label and under its 町名.
  if (context.catchments.size) directory.catchments = [...new Set(context.catchments.values())];
  if (context.fieldLabels.size) directory.labels = { fields: Object.fromEntries(context.fieldLabels) } satisfies Directory['labels'];
  if (kept.length) directory.notes = kept;
  return directory;
}

/** The desks the option names now take every worry; returns their ids. */
function nameCatchAll(windows: readonly ConsultationWindow[], { catchAll }: ImportOptions, report: Report): string[] {
  const ids: string[] = [];
  for (const wish of catchAll === undefined ? [] : [catchAll].flat()) {
    const found =
      windows.find((window) => window.id === wish) ?? windows.find((window) => comparable(localize(window.name)) === comparable(wish));
    if (found) {
      found.acceptsAll = true;
      ids.push(found.id);
    } else report.row('doubt', 0, `総合窓口（catchAll）に指定された「${clip(wish, 60)}」が、表の中にありません。`, wish);
  }
  if (windows.length > 0 && !windows.some((window) => window.acceptsAll))
    report.row(
      'doubt',
      0,
      `どんな相談も受ける窓口（総合窓口）が表から分かりません。相談する人が行き止まりにならないよう、catchAll に窓口の名称を指定してください（例：「${clip(localize(windows[0]!.name), 40)}」）。`,
    );
  return ids;
}

function contactFrom(
  windows: readonly ConsultationWindow[],
  catchAll: readonly string[],
  report: Report,
): Municipality['mainContact'] | undefined {
  const taker = windows.find((window) => catchAll.includes(window.id)) ?? windows.find((window) => window.acceptsAll);
  // Without a desk that takes every worry the directory is refused anyhow, and that must be the reason it gives.
  const desk = taker ?? windows[0];
  if (!desk) return undefined;
  if (taker)
    report.row('repair', 0, `市区町村の代表連絡先が指定されていないため、「${clip(localize(desk.name), 60)}」の連絡先を使いました。`);
  const { name, phones, postalCode, address, hours } = desk;
  return Object.fromEntries(
    Object.entries({ name, phones, postalCode, address, hours }).filter(([, value]) => value !== undefined),
  ) as Municipality['mainContact'];
}
