import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sheetToCsv, unguarded } from '@tsunagu/schema/referral/csv';
import { sheetToFhir } from '@tsunagu/schema/referral/fhir';
import { fileNameFor, sheetToText } from '@tsunagu/schema/referral/text';
import { handedTo, ownCopy, type Handed } from '@tsunagu/schema/referral/transfer';
import { referralWords, sectionIds, sectionNumber } from '@tsunagu/schema/referral/words';
import { sheetToXlsx } from '@tsunagu/schema/referral/xlsx';
import { topics } from '@tsunagu/schema/vocabulary';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { guarded, guardedInCsv } from '../../packages/schema/src/referral/export/cells.js';
import { wrap } from '../../packages/schema/src/referral/export/wrap.js';
import { fhirFaults } from './fhir/validate.js';
import { handedFull, livedSheet, markedSheet } from './referral-export.samples.js';
import { B, conferenceBasis, D, days, fullSheet, hours, leastSheet } from './referral.samples.js';

const context = { base: 'https://city.example.lg.jp', custodian: '見本市', at: days(5) };
const whole = async (): Promise<Handed> => ownCopy({ sheet: fullSheet(), events: (await livedSheet()).events });
const handed = async (): Promise<Handed> => {
  const { events, consents } = await livedSheet();
  return handedTo({ sheet: fullSheet(), events, consents }, D, days(4));
};
const cellsOf = (csv: string): string[][] => Papa.parse<string[]>(csv.replace(/^\ufeff/, ''), { skipEmptyLines: true }).data;

/** Single values of a sheet, by path; the entries of a list of choices together. */
function places(value: unknown, at = ''): string[] {
  if (Array.isArray(value))
    return value.some((one) => typeof one !== 'object') ? [at] : value.flatMap((one, index) => places(one, `${at}/${index}`));
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([key, one]) => places(one, `${at}/${key}`));
  return [at];
}

describe('words of a sheet', () => {
  it('have the numbers that stand on paper', () => {
    assert.deepEqual(
      sectionIds.map((id) => `${sectionNumber(id)} ${referralWords.sections[id]}`),
      [
        '0 本人とつなぎ先',
        '1 本人のことば',
        '2 いま困っていること',
        '3 世帯',
        '4 聞いたこと',
        '5 これまでの対応',
        '6 お願いしたいこと',
        '7 気をつけること',
        '8 同意または根拠',
        '9 返信欄',
      ],
    );
  });

  it('are never empty, and those of one list differ', () => {
    const look = (value: unknown, at: string): void => {
      if (typeof value === 'string') return assert.match(value, /\S/, at);
      const names = Object.values(value as object).filter((one) => typeof one === 'string');
      if (at.startsWith('/choices/')) assert.equal(new Set(names).size, names.length, at);
      for (const [key, one] of Object.entries(value as object)) look(one, `${at}/${key}`);
    };
    look(referralWords, '');
  });
});

describe('a sheet as text', () => {
  it('is numbered like the sheet, in lines that fit, without tables or ids', async () => {
    const text = sheetToText(await handed());
    const lines = text.split('\r\n');
    assert.equal(lines[0], 'つなぐシート');
    assert.deepEqual(
      lines.filter((line) => /^\d /.test(line)).map((line) => line[0]),
      [...'123456789'],
    );
    assert.doesNotMatch(text.replaceAll('\r\n', ''), /[\r\n\t|│├─]/);
    const width = (line: string): number => [...line].reduce((sum, one) => sum + (/[\u0020-\u007e]/.test(one) ? 1 : 2), 0);
    for (const line of lines) assert.ok(width(line) <= 84, `${width(line)} ${line}`);
    assert.doesNotMatch(text, /chiiki-houkatsu|case-7|[0-9a-f]{64}|undefined|object/);
    for (const shown of [
      '◎認知症・物忘れ',
      '世帯の人1',
      '続柄：子ども',
      '昭和16年（1941年）2月28日',
      '2026年11月27日（金）',
      '引き受けました：2026年11月26日（木）10:00 見本病院（担当 花子）',
      '初めて連絡する日：2026年12月1日（火）',
      'やさしい日本語',
    ])
      assert.ok(text.includes(shown), shown);
  });

  it('uses the names of a directory, and other words, where they are given', async () => {
    const text = sheetToText(await handed(), {
      agency: (id) => (id === D ? '市立みほん病院' : undefined),
      topic: (id) => (id === 'ikoma-bear' ? 'クマの出没' : undefined),
      words: { ...referralWords, title: 'つなぎシート' },
    });
    assert.match(text, /^つなぎシート/);
    assert.match(text, /市立みほん病院（担当 花子）/);
    assert.match(text, /○クマの出没/);
  });

  it('breaks lines so that nothing is lost, no word is cut and no mark begins one', () => {
    const piece = fc.oneof(
      fc.constantFrom('、', '。', '（', '）', 'ー', '090-1234-5678', 'ABC', '葛󠄀', '😢', ' ', '　', 'が'),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 20, max: 90 }), (pieces, width) => {
        const line = pieces.join('').replace(/[\r\n]/g, '');
        const lines = wrap(line, { width, indent: '>' });
        assert.ok(lines.every((one) => one.startsWith('>')));
        assert.equal(lines.map((one) => one.slice(1)).join(''), line);
      }),
      { numRuns: 2000 },
    );
    const lines = wrap('電話は090-1234-5678です。夜はかけないでください（家族がいます）。', { width: 24, indent: '' });
    assert.ok(lines.some((line) => line.includes('090-1234-5678')));
    assert.ok(
      lines.every((line) => !/^[、。）]/.test(line) && !line.endsWith('（')),
      lines.join('/'),
    );
  });
});

describe('a sheet as CSV', () => {
  it('is UTF-8 with a mark, CR LF and quotes, a row for each field', async () => {
    const csv = sheetToCsv(await handed());
    assert.ok(csv.startsWith('\ufeff"番号","欄","項目","内容","位置"\r\n'));
    assert.ok(csv.endsWith('"\r\n'));
    const rows = cellsOf(csv);
    assert.ok(rows.every((row) => row.length === 5));
    const row = (pointer: string): string[] => rows.find((one) => one[4] === pointer)!;
    assert.deepEqual(row('/sheet/person/name'), ['', '本人とつなぎ先', '本人 氏名', '葛󠄀城 髙子', '/sheet/person/name']);
    assert.deepEqual(row('/sheet/situation')[3], '夜間の見守りが家族だけでは続かない。\n家計も苦しい。');
    assert.deepEqual(row('/sheet/household/members/1/relation').slice(0, 4), ['3', '世帯', '世帯の人2 続柄', '孫']);
  });

  it('leaves out no value of the sheet, and says each once', async () => {
    for (const sheet of [
      fullSheet(),
      fullSheet({ basis: conferenceBasis() }),
      { ...fullSheet(), newer: { field: ['a', 'b'], deep: [{ b: 'c' }] }, toString: 'x' } as unknown as ReturnType<typeof fullSheet>,
      leastSheet(),
    ]) {
      const own = ownCopy({ sheet, events: [] });
      const pointers = cellsOf(sheetToCsv(own))
        .slice(1)
        .map((row) => row[4]!);
      const { schemaVersion: _version, ...rest } = own.sheet;
      assert.deepEqual([...pointers].sort(), places(rest, '/sheet').sort());
    }
  });

  it('has no cell that runs or that a spreadsheet counts, and every cell can be had back', async () => {
    const hostile = [
      '=1+1',
      '+81-90',
      '-2',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      '＝１＋１',
      '＋1',
      '－1',
      '＠x',
      ' =1',
      '\n=1',
      "'=1",
      "'",
      "''",
      '=HYPERLINK("http://x","y")',
      '\u200b=1',
    ];
    for (const cell of hostile) {
      assert.match(guarded(cell), /^'/, JSON.stringify(cell));
      assert.equal(unguarded(guarded(cell)), cell);
    }
    for (const cell of [
      '0120444444',
      '8-38',
      '1/2',
      '1e5',
      '12:30',
      '2026-11-24',
      '12345678901234567890',
      '(5)',
      '5%',
      '￥500',
      '１２３',
      '001',
      '1.0',
    ])
      assert.equal(guardedInCsv(cell), `'${cell}`);
    for (const cell of ['0743-74-1111', '090-1234-5678', '5', '58歳', '3', 'a=b', 'A-1', '東新町8-38', '1人'])
      assert.equal(guardedInCsv(cell), cell);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.tuple(fc.constantFrom(...hostile), fc.string()).map((one) => one.join('')),
        ),
        (text) => {
          for (const guard of [guarded, guardedInCsv]) {
            assert.equal(unguarded(guard(text)), text);
            assert.doesNotMatch(guard(text), /^[\s\p{Cc}]*[=+\-@＝＋－＠]/u);
          }
        },
      ),
      { numRuns: 5000 },
    );
    const { sheet, words } = markedSheet();
    const rows = cellsOf(sheetToCsv(ownCopy({ sheet, events: [] })));
    assert.ok(rows.flat().every((cell) => !/^[=+\-@＝＋－＠\u2212\t\r]/.test(cell)));
    for (const [path] of words) {
      const value = path
        .split('/')
        .slice(1)
        .reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], sheet);
      const row = rows.find((one) => one[4] === `/sheet${path}`)!;
      assert.equal(unguarded(row[3]!), value, path);
    }
  });
});

describe('a sheet as an Excel file', () => {
  it('holds the cells of the CSV as text alone', async () => {
    const own = ownCopy({ sheet: markedSheet().sheet, events: (await handedFull()).events });
    const blob = await sheetToXlsx(own);
    assert.equal(blob.type, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml']!);
    const cells = [...sheet.matchAll(/<c [^>]*>/g)].map(([cell]) => cell);
    const csv = cellsOf(sheetToCsv(own));
    const filled = csv.flat().filter(Boolean).length;
    assert.equal(cells.filter((cell) => /t="(s|inlineStr)"/.test(cell)).length, filled);
    assert.doesNotMatch(sheet, /<f[ >]/);
    const styles = strFromU8(files['xl/styles.xml']!);
    assert.match(styles, /numFmtId="49"|formatCode="@"/);
  });
});

describe('a sheet as a FHIR bundle', () => {
  it('is valid R4, refers to what is in it, and says what it could not carry', async () => {
    const { sheet, events, consents } = await livedSheet();
    const wide = fullSheet({ person: { ...fullSheet().person, name: '葛城　高子' } });
    const cases: [string, Handed][] = [
      ['whole', await whole()],
      ['handed', await handed()],
      ['marked', handedTo({ sheet, events, consents }, B, days(4))],
      ['nothing', handedTo({ sheet, events: [] }, B, days(4))],
      ['least', ownCopy({ sheet: leastSheet({ to: { open: 'coordinator' } }), events: [] })],
      ['wide', ownCopy({ sheet: wide, events: [] })],
      ['conference', handedTo({ sheet: fullSheet({ basis: conferenceBasis() }), events: [] }, B, days(4))],
      [
        'nameless',
        handedTo(
          { sheet: fullSheet({ basis: { kind: 'anonymous-advice', summary: '介護のこと' } }), events: [] },
          'coordinator-desk',
          days(4),
        ),
      ],
      ['gap', { ...(await handed()), events: events.slice(2) }],
    ];
    for (const [name, one] of cases) {
      const { bundle, losses } = sheetToFhir(one, { ...context, agency: B });
      assert.deepEqual(fhirFaults('R4', bundle), [], name);
      const entries = bundle.entry as { fullUrl: string; resource: { resourceType: string; id: string } }[];
      const names = entries.map(({ resource }) => `${resource.resourceType}/${resource.id}`);
      assert.equal(new Set(names).size, names.length);
      for (const { fullUrl, resource } of entries) {
        assert.deepEqual(fhirFaults('R4', resource), [], name);
        assert.ok(fullUrl.endsWith(`/${resource.resourceType}/${resource.id}`) && URL.canParse(fullUrl));
      }
      for (const [, reference] of JSON.stringify(bundle).matchAll(/"reference":"([^"]*)"/g))
        assert.ok(names.includes(reference!), `${name} ${reference}`);
      assert.ok(
        losses.every(({ message }) => /[ぁ-ん].*[。、）ァ-ヶ一-龠ぁ-ん（）]$/.test(message)),
        name,
      );
      assert.equal(
        losses.some(({ what }) => what === 'blanks'),
        name === 'wide',
      );
    }
  });

  it('follows the sheet: statuses, priority, who has it now, until when', async () => {
    const { events } = await livedSheet();
    const at = (count: number): [string, string, string] => {
      const { bundle } = sheetToFhir(ownCopy({ sheet: fullSheet(), events: events.slice(0, count) }), { ...context, at: days(4) });
      const find = (type: string) =>
        (bundle.entry as { resource: Record<string, unknown> }[]).find(({ resource }) => resource.resourceType === type)!.resource;
      const owner = (find('Task').owner as { reference?: string } | undefined)?.reference;
      const desk = (bundle.entry as { resource: { resourceType: string; id: string; identifier?: { value: string }[] } }[]).find(
        ({ resource }) => `${resource.resourceType}/${resource.id}` === owner,
      );
      return [find('ServiceRequest').status as string, find('Task').status as string, desk?.resource.identifier?.[0]?.value ?? ''];
    };
    assert.deepEqual(
      Array.from({ length: events.length + 1 }, (_, count) => at(count)),
      [
        ['draft', 'draft', B],
        ['active', 'requested', B],
        ['active', 'received', B],
        ['active', 'on-hold', B],
        ['active', 'received', B],
        ['active', 'requested', D],
        ['active', 'accepted', D],
        ['active', 'in-progress', D],
        ['active', 'completed', D],
        ['completed', 'completed', D],
      ],
    );
    const { bundle } = sheetToFhir(await whole(), context);
    const text = JSON.stringify(bundle);
    for (const found of [
      '"priority":"urgent"',
      '"gender":"female"',
      '"birthDate":"1941-02-28"',
      '"code":"CHILD"',
      '"valueString":"支援した"',
      '"text":"専門の分野が違う"',
    ])
      assert.ok(text.includes(found), found);
  });

  it('puts the care that a call needs beside every telephone number', async () => {
    const { bundle, losses } = sheetToFhir(await handed(), { ...context, agency: D });
    const points: { system: string; extension?: { valueString: string }[] }[] = [];
    JSON.stringify(bundle, (key, value: unknown) => {
      if (key === 'telecom') points.push(...(value as typeof points));
      return value;
    });
    const phones = points.filter(({ system }) => system === 'phone');
    assert.equal(phones.length, 3);
    for (const { extension } of phones) assert.match(extension![0]!.valueString, /夜はかけない/);
    assert.ok(losses.some(({ what }) => what === 'safe-call'));
  });

  it('holds of the consent what this desk was given, and not who else was asked', async () => {
    const { sheet, events, consents } = await livedSheet();
    const one = handedTo({ sheet, events, consents }, B, days(4));
    const consent = (given: Handed, agency?: string) =>
      (
        sheetToFhir(given, { ...context, ...(agency !== undefined && { agency }) }).bundle.entry as { resource: Record<string, unknown> }[]
      ).find(({ resource }) => resource.resourceType === 'Consent')?.resource;
    const text = JSON.stringify(consent(one, B));
    assert.match(text, /"permit"/);
    assert.doesNotMatch(text, /hospital|school|shakyo|立会/);
    assert.equal(consent(one), undefined);
    assert.equal(consent(handedTo({ sheet, events }, B, days(4)), B), undefined);
    assert.equal(consent(ownCopy({ sheet: fullSheet({ basis: conferenceBasis() }), events: [] }), B), undefined);
  });
});

describe('files', () => {
  it('are never made of a whole sheet by accident', async () => {
    const value = { sheet: fullSheet(), events: [] } as never;
    assert.throws(() => sheetToText(value), TypeError);
    assert.throws(() => sheetToCsv(value), TypeError);
    assert.throws(() => sheetToFhir(value, context), TypeError);
    await assert.rejects(sheetToXlsx(value), TypeError);
  });

  it('have names without anybody in them', () => {
    const name = fileNameFor({ id: 'yamada-hanako', createdAt: '2026-11-23T15:30:00.000Z' }, 'csv');
    assert.match(name, /^tsunagu-20261124-[0-9a-f]{8}\.csv$/);
    assert.notEqual(name, fileNameFor({ id: 'yamada-taro', createdAt: '2026-11-23T15:30:00.000Z' }, 'csv'));
    assert.match(fileNameFor({}, '../../x y.xlsx'), /^tsunagu-[0-9a-f]{8}\.[a-z.]+$/);
    assert.match(fileNameFor({ id: '葛城', createdAt: 'いつか' }, 'txt'), /^tsunagu-[0-9a-f]{8}\.txt$/);
  });

  it('name every worry of the vocabulary', () => {
    const ids = topics.map(({ id }) => id);
    for (let from = 0; from < ids.length; from += 20) {
      const some = ids.slice(from, from + 20);
      const text = sheetToText(ownCopy({ sheet: leastSheet({ topics: some }), events: [] }), { width: 0 });
      for (const { id, label } of topics) if (some.includes(id)) assert.ok(text.includes(`○${label}`), id);
    }
    assert.match(sheetToText(ownCopy({ sheet: leastSheet({ createdAt: hours(0) }), events: [] })), /2026年11月24日（火）10:00/);
  });
});
