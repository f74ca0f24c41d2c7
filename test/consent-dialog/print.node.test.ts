import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ConsentEvent } from '@tsunagu/schema/consent';
import { wordsLocales } from '../../packages/consent-dialog/src/locales/words.js';
import { namesOf } from '../../packages/consent-dialog/src/names.js';
import { readReceiptCode } from '../../packages/consent-dialog/src/print/receipt-code.js';
import { pdfText } from '../integration/pdf-text.js';
import { onDesk } from '../print/paperwork.js';
import { openPrintHouse, type PrintHouse } from '../print/print-house.js';
import { codesIn } from '../print/tools.js';
import { cells, spoken, Story } from '../schema/consent.samples.js';
import { ikoma, typical } from './ikoma-request.js';
import type { PartsRoom, ReceiptAsked } from './parts.page.js';

const tidy = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');
const namesHere = namesOf({ language: 'ja', words: wordsLocales.ja, directory: ikoma() });
const item = (id: string): string => tidy(namesHere.of('item', id));
const [first, second, third] = typical().agencies as [string, string, string];

/** A person with a name, who gives most of it, keeps debts to themselves and tells the third desk nothing. */
async function given(): Promise<Story> {
  const story = new Story('K-2026-0007');
  const asked = typical({ notices: [{ version: '1', language: 'ja', text: '説明' }] });
  await story.add({ type: 'requested', request: asked, subject: { ref: 'case-7-a', name: '山田 花子' } });
  const decisions = cells(asked, (_purpose, agency, item) => (agency === third || item === 'debt' ? 'refused' : 'given'));
  const signature = { kind: 'typed', name: '山田 花子' };
  return story.add({ type: 'partly-given', notice: story.notice, decisions, expressed: { ...spoken, name: '山田 花子', signature } });
}

describe('a receipt', { timeout: 120_000 }, () => {
  let house: PrintHouse<PartsRoom>;
  const directory = ikoma();
  before(async () => {
    house = await openPrintHouse<PartsRoom>(new URL('parts.page.ts', import.meta.url));
  });
  after(async () => {
    await house.close();
  });

  /** What the one QR on the paper says. */
  async function scanned(asked: ReceiptAsked): Promise<string> {
    const [code, ...more] = onDesk(await house.print('receipt', asked), (paper) => codesIn(paper.scan(200)[0]!));
    assert.ok(code !== undefined && more.length === 0);
    return code;
  }

  it('says in large type on one A4 what was decided, until when, and how to take it back', async () => {
    const { events } = await given();
    const pages = pdfText(await house.print('receipt', { events, directory }));
    assert.equal(pages.length, 1);
    const [text] = pages as [string];
    for (const words of [
      '同意の控え',
      '令和8年(2026年)11月25日(水)10:00',
      '生駒市役所庁内相談花子',
      tidy(namesHere.of('expresser', 'self')),
      `伝えてよい${item('name')}${item('birth')}`,
      `伝えない${item('debt')}`,
      '阪奈中央地域包括支援センター伝えない:聞かれたことすべて',
      '令和9年(2027年)3月31日(水)まで',
      `${tidy(namesHere.of('way', 'phone'))}:0743-74-1111`,
      'K-2026-0007',
    ])
      assert.ok(text.includes(words), `${words}\n${text}`);
    assert.ok(!text.includes('山田'), 'the paper may be found by somebody else');
  });

  it('has a QR that leads to the record and holds nothing of the person', async () => {
    const { events } = await given();
    const code = await scanned({ events, directory });
    const last = events.at(-1)!;
    assert.deepEqual(readReceiptCode(code), { record: 'K-2026-0007', seq: 1, hash: last.hash });
    // Only letters of the mark, the number and the digest: there is no room for a name, and no address to be opened.
    assert.equal(code.replace('K-2026-0007', '').replace(last.hash, ''), 'tsunagu-consent:1;;1;');
    for (const word of ['山田', '花子', 'yamada', 'case-7-a', first, 'http', '//']) assert.ok(!code.includes(word), word);
    assert.equal(await scanned({ events, directory, discreet: true }), code);
  });

  it('is discreet when asked: a number and a code, no answer and no agency', async () => {
    const { events } = await given();
    const [text] = pdfText(await house.print('receipt', { events, directory, discreet: true })) as [string];
    assert.ok(text.includes('K-2026-0007') && text.includes('相談の控え'));
    for (const word of ['同意', '伝え', 'センター', 'ご本人', '花子', '借金']) assert.ok(!text.includes(word), word);
  });

  it('of a withdrawal says what was taken back, what others hold already, and what still stands', async () => {
    const story = await given();
    const at = story.events.at(-1)!.at;
    const shipments = [
      { id: 's1', at, agency: first, purpose: 'referral', items: ['name', 'worries'] },
      { id: 's2', at, agency: second, purpose: 'referral', items: ['name'] },
    ];
    await story.add({ type: 'withdrawn', expressed: spoken, scope: { agency: first } });
    const text = pdfText(await house.print('receipt', { events: story.events, directory, shipments })).join('');
    for (const words of [
      '取りやめの控え',
      'フォレスト地域包括支援センターに伝えることを、取りやめました。',
      'これからは、新しく伝えません。',
      `すでに伝わっているものフォレスト地域包括支援センター:${item('name')}、${item('worries')}`,
      '取りやめたことを、窓口から相手に知らせます。',
      'いまも伝えてよいことメディカル北',
    ])
      assert.ok(text.includes(words), `${words}\n${text}`);
    const unknown = pdfText(await house.print('receipt', { events: story.events, directory })).join('');
    assert.ok(!unknown.includes('すでに伝わっているもの'), 'nobody said what was sent');
    const none = pdfText(await house.print('receipt', { events: story.events, directory, shipments: [] })).join('');
    assert.ok(none.includes('すでに伝わっているものはありません。'));
  });

  it('says that nobody is told when everything was refused or taken back', async () => {
    const story = await given();
    await story.add({ type: 'withdrawn', expressed: spoken, scope: { all: 'yes' } });
    const text = pdfText(await house.print('receipt', { events: story.events, directory })).join('');
    assert.ok(text.includes('同意の全部を取りやめました。') && text.includes('どこにも伝えません。'));
    assert.ok(!text.includes('いまも伝えてよいこと'));
  });

  it('speaks やさしい日本語 and English', async () => {
    const { events } = await given();
    const easy = pdfText(await house.print('receipt', { events, directory, language: 'ja-x-easy' })).join('');
    assert.ok(easy.includes('つた') && easy.includes('そうだん'), 'readings');
    const english = pdfText(await house.print('receipt', { events, directory, language: 'en' })).join('');
    for (const words of ['Yourconsent:acopyforyou', 'Wednesday,25November2026,10:00', 'Nottobetold'])
      assert.ok(english.includes(words), words);
  });

  it('keeps hostile words as words', async () => {
    const story = await given();
    const hostile = '<img src=x onerror=alert(1)>《ルビ》';
    const events = structuredClone(story.events) as (ConsentEvent & { request?: { withdrawal: { way: string; detail?: string }[] } })[];
    events[0]!.request!.withdrawal = [{ way: 'desk', detail: hostile }];
    const text = pdfText(await house.print('receipt', { events, directory })).join('');
    assert.ok(text.includes('<imgsrc=xonerror=alert(1)>'), text);
    assert.deepEqual(house.complaints, []);
  });

  it('tells when this page cannot print, and leaves nothing behind', async () => {
    const { events } = await given();
    for (const how of ['throws', 'ignored', 'missing'] as const) {
      const result = await house.ask('refused', { events, directory }, how);
      assert.deepEqual(result, [false, true, 0], how);
    }
  });
});
