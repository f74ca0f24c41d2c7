import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { importCsv } from '@tsunagu/schema/import-csv';

const options = { municipality: { code: '131199', name: 'みほん市' }, updated: '2026-04-01', areaCode: '03' };
const csv =
  '分野,窓口名,電話番号,住所\r\n総合,福祉総合窓口①,3964-1111,"本町2-66-1\r\n（みほんビル2階）"\r\n高齢,髙橋町地域包括支援センター,03-3964-2222,南町1-1\r\n';

const utf16 = (text: string, mark: boolean): Uint8Array => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return new Uint8Array(bytes);
};

/** The CSV above in Shift_JIS (cp932), as hexadecimal, because Node can read that encoding but not write it. */
const shiftJis = Buffer.from(
  [
    '95aa96ec2c918b8cfb96bc2c9364986294d48d862c8f5a8f8a0d0a918d8d872c959f8e83918d8d87918b8cfb87402c333936342d313131312c22967b',
    '92ac322d36362d310d0a816982dd82d982f18372838b328a4b816a220d0a8d8297ee2ceee08bb492ac926e88e695ef8a878e788987835a8393835e81',
    '5b2c30332d333936342d323232322c93ec92ac312d310d0a',
  ].join(''),
  'hex',
);

describe('importCsv', () => {
  const forms: [string, string | Uint8Array, string | undefined][] = [
    ['a string', csv, undefined],
    ['UTF-8', new TextEncoder().encode(csv), 'utf-8'],
    ['UTF-8 with byte order mark', new TextEncoder().encode(`\ufeff${csv}`), 'utf-8'],
    ['UTF-16LE with byte order mark', utf16(csv, true), 'utf-16le'],
    ['UTF-16LE without it', utf16(csv, false), 'utf-16le'],
    ['tab separated UTF-16LE, as Excel saves "Unicode text"', utf16(csv.replace(/,(?=[^"]*(?:"[^"]*"[^"]*)*$)/gm, '\t'), true), 'utf-16le'],
  ];
  for (const [what, input, encoding] of forms) {
    it(`reads ${what}`, () => {
      const result = importCsv(input, options);
      assert.equal(result.encoding, encoding);
      assert.deepEqual(result.issues, []);
      assert.deepEqual(
        result.windows.map(({ name, phones, address, building, floor }) => [name, phones?.[0]?.number, address, building, floor]),
        [
          ['福祉総合窓口①', '03-3964-1111', '本町2-66-1', 'みほんビル', '2階'],
          ['髙橋町地域包括支援センター', '03-3964-2222', '南町1-1', undefined, undefined],
        ],
      );
    });
  }

  it('reads Shift_JIS', () => {
    const result = importCsv(new Uint8Array(shiftJis), options);
    assert.equal(result.encoding, 'shift_jis');
    assert.deepEqual(result.windows, importCsv(csv, options).windows);
  });

  it('takes the encoding it is told', () => {
    assert.equal(importCsv(new TextEncoder().encode(csv), { ...options, encoding: 'utf-8' }).windows.length, 2);
  });

  it('reports a quote that does not close and loses nothing', () => {
    const result = importCsv('窓口名,電話番号\nみほん窓口,"3964-1111\nほかの窓口,3964-2222\n', options);
    assert.ok(result.report.some(({ kind, message }) => kind === 'doubt' && message.includes('引用符')));
    const all = JSON.stringify([result.windows, result.report]);
    for (const word of ['みほん窓口', '3964-1111', 'ほかの窓口', '3964-2222']) assert.ok(all.includes(word), word);
  });

  it('unwraps the text marks that spreadsheets put around numbers', () => {
    const { windows } = importCsv('窓口名,電話番号,住所\nあ窓口,"=""03-3964-1111""",本町1\nい窓口,\'0339642222,本町2\n', options);
    assert.deepEqual(
      windows.map(({ phones }) => phones?.[0]?.number),
      ['03-3964-1111', '03-3964-2222'],
    );
  });

  it('gives a sentence, not an exception, for a file that is no table', () => {
    for (const input of ['', '\u0000\u0001\u0002', 'PK\u0003\u0004 binary', '<html><body>404</body></html>', ',,,\n,,,\n']) {
      const result = importCsv(input, options);
      assert.equal(result.windows.length, 0);
      assert.ok(result.issues.length > 0);
      assert.ok(result.report.some(({ message }) => message.includes('見出しの行が見つからず')));
    }
  });
});
