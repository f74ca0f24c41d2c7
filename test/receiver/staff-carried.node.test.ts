/** What a desk does with a sheet of paper, and what it hears of a colleague’s writing. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { handedTo } from '@tsunagu/schema/referral/transfer';
import type { Browser, Page } from 'playwright-core';
import { axeFindings, buildPages, isNarrow, openBrowser } from './browser.js';
import { openHouse, type House } from './house.js';
import { care, marked, rights, Round, sender, tokensOf, type Table } from './referrals.js';
import { box, openFirst, press, sheetOn, signIn, write } from './staff-desk.js';

describe('sheets on paper and drafts of two, on the staff page', { timeout: 180_000 }, () => {
  let pages: Awaited<ReturnType<typeof buildPages>>;
  let here: House;
  let there: House;
  let browser: Browser;
  let table: Table;
  let tokens: Table['tokens'];
  before(async () => {
    pages = await buildPages();
    [here, there] = await Promise.all([openHouse({ pages: pages.url }), openHouse({ pages: pages.url })]);
    table = { houses: [here], tokens: await tokensOf(here) };
    tokens = await tokensOf(there);
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    await Promise.all([here.close(), there.close()]);
    pages.remove();
  });

  /** What is pasted stands for what a scanner reads. */
  async function read(page: Page, value: object): Promise<void> {
    const sheet = sheetOn(page);
    const open = sheet.getByRole('button', { name: 'ファイルやQRコードで渡す・受け取る' });
    if (await open.isVisible()) await open.click();
    await sheet.locator('[part=in-paste]').fill(JSON.stringify(value));
    await sheet.locator('[part=in-read]').click();
    await sheet.locator('[part=in-take]').click();
  }

  const paperFor = async (round: Round, party: typeof care | typeof rights): Promise<{ sheet: object; events: readonly object[] }> => {
    const { sheet, events, consents } = (await round.view(sender)).body;
    return handedTo({ sheet, events, consents }, party, here.clock.now);
  };

  it('is taken into the inbox, answered there, and the answer is read in by the desk that sent it, step by step', async () => {
    const round = await (await Round.begin(table)).sent();
    const paper = await paperFor(round, care);
    const { page, complaints } = await signIn(browser, there, tokens[care], { bypassCSP: true });
    await box(page, '受け取った').click();
    await press(page, '紙やコードで届いたシートを受け取る');
    await page.getByRole('heading', { name: '紙やコードで届いたシートを受け取る' }).waitFor();
    await read(page, paper);
    await page.getByText('シートを受け取りました。').waitFor();
    assert.deepEqual(await axeFindings(page), []);
    assert.ok(await isNarrow(page));
    // The same again changes nothing, and says so.
    await read(page, paper);
    await page.getByText('このシートは、もうここにあります。').waitFor();
    await press(page, 'このシートをひらく');
    await page.getByText('紙やコードで届いたシートです。').waitFor();
    await press(sheetOn(page), '受け取りました');
    await sheetOn(page).getByRole('radio', { name: '引き受けます' }).check();
    await press(sheetOn(page), '返信する');
    await sheetOn(page).getByText('送りました。', { exact: true }).waitFor();
    await press(page, '一覧へ戻る');
    await page.getByText('紙やコードで届いたもの').waitFor();
    assert.deepEqual(complaints, []);

    const { sheet, events } = (await there.ask(`/api/staff/referrals/${round.id}`, { token: tokens[care] })).body;
    const back = await signIn(browser, here, table.tokens[sender]);
    await openFirst(back.page, '送った');
    await sheetOn(back.page).locator('[part=reply]').waitFor();
    await read(back.page, { sheet, events });
    await back.page.getByText('新しい記録を2件、書き足しました。').waitFor();
    const steps = await back.page.locator('.steps li').allInnerTexts();
    assert.equal(steps.length, 2);
    assert.match(steps[0]!, /^11月24日（火）10:30　.+が、受け取りました/);
    assert.match(steps[1]!, /が、引き受けました/);
    assert.equal((await round.seen(sender)).state.business, 'accepted');
    assert.deepEqual(back.complaints, []);
    await back.page.context().close();
    await page.context().close();
  });

  it('what cannot be taken is said, and what differs is shown; nothing is replaced', async () => {
    const round = await (await Round.begin(table)).sent();
    const paper = await paperFor(round, care);
    const { page } = await signIn(browser, there, tokens[rights]);
    await box(page, '受け取った').click();
    await press(page, '紙やコードで届いたシートを受け取る');
    await read(page, paper);
    await page.getByRole('alert').filter({ hasText: 'このシートは、この窓口あてではありません。' }).waitFor();
    await page.context().close();

    const other = await signIn(browser, there, tokens[care]);
    assert.equal((await there.ask('/api/staff/referrals', { token: tokens[care], body: paper })).status, 201);
    await box(other.page, '受け取った').click();
    await press(other.page, '紙やコードで届いたシートを受け取る');
    const changed = { ...paper, sheet: { ...paper.sheet, wishes: '書きかわった希望' } };
    await read(other.page, changed);
    await other.page.getByRole('alert').filter({ hasText: 'シートの内容が、渡されたときの記録と合いません。' }).waitFor();
    const differences = await other.page.locator('.differences').innerText();
    assert.match(differences, /本人の希望[^]*ここ：[^]*印希望[^]*読み取ったもの：[^]*書きかわった希望/);
    const kept = await there.ask(`/api/staff/referrals/${round.id}`, { token: tokens[care] });
    assert.equal(kept.body.sheet.wishes, marked.wishes);
    await other.page.context().close();
  });

  it('a colleague who saves is named, with the time: the draft is loaded, or written on; nothing is overwritten', async () => {
    const round = await Round.begin(table);
    const draft = await round.draft();
    const { page } = await signIn(browser, here, table.tokens[sender]);
    const sheet = await openFirst(page, '下書き');
    await sheet.getByRole('button', { name: '送る前に確かめる' }).waitFor();
    const save = async (wishes: string, revision: number): Promise<void> => {
      const saved = await round.ask(sender, `${round.path}/draft`, {
        method: 'PUT',
        body: { sheet: { ...draft, wishes }, worker: '同僚 二郎' },
        headers: { 'if-match': `"${revision}"` },
      });
      assert.equal(saved.status, 200, saved.text);
    };
    await save('同僚の希望', 2);
    const offer = page.locator('.offer');
    await offer.getByText('同僚 二郎さんが、10:30にこの下書きを保存しました。').waitFor();
    await press(offer, '新しい下書きを読み込む');
    await page.getByText('新しい下書きを読み込みました').waitFor();
    const heading = sheet.locator('[part=section-button]').filter({ hasText: '1 本人のことば' });
    if ((await heading.getAttribute('aria-expanded')) === 'false') await heading.click();
    assert.equal(await sheet.getByLabel('本人の希望', { exact: true }).inputValue(), '同僚の希望');

    await save('同僚の、つぎの希望', 3);
    await press(offer, 'このまま書く');
    await offer.waitFor({ state: 'detached' });
    await write(sheet, '1 本人のことば', '本人の希望', 'わたしの希望');
    await page.clock.runFor(1500);
    const conflict = page.getByRole('region', { name: 'ほかの人が、この下書きを先に書きかえました' });
    await conflict.waitFor();
    assert.equal((await round.seen(sender)).sheet.wishes, '同僚の、つぎの希望');
    assert.equal(await sheet.getByLabel('本人の希望', { exact: true }).inputValue(), 'わたしの希望');
    await page.context().close();
  });
});
