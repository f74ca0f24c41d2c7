/** What a spreadsheet really shows: the files are opened with LibreOffice, and written out again. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { decodeText } from '@tsunagu/schema/import-csv';
import { sheetToCsv, unguarded } from '@tsunagu/schema/referral/csv';
import { ownCopy } from '@tsunagu/schema/referral/transfer';
import { sheetToXlsx } from '@tsunagu/schema/referral/xlsx';
import Papa from 'papaparse';
import { onPath } from '../../scripts/debian.mjs';
import { livedSheet, markedSheet } from './referral-export.samples.js';
import { fullSheet } from './referral.samples.js';

const cellsOf = (csv: string): string[][] =>
  Papa.parse<string[]>(csv.replace(/^\ufeff/, ''), { skipEmptyLines: true }).data.map((row) => row.map(unguarded));

const hostile = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(1,1)',
  '＝1+1',
  '=HYPERLINK("http://example.com","x")',
  "=cmd|' /C calc'!A0",
  '0120444444',
  '8-38',
  '1e5',
  "'=1",
];

const household = {
  size: hostile.length,
  members: hostile.map((note, index) => ({ ref: `case-7-m${index}`, note, work: `  ${note}` })),
};

describe('the files, opened in LibreOffice', { timeout: 280_000 }, () => {
  const opened = new Map<string, string[][]>();
  const written = new Map<string, string[][]>();
  let folder: string;

  before(async () => {
    const soffice = onPath('soffice');
    assert.ok(soffice, 'soffice is not installed: these tests open the files with LibreOffice Calc (apt-get install libreoffice-calc)');
    folder = await mkdtemp(join(tmpdir(), 'tsunagu-office-'));
    const { events } = await livedSheet();
    const sheets = { full: fullSheet({ household: { ...household, note: '一行目\n二行目、"かっこ"' } }), marked: markedSheet().sheet };
    const files: string[] = [];
    for (const [name, sheet] of Object.entries(sheets)) {
      const own = ownCopy({ sheet, events });
      const csv = sheetToCsv(own);
      written.set(name, cellsOf(csv));
      await writeFile(join(folder, `${name}-table.csv`), csv);
      await writeFile(join(folder, `${name}-book.xlsx`), new Uint8Array(await (await sheetToXlsx(own)).arrayBuffer()));
      files.push(join(folder, `${name}-table.csv`), join(folder, `${name}-book.xlsx`));
    }
    const out = join(folder, 'out');
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    // 44,34,76: comma, quote, UTF-8. What comes in is told by its mark, as whoever opens it is shown by LibreOffice's own dialog.
    const convert = (kind: string, ...filter: string[]): Promise<unknown> =>
      promisify(execFile)(
        soffice,
        [
          profile,
          '--headless',
          ...filter,
          '--convert-to',
          'csv:Text - txt - csv (StarCalc):44,34,76',
          '--outdir',
          out,
          ...files.filter((file) => file.includes(kind)),
        ],
        { timeout: 130_000 },
      );
    await convert('-book.');
    await convert('-table.', '--infilter=CSV:44,34,DETECT');
    for (const name of Object.keys(sheets))
      for (const kind of ['table', 'book'])
        opened.set(`${name}-${kind}`, cellsOf(await readFile(join(out, `${name}-${kind}.csv`), 'utf8')));
  });

  after(async () => {
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  for (const name of ['full', 'marked'])
    it(`show the same values in Excel’s format as the CSV has, and run nothing (${name})`, () => {
      assert.deepEqual(opened.get(`${name}-book`), written.get(name));
      assert.ok(written.get(name)!.length > 80);
    });

  it('show the CSV without mojibake, with every 0 and every sign where it was', () => {
    for (const name of ['full', 'marked']) assert.deepEqual(opened.get(`${name}-table`), written.get(name));
    const notes = opened
      .get('full-table')!
      .filter(([, , field]) => /^世帯の人\d+ 備考$/.test(field!))
      .map((row) => row[3]);
    assert.deepEqual(notes, hostile);
  });

  it('tell by their mark what they are, to a reader that expects Shift_JIS', async () => {
    const bytes = await readFile(join(folder, 'full-table.csv'));
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    const { text, encoding } = decodeText(new Uint8Array(bytes));
    assert.equal(encoding, 'utf-8');
    assert.deepEqual(cellsOf(text), written.get('full'));
  });
});
