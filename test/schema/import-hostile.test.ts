import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseDirectory } from '@tsunagu/schema';
import { importTable, type Cell, type ImportOptions, type ImportResult, type TableRow } from '@tsunagu/schema/import';

const options: ImportOptions = { municipality: { code: '131199', name: 'みほん市' }, updated: '2026-04-01', areaCode: '03' };

const words = [
  '窓口',
  '電話番号',
  'TEL FAX',
  '住所',
  '開所時間',
  '担当地域',
  '分野',
  '備考',
  '緯度',
  '経度',
  'メール',
  'URL',
  '曜日',
  '開始時間',
  '郵便番号',
  'ID',
  '更新日',
  '予約',
  '総合',
  '高齢',
  '3964-1111',
  '03-3964-1111 内線12',
  '(03)3964-1111',
  '-',
  'なし',
  '同上',
  '〃',
  '※注',
  '合計',
  '【障がい】',
  '本町1-2 (みほんビル2階)',
  '〒173-8501 本町',
  '月～金 9:00～17:00',
  '①',
  '担当地域②',
  '市内全域',
  '本町、元町の一部',
  '35.7',
  '139.7',
  '0',
  'a@b.jp',
  'https://a.jp/',
  'javascript:alert(1)',
  '46113',
  '0.375',
  '要予約',
  '有',
  '直営・委託',
  '<img src=x onerror=alert(1)>',
  '__proto__',
  'constructor',
  'toString',
  '\u202eevil',
  '\ud800',
  '𠮷野',
  '（）',
  '【】',
  '(((((',
  '～～～',
  '9'.repeat(30),
];
const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...words) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
);
const span = fc.oneof(fc.integer({ min: -2, max: 5 }), fc.constantFrom(0, 65534, 1e9, NaN, Infinity, -Infinity));
const cell: fc.Arbitrary<string | Cell> = fc.oneof(
  { weight: 4, arbitrary: text },
  { weight: 1, arbitrary: fc.record({ text, rowspan: span, colspan: span, header: fc.boolean() }, { requiredKeys: ['text'] }) },
);
const table = fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 9 });

/** Runs of letters and digits: what must be found again, however it was split or repaired. */
const runs = (value: string): string[] =>
  value
    .normalize('NFKC')
    .toLowerCase()
    .match(/\p{L}+|\p{N}+/gu) ?? [];

/** Words that a number stands without once it has its place. */
const labels = /^(内線|電話|電話番号|tel|fax)$/;

/** "None" (a long vowel mark alone is a dash, too), ditto and 無 are answers, not content. */
const says = /^(なし|無|〃|同上|[ーｰ]+)$/;

function assertNothingLost(rows: readonly TableRow[], result: ImportResult): void {
  const found = JSON.stringify([result.draft, result.columns, result.report])
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0x60));
  for (const row of rows)
    for (const item of row) {
      const value = typeof item === 'string' ? item : item.text;
      if (says.test(value)) continue;
      for (const run of runs(value)
        .filter((word) => !labels.test(word))
        .map((word) => word.replace(/[ァ-ヶ]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0x60))))
        assert.ok(found.includes(run), `lost ${JSON.stringify(run)} of ${JSON.stringify(value)}`);
    }
}

describe('any table', () => {
  it('never throws, gives only valid desks, and reports rows and columns that exist', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const result = importTable(rows, options);
        const whole = {
          ...(result.draft as object),
          catchAll: undefined,
          windows: result.windows.map((window) => ({ ...window, acceptsAll: true })),
        };
        if (result.windows.length > 0) {
          const parsed = parseDirectory(JSON.parse(JSON.stringify(whole)));
          assert.ok(parsed.success, parsed.success ? '' : parsed.issues.map(({ message }) => message).join('\n'));
        }
        assert.equal(result.issues.length === 0, result.directory !== undefined);
        for (const item of result.report) {
          assert.ok(item.row >= 0 && item.row <= rows.length && item.column >= 0);
          assert.match(item.message, /。$|）。?$/);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('loses no text: it is in the output or in the report', () => {
    const headed = fc.tuple(
      fc.uniqueArray(fc.constantFrom(...words.slice(0, 18)), { minLength: 2, maxLength: 7 }),
      fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 6 }),
    );
    fc.assert(
      fc.property(headed, ([head, rows]) => {
        assertNothingLost(rows, importTable([['窓口', ...head.filter((word) => word !== '窓口')], ...rows], options));
      }),
      { numRuns: 400 },
    );
    fc.assert(
      fc.property(table, (rows) => assertNothingLost(rows, importTable(rows, { ...options, headerRows: undefined }))),
      { numRuns: 200 },
    );
  });

  it('is deterministic and does not change its input', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const before = JSON.stringify(rows);
        assert.deepEqual(importTable(rows, options), importTable(rows, options));
        assert.equal(JSON.stringify(rows), before);
      }),
      { numRuns: 60 },
    );
  });
});

describe('hostile tables', () => {
  const bad = '<img src=x onerror=alert(1)>';

  it('keeps markup as text', () => {
    const { windows } = importTable(
      [
        ['窓口', '電話', bad],
        [bad, '3964-1111', bad],
      ],
      { ...options, catchAll: bad },
    );
    assert.equal(windows[0]?.name, bad);
    assert.deepEqual(windows[0].notes, [`${bad}：${bad}`]);
  });

  it('is not led astray by headings and names like __proto__', () => {
    const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];
    const { windows } = importTable([['窓口', '分野', ...names], ...names.map((name) => [name, '総合', ...names])], options);
    assert.deepEqual(
      windows.map(({ name }) => name),
      names,
    );
    assert.equal(({} as Record<string, unknown>).polluted, undefined);
    assert.equal(Object.getPrototypeOf(windows[0]), Object.prototype);
  });

  it('survives values that are no cells', () => {
    const rows = [['窓口', '電話'], [null, undefined], [5, { text: 7 }], 'x', null] as unknown as TableRow[];
    assert.equal(importTable(rows, options).windows.length, 1);
    assert.equal(importTable([], options).windows.length, 0);
  });

  it('shortens very long cells, and the report has them whole', () => {
    for (const heading of [
      '電話',
      '連絡先',
      'FAX',
      '住所',
      '開所時間',
      '担当地域',
      '分野',
      '備考',
      'メール',
      'URL',
      '地図番号',
      '名称_カナ',
      '合言葉',
      '緯度',
      '予約',
      '対応言語',
      '更新日',
      '運営主体',
    ]) {
      for (const unit of ['あ', '1', '(', '-', '1-', '月～', '本町、', 'a@', '03 ', '内線']) {
        const long = unit.repeat(100_000 / unit.length);
        const result = importTable(
          [
            ['窓口', '分野', heading],
            [long, '総合', long],
          ],
          options,
        );
        assert.equal(result.windows.length, /^[-]+$/.test(long) ? 0 : 1, heading + unit);
        if (result.windows.length) assert.deepEqual(result.issues, [], heading + unit);
      }
    }
  });

  it('does not fill the memory for huge spans', () => {
    const rows = Array.from({ length: 300 }, () => [
      { text: '窓口', rowspan: 65534, colspan: 1000 },
      { text: '電話', rowspan: 65534, colspan: 1e9 },
    ]);
    assert.doesNotThrow(() => importTable(rows, options));
  });

  it('reads a table of 2,000 desks whole', () => {
    const rows = Array.from({ length: 2000 }, (_, at) => [
      '高齢',
      `みほん第${at}地域包括支援センター\n(担当地域${at})`,
      `3964-${String(at).padStart(4, '0')}\n3965-${String(at).padStart(4, '0')}`,
      `本町${at}-1 (みほんビル2階)`,
      '月～金 8:40～17:20 土 8:40～12:30',
    ]);
    const result = importTable([['分野', '窓口', 'TEL FAX', '住所', '開所時間'], ...rows], {
      ...options,
      catchAll: 'みほん第0地域包括支援センター',
    });
    assert.equal(result.directory?.windows.length, 2000);
    assert.equal(new Set(result.windows.map(({ id }) => id)).size, 2000);
  });
});
