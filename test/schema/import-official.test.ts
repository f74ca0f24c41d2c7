/** 公共施設一覧 in both official forms, and the defects that published files really have. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { importTable, type ImportOptions, type ImportResult } from '@tsunagu/schema/import';

const options: ImportOptions = { municipality: { code: '131199', name: '板橋区' }, updated: '2026-04-01', areaCode: '03' };

/** A table of one desk from headings and values. */
const one = (
  columns: Record<string, string>,
  more: Partial<ImportOptions> = {},
): ImportResult & { window: ImportResult['windows'][number] } => {
  const result = importTable([Object.keys(columns), Object.values(columns)], { ...options, ...more });
  return { ...result, window: result.windows[0]! };
};
const said = (result: ImportResult, kind: string, part: string): boolean =>
  result.report.some((item) => item.kind === kind && item.message.includes(part));

const current: Record<string, string> = {
  全国地方公共団体コード: '131199',
  ID: '1311900001',
  地方公共団体名: '東京都板橋区',
  名称: 'みほん福祉事務所',
  名称_カナ: 'ミホンフクシジムショ',
  名称_英字: 'Mihon Welfare Office',
  名称_通称: 'みほん',
  POIコード: '1301',
  外部識別子: '',
  外部識別子の値: '',
  所在地_全国地方公共団体コード: '131199',
  町字ID: '0012000',
  所在地_連結表記: '東京都板橋区板橋2-66-1',
  所在地_都道府県: '東京都',
  所在地_市区町村: '板橋区',
  所在地_町字: '板橋',
  所在地_番地以下: '2-66-1',
  '建物名等(方書)': '区役所北館3階',
  緯度: '35.751165',
  経度: '139.709244',
  高度の種別: '',
  高度の値: '',
  電話番号: '(03)3964-1111',
  内線番号: '2300',
  連絡先メールアドレス: 'sodan@city.example.jp',
  連絡先FormURL: 'https://city.example.jp/form',
  '連絡先備考（その他、SNSなど）': '平日のみ',
  郵便番号: '173-8501',
  法人番号: '6000020131199',
  団体名: '板橋区',
  利用可能曜日: '月火水木金',
  開始時間: '8:30',
  終了時間: '17:00',
  利用可能日時特記事項: '祝日を除く',
  説明: '福祉の相談',
  車椅子可: '有',
  車椅子貸出: '無',
  ツエ貸出: '',
  バリアフリートイレ: '1',
  'スロープ、エレベータ、エスカレータ': '有',
  点字ブロック等の移動支援: '',
  点字や読上による支援: '',
  '盲導犬・介助犬、聴導犬同伴': '有',
  字幕: '',
  筆談対応: '有',
  優先駐車場: '',
  オストメイト対応トイレ: '',
  授乳室: '',
  おむつ替えコーナー: '',
  飲食可否: '不可',
  ベビーカー貸出: '',
  ベビーカー利用: '',
  URL: 'https://city.example.jp/',
  画像: '',
  画像_ライセンス: '',
  備考: '総合受付は2番です',
};

describe('公共施設一覧, current form', () => {
  it('reads every column it can use and keeps the rest', () => {
    const { window, report } = one(current);
    assert.deepEqual(window.name, { ja: 'みほん福祉事務所', en: 'Mihon Welfare Office' });
    const { hours, notes, importedColumns, ...rest } = window;
    assert.deepEqual(rest, {
      id: '1311900001',
      name: { ja: 'みほん福祉事務所', en: 'Mihon Welfare Office' },
      kana: 'みほんふくしじむしょ',
      aliases: ['みほん'],
      phones: [{ number: '03-3964-1111', display: '(03)3964-1111', extension: '2300' }],
      email: 'sodan@city.example.jp',
      url: 'https://city.example.jp/',
      address: '東京都板橋区板橋2-66-1',
      building: '区役所北館',
      floor: '3階',
      postalCode: '173-8501',
      location: { lat: 35.751165, lng: 139.709244 },
      operator: '板橋区',
      accessibility: ['wheelchair', 'accessible-toilet', 'スロープ、エレベータ、エスカレータ', 'guide-dog', 'written'],
    });
    assert.deepEqual(hours?.weekly, [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:30', to: '17:00' }]);
    assert.equal(hours.holidays, 'closed');
    assert.deepEqual(notes, [
      '相談フォーム：https://city.example.jp/form',
      '連絡先備考（その他、SNSなど）：平日のみ',
      '福祉の相談',
      '総合受付は2番です',
    ]);
    assert.deepEqual(importedColumns, [
      { header: '町字ID', text: '0012000' },
      { header: '地方公共団体名', text: '東京都板橋区' },
      { header: 'POIコード', text: '1301' },
      { header: '法人番号', text: '6000020131199' },
      { header: '飲食可否', text: '不可' },
    ]);
    assert.ok(!report.some(({ message }) => message.includes('何か分からない')));
  });

  it('knows the headings as cities misspell them', () => {
    const { window, report } = one({
      名称: 'みほん',
      名称_英語: 'Mihon',
      所在地_連結標記: '板橋区板橋１－２',
      電話番号: '3964-1111',
      利用可能時間特記事項: '祝日を除く',
      画像ライセンス: 'CC BY',
      '建物名等（方書）': '３階',
      利用可能曜日: '月火',
      開始時間: '9:00',
      終了時間: '12:00',
    });
    assert.deepEqual(window.name, { ja: 'みほん', en: 'Mihon' });
    assert.equal(window.address, '板橋区板橋1-2');
    assert.equal(window.floor, '3階');
    assert.equal(window.hours?.holidays, 'closed');
    assert.ok(!report.some(({ message }) => message.includes('何か分からない')));
  });
});

describe('公共施設一覧, old form', () => {
  it('reads all 24 columns', () => {
    const { window } = one({
      都道府県コード又は市区町村コード: '131199',
      NO: '1',
      都道府県名: '東京都',
      市区町村名: '板橋区',
      名称: 'みほん会館',
      名称_カナ: 'ミホンカイカン',
      名称_通称: '',
      POIコード: '',
      住所: '板橋区板橋2-66-1',
      方書: '2階',
      緯度: '35.75',
      経度: '139.70',
      電話番号: '03-3964-1111',
      内線番号: '',
      法人番号: '',
      団体名: '',
      利用可能曜日: '月火水木金土日',
      開始時間: '0:00',
      終了時間: '0:00',
      利用可能日時特記事項: '',
      説明: '',
      バリアフリー情報: '車いす可',
      URL: '',
      備考: '',
    });
    assert.equal(window.name, 'みほん会館');
    assert.equal(window.floor, '2階');
    assert.deepEqual(window.notes, ['バリアフリー情報：車いす可']);
    assert.deepEqual(
      [window.hours?.weekly?.[0]?.from, window.hours?.weekly?.[0]?.to, window.hours?.weekly?.[0]?.days.length],
      ['00:00', '24:00', 7],
    );
    assert.equal(window.hours?.text, '月火水木金土日 0:00～0:00');
  });
});

describe('defects of published files', () => {
  it('codes without leading zero or check digit', () => {
    const municipality = (code: string): ImportOptions['municipality'] => ({ code, name: 'みほん市' });
    const result = (code: string): ImportResult =>
      one({ 分野: '総合', 窓口: 'あ', 電話: '3964-1111' }, { municipality: municipality(code) });
    assert.equal(result('92011').directory?.municipality.code, '092011');
    assert.equal(result('13119').directory?.municipality.code, '131199');
    assert.equal(result('131199').directory?.municipality.code, '131199');
    assert.ok(said(result('92011'), 'repair', '先頭の0'));
    assert.ok(said(result('13119'), 'repair', 'チェックデジット'));
    assert.ok(said(result('131198'), 'doubt', 'チェックデジットが合いません'));
    assert.match(result('abc').issues[0]!.message, /6けた/);
  });

  it('a code column of another city, a 町字ID that is the city code', () => {
    const other = one({ 全国地方公共団体コード: '131202', 名称: 'あ', 電話番号: '3964-1111' });
    assert.ok(said(other, 'doubt', '違うコードの行'));
    assert.ok(said(one({ 町字ID: '131199', 名称: 'あ', 電話番号: '3964-1111' }), 'doubt', '町字IDの列に、市区町村のコード'));
  });

  it('the whole address in the column of the municipality', () => {
    const result = one({ 名称: 'あ', 所在地_都道府県: '東京都', 所在地_市区町村: '東京都板橋区板橋2-66-1', 所在地_町字: '' });
    assert.equal(result.window.address, '東京都板橋区板橋2-66-1');
    assert.ok(said(result, 'doubt', '番地までの住所'));
  });

  it('coordinates swapped, zero, blank, out of Japan, full-width', () => {
    const place = (lat: string, lng: string): unknown => one({ 名称: 'あ', 緯度: lat, 経度: lng }).window.location;
    assert.deepEqual(place('139.7', '35.75'), { lat: 35.75, lng: 139.7 });
    assert.deepEqual(place('３５．７５', '１３９．７'), { lat: 35.75, lng: 139.7 });
    for (const [lat, lng] of [
      ['0', '0'],
      ['', '139.7'],
      ['35.75', ''],
      ['51.5', '-0.1'],
      ['35度45分', '139度42分'],
    ] as const)
      assert.equal(place(lat, lng), undefined, lat);
    assert.ok(said(one({ 名称: 'あ', 緯度: '0', 経度: '0' }), 'doubt', '日本の範囲'));
  });

  it('full-width digits in addresses', () => {
    const result = one({ 名称: 'あ', 住所: '板橋２丁目６６－１　みほんビル３階' });
    assert.deepEqual([result.window.address, result.window.building, result.window.floor], ['板橋2丁目66-1', 'みほんビル', '3階']);
    assert.ok(said(result, 'repair', '全角の数字'));
  });

  it('spreadsheet serial numbers as dates and times', () => {
    const result = one({ 名称: 'あ', 更新日: '46113', 利用可能曜日: '月火', 開始時間: '0.375', 終了時間: '0.7291666666666666' });
    assert.equal(result.window.verifiedOn, '2026-04-01');
    assert.equal(result.window.hours?.text, '月火 9:00～17:30');
    assert.deepEqual([result.window.hours.weekly?.[0]?.from, result.window.hours.weekly?.[0]?.to], ['09:00', '17:30']);
    assert.ok(said(result, 'repair', '表計算ソフトの時刻'));
  });

  for (const [text, date] of [
    ['令和8年4月1日', '2026-04-01'],
    ['R8.4.1', '2026-04-01'],
    ['2026/4/1', '2026-04-01'],
    ['令和元年5月1日', '2019-05-01'],
    ['2026-02-30', undefined],
    ['先月', undefined],
  ] as const)
    it(`date ${text}`, () => assert.equal(one({ 名称: 'あ', 確認日: text }).window.verifiedOn, date));

  it('an empty heading cell', () => {
    const { window } = one({ 名称: 'あ', 電話番号: '3964-1111', '': '見出しなし' });
    assert.deepEqual(window.notes, ['見出しなし']);
  });

  it('hours empty for nearly all rows', () => {
    const { window, report } = one({ 名称: 'あ', 電話番号: '3964-1111', 利用可能曜日: '', 開始時間: '', 終了時間: '' });
    assert.equal(window.hours, undefined);
    assert.deepEqual(
      report.filter(({ row }) => row > 0).map(({ message }) => message),
      ['市外局番03を付けました。'],
    );
  });

  it('characters lost in an earlier conversion', () => {
    assert.ok(said(one({ 名称: '\ufffd\ufffd町窓口', 電話番号: '3964-1111' }), 'doubt', '文字化け'));
  });
});
