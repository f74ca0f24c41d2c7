import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Language } from '@tsunagu/core';
import { hashNotice } from '@tsunagu/schema/consent';
import fc from 'fast-check';
import { wordsLocales } from '../../packages/consent-dialog/src/locales/words.js';
import { namesOf, type NamedRequest } from '../../packages/consent-dialog/src/names.js';
import { noticeFor } from '../../packages/consent-dialog/src/notice.js';
import { columns, paperLayout } from '../../packages/consent-dialog/src/paper/paper-layout.js';
import { pdfText } from '../integration/pdf-text.js';
import { ikoma, typical } from './ikoma-request.js';
import { openPrintHouse, type PrintHouse } from '../print/print-house.js';
import type { PartsRoom } from './parts.page.js';

const tidy = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

describe('the table on paper', () => {
  it('has every cell once, whatever is asked', () => {
    const ids = (prefix: string, most: number) =>
      fc.nat(most).map((count) => Array.from({ length: count + 1 }, (_, index) => `${prefix}-${index}`));
    fc.assert(
      fc.property(ids('a', 99), ids('i', 59), fc.boolean(), fc.constantFrom(1, 2), (agencies, items, onFirst, perSheet) => {
        const { first, further } = paperLayout({ agencies, items }, { onFirst, perSheet });
        const tables = [...(first ? [first] : []), ...further.flat()];
        const cells = tables.flatMap((table) => table.agencies.flatMap((agency) => table.items.map((item) => `${agency} ${item}`)));
        assert.equal(cells.length, agencies.length * items.length);
        assert.equal(new Set(cells).size, cells.length);
        assert.equal(first !== undefined, onFirst);
        for (const table of tables) {
          assert.ok(table.agencies.length <= columns);
          assert.equal(agencies[table.from - 1], table.agencies[0]);
        }
        assert.ok(further.every((sheet) => sheet.length > 0 && sheet.length <= perSheet));
      }),
    );
  });
});

describe('the dialog on paper', { timeout: 120_000 }, () => {
  let house: PrintHouse<PartsRoom>;
  before(async () => {
    house = await openPrintHouse<PartsRoom>(new URL('parts.page.ts', import.meta.url));
  });
  after(async () => {
    await house.close();
  });
  const directory = ikoma();
  const namesIn = async (language: Language, request: NamedRequest) =>
    namesOf({ language, words: language === 'ja' ? wordsLocales.ja : await wordsLocales[language](), directory, labels: request.labels });

  for (const language of ['ja', 'en'] as const)
    it(`is one A4 for six desks of 生駒 and twelve items (${language}), with the whole explanation and its hash`, async () => {
      const request = typical();
      const pages = pdfText(await house.print('paper', { request, directory, language, record: 'K-2026-0007' }));
      assert.equal(pages.length, 1);
      const [text] = pages as [string];
      const names = await namesIn(language, request);
      const { frozen } = noticeFor(request, names);
      for (const line of frozen.text.split('\n')) assert.ok(text.includes(tidy(line.replace(/^・/, ''))), line);
      assert.ok(text.includes(await hashNotice(frozen)));
      assert.ok(text.includes(frozen.version) && text.includes('K-2026-0007'));
      for (let number = 1; number <= 10; number++) assert.match(text, new RegExp(`${number}[^\\d.]`));
      for (const name of names.list('item', request.items))
        assert.ok(text.split(tidy(name)).length > 2, `${name}: in the explanation and in the table`);
    });

  it('gives every agency and item three boxes of one weight', async () => {
    const request = typical();
    await house.print('paper', { request, directory });
    const text = pdfText(await house.print('paper', { request, directory }))[0]!;
    const answers = ['伝えてよい', '伝えない', 'あとで決める'];
    const boxes = text.split('□').length - 1;
    // In the table, three for everything at once, three for each purpose, one in the sentence, and those of section 8.
    assert.equal(boxes, 6 * 12 * 3 + 3 + 2 * 3 + 1 + 8 + 2);
    for (const answer of answers) assert.equal(text.split(`□${answer}`).length - 1, 3, answer);

    const sizes = await measured({ request, directory });
    for (const kind of ['answer', 'box'] as const) {
      assert.equal(sizes[kind].length, kind === 'answer' ? 18 : 216);
      assert.equal(new Set(sizes[kind].map(({ look }) => look)).size, 1, 'one font, weight and colour');
      const widths = sizes[kind].map(({ width }) => width);
      assert.ok(Math.max(...widths) - Math.min(...widths) <= 2, `widths ${Math.min(...widths)} to ${Math.max(...widths)}`);
    }
  });

  it('is larger where there is room', async () => {
    const small = await measured({ request: typical(), directory });
    const request = typical({ agencies: typical().agencies.slice(0, 2), items: ['name', 'worries'], purposes: ['referral'] });
    const large = await measured({ request, directory });
    assert.ok(large.size > small.size);
    assert.equal(pdfText(await house.print('paper', { request, directory })).length, 1);
  });

  it('goes on over further sheets only where it does not fit, and says so', async () => {
    const request = typical({ agencies: directory.windows.map(({ id }) => id) });
    const pages = pdfText(await house.print('paper', { request, directory }));
    assert.ok(pages.length > 1 && pages.length <= 4, `${pages.length} sheets`);
    assert.match(pages[0]!, new RegExp(`相手が${request.agencies.length}か所.*続きは別の紙${pages.length - 1}枚`));
    pages.forEach((text, index) => assert.ok(text.startsWith(`${pages.length}枚のうち${index + 1}枚目`), text.slice(0, 40)));
    const names = await namesIn('ja', request);
    for (const id of request.agencies)
      assert.ok(
        pages
          .slice(1)
          .join('')
          .includes(tidy(names.agency(id).short)),
        id,
      );
  });

  describe('in やさしい日本語', () => {
    const language = 'ja-x-easy';
    const short = typical({
      agencies: typical().agencies.slice(0, 2),
      items: ['name', 'contact', 'worries', 'own-words', 'household', 'income'],
      purposes: ['referral'],
    });
    const points = 96 / 72;

    it('is one A4 for two desks and six things, with readings over its kanji, and two for six desks and twelve', async () => {
      for (const [request, sheets] of [
        [short, 1],
        [typical(), 2],
      ] as const) {
        const pages = pdfText(await house.print('paper', { request, directory, language }));
        assert.equal(pages.length, sheets);
        const names = await namesIn(language, request);
        const { frozen } = noticeFor(request, names, { furigana: true });
        assert.ok(pages[0]!.includes(await hashNotice(frozen)));
        // Readings are drawn beside what they belong to.
        assert.ok(pages[0]!.includes('つた') && pages[0]!.includes('そうだん'));
        for (const page of pages) assert.doesNotMatch(page, /[《》｜]/);
        for (let number = 1; number <= 10; number++) assert.match(pages[0]!, new RegExp(`${number}[^\\d.]`));
        assert.equal(
          pages.join('').split('□').length - 1,
          request.agencies.length * request.items.length * 3 + 3 + (sheets - 1) * 2 * 3 + 1 + 8 + 2,
        );
      }
    });

    it('never has letters under 10.5 pt nor readings under 5 pt, however much is asked', async () => {
      for (const request of [short, typical(), typical({ agencies: directory.windows.map(({ id }) => id) })]) {
        const { size, readings } = await measured({ request, directory, language });
        assert.ok(size >= 10.5 * points - 0.01, `${size / points} pt`);
        assert.ok(readings.length > 50 && Math.min(...readings) >= 5 * points, `${Math.min(...readings) / points} pt`);
      }
    });
  });

  it('prints an explanation of the city’s own as it stands', async () => {
    const text = '市の説明文です。\nこの文だけが、読まれたものです。';
    const notice = { version: 'city-3', language: 'ja', text, hash: 'b'.repeat(64) };
    const [page, ...more] = pdfText(await house.print('paper', { request: typical(), directory, notice })) as [string];
    assert.equal(more.length, 0);
    for (const line of text.split('\n')) assert.ok(page.includes(line));
    assert.ok(page.includes(notice.hash) && page.includes('city-3'));
    assert.ok(!page.includes('なぜ、だれが'));
  });

  it('stands alone on an A4 under the strict policy, whatever the host’s page looks like, and leaves it as it was', async () => {
    const before = await house.page.evaluate(() => [document.documentElement.outerHTML, document.adoptedStyleSheets.length]);
    const pdf = await house.print('paper', { request: typical(), directory });
    const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
      (match) => `${Math.round(Number(match[1]))}x${Math.round(Number(match[2]))}`,
    );
    assert.deepEqual([...new Set(boxes)], ['595x842']);
    const text = pdfText(pdf).join('');
    for (const word of ['menuofthehost', 'caseofsomebody', 'opendialog']) assert.ok(!text.toLowerCase().includes(word), word);
    assert.deepEqual(await house.page.evaluate(() => [document.documentElement.outerHTML, document.adoptedStyleSheets.length]), before);
    assert.deepEqual(house.complaints, []);
  });

  /** Sizes of what is to be ticked, in a sheet that was not printed yet. */
  async function measured(asked: { request: NamedRequest; directory: typeof directory; language?: Language }) {
    const { page } = house;
    await house.ask('paper', asked);
    await page.emulateMedia({ media: 'print' });
    const sizes = await house.ask('boxes');
    await page.emulateMedia({ media: null });
    await page.pdf();
    return sizes;
  }
});
