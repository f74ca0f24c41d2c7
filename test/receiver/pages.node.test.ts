/** What a desk and a person with a receipt do on the receiver's own pages. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { CompactEncrypt, exportJWK, generateKeyPair } from 'jose';
import type { Browser, Page } from 'playwright-core';
import { axeFindings, buildPages, isNarrow, openBrowser, visit } from './browser.js';
import { care, Record } from './consents.js';
import { consultation, desk, openHouse, send, tuesday, words, type House } from './house.js';

const danger = {
  about: { who: 'family', relation: '妹', awareness: 'does-not-know' },
  topics: ['income', 'dv-abuse'],
  mainTopic: 'dv-abuse',
  since: 'months',
  urgency: 'today',
  contact: {
    mode: 'nickname',
    nickname: 'さくら',
    ways: ['phone', 'receipt'],
    phone: '0743-74-1111',
    safeCall: {
      voicemail: 'no',
      callerName: 'other',
      callerNameText: '山田',
      times: ['morning'],
      never: '夫が出たら、何も言わずに切ってください',
    },
  },
  needs: { ids: ['interpreter'], language: 'Tiếng Việt' },
  person: {
    name: '生駒 花子',
    kana: 'いこま はなこ',
    birthDate: '1955-04-01',
    town: '東新町',
    household: [{ relation: 'child', age: 8, note: '小学生' }],
  },
  language: 'ja-x-easy',
  window: { id: desk },
};

/** As somebody who cannot see it would: by role and name. */
const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).click();

describe('the pages of the receiver', { timeout: 180_000 }, () => {
  let pages: Awaited<ReturnType<typeof buildPages>>;
  let house: House;
  let browser: Browser;
  let token: string;
  before(async () => {
    pages = await buildPages();
    house = await openHouse({ pages: pages.url });
    token = await house.token(desk);
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    await house.close();
    pages.remove();
  });

  const signIn = async (options = {}) => {
    const seen = await visit(browser, `${house.origin}/staff`, options);
    await seen.page.getByLabel('窓口の鍵（トークン）').fill(token);
    await press(seen.page, '窓口をひらく');
    await seen.page.getByRole('heading', { name: '届いた相談' }).waitFor();
    return seen;
  };

  it('a desk signs in, reads the sheet with what a call must not do, answers, closes', async () => {
    const receipt = await send(house, danger);
    const { page, complaints, sent } = await visit(browser, `${house.origin}/staff`);
    await page.getByLabel('窓口の鍵（トークン）').fill('tsg_000000000000_wrong');
    await press(page, '窓口をひらく');
    await page.getByText('窓口の鍵（トークン）を確かめられませんでした。').waitFor();
    await page.getByLabel('窓口の鍵（トークン）').fill(token);
    await page.keyboard.press('Enter');
    await page.getByText('返事を待っている人：1人').waitFor();
    await page.getByText('今日のうちに返事がほしい').waitFor();

    await press(page, `この相談を読む（${receipt.number}）`);
    await page.getByRole('heading', { name: `相談受付票 ${receipt.number}` }).waitFor();
    const text = await page.locator('main').innerText();
    for (const part of [
      '折り返しの注意',
      '本人は、この相談のことを知りません。',
      'してはいけないこと：夫が出たら、何も言わずに切ってください',
      '残さない',
      'ほかの名乗り方：山田',
      '午前',
      '◎ DV・虐待',
      '○ 収入・生活費',
      words,
      '数か月前から',
      '妹',
      '生駒 花子',
      'いこま はなこ',
      '昭和30年4月1日（1955年）',
      '東新町',
      '8歳',
      '外国語の通訳',
      'Tiếng Việt',
      '「やさしい日本語」',
      '11月24日（火）10:30 受付',
      '返事の予定日 11月27日（金）',
    ])
      assert.ok(text.includes(part), part);
    // A desk is called by its official name, also where the consultation brought none.
    assert.match(text, /選んだ窓口\s+窓口\s+生駒市役所庁内/);
    assert.doesNotMatch(text, /city-hall/);
    assert.ok(text.indexOf('折り返しの注意') < text.indexOf('本人のことば'));
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), `相談受付票 ${receipt.number}`);

    await press(page, '読みました');
    await page.getByText('いまの状況「読みました」').waitFor();
    await press(page, '返事を送る');
    await page.getByText('ひとことでも書いてから、送ってください。').waitFor();
    await page.getByLabel('返事を書く').fill('お電話の時間を、水曜の午前にしませんか。');
    await press(page, '返事を送る');
    await page.getByText('いまの状況「返事をしました」').waitFor();
    await press(page, '終わりました');
    await page.getByText('いまの状況「終わりました」').waitFor();
    const thread = await house.post('/api/receipts/open', { number: receipt.number, secret: receipt.secret });
    assert.deepEqual([thread.body.status, thread.body.messages.length], ['closed', 1]);

    await press(page, '一覧へ戻る');
    await page.getByLabel('状況でしぼる').selectOption('received');
    await page.getByText('ここに当てはまる相談は、いまありません。').waitFor();
    await press(page, 'この窓口をとじる');
    await page.getByLabel('窓口の鍵（トークン）').waitFor();
    assert.deepEqual(
      await page.evaluate(() => [sessionStorage.length, localStorage.length, document.cookie, location.search, location.hash]),
      [0, 0, '', '', ''],
    );
    assert.deepEqual(complaints, []);
    assert.ok(sent.every((line) => line.split(' ')[1]!.startsWith(house.origin)));
    assert.ok(sent.every((line) => !line.split(' ')[1]!.includes(token)));
    await page.context().close();
  });

  it('hostile words stay words', async () => {
    const hostile = '<img src=x onerror="document.title=1"><script>alert(1)</script>';
    const { number } = await send(house, { words: hostile, about: { who: 'self', relation: hostile } });
    const { page, complaints } = await signIn();
    await press(page, `この相談を読む（${number}）`);
    await page.locator('.sheet .words').waitFor();
    assert.equal(await page.locator('.sheet .words').textContent(), hostile);
    assert.equal(await page.locator('main img, main script').count(), 0);
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  it('a sealed consultation opens with the desk’s key, in the browser alone; another key says so', async () => {
    const { publicKey, privateKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
    const plain = new TextEncoder().encode(JSON.stringify(consultation({ words: '封の中のことばです' })));
    const sealed = await new CompactEncrypt(plain).setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM' }).encrypt(publicKey);
    const { status, body } = await house.post('/api/consultations', { sealed, windowId: desk, language: 'ja' });
    assert.equal(status, 201);
    const { page, complaints, sent } = await signIn();
    await page.getByText('封あり').waitFor();
    await press(page, `この相談を読む（${body.number}）`);
    const choose = async (name: string, text: string) =>
      page.getByLabel('窓口の鍵のファイルを選ぶ').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
    await choose('letter.json', '{"hello":1}');
    await page.getByText('このファイルは、窓口の鍵ではないようです。').waitFor();
    const other = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
    await choose('other.json', JSON.stringify(await exportJWK(other.privateKey)));
    await page.getByText('この鍵では開けません。').waitFor();
    const jwk = await exportJWK(privateKey);
    await choose('private.json', JSON.stringify(jwk));
    await page.getByText('封の中のことばです').waitFor();
    assert.ok(sent.every((line) => !line.includes(jwk.d!) && !line.includes('封の中')));
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  it('when the receiver cannot be reached, the answer stays in its box, and arrives once', async () => {
    const receipt = await send(house);
    const { page } = await signIn();
    await press(page, `この相談を読む（${receipt.number}）`);
    const box = page.getByLabel('返事を書く');
    await box.fill('消えてはいけない返事');
    // The first answer is lost on the way back, after it was stored.
    let lost = false;
    await page.route('**/messages', async (route) => {
      if (lost) return route.continue();
      lost = true;
      await route.fetch();
      await route.abort();
    });
    await press(page, '返事を送る');
    await page.getByText('つながりませんでした。').waitFor();
    assert.equal(await box.inputValue(), '消えてはいけない返事');
    await press(page, '返事を送る');
    await page.getByText('いまの状況「返事をしました」').waitFor();
    assert.equal(await page.locator('.thread li').count(), 1);
    await page.context().close();
  });

  it('a person reads the answer with the receipt as it was copied, and writes back', async () => {
    const { number, secret } = await send(house);
    await house.post(`/api/staff/consultations/${number}/messages`, { text: '明日、お電話します。\n安心してください。' }, { token });
    const { page, complaints, sent } = await visit(browser, `${house.origin}/receipt`);
    await page.getByRole('link', { name: '0743-74-1111' }).waitFor();
    await page.getByLabel('受付番号').fill(number.toLowerCase().replace('-', ''));
    await page.getByLabel('確認番号').fill('0000-0000-0000-0000');
    await press(page, '返事を読む');
    await page.getByText('見つかりませんでした。番号にまちがいがないか、確かめてください。').waitFor();
    await page.getByLabel('確認番号').fill(secret);
    await press(page, '返事を読む');
    await page.getByText('明日、お電話します。').waitFor();
    await page.getByLabel('続きを書く').fill('ありがとうございます。');
    await press(page, '送る');
    await page.getByText('ありがとうございます。').waitFor();
    assert.ok(sent.every((line) => !line.split(' ')[1]!.includes(secret)));
    await press(page, 'この画面を片づける');
    assert.ok(!(await page.content()).includes('明日、お電話します。'));
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  it('both pages can be used by keyboard, are clean to axe, and fit 320 px', async () => {
    const { number, secret } = await send(house, danger);
    await house.post(`/api/staff/consultations/${number}/messages`, { text: 'お返事です。' }, { token });
    house.clock.now = new Date('2026-12-01T01:00:00Z');
    for (const width of [320, 1280]) {
      const options = { bypassCSP: true, viewport: { width, height: 800 } };
      const { page } = await visit(browser, `${house.origin}/staff`, options);
      assert.deepEqual(await axeFindings(page), []);
      await page.keyboard.press('Tab');
      await page.keyboard.type(token);
      await page.keyboard.press('Enter');
      await page.getByRole('article').first().waitFor();
      assert.deepEqual(await axeFindings(page), []);
      assert.ok(await isNarrow(page));
      await page.getByRole('button', { name: `この相談を読む（${number}）` }).focus();
      await page.keyboard.press('Enter');
      await page.locator('.consent-status').waitFor();
      assert.deepEqual(await axeFindings(page), []);
      assert.ok(await isNarrow(page));
      await page.getByRole('button', { name: '同意をたずねる' }).focus();
      await page.keyboard.press('Enter');
      await page.getByText('ほかの内容から選ぶ').click();
      await page.getByText('ほかの機関の力が必要').click();
      assert.deepEqual(await axeFindings(page), []);
      assert.ok(await isNarrow(page));
      await page.goto(`${house.origin}/receipt`);
      assert.deepEqual(await axeFindings(page), []);
      await page.keyboard.press('Tab');
      await page.keyboard.type(number);
      await page.keyboard.press('Tab');
      await page.keyboard.type(secret);
      await page.keyboard.press('Enter');
      await page.locator('.thread').waitFor();
      assert.deepEqual(await axeFindings(page), []);
      assert.ok(await isNarrow(page));
      await page.context().close();
    }
    house.clock.now = tuesday;
  });

  it('what was told, taken back and acknowledged is there in words, clean to axe', async () => {
    const { number } = await send(house, { ...danger, language: 'ja' });
    const record = await new Record(house, number, token, `${number}.person`).give();
    await record.tell(care, ['name', 'worries']);
    await record.add(record.withdraw({ agency: care }));
    for (const width of [320, 820]) {
      const { page } = await signIn({ bypassCSP: true, viewport: { width, height: 1180 } });
      await press(page, `この相談を読む（${number}）`);
      const panel = page.locator('.consent');
      await panel.locator('.held').waitFor();
      await panel.getByText('ほかの機関の力が必要').click();
      for (const box of await panel.locator('summary').all()) await box.click();
      const text = await panel.innerText();
      for (const part of [
        'いまは同意がないのに、すでに伝わっているもの',
        '氏名・呼び名、困っていること（取りやめ）',
        '立ち会った人：立会 次郎（民生委員）',
        'school',
      ])
        assert.ok(text.includes(part), part);
      assert.deepEqual(await axeFindings(page), []);
      assert.ok(await isNarrow(page));
      await page.context().close();
    }
    const others = await visit(browser, `${house.origin}/staff`, { bypassCSP: true });
    await others.page.getByLabel('窓口の鍵（トークン）').fill(await house.token(care));
    await press(others.page, '窓口をひらく');
    await others.page.getByRole('heading', { name: '取りやめの知らせ' }).waitFor();
    assert.deepEqual(await axeFindings(others.page), []);
    assert.ok(await isNarrow(others.page));
    await others.page.context().close();
  });

  it('a page without script gets a receipt as a page', async () => {
    const { page } = await visit(browser, `${house.origin}/receipt`, { javaScriptEnabled: false });
    await page.route('**/plain', (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: '<form method="post" action="/api/consultations"><textarea name="words"></textarea><input name="contact.phone"><button>相談する</button></form>',
      }),
    );
    await page.goto(`${house.origin}/plain`);
    await page.locator('[name="contact.phone"]').fill('かけないで');
    await press(page, '相談する');
    await page.getByRole('heading', { name: '確かめていただきたいところがあります' }).waitFor();
    await page.getByText('電話番号').first().waitFor();
    await page.getByRole('link', { name: '0743-74-1111' }).waitFor();
    await page.goBack();
    await page.locator('textarea').fill('家賃が払えません。');
    await page.locator('[name="contact.phone"]').fill('０７４３ー７４ー１１１１');
    await press(page, '相談する');
    await page.getByRole('heading', { name: '相談を受け付けました' }).waitFor();
    await page.getByText('11月27日（金）までに、返事をお返しします。').waitFor();
    const [number] = await page.locator('.receipt dd').allInnerTexts();
    const read = await house.ask(`/api/staff/consultations/${number}`, { token });
    assert.deepEqual([read.body.consultation.words, read.body.consultation.contact.phone], ['家賃が払えません。', '0743-74-1111']);
    await page.context().close();
  });
});
