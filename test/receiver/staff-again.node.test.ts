/** A token that ends while somebody is writing: what is on the screen stays, the token is asked for in place, and the work goes on where it was. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { axeFindings, buildPages, isNarrow, openBrowser } from './browser.js';
import { send, type House } from './house.js';
import { care, Round, sender, tokensOf, type Table } from './referrals.js';
import { openFirst, press, signIn, write } from './staff-desk.js';
import { onSqlite, type Houses } from './stores.js';

describe('a token that ends at work', { timeout: 180_000 }, () => {
  let pages: Awaited<ReturnType<typeof buildPages>>;
  let all: Houses;
  let house: House;
  let browser: Browser;
  let table: Table;
  before(async () => {
    pages = await buildPages();
    all = await onSqlite({ pages: pages.url });
    [house] = all.houses;
    table = { houses: [house], tokens: await tokensOf(house) };
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    await all.close();
    pages.remove();
  });

  const revoke = (token: string): Promise<unknown> => all.sql(`delete from desk_tokens where id = '${token.split('_')[1]!}'`);
  /** Nothing happens on the page by time alone: the news, too, would find out that the token has ended. */
  const hold = (page: Page): Promise<void> => page.clock.pauseAt(new Date(house.clock.now.getTime() + 60_000));
  const dialog = (page: Page) => page.getByRole('dialog', { name: 'もう一度、窓口の鍵を入れてください' });
  const giveToken = async (page: Page, token: string): Promise<void> => {
    await dialog(page).getByLabel('窓口の鍵').fill(token);
    await press(dialog(page), '続ける');
  };

  it('an answer to a consultation: kept, and sent once; another desk’s token does not go on with it', async () => {
    const { number } = await send(house);
    const token = await house.token(sender);
    const { page, complaints } = await signIn(browser, house, token, { bypassCSP: true });
    await press(page, `この相談を読む（${number}）`);
    await hold(page);
    await page.getByLabel('返事を書く').fill('消えてはいけない返事');
    await revoke(token);
    await press(page, '返事を送る');
    await dialog(page).waitFor();
    // axe waits, too.
    await page.clock.resume();
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'token-again');
    assert.deepEqual(await axeFindings(page), []);
    assert.ok(await isNarrow(page));
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await dialog(page).waitFor();
    await press(dialog(page), '続ける');
    await dialog(page).getByText('窓口の鍵を入れてください。', { exact: true }).waitFor();
    await giveToken(page, 'tsg_000000000000_wrong');
    await dialog(page).getByText('窓口の鍵（トークン）を確かめられませんでした。').waitFor();
    await giveToken(page, table.tokens[care]);
    await dialog(page).getByText('「生駒市役所庁内」の鍵を入れてください。').waitFor();
    assert.equal(await page.locator('#writing').inputValue(), '消えてはいけない返事');
    const next = await house.token(sender);
    await giveToken(page, next);
    await page.getByText('いまの状況「返事をしました」').waitFor();
    assert.equal(await page.locator('.thread li').count(), 1);
    assert.equal(await page.evaluate(() => sessionStorage.getItem('tsunagu-desk-token')), next);
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  it('a draft: what was written last can be copied, and is kept once there is a token again', async () => {
    const round = await Round.begin(table);
    await round.draft();
    const token = await house.token(sender);
    const { page } = await signIn(browser, house, token);
    const sheet = await openFirst(page, '下書き');
    await sheet.getByRole('button', { name: '送る前に確かめる' }).waitFor();
    await hold(page);
    await revoke(token);
    await write(sheet, '1 本人のことば', '本人の希望', '書きかけの希望');
    await page.clock.runFor(1500);
    await dialog(page).waitFor();
    await dialog(page).getByText('鍵が、すぐに分からないとき').click();
    assert.match(await dialog(page).getByLabel('書きかけのこと').inputValue(), /本人の希望\n書きかけの希望/);
    await giveToken(page, await house.token(sender));
    await page.getByText('下書きを保存しました').waitFor();
    assert.equal((await round.seen(sender)).sheet.wishes, '書きかけの希望');
    assert.equal(await sheet.getByLabel('本人の希望', { exact: true }).inputValue(), '書きかけの希望');
    await page.context().close();
  });

  it('a reply to a sheet: recorded once; news are heard again', async () => {
    const round = await (await Round.begin(table)).sent();
    await round.do(care, { type: 'receive' });
    const token = await house.token(care);
    const { page } = await signIn(browser, house, token);
    const sheet = await openFirst(page, '受け取った');
    await sheet.getByRole('radio', { name: 'もう少し教えてください' }).check();
    await hold(page);
    await sheet.getByLabel('教えてほしいこと').fill('いつからですか。');
    await revoke(token);
    await press(sheet, '返信する');
    await dialog(page).waitFor();
    await giveToken(page, await house.token(care));
    await sheet.getByText('送りました。', { exact: true }).waitFor();
    const { events } = await round.seen(sender);
    assert.deepEqual(
      events.map(({ type }) => type),
      ['sent', 'received', 'asked-back'],
    );
    await round.do(sender, { type: 'answer', text: '春からです。' });
    await page.clock.runFor(40_000);
    await page.getByRole('status').filter({ hasText: '生駒市役所庁内が、' }).waitFor();
    await page.context().close();
  });

  it('whoever has no token closes the desk, after being told what goes with it', async () => {
    const { number } = await send(house);
    const token = await house.token(sender);
    const { page } = await signIn(browser, house, token);
    await press(page, `この相談を読む（${number}）`);
    await hold(page);
    await page.getByLabel('返事を書く').fill('消えてもよい返事');
    await revoke(token);
    await press(page, '返事を送る');
    await dialog(page).getByText('鍵が、すぐに分からないとき').click();
    await press(dialog(page), 'この窓口をとじる');
    await dialog(page).getByText('とじると、書きかけのことは、この画面から消えます。').waitFor();
    await press(dialog(page), 'この窓口をとじる');
    await page.getByLabel('窓口の鍵（トークン）').waitFor();
    assert.deepEqual(await page.evaluate(() => [sessionStorage.length, document.querySelectorAll('dialog').length]), [0, 0]);
    await page.context().close();
  });
});
