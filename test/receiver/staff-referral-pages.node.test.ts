/** The desk's worklist of つなぐシート: what needs a step first, in words, by keyboard, on a telephone and on a desk's screen, live and quiet. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { axeFindings, buildPages, isNarrow, openBrowser, visit, type Visit } from './browser.js';
import { care } from './consents.js';
import { openHouse, tuesday, type House } from './house.js';
import { Round, sender, tokensOf, type Table } from './referrals.js';

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).click();

describe('the worklist of sheets', { timeout: 180_000 }, () => {
  let pages: Awaited<ReturnType<typeof buildPages>>;
  let house: House;
  let browser: Browser;
  let table: Table;
  before(async () => {
    pages = await buildPages();
    house = await openHouse({ pages: pages.url });
    table = { houses: [house], tokens: await tokensOf(house) };
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    await house.close();
    pages.remove();
  });

  const at = (day: string): void => void (house.clock.now = new Date(`${day}T10:30:00+09:00`));

  async function signIn(party: keyof Table['tokens'], options = {}): Promise<Visit> {
    const seen = await visit(browser, 'about:blank', options);
    await seen.page.clock.install({ time: house.clock.now });
    await seen.page.goto(`${house.origin}/staff`);
    await seen.page.getByLabel('窓口の鍵（トークン）').fill(table.tokens[party]);
    await press(seen.page, '窓口をひらく');
    await seen.page.getByRole('heading', { name: '届いた相談' }).waitFor();
    return seen;
  }

  async function sent(): Promise<Round> {
    const round = await Round.begin(table);
    await round.draft();
    await round.do(sender, { type: 'send' });
    return round;
  }

  const box = (page: Page, name: string) => page.getByRole('navigation').getByRole('button', { name });

  it('counts, says where each stands and how long there is, and puts what needs a step first', async () => {
    await (await Round.begin(table)).draft();
    const late = await sent();
    at('2026-11-30');
    const done = await sent();
    await done.do(care, { type: 'receive' });
    await done.do(care, { type: 'ask-back', text: 'いつからですか。' });
    await sent();
    const { page, complaints } = await signIn(care);
    await box(page, '受け取った 3件').waitFor();
    await box(page, '期限を過ぎた 1件').click();
    await page.getByRole('heading', { name: '期限を過ぎたシート' }).waitFor();
    assert.equal(await box(page, '期限を過ぎた').getAttribute('aria-current'), 'page');
    await page.getByText('期限を3日過ぎました').waitFor();
    await box(page, '受け取った').click();
    const rows = page.getByRole('article');
    await rows.nth(2).waitFor();
    const texts = await rows.allInnerTexts();
    assert.match(
      texts[0]!,
      /この窓口の番[^]*返事をするところです。次は、この窓口の番です。[^]*期限を3日過ぎました[^]*困っていること：◎介護、ひきこもり・不登校/,
    );
    assert.match(texts[1]!, /届いています。まだ受け取っていません。[^]*返信期限まで あと3営業日・12月3日（木）/);
    assert.match(
      texts[2]!,
      /待っています[^]*聞き返しています。次は、生駒市役所庁内（担当 city-hallさん）の番です。[^]*最後の動き：11月30日（月）10:30/,
    );
    assert.match(texts[1]!, /^未読/);
    // Those that nobody has taken up, and those of one worker.
    await page.getByLabel('担当でしぼる').selectOption({ label: '担当が決まっていないもの' });
    await page.getByText('3件のうち、2件を表示しています。').waitFor();
    await page.getByLabel('担当でしぼる').selectOption({ label: `担当 ${care}さん` });
    await page.getByText('3件のうち、1件を表示しています。').waitFor();
    assert.match(await rows.first().innerText(), /聞き返しています/);
    // Whose matter it is stands in no list.
    assert.doesNotMatch(await page.locator('body').innerText(), /印/);
    assert.ok(late.id !== '');
    await page.context().close();

    const mine = await signIn(sender);
    await box(mine.page, '下書き 1件').click();
    await mine.page.getByText('下書きです。まだ送っていません。次は、この窓口の番です。').waitFor();
    await box(mine.page, '送った 3件').click();
    await mine.page.getByRole('article').nth(2).waitFor();
    assert.match((await mine.page.getByRole('article').allInnerTexts())[0]!, /この窓口の番[^]*聞き返しています/);
    assert.deepEqual([...complaints, ...mine.complaints], []);
    await mine.page.context().close();
    house.clock.now = tuesday;
  });

  it('what another desk does is on the list at once; the keyboard stays where it was', async () => {
    const round = await sent();
    const { page } = await signIn(sender);
    await box(page, '送った').focus();
    await page.keyboard.press('Enter');
    const rows = page.getByRole('article');
    await rows.first().waitFor();
    await page.getByRole('status').filter({ hasText: '件を表示しています' }).waitFor();
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
    await rows.first().getByRole('button').focus();
    const before = await focused();
    await round.do(care, { type: 'receive' });
    await round.do(care, { type: 'accept' });
    await page.getByText('引き受けました。次は').waitFor();
    await page.getByRole('status').filter({ hasText: '引き受けました' }).waitFor();
    assert.equal(await focused(), before);
    await page.context().close();
  });

  it('lists, a sheet to be written and one to be answered: clean to axe, and no wider than a telephone', async () => {
    const round = await Round.begin(table);
    await round.draft();
    const received = await sent();
    for (const width of [375, 1280]) {
      const options = { bypassCSP: true, viewport: { width, height: 900 } };
      const { page, complaints } = await signIn(sender, options);
      const clean = async (what: string): Promise<void> => {
        assert.deepEqual(await axeFindings(page), [], `${what} at ${width}`);
        assert.ok(await isNarrow(page), `${what} at ${width}`);
      };
      await box(page, '送った').click();
      await page.getByRole('article').first().waitFor();
      await clean('list');
      await box(page, '届いた相談').click();
      await press(page, `この相談を読む（${round.number}）`);
      await page.locator('.consent-status').waitFor();
      await page.getByLabel('どこにつなぎますか').selectOption(care);
      await page.getByText('同意があるため、送れます。').waitFor();
      await clean('beginning');
      await page
        .locator('.refer')
        .getByRole('button', { name: /^シートをひらく/ })
        .first()
        .click();
      const sheet = page.locator('tsunagu-referral-sheet');
      await sheet.getByRole('button', { name: '送る前に確かめる' }).waitFor();
      await clean('writing');
      assert.deepEqual(complaints, []);
      await page.context().close();

      const other = await signIn(care, options);
      await box(other.page, '受け取った').click();
      await other.page
        .getByRole('button', { name: /^シートをひらく/ })
        .first()
        .click();
      await other.page.locator('tsunagu-referral-sheet [part=reply]').waitFor();
      assert.deepEqual(await axeFindings(other.page), []);
      assert.ok(await isNarrow(other.page));
      await other.page.context().close();
    }
    assert.ok(received.id !== '');
  });

  it('a sheet is begun without a name or a desk: said so, kindly; the coordinator can always be asked', async () => {
    const round = await Round.begin(table);
    const { page } = await signIn(sender);
    await press(page, `この相談を読む（${round.number}）`);
    await page.locator('.consent-status').waitFor();
    await press(page, 'つなぐシートをつくる');
    await page.getByText('どこにつなぐかを選んでください。決められないときは、調整担当を選べます。').waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'refer-to');
    await page.getByLabel('どこにつなぎますか').selectOption({ label: '調整担当（いこまる主任推進員）におまかせする' });
    await page.getByText('伝わるもの：').waitFor();
    await page.getByLabel('どこにつなぎますか').selectOption('asunaro');
    await page.getByText('下書きをつくっておき、同意を聞いてから送ることもできます。').waitFor();
    await page.getByLabel('つなぐ人の名前').fill('相談 太郎');
    await press(page, 'つなぐシートをつくる');
    await page.getByRole('heading', { name: 'あすなろへの下書き' }).waitFor();
    const [item] = (await round.ask(sender, `/api/staff/consultations/${round.number}/referrals`)).body.items;
    const { sheet } = (await round.ask(sender, `/api/staff/referrals/${item.id}`)).body;
    assert.deepEqual([sheet.from.worker, sheet.to.agency, sheet.words], ['相談 太郎', 'asunaro', '印ことば']);
    // Another desk is chosen: the page's heading is about that one.
    await page.locator('tsunagu-referral-sheet').getByLabel('つなぎ先', { exact: true }).selectOption('akebi');
    await page.getByRole('heading', { name: 'あけびへの下書き' }).waitFor();
    await page.context().close();
  });

  it('signed out, nothing goes on: the stream ends', async () => {
    const { page, sent: asked } = await signIn(care);
    while (!asked.some((line) => line.includes('/api/staff/referrals/stream'))) await new Promise((resolve) => setTimeout(resolve, 20));
    const closed = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/stream'));
    await press(page, 'この窓口をとじる');
    await closed;
    await page.getByLabel('窓口の鍵（トークン）').waitFor();
    assert.deepEqual(
      await page.evaluate(() => [sessionStorage.length, localStorage.length, location.search, location.hash, document.title]),
      [0, 0, '', '', '相談の受付（窓口の人の画面）'],
    );
    await page.context().close();
  });
});
