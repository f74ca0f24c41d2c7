/** Consent on 生駒's desk page, on a tablet between two people: asked, given in part, looked at, told, taken back, and what follows from each. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { verifyChain, type ConsentEvent } from '@tsunagu/schema/consent';
import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser } from '../receiver/browser.js';
import { openCity, see, type City, type Seen } from './consultation-city.js';

const words = '家賃が払えません。息子には、まだ話していません。';
const care = { id: 'forest', name: 'フォレスト地域包括支援センター' };
const work = { id: 'kurashi-shigoto', name: '生駒市くらしとしごと支援センター' };
const meeting = '重層的支援会議で支援プランを話し合う';
const tablet = { viewport: { width: 820, height: 1180 }, hasTouch: true };

const press = (place: Page | Locator, name: string | RegExp): Promise<void> => place.getByRole('button', { name }).click();
const choose = (place: Locator, text: string): Promise<void> => place.getByText(text, { exact: true }).click();

describe('consent, on a tablet at the desk', { timeout: 300_000 }, () => {
  let city: City;
  let browser: Browser;
  let desk: string;
  let token: string;
  before(async () => {
    city = await openCity();
    browser = await openBrowser();
    desk = city.directory.catchAll![0]!;
    token = await city.receiver.createToken(desk);
  });
  after(async () => {
    await browser.close();
    await city.close();
  });

  async function consult(): Promise<string> {
    const consultation = {
      schemaVersion: '1.0',
      language: 'ja',
      topics: ['income', 'rent-loan'],
      mainTopic: 'rent-loan',
      words,
      contact: { mode: 'nickname', nickname: 'さくら', ways: ['phone'], phone: '0743-74-1111' },
      window: { id: desk },
    };
    const sent = await fetch(`${city.origin}/api/consultations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({ consultation, trap: { seconds: 60 } }),
    });
    assert.equal(sent.status, 201);
    return ((await sent.json()) as { number: string }).number;
  }

  async function signIn(with_: string, options = {}): Promise<Seen> {
    const seen = await see(browser, `${city.origin}/staff`, { ...tablet, ...options });
    await seen.page.getByLabel('窓口の鍵（トークン）').fill(with_);
    await press(seen.page, '窓口をひらく');
    await seen.page.getByRole('heading', { name: '届いた相談' }).waitFor();
    return seen;
  }

  async function openCase(number: string): Promise<Seen> {
    const seen = await signIn(token);
    await press(seen.page, `この相談を読む（${number}）`);
    await seen.page.locator('.consent-status').waitFor();
    return seen;
  }

  async function stored(number: string): Promise<ConsentEvent[]> {
    const answer = await fetch(`${city.origin}/api/staff/consultations/${number}/consents`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { records } = (await answer.json()) as { records: { events: ConsentEvent[] }[] };
    const events = records[0]?.events ?? [];
    assert.ok((await verifyChain(events)).ok);
    return events;
  }

  /** What is asked of the person, and the dialog that asks it. */
  async function ask(page: Page): Promise<Locator> {
    await press(page, '同意をたずねる');
    const wish = page.locator('.wish');
    assert.equal(await wish.locator('input:checked').count(), 0, 'nothing is chosen beforehand');
    await press(page, '説明の画面をひらく');
    await page.getByText('伝える相手を、1つ以上選んでください。').waitFor();
    for (const text of [
      care.name,
      work.name,
      meeting,
      '本人のことば',
      '困っていること',
      '氏名・呼び名',
      '借金・滞納',
      '収入・生活費',
      '支援プランが終わるまで',
    ])
      await choose(wish, text);
    await page.getByLabel('説明する人の名前').fill('相談 太郎');
    await press(page, '説明の画面をひらく');
    const dialog = page.locator('tsunagu-consent-dialog');
    await dialog.locator('[part=answers]').waitFor();
    return dialog;
  }

  const group = (dialog: Locator, name: string): Locator => dialog.locator('[part=group]').filter({ hasText: name });

  /** Everything to the one; to the other all but the person's own words. */
  async function giveSome(dialog: Locator): Promise<void> {
    await press(dialog, '相手ごと・ことごとに決める');
    await group(dialog, care.name).getByText('伝えてよい', { exact: true }).first().click();
    const singles = group(dialog, work.name);
    await press(singles, /ひとつずつ決める/);
    const single = (text: string): Locator => singles.locator('.single').filter({ hasText: text });
    await single('あなたのことばで話したこと').getByText('伝えない', { exact: true }).click();
    for (const text of ['困っていること', 'お名前', '借金', '収入']) await single(text).getByText('伝えてよい', { exact: true }).click();
    await press(dialog, 'この決めかたで進む');
    await choose(dialog, 'ご本人');
    await choose(dialog, '電子（この画面で伝える）');
    await dialog.locator('[part=signature-name]').fill('さくら');
    await press(dialog, /^記録する$/);
    await dialog.getByText('選んだとおりに記録しました').waitFor();
  }

  async function takeBack(page: Page, what: string): Promise<Locator> {
    await press(page, '取りやめを受けつける');
    const dialog = page.locator('tsunagu-consent-dialog');
    await choose(dialog, what);
    await choose(dialog, 'ご本人');
    await choose(dialog, '口頭（話して伝える）');
    await press(dialog, /^取りやめる$/);
    await dialog.getByText('これからは伝えません。').first().waitFor();
    return dialog;
  }

  const leave = (dialog: Locator): Promise<void> => dialog.locator('[part=close]').click();

  const assertQuiet = (seen: Seen): void => {
    const foreign = seen.asked.filter(({ url }) => new URL(url).origin !== city.origin);
    assert.deepEqual([seen.violations, seen.complaints, foreign], [[], [], []]);
    for (const { url } of seen.asked) assert.doesNotMatch(decodeURIComponent(url), /さくら|家賃|相談 太郎/);
  };

  it('given in part, previewed, told, taken back from one: reach and room follow, and the agency acknowledges', async () => {
    const number = await consult();
    const seen = await openCase(number);
    const { page } = seen;
    const panel = page.locator('.consent');
    await panel.getByText('まだ聞いていません').waitFor();

    const dialog = await ask(page);
    const explained = await dialog.locator('dialog').innerText();
    for (const part of [care.name, work.name, '相談 太郎', '支援プランが終わるまで', '0743-74-1111', '伝えなくても、相談は続けられます'])
      assert.ok(explained.includes(part), part);
    // Leaving it is no answer.
    await page.keyboard.press('Escape');
    await dialog.locator('dialog[open]').waitFor({ state: 'detached' });
    assert.deepEqual(await stored(number), []);
    await press(page, '説明の画面をひらく');
    await dialog.locator('dialog[open]').waitFor();
    await giveSome(dialog);
    await panel.getByText('同意の記録に書き足しました。').waitFor();
    const paper = await dialog.locator('dialog').innerText();
    const given = await stored(number);
    assert.deepEqual(
      given.map(({ type }) => type),
      ['requested', 'partly-given'],
    );
    const mark = given[1]!.hash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1-');
    assert.ok(paper.includes(given[1]!.record) && paper.includes(mark), paper);
    await leave(dialog);
    await panel.getByText('一部に同意があります').waitFor();
    assert.ok((await panel.innerText()).includes(mark));

    // What each agency would have, and nothing else.
    const card = (name: string): Locator => panel.getByRole('region', { name, exact: true });
    for (const { name } of [care, work]) await choose(card(name), `${name}に伝わる内容を見る`);
    // A <details> tells that it is open a moment later, and only then is there something in it.
    const preview = async (name: string): Promise<string> => {
      const box = card(name).locator('.preview');
      await box.getByText('これだけが伝わります').waitFor();
      return box.innerText();
    };
    const toCare = await preview(care.name);
    assert.ok(toCare.includes(words) && toCare.includes('さくら') && toCare.includes('◎'), toCare);
    const toWork = await preview(work.name);
    assert.ok(toWork.includes('さくら') && !toWork.includes('家賃が払えません'), toWork);
    for (const text of [toCare, toWork]) assert.ok(!text.includes('0743-74-1111'), 'what nobody asked about stays');

    const room = panel.locator('.room');
    await choose(panel, 'ほかの機関の力が必要');
    await room.getByText('重層的支援会議で話し合えます').waitFor();
    assert.match(await room.innerText(), new RegExp(`${care.name}：本人のことば.*${work.name}：困っていること`, 's'));

    // The desk rings the one, and writes it down.
    await choose(card(care.name), `${care.name}に伝えたことを記録する`);
    for (const text of ['本人のことば', '氏名・呼び名']) await choose(card(care.name).locator('fieldset'), text);
    await press(card(care.name), '伝えたことを記録する');
    await panel.getByText('伝えた記録').waitFor();

    const withdrawing = await takeBack(page, `「${care.name}」に伝えること`);
    const receipt = await withdrawing.locator('dialog').innerText();
    assert.match(receipt, new RegExp(`すでに伝わっているもの.*${care.name}.*あなたのことばで話したこと.*お名前`, 's'));
    await leave(withdrawing);
    const held = panel.locator('.held');
    await held.getByText('いまは同意がないのに、すでに伝わっているもの').waitFor();
    assert.match(await held.innerText(), new RegExp(`${care.name}.*：本人のことば、氏名・呼び名（取りやめ）`, 's'));
    await room.getByText('重層的支援会議で話し合えます').waitFor();
    assert.doesNotMatch(await room.innerText(), new RegExp(`伝えてよいこと[^]*${care.name}[^]*この場では`));
    assert.equal(await card(care.name).getByText(`${care.name}に伝わる内容を見る`).count(), 0);

    // The agency is told on its own page; it sees what it holds, not the case.
    const other = await signIn(await city.receiver.createToken(care.id));
    const notice = other.page.getByRole('article', { name: `取りやめ ${number}` });
    await notice.getByText('取りやめになった内容：本人のことば、氏名・呼び名').waitFor();
    assert.doesNotMatch(await other.page.locator('body').innerText(), /さくら|家賃/);
    await notice.getByLabel('確かめた人の名前').fill('森 一郎');
    await press(notice, '確かめました');
    await notice.waitFor({ state: 'detached' });
    assertQuiet(other);
    await press(page, '新しい記録を読み込む');
    await held.getByText('取りやめを確かめてもらいました（森 一郎さん）').waitFor();

    // Without any consent the room is another one, and only with a reason.
    await leave(await takeBack(page, 'すべて'));
    await panel.getByText('同意は取りやめられています').waitFor();
    await room.getByText('この窓口で支援を続けます').waitFor();
    await choose(panel, '同意はまだ得られていないが、早く支援の体制を考える必要がある');
    await room.getByText('支援会議で扱います（社会福祉法第106条の6）').waitFor();
    assert.match(await room.innerText(), /守秘義務.*記録すること.*本人にあらためて聞くとき/s);
    assert.deepEqual(
      (await stored(number)).map(({ type }) => type),
      ['requested', 'partly-given', 'withdrawn', 'withdrawn'],
    );
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
    assertQuiet(seen);
    assert.doesNotMatch(city.log.join(''), /さくら|家賃|森 一郎|相談 太郎/);
    for (const each of [seen, other]) await each.page.context().close();
  });

  it('an answer lost on the way is kept on the screen and arrives once; a withdrawal that comes second is not lost', async () => {
    const number = await consult();
    const one = await openCase(number);
    const dialog = await ask(one.page);
    let lost = 0;
    await one.page.route('**/consents', async (route) => {
      if (route.request().method() === 'GET' || lost++) return route.continue();
      await route.fetch();
      await route.abort();
    });
    await giveSome(dialog);
    await dialog.getByText('まだ保存できていません。').waitFor();
    await press(dialog, 'もう一度保存する');
    await one.page.locator('.consent').getByText('同意の記録に書き足しました。').waitFor();
    assert.equal((await stored(number)).length, 2);
    await leave(dialog);

    const two = await openCase(number);
    await leave(await takeBack(two.page, '「収入や生活費のこと」を伝えること'));
    // The first page does not know of it yet.
    await leave(await takeBack(one.page, `「${work.name}」に伝えること`));
    await one.page.locator('.consent').getByText('同意の記録に書き足しました。').waitFor();
    assert.deepEqual(
      (await stored(number)).slice(2).map((event) => 'scope' in event && event.scope),
      [{ item: 'income' }, { agency: work.id }],
    );
    assert.deepEqual([one.violations, two.violations, two.complaints], [[], [], []]);
    for (const each of [one, two]) await each.page.context().close();
  });

  it('fits a telephone, and is clean to the keyboard: asking begins where the button was', async () => {
    const number = await consult();
    const { page } = await signIn(token, { viewport: { width: 360, height: 740 } });
    await press(page, `この相談を読む（${number}）`);
    await page.locator('.consent-status').waitFor();
    await page.getByRole('button', { name: '同意の記録へ' }).focus();
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'consent-heading');
    await page.getByRole('button', { name: '同意をたずねる' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
    assert.equal(await page.locator('.wish input:checked').count(), 1);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
    await page.context().close();
  });
});
