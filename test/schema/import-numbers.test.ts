import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { importTable, type ImportResult } from '@tsunagu/schema/import';

const run = (heading: string, text: string, areaCode?: string): ImportResult =>
  importTable(
    [
      ['窓口', '分野', heading],
      ['みほん窓口', '総合', text],
    ],
    { municipality: { code: '131199', name: 'みほん市' }, updated: '2026-04-01', ...(areaCode && { areaCode }) },
  );
const numbers = (heading: string, text: string, areaCode = '0743'): unknown => {
  const [window] = run(heading, text, areaCode).windows;
  return [window?.phones?.map(({ number }) => number) ?? [], window?.fax?.number];
};

describe('telephone and FAX cells', () => {
  const cases: [heading: string, text: string, phones: string[], fax?: string][] = [
    ['電話', '0743-74-1111', ['0743-74-1111']],
    ['電話', '74-1111', ['0743-74-1111']],
    ['電話', '７４－１１１１', ['0743-74-1111']],
    ['電話', '741111', ['0743-74-1111']],
    ['電話', '74ー1111', ['0743-74-1111']],
    ['電話', '74‐1111', ['0743-74-1111']],
    ['電話', '(0743)74-1111', ['0743-74-1111']],
    ['電話', '（０７４３）７４－１１１１', ['0743-74-1111']],
    ['電話', '0743（74）1111', ['0743-74-1111']],
    ['電話', '0743 74 1111', ['0743-74-1111']],
    ['電話', '0743741111', ['0743-74-1111']],
    ['電話', '743741111', ['0743-74-1111']],
    ['電話', '+81-743-74-1111', ['0743-74-1111']],
    ['電話', '(03)3964-1111', ['03-3964-1111']],
    ['電話', '09012345678', ['090-1234-5678']],
    ['電話', '9012345678', ['090-1234-5678']],
    ['電話', '0120883132', ['0120-883-132']],
    ['電話', '0120-88-31-32', ['0120-883-132']],
    ['電話', '#8008', ['#8008']],
    ['電話', '189', ['189']],
    ['電話', '74-1111・74-1112', ['0743-74-1111', '0743-74-1112']],
    ['電話', '74-1111、74-1112\n74-1113', ['0743-74-1111', '0743-74-1112', '0743-74-1113']],
    ['電話', 'TEL：74-1111 FAX：74-9100', ['0743-74-1111'], '0743-74-9100'],
    ['連絡先', '☎ 74-1111\nＦＡＸ 74-9100', ['0743-74-1111'], '0743-74-9100'],
    ['電話', '-', []],
    ['電話', 'なし', []],
    ['FAX', '74-9100', [], '0743-74-9100'],
    ['TEL FAX', '74-1111 74-9100', ['0743-74-1111'], '0743-74-9100'],
    ['TEL/FAX', '74-1111/74-9100', ['0743-74-1111'], '0743-74-9100'],
    ['電話・FAX番号', '0120-883-132 -', ['0120-883-132']],
    ['電話・FAX番号', '－\n74-9100', [], '0743-74-9100'],
    ['電話・FAX番号', '(電話)74-1111\n(FAX)74-9100', ['0743-74-1111'], '0743-74-9100'],
    ['電話・FAX', '74-1111（電話・FAX兼用）', ['0743-74-1111'], '0743-74-1111'],
  ];
  for (const [heading, text, phones, fax] of cases)
    it(`${heading}: ${text.replace(/\n/g, '⏎')}`, () => assert.deepEqual(numbers(heading, text), [phones, fax]));

  it('keeps extensions, kinds and words beside the number', () => {
    const [window] = run(
      '電話',
      '0743-74-1111（代表）内線6080\n0743-74-2222（直通）\n夜間・休日：0743-74-3333\n高齢係 0743-74-4444',
      '0743',
    ).windows;
    assert.deepEqual(window?.phones, [
      { number: '0743-74-1111', extension: '6080', kind: 'main' },
      { number: '0743-74-2222', kind: 'direct' },
      { number: '0743-74-3333', kind: 'after-hours', note: '夜間・休日' },
      { number: '0743-74-4444', note: '高齢係' },
    ]);
  });

  it('keeps the printed form beside the dialable one', () => {
    assert.deepEqual(run('電話', '(03)3964-1111').windows[0]?.phones, [{ number: '03-3964-1111', display: '(03)3964-1111' }]);
    assert.deepEqual(run('電話', '74-1111', '0743').windows[0]?.phones, [{ number: '0743-74-1111', display: '74-1111' }]);
  });

  it('finds the area code in a heading or above the table', () => {
    for (const heading of ['電話番号（市外局番0743）', 'TEL(0743)'])
      assert.deepEqual(run(heading, '74-1111').windows[0]?.phones?.[0]?.number, '0743-74-1111', heading);
    const { windows, report } = importTable([['※市外局番は0743です。'], ['窓口', '電話'], ['みほん', '74-1111']], {
      municipality: { code: '292095', name: '生駒市' },
      updated: '2026-04-01',
    });
    assert.equal(windows[0]?.phones?.[0]?.number, '0743-74-1111');
    assert.ok(report.some(({ message }) => message === '表に書かれている市外局番0743を使います。'));
  });

  for (const text of ['74-111', '0743-74-11111', '12345678901234', '0743-74', '2026-04-01', 'お問い合わせください', '74-1111～1113x']) {
    it(`makes no wrong number of ${text} and keeps it`, () => {
      const { windows, report } = run('電話', text, '0743');
      for (const phone of windows[0]?.phones ?? []) assert.equal(phone.number, '0743-74-1111');
      assert.ok(report.some(({ kind }) => kind === 'doubt'));
      const all = JSON.stringify([windows, report]).replace(/〜|～/g, '~');
      assert.ok(all.includes(text.replace(/～/g, '~')), all);
    });
  }

  it('says when it had to guess which of three numbers is the FAX', () => {
    const { windows, report } = run('TEL FAX', '74-1111 74-1112 74-9100', '0743');
    assert.equal(windows[0]?.phones?.length, 2);
    assert.equal(windows[0].fax?.number, '0743-74-9100');
    assert.ok(report.some(({ kind, message }) => kind === 'doubt' && message.includes('どれがFAXか分からない')));
  });

  it('refuses an area code that is none', () => {
    const { windows, report } = run('電話', '74-1111', '743');
    assert.equal(windows[0]?.phones, undefined);
    assert.ok(report.some(({ message }) => message.includes('市外局番（areaCode）は')));
  });
});

describe('e-mail and web cells', () => {
  const window = (heading: string, text: string): ImportResult['windows'][number] => run(heading, text).windows[0]!;
  it('reads addresses, also full-width and inside a contact cell', () => {
    assert.equal(window('メール', 'ｓｏｄａｎ＠city.example.jp').email, 'sodan@city.example.jp');
    assert.equal(window('E-mail', 'mailto:sodan@city.example.jp').email, 'sodan@city.example.jp');
    const contact = window('連絡先', '0743-74-1111\nsodan@city.example.jp\nhttps://city.example.jp/sodan');
    assert.deepEqual([contact.phones?.length, contact.email, contact.url], [1, 'sodan@city.example.jp', 'https://city.example.jp/sodan']);
  });
  it('keeps what is no address as a note', () => {
    for (const [heading, text] of [
      ['メール', 'soudan[at]city.example.jp'],
      ['URL', 'javascript:alert(1)'],
      ['ホームページ', 'こちら'],
    ] as const) {
      const read = window(heading, text);
      assert.deepEqual([read.email, read.url], [undefined, undefined]);
      assert.ok(JSON.stringify(read.notes).includes(text));
    }
  });
  it('takes the address behind a link', () => {
    const { windows } = importTable(
      [
        ['窓口', 'ホームページ'],
        [
          { text: 'みほん窓口', href: 'https://city.example.jp/a' },
          { text: 'こちら', href: 'https://city.example.jp/b' },
        ],
        [{ text: 'ほかの窓口', href: 'https://city.example.jp/c' }, ''],
      ],
      { municipality: { code: '131199', name: 'みほん市' }, updated: '2026-04-01' },
    );
    assert.deepEqual(
      windows.map(({ url }) => url),
      ['https://city.example.jp/b', 'https://city.example.jp/c'],
    );
  });
});
