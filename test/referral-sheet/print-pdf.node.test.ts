/** The paper of a sheet, from a real Chromium's PDF: what a FAX machine, a scanner and a copy of its text make of it. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import canonicalize from 'canonicalize';
import { readSheetCode } from '@tsunagu/referral-sheet/paper';
import { createCollector, type Handed } from '@tsunagu/schema/referral/transfer';
import { openPaperHouse, paperwork, type PaperHouse, type Paperwork } from './paper-house.js';
import { at, handed, ikoma, ordinarySheet } from './paper.samples.js';

const tidy = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');
/** The odd ones from the end, then the even ones. */
const shuffled = <Thing>(list: readonly Thing[]): Thing[] => [
  ...list.filter((_, index) => index % 2).reverse(),
  ...list.filter((_, index) => index % 2 === 0),
];

describe('an ordinary sheet on paper', { timeout: 240_000 }, () => {
  let house: PaperHouse;
  let paper: Paperwork;
  let given: Handed;
  before(async () => {
    house = await openPaperHouse();
    given = await handed();
    paper = paperwork(await house.print({ handed: given, directory: ikoma(), at: at.toISOString() }));
  });
  after(async () => {
    paper?.end();
    await house?.close();
  });

  it('is one A4 page in front and one of codes', () => {
    const sizes = paper.sizes();
    assert.equal(sizes.length, 2);
    for (const size of sizes) {
      const [width, height] = (size.match(/[\d.]+/g) ?? []).map(Number);
      assert.ok(Math.abs(width! - 595) < 2 && Math.abs(height! - 842) < 2, size);
    }
    assert.deepEqual(house.complaints, []);
  });

  it('gives its text in the order of the screen, with number and page on each page', () => {
    const [front, back] = paper.text().map(tidy) as [string, string];
    let from = 0;
    for (const words of [
      'つなぐシート番号r-7f3a91c05d2e4b681/2',
      '阪奈中央地域包括支援センター',
      '電話0743-73-9448FAX0743-73-9447',
      '返信期限〕令和8年11月27日(金)',
      '見本和子(みほんかずこ)',
      '昭和23年(1948年)5月3日78歳',
      '主人の物忘れがひどくなって',
      '〔本人の希望〕主人と家で暮らし続けたい。',
      '◎介護(いちばん)○認知症・物忘れ',
      '続柄氏名(ふりがな)年齢同居仕事・学校、備考',
      '見本さくら(みほんさくら)15歳同居中学3年、欠席が多い',
      '夫は半年前から夜間に外出することが増え',
      '令和8年11月18日相談花子',
      '東生駒内科(主治医、令和3年)',
      '〔お願いの種類〕訪問、見立て、同席・同行',
      '〔電話をしてはいけないとき〕夕方以降は長男が出るため、かけない。',
      '〔根拠〕本人の同意〔記録の番号〕record-case-7-a',
      '9返信欄',
      '引き受けます',
      'もう少し教えてください',
      '別の窓口につなぎますつなぎ先(必ず)',
      '調整担当に戻します理由年齢',
      '次にすること',
      '本人への伝言',
      '返信先生駒市役所庁内FAX0743-74-9100電話0743-74-1111',
    ]) {
      const place = front.indexOf(tidy(words), from);
      assert.ok(place >= 0, `${words} after ${front.slice(from, from + 200)}`);
      from = place + 1;
    }
    assert.ok(back.includes('裏面') && back.includes('番号r-7f3a91c05d2e4b682/2') && back.includes('枚のうち1枚目'), back);
    assert.ok(!/見本|和子|物忘れ/.test(back), 'the back says nothing of the person in words');
  });

  it('says on its small code which sheet it is and where it stood, through a FAX of standard quality', () => {
    const last = given.events.at(-1)!;
    for (const [across, down] of [
      [204, 98],
      [200, 100],
      [204, 196],
    ] as const) {
      const [front] = paper.fax(across, down) as [string];
      const codes = paper.codesOn(front);
      assert.equal(codes.length, 1, `${across} × ${down}`);
      assert.deepEqual(readSheetCode(codes[0]!), { id: given.sheet.id, seq: last.seq + 1, hash: last.hash.slice(0, 16) });
    }
  });

  it('carries the whole sheet on its back for an independent reader, in any order, and tells what is missing', async () => {
    // A reader may overlook one of several codes on a page, and whoever scans it looks again at what is missing.
    const codes = [...new Set([200, 300].flatMap((dpi) => paper.codesOn(paper.scan(dpi)[1]!)))];
    const collector = createCollector();
    for (const code of shuffled(codes)) assert.ok(collector.add(code).ok, code);
    assert.deepEqual(collector.missing, []);
    assert.ok(codes.length > 2 && codes.length === collector.count, `${codes.length}`);
    const whole = await collector.result();
    assert.ok(whole.ok && 'value' in whole, JSON.stringify(whole));
    assert.equal(canonicalize(whole.value), canonicalize(given));
    const short = createCollector();
    for (const code of shuffled(codes)) if (!code.startsWith('TSUNAGU1:S:02:')) short.add(code);
    assert.deepEqual(short.missing, [2]);
    const result = await short.result();
    assert.ok(!result.ok && result.error === 'missing' && result.message.includes('2番'));
  });

  it('has nothing but black ink, type of 10.5 pt and more, and lines a FAX can draw', async () => {
    await house.page.evaluate(
      (asked) => (window as unknown as { paper: { print: (given: unknown) => Promise<void> } }).paper.print(asked),
      {
        handed: given,
        directory: ikoma(),
        at: at.toISOString(),
      },
    );
    const looks = await house.page.evaluate(() => {
      const root = document.querySelector('tsunagu-print')!.shadowRoot!;
      return [...root.querySelectorAll('.paper *:not(path):not(svg)')].map((element) => {
        const { color, fontSize, borderTopWidth, borderBottomWidth, borderBottomColor, opacity } = getComputedStyle(element);
        return {
          what: `${element.localName}.${element.className}`,
          color,
          opacity,
          size: parseFloat(fontSize),
          lines: [borderTopWidth, borderBottomWidth].map(parseFloat).filter(Boolean),
          ink: borderBottomColor,
        };
      });
    });
    await house.pdf();
    assert.ok(looks.length > 100);
    for (const { what, color, opacity, size, lines, ink } of looks) {
      assert.equal(color, 'rgb(0, 0, 0)', what);
      assert.equal(ink, 'rgb(0, 0, 0)', what);
      assert.equal(opacity, '1', what);
      // CSS pixels: 96 to the inch, 72 points.
      assert.ok(size >= 13.99, `${what}: ${size}px`);
      for (const line of lines) assert.ok(line >= 0.66, `${what}: ${line}px`);
    }
  });

  it('has lines to fill in where nobody knows a number', async () => {
    const unknown = paperwork(await house.print({ handed: given, at: at.toISOString(), codes: false }));
    const [front, ...others] = unknown.text().map(tidy) as [string];
    assert.deepEqual(others, []);
    assert.ok(front.includes('返信先city-hallFAX電話') && !front.includes('0743-74-9100'), front);
    unknown.end();
  });
});

describe('a long sheet on paper', { timeout: 240_000 }, () => {
  let house: PaperHouse;
  before(async () => {
    house = await openPaperHouse();
  });
  after(async () => {
    await house.close();
  });

  it('goes on over pages, each with its number, and loses nothing of 20,000 characters', async () => {
    // Every piece of it is found once only: a line that is lost or printed twice shows.
    const pieces = Array.from({ length: 2000 }, (_, index) => `その${String(index).padStart(5, '0')}。${index % 40 === 39 ? '\n' : '　'}`);
    const situation = pieces.join('').slice(0, 20_000);
    const given = await handed(ordinarySheet({ situation }));
    const paper = paperwork(await house.print({ handed: given, directory: ikoma(), at: at.toISOString(), codes: false }));
    const pages = paper.text().map(tidy);
    assert.ok(pages.length > 6, String(pages.length));
    pages.forEach((page, index) => assert.ok(page.includes(`番号r-7f3a91c05d2e4b68${index + 1}/${pages.length}`), page.slice(0, 80)));
    assert.ok(pages.slice(1, -1).every((page) => page.includes('(続き)')));
    // pdftotext puts a heading beside the text that it stands beside.
    const all = pages.join('').replace(/4聞いたこと|\(続き\)/g, '');
    const expected = situation.match(/その\d{5}。/g)!;
    assert.deepEqual(all.match(/その\d{5}。/g)!.length, expected.length);
    for (const piece of expected) assert.ok(all.includes(piece), piece);
    assert.equal(all.split('9返信欄').length, 2, 'one reply form');
    assert.ok(pages.at(-1)!.includes('9返信欄'));
    paper.end();
  });

  it('says what is not there, and prints nothing that was kept back', async () => {
    const given = await handed(ordinarySheet({ refuses: undefined, words: undefined, household: undefined }));
    assert.ok(!JSON.stringify(given).includes('debt'));
    const paper = paperwork(await house.print({ handed: given, directory: ikoma(), at: at.toISOString(), codes: false }));
    const [front] = paper.text().map(tidy) as [string];
    assert.ok(!front.includes('世帯4人') && !front.includes('してほしくないこと'));
    paper.end();
  });

  it('speaks やさしい日本語 and English', async () => {
    const given = await handed();
    // Readings stand between the lines of やさしい日本語, so that longer pieces come apart in the copied text.
    for (const [language, ...words] of [
      ['ja-x-easy', 'つなぐシート(話を', 'まどぐち', '送るところ', '見本', '困って', '0743-74-2222'],
      ['en', 'Referralsheet(つなぐシート)', '3Household', '見本和子(みほんかずこ)', 'Carefor', '0743-74-2222'],
    ] as const) {
      const paper = paperwork(await house.print({ handed: given, directory: ikoma(), at: at.toISOString(), codes: false, language }));
      const text = paper.text().map(tidy).join('');
      for (const each of words) assert.ok(text.includes(each), `${language}: ${each} in ${text.slice(0, 600)}`);
      paper.end();
    }
    assert.deepEqual(house.complaints, []);
  });
});
