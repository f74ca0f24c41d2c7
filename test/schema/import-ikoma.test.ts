/** The 別表 of 生駒市's plan, as merged cells: what comes out must be what is printed. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import type { Directory } from '@tsunagu/schema';
import { importTable, type Cell, type ImportOptions, type TableRow } from '@tsunagu/schema/import';

type Printed = [name: string, numbers: string, address: string, hours: string, map: string];

const groups: [field: string, rows: Printed[]][] = [
  ['総合', [['生駒市役所庁内(右図)', '74-1111\n74-9100', '東新町8-38', '月曜日～金曜日\n9:00～16:30', 'A']]],
  [
    '高齢',
    [
      [
        'フォレスト地域包括支援センター\n(担当地域①)',
        '78-4888\n78-1640',
        '北田原町2429-4\n(軽費老人ホーム長命荘内)',
        '月曜日～土曜日\n8:30～17:30',
        'B',
      ],
      ['メディカル北地域包括支援センター\n(担当地域②)', '71-3500\n71-1151', 'あすか野北2丁目12-13', '月曜日～金曜日\n8:30～17:30', 'C'],
      [
        '阪奈中央地域包括支援センター\n(担当地域③)',
        '73-9448\n73-9447',
        '俵口町413\n(阪奈中央病院北側)',
        '月曜日～土曜日\n8:45～17:00',
        'D',
      ],
      [
        '東生駒地域包括支援センター\n(担当地域④)',
        '75-3367\n71-8086',
        '辻町53\n(東生駒病院となり)',
        '月～金 8:40～17:20\n土 8:40～12:30',
        'E',
      ],
      [
        '社会福祉協議会地域包括支援センター\n(担当地域⑤)',
        '73-7272\n74-3610',
        '北新町3-1\n(デイサービスセンター幸楽内)',
        '月曜日～土曜日\n8:30～17:15',
        'F',
      ],
      [
        '梅寿荘地域包括支援センター\n(担当地域⑥)',
        '74-8134\n71-8122',
        '西旭ヶ丘12-3\n(総合支援センターあずさ内)',
        '月曜日～土曜日\n8:45～17:30',
        'G',
      ],
      [
        'メディカル南地域包括支援センター\n(担当地域⑦)',
        '77-7766\n76-7700',
        '小瀬町324-2\n(介護老人保健施設優楽内)',
        '月曜日～金曜日\n8:30～17:30',
        'H',
      ],
    ],
  ],
  [
    '障がい',
    [
      [
        '生活支援センターあけび\n(主に身体障がい者)',
        '71-6117\n71-6127',
        'さつき台2丁目6-1\n(生駒市福祉センター内)',
        '月曜日～土曜日\n8:45～17:15',
        'K',
      ],
      [
        '生活支援センターかざぐるま\n(主に知的障がい者)',
        '75-1460\n75-1462',
        '本町9-12\nシルクハイツ高木201',
        '月曜日～土曜日\n8:45～17:30',
        'I',
      ],
      [
        '生活支援センターコスモールいこま\n(主に精神障がい者)',
        '73-7000\n73-7660',
        '本町7-14\nブルームビル1階',
        '月曜日～土曜日\n9:00～17:30\n(土曜日は予約制)',
        'J',
      ],
      [
        '生活支援センターあすなろ\n(主に幼児・学童期の発達の気になることも)',
        '75-0525\n75-0531',
        '西旭ヶ丘12-3\n(総合支援センターあずさ内)',
        '月曜日～土曜日\n9:00～17:00\n(土曜日は14:00迄)',
        'F',
      ],
    ],
  ],
  [
    '子ども',
    [
      ['生駒市 健康課', '75-2255\n75-1031', '東新町1-3\n(セラビーいこま2階)', '月曜日～金曜日\n9:00～16:30', 'L'],
      ['生駒市 子ども家庭センター', '73-5582\n73-5583', '元町1丁目6-12\n(セイセイビル3階)', '月曜日～金曜日\n9:00～16:30', 'M'],
      ['ユースネットいこま', '74-7100\n74-7101', '北新町12-32\n(教育支援施設2階)', '火・木～日曜日\n9:00～17:00', 'O'],
      ['教育相談室', '74-5571\n74-5590', '北新町12-32\n(教育支援施設1階)', '月曜日～金曜日\n9:00～17:00', 'O'],
    ],
  ],
  [
    '困窮',
    [['生駒市くらしとしごと支援センター\n(生駒市社会福祉協議会)', '0120-883-132\n-', '東新町8-38', '月曜日～金曜日\n9:00～16:30', 'A']],
  ],
  ['総合', [['(福)生駒市社会福祉協議会', '75-0234\n73-0533', '元町1丁目6-12\n(セイセイビル4階)', '月曜日～金曜日\n8:30～17:15', 'M']]],
  [
    'その他',
    [['生駒市権利擁護支援センター\n(生駒市社会福祉協議会)', '73-0780\n73-0533', '東新町8-38', '月曜日～金曜日\n9:00～16:30', 'A']],
  ],
];

const headings = ['主たる\n受付相談', 'いこまる相談窓口', 'TEL\nFAX', '住所', '開所時間', '地図\n番号'];

const merged: TableRow[] = [
  headings.map((text): Cell => ({ text, header: true })),
  ...groups.flatMap(([field, rows]) =>
    rows.map((row, at): (string | Cell)[] => (at === 0 ? [{ text: field, rowspan: rows.length }, ...row] : [...row])),
  ),
];

/** The same table as a spreadsheet writes it to CSV: merged cells blank, a title line above. */
const flat: string[][] = [
  ['別表 包括的相談支援機関一覧 ※令和7年9月現在', '', '', '', '', ''],
  headings,
  ...groups.flatMap(([field, rows]) => rows.map((row, at) => [at === 0 ? field : '', ...row])),
];

const options: ImportOptions = {
  municipality: { code: '292095', name: '生駒市' },
  updated: '2025-09-01',
  areaCode: '0743',
  source: '生駒市 別表 包括的相談支援機関一覧',
};

const city = JSON.parse(await readFile(new URL('../../examples/cities/ikoma.json', import.meta.url), 'utf8')) as Directory;

/** The facts of a desk that the table prints. */
const facts = (window: Directory['windows'][number]): unknown => ({
  name: window.name,
  field: window.field,
  phones: window.phones?.map(({ number, display, kind }) => ({ number, display, kind })),
  fax: window.fax,
  address: window.address,
  building: window.building,
  floor: window.floor,
  mapKey: window.mapKey,
  catchments: window.catchments,
  mainlyFor: window.mainlyFor,
  operator: window.operator,
  hours: window.hours,
});

describe('import of the 生駒 table', () => {
  for (const [form, rows] of [
    ['merged cells', merged],
    ['a spreadsheet saved as CSV', flat],
  ] as const) {
    it(`reads all 19 rows from ${form}, equal to the city file that was written by hand`, () => {
      const result = importTable(rows, options);
      assert.deepEqual(result.issues, []);
      assert.equal(result.windows.length, 19);
      assert.deepEqual(result.windows.map(facts), city.windows.slice(0, 19).map(facts));
      assert.deepEqual(result.directory?.catchments, city.catchments);
    });
  }

  it('lets the two desks of 総合 take any worry, and takes the first as contact', () => {
    const { directory } = importTable(merged, options);
    assert.deepEqual(
      directory?.windows.filter((window) => window.acceptsAll).map((window) => window.name),
      ['生駒市役所庁内', '(福)生駒市社会福祉協議会'],
    );
    assert.equal(directory.municipality.mainContact.phones?.[0]?.number, '0743-74-1111');
    assert.deepEqual(directory.labels?.fields, {
      general: '総合',
      elderly: '高齢',
      disability: '障がい',
      child: '子ども',
      livelihood: '困窮',
      other: 'その他',
    });
  });

  it('reports the area code it added, the operator it read and map letter F at two addresses', () => {
    const { report } = importTable(merged, options);
    const messages = report.map(({ row, message }) => `${row} ${message}`);
    assert.equal(report.filter(({ message }) => message === '市外局番0743を付けました。').length, 18);
    assert.ok(messages.includes('18 名称のかっこの中を、運営者とみなしました。'));
    assert.ok(messages.some((message) => message.startsWith('13 地図番号「F」が、住所の違う「社会福祉協議会地域包括支援センター」')));
    const added = report.find(({ row, message }) => row === 3 && message.startsWith('市外局番'));
    assert.deepEqual(
      { ...added, message: '' },
      { row: 3, column: 3, header: 'TEL FAX', kind: 'repair', message: '', before: '78-4888\n78-1640', after: '0743-78-4888 0743-78-1640' },
    );
  });

  it('keeps the title line of the CSV form as a note', () => {
    const { directory, report } = importTable(flat, options);
    assert.deepEqual(directory?.notes, ['別表 包括的相談支援機関一覧 ※令和7年9月現在']);
    assert.ok(report.some(({ row, kind }) => row === 1 && kind === 'ignored'));
    assert.ok(report.some(({ row, kind, message }) => row === 5 && kind === 'repair' && message.includes('上の行と同じ「高齢」')));
  });

  it('does not make up numbers without an area code', () => {
    const { windows, report } = importTable(merged, { ...options, areaCode: undefined });
    assert.equal(windows[0]?.phones, undefined);
    assert.deepEqual(windows[0]?.notes, ['電話：74-1111', 'FAX：74-9100']);
    assert.ok(report.some(({ row, kind, message }) => row === 2 && kind === 'doubt' && message.includes('市外局番がないため')));
  });
});
