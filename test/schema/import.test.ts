import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { importTable, type Cell, type ImportOptions, type ImportResult, type TableRow } from '@tsunagu/schema/import';
import { topics } from '@tsunagu/schema/vocabulary';

const options: ImportOptions = { municipality: { code: '131199', name: 'みほん市' }, updated: '2026-04-01', areaCode: '03' };
const read = (rows: readonly TableRow[], more: Partial<ImportOptions> = {}): ImportResult => importTable(rows, { ...options, ...more });
const th = (text: string, more: Partial<Cell> = {}): Cell => ({ text, header: true, ...more });
const messages = (result: ImportResult, kind?: string): string[] =>
  result.report.filter((item) => !kind || item.kind === kind).map((item) => item.message);

describe('headings', () => {
  for (const [name, phone, place, hours] of [
    ['窓口', 'TEL', '住所', '開所時間'],
    ['名称', '電話番号', '所在地', '受付時間'],
    ['施設名', '電 話', '場　所', '開設時間'],
    ['いこまる相談窓口', 'ＴＥＬ', '所在地\n（住所）', '相談時間'],
    ['機関名', '連絡先', '住所・所在地', '利用可能時間'],
    ['【事業所名】', '℡', '開設場所', '営業時間'],
    ['相談窓口の名称', 'お問い合わせ先', '施設所在地', '相談日時'],
    ['高齢者の相談窓口', '電話番号（代表）', '住　　所', '窓口開設時間'],
  ] as const) {
    it(`reads ${[name, phone, place, hours].join(' | ').replace(/\n/g, '')}`, () => {
      const { windows } = read([
        [name, phone, place, hours],
        ['みほん窓口', '3964-1111', '本町1-2', '月～金 9:00～17:00'],
      ]);
      const [window] = windows;
      assert.deepEqual(
        [window?.name, window?.phones?.[0]?.number, window?.address, window?.hours?.weekly?.length],
        ['みほん窓口', '03-3964-1111', '本町1-2', 1],
      );
    });
  }

  it('reads two rows of headings with merged cells', () => {
    const { windows } = read([
      [th('窓口', { rowspan: 2 }), th('連絡先', { colspan: 2 }), th('開所時間', { colspan: 2 })],
      [th('電話'), th('FAX'), th('曜日'), th('時間')],
      ['みほん窓口', '3964-1111', '3964-2222', '月～金', '9:00～17:00'],
    ]);
    assert.equal(windows.length, 1);
    assert.equal(windows[0]?.fax?.number, '03-3964-2222');
    assert.equal(windows[0].hours?.text, '月～金 9:00～17:00');
    assert.deepEqual(windows[0].hours.weekly?.[0]?.days, ['mon', 'tue', 'wed', 'thu', 'fri']);
  });

  it('reads the same from a spreadsheet, where merged headings leave blanks', () => {
    const { windows } = read([
      ['窓口', '連絡先', '', '開所時間', ''],
      ['', '電話', 'FAX', '曜日', '時間'],
      ['みほん窓口', '3964-1111', '3964-2222', '月～金', '9:00～17:00'],
    ]);
    assert.equal(windows.length, 1);
    assert.equal(windows[0]?.phones?.[0]?.number, '03-3964-1111');
    assert.equal(windows[0].hours?.text, '月～金 9:00～17:00');
  });

  it('skips headings that come again, and totals', () => {
    const result = read([
      ['窓口', '電話'],
      ['あ窓口', '3964-1111'],
      ['窓　口', '電話'],
      ['い窓口', '3964-2222'],
      ['合計', '2か所'],
    ]);
    assert.deepEqual(
      result.windows.map(({ name }) => name),
      ['あ窓口', 'い窓口'],
    );
    assert.deepEqual(messages(result, 'ignored'), [
      '見出しの行が表の途中にもう一度あるため、読み飛ばしました。',
      '合計の行とみなし、窓口にしませんでした。',
    ]);
  });

  it('turns a table whose headings stand in the first column', () => {
    const result = read([
      [th('窓口名'), 'あ窓口', 'い窓口'],
      [th('電話番号'), '3964-1111', '3964-2222'],
      [th('開所時間'), '月～金 9:00～17:00', '土 9:00～12:00'],
    ]);
    assert.deepEqual(
      result.windows.map(({ name, phones }) => [name, phones?.[0]?.number]),
      [
        ['あ窓口', '03-3964-1111'],
        ['い窓口', '03-3964-2222'],
      ],
    );
    assert.ok(messages(result, 'repair').includes('見出しが左端の列に並ぶ表なので、縦と横を入れ替えて読みました。'));
  });

  it('keeps unknown columns in notes and says so once', () => {
    const result = read([
      ['窓口', '電話', '合言葉', ''],
      ['あ窓口', '3964-1111', 'ひらけごま', '印'],
      ['い窓口', '3964-2222', '-', '無印'],
    ]);
    assert.deepEqual(
      result.windows.map(({ notes }) => notes),
      [['合言葉：ひらけごま', '印'], ['無印']],
    );
    assert.equal(result.report.filter(({ kind }) => kind === 'ignored').length, 2);
  });

  it('names the column it took for the name, when none says so', () => {
    const result = read([
      ['センター', '電話番号', '住所'],
      ['みほん', '3964-1111', '本町1'],
    ]);
    assert.equal(result.windows[0]?.name, 'みほん');
    assert.ok(messages(result, 'doubt').some((message) => message.includes('「センター」の列を窓口の名称とみなしました')));
  });

  it('prefers the desk over the body that runs it', () => {
    const { windows } = read([
      ['機関名', '相談窓口', '電話'],
      ['みほん会', 'くらし相談', '3964-1111'],
    ]);
    assert.equal(windows[0]?.name, 'くらし相談');
    assert.deepEqual(windows[0].notes, ['機関名：みほん会']);
  });
});

describe('rows', () => {
  it('reads a desk that takes two rows as one', () => {
    const { windows } = read([
      ['窓口', '電話', '開所時間'],
      [{ text: 'あ窓口', rowspan: 2 }, '3964-1111', { text: '月～金 9:00～17:00', rowspan: 2 }],
      ['3964-2222（夜間）'],
      ['い窓口', '3964-3333', '土 9:00～12:00'],
    ]);
    assert.deepEqual(
      windows.map(({ name, phones }) => [name, phones?.map(({ number, kind }) => [number, kind])]),
      [
        [
          'あ窓口',
          [
            ['03-3964-1111', undefined],
            ['03-3964-2222', 'after-hours'],
          ],
        ],
        ['い窓口', [['03-3964-3333', undefined]]],
      ],
    );
    assert.equal(windows[0]?.hours?.text, '月～金 9:00～17:00');
  });

  it('takes heading rows between the desks as their field', () => {
    const { windows, directory } = read([
      ['窓口', '電話'],
      [{ text: '【総合】', colspan: 2 }],
      ['福祉窓口', '3964-1111'],
      [{ text: '■高齢者の相談', colspan: 2 }],
      ['東センター', '3964-2222'],
      ['西センター', '3964-3333'],
    ]);
    assert.deepEqual(
      windows.map(({ field, acceptsAll }) => [field, acceptsAll]),
      [
        ['general', true],
        ['elderly', undefined],
        ['elderly', undefined],
      ],
    );
    assert.deepEqual(directory?.labels?.fields, { general: '総合', elderly: '高齢者の相談' });
  });

  it('takes a heading above the table as the first section, and no desk for a heading', () => {
    const { windows } = read([
      ['【高齢者に関する相談】', ''],
      ['名称', '電話番号'],
      ['東センター', '3964-1111'],
      ['教育相談室', ''],
      ['保健センター', ''],
      ['【障害】', ''],
      ['名称', '電話番号'],
      ['西センター', '3964-2222'],
    ]);
    assert.deepEqual(
      windows.map(({ name, field }) => [name, field]),
      [
        ['東センター', 'elderly'],
        ['教育相談室', 'elderly'],
        ['保健センター', 'elderly'],
        ['西センター', 'disability'],
      ],
    );
  });

  it('keeps footnotes as notes of the directory', () => {
    const { directory, windows } = read(
      [['窓口', '電話'], ['あ窓口', '3964-1111'], [{ text: '※祝日・年末年始は休みです。', colspan: 2 }], ['※予約をおすすめします。', '']],
      { catchAll: 'あ窓口', caption: '相談窓口一覧' },
    );
    assert.equal(windows.length, 1);
    assert.deepEqual(directory?.notes, ['相談窓口一覧', '※祝日・年末年始は休みです。', '※予約をおすすめします。']);
  });

  it('resolves 〃, 同上 and 同左', () => {
    const { windows } = read([
      ['窓口', '電話', 'FAX', '住所'],
      ['あ窓口', '3964-1111', '同左', '本町1-1'],
      ['い窓口', '3964-2222', '-', '同上'],
      ['う窓口', '3964-3333', 'なし', '〃'],
    ]);
    assert.deepEqual(
      windows.map(({ fax, address }) => [fax?.number, address]),
      [
        ['03-3964-1111', '本町1-1'],
        [undefined, '本町1-1'],
        [undefined, '本町1-1'],
      ],
    );
  });

  it('gives ids that depend on the name only and are unique', () => {
    const rows = [
      ['窓口', '電話'],
      ['あ窓口', '3964-1111'],
      ['い窓口', '3964-2222'],
      ['あ窓口', '3964-3333'],
    ];
    const first = read(rows).windows.map(({ id }) => id);
    const moved = read([rows[0]!, ['新しい窓口', ''], ...rows.slice(1)]).windows.map(({ id }) => id);
    assert.equal(new Set(first).size, 3);
    assert.deepEqual(moved.slice(1), first);
    assert.ok(messages(read(rows), 'doubt').includes('「あ窓口」という名称の窓口が、2行目にもあります。'));
  });
});

describe('断らない', () => {
  const rows = [
    ['窓口', '電話'],
    ['あ窓口', '3964-1111'],
    ['い窓口', '3964-2222'],
  ];
  it('asks for a catch-all desk when the table names none', () => {
    const result = read(rows);
    assert.equal(result.directory, undefined);
    assert.equal(result.windows.length, 2);
    assert.match(result.issues[0]!.message, /どんな相談も受ける窓口/);
    assert.ok(messages(result, 'doubt').some((message) => message.includes('catchAll に窓口の名称を指定してください（例：「あ窓口」）')));
  });
  it('takes it by name or by id', () => {
    const byName = read(rows, { catchAll: 'い 窓口' });
    assert.deepEqual(byName.directory?.catchAll, [byName.windows[1]!.id]);
    assert.equal(byName.windows[1]!.acceptsAll, true);
    assert.ok(read(rows, { catchAll: [byName.windows[0]!.id] }).directory);
  });
  it('says when the desk named is not in the table', () => {
    assert.ok(messages(read(rows, { catchAll: 'う窓口' })).some((message) => message.includes('「う窓口」が、表の中にありません')));
  });
});

describe('fields, topics, catchments', () => {
  it('maps the city’s words to stable ids, keeps the words as labels and the topics that are sure', () => {
    const { windows, directory } = read([
      ['分野', '窓口', '電話'],
      ['総合', 'あ', '3964-1111'],
      ['高齢者', 'い', '3964-1112'],
      ['障害', 'う', '3964-1113'],
      ['こども・子育て', 'え', '3964-1114'],
      ['生活困窮', 'お', '3964-1115'],
      ['権利擁護', 'か', '3964-1116'],
      ['その他', 'き', '3964-1117'],
    ]);
    assert.deepEqual(
      windows.map(({ field }) => field),
      ['general', 'elderly', 'disability', 'child', 'livelihood', 'rights', 'other'],
    );
    assert.ok(windows[1]?.topics?.includes('care'));
    assert.equal((directory?.labels?.fields as Record<string, string>).disability, '障害');
  });

  it('keeps a cell that names two fields, and says so', () => {
    const result = read([
      ['対象', '窓口', '電話'],
      ['高齢・障がい', 'あ', '3964-1111'],
    ]);
    assert.equal(result.windows[0]?.field, 'elderly');
    assert.equal(result.windows[0].mainlyFor, '高齢・障がい');
    assert.ok(messages(result, 'doubt').some((message) => message.includes('分野が2つ以上')));
  });

  it('reads a field from the name only where the name is a legal one, and never 総合', () => {
    const { windows } = read([
      ['窓口', '電話'],
      ['みほん地域包括支援センター', '3964-1111'],
      ['福祉総合窓口', '3964-1112'],
      ['市民課', '3964-1113'],
    ]);
    assert.deepEqual(
      windows.map(({ field, acceptsAll }) => [field, acceptsAll]),
      [
        ['elderly', undefined],
        [undefined, undefined],
        [undefined, undefined],
      ],
    );
  });

  it('reads 町名 lists, numbers and the whole city', () => {
    const result = read(
      [
        ['窓口', '電話', '担当地域'],
        ['東', '3964-1111', '本町、元町\n東町1～3丁目'],
        ['西', '3964-1112', '第2圏域'],
        ['南', '3964-1113', 'みほん市全域'],
        ['北', '3964-1114', '①・②'],
      ],
      { catchAll: '南' },
    );
    const { directory, windows } = result;
    const areas = (index: number): unknown =>
      windows[index]?.catchments?.map((id) => directory?.catchments?.find((area) => area.id === id)?.areas?.map(({ name }) => name));
    assert.deepEqual(areas(0), [['本町', '元町', '東町1～3丁目']]);
    assert.deepEqual(windows[1]?.catchments, ['area-2']);
    assert.equal(windows[2]?.catchments, undefined);
    assert.deepEqual(windows[3]?.catchments, ['area-1', 'area-2']);
    assert.ok(messages(result, 'doubt').some((message) => message.includes('「～」などの条件')));
  });

  it('doubts a bare 地区, which may be where the desk stands', () => {
    const result = read([
      ['窓口', '電話', '地区'],
      ['あ', '3964-1111', '北部'],
    ]);
    assert.ok(messages(result, 'doubt').some((message) => message.includes('窓口のある場所のことでないか')));
  });

  it('joins the number in the name with the 町名 of the column', () => {
    const { directory } = read(
      [
        ['窓口', '電話', '担当町名'],
        ['東センター\n（担当地域①）', '3964-1111', '本町、元町'],
      ],
      { catchAll: '東センター' },
    );
    assert.deepEqual(directory?.catchments, [{ id: 'area-1', label: '①', name: '担当地域①', areas: [{ name: '本町' }, { name: '元町' }] }]);
  });
});

describe('hours', () => {
  const hours = (headings: string[], cells: string[]): ImportResult['windows'][number]['hours'] =>
    read([
      ['窓口', '電話', ...headings],
      ['あ', '3964-1111', ...cells],
    ]).windows[0]?.hours;

  it('joins days and times from two columns', () => {
    assert.equal(hours(['開設日', '開設時間'], ['月～金', '9:00～17:00'])?.weekly?.length, 1);
  });
  it('keeps what it does not understand as printed, and says so', () => {
    const result = read([
      ['窓口', '電話', '相談時間'],
      ['あ', '3964-1111', 'だいたい午前中'],
    ]);
    assert.equal(result.windows[0]?.hours?.text, 'だいたい午前中');
    assert.equal(result.windows[0].hours.weekly, undefined);
    assert.ok(messages(result, 'doubt').some((message) => message.includes('「開いているか」は「分かりません」とします')));
  });
  it('reads closing days from a column of their own', () => {
    assert.deepEqual(hours(['開館時間', '休館日'], ['9:00～17:00', '月曜日'])?.weekly?.[0]?.days, [
      'tue',
      'wed',
      'thu',
      'fri',
      'sat',
      'sun',
    ]);
    assert.equal(hours(['開館時間', '休館日'], ['8時30分～17時15分', '土日祝'])?.holidays, 'closed');
  });
  it('is absent when the cell says none', () => {
    assert.equal(hours(['開所時間'], ['－']), undefined);
  });
});

describe('topics the importer gives', () => {
  it('are all in the vocabulary', () => {
    const known = new Set(topics.map(({ id }) => id));
    const fields = ['総合', '高齢', '障がい', '子ども', '困窮', '健康', '権利擁護', 'その他'];
    const kinds = '身体 視覚 知的 精神 発達 依存症 認知症 ひきこもり 不登校 ヤングケアラー ひとり親 妊産婦 生活保護 外国人'.split(' ');
    const { windows } = read([
      ['分野', '窓口', '対象者'],
      ...fields.map((field) => [field, `${field}窓口`, '']),
      ...kinds.map((kind) => ['その他', `${kind}の窓口`, `主に${kind}`]),
    ]);
    const given = windows.flatMap((window) => window.topics ?? []);
    assert.ok(given.length > 30);
    assert.deepEqual(
      given.filter((topic) => !known.has(topic)),
      [],
    );
  });
});
