/** A whole consultation on 生駒's page: from the finder to the desk, and the answer back, as people would do it. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../receiver/browser.js';
import { codesOf, formOf, leftBehind, openCity, see, type City, type Seen } from './consultation-city.js';

/** With marks that are a reading in the element's own texts, and here are the person's. */
const words = '夜《よる》になると、息子が部屋から出てきません。もう3年になります。';
const answer = '書いてくださって、ありがとうございます。水曜の午前に、お話をうかがえます。';
const more = '水曜の 午前で おねがいします。';
const plain = /息子|部屋|水曜|hikikomori/;

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).click();

describe('a consultation from the finder to the desk and back', { timeout: 240_000 }, () => {
  let city: City;
  let browser: Browser;
  before(async () => {
    city = await openCity();
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    await city.close();
  });

  /** Nothing was refused, nothing went wrong, nobody else was asked, and no word stands where the next visitor finds it. */
  async function assertQuiet(seen: Seen): Promise<void> {
    const foreign = seen.asked.filter(({ url }) => new URL(url).origin !== city.origin);
    assert.deepEqual([seen.violations, seen.complaints, foreign], [[], [], []]);
    for (const { url } of seen.asked) assert.doesNotMatch(decodeURIComponent(url), plain);
    assert.doesNotMatch(await leftBehind(seen.page), plain);
  }

  /** The desk with this name signs in on a machine of its own. */
  async function signIn(windowId: string): Promise<Seen> {
    const seen = await see(browser, `${city.origin}/staff`);
    await seen.page.getByLabel('窓口の鍵（トークン）').fill(await city.receiver.createToken(windowId));
    await press(seen.page, '窓口をひらく');
    await seen.page.getByRole('heading', { name: '届いた相談' }).waitFor();
    return seen;
  }

  it('a person consults without a name, in やさしい日本語; the desk answers; the person reads it', async () => {
    const desk = city.directory.windows.find(({ name }) => JSON.stringify(name).includes('教育相談室'))!;
    const seen = await see(browser, `${city.origin}/ikoma.html`);
    const { page } = seen;
    const form = formOf(page);
    const [title, length] = await page.evaluate(() => [document.title, history.length] as const);

    const finder = page.locator('tsunagu-window-finder');
    await finder.locator('[part=input]').fill('教育相談室');
    await finder.locator('[part=card]').filter({ hasText: '教育相談室' }).first().locator('[part=select]').click();
    await form.locator('[part=desk]').filter({ hasText: '教育相談室' }).waitFor();
    assert.equal(await form.locator('[part=phone]').getAttribute('href'), 'tel:0743-74-5571');
    await form.locator('[part=language]').filter({ hasText: 'やさしい' }).click();
    await form.locator('h3 ruby').first().waitFor();

    await form.locator('input[name=who][value=family]').check();
    await form.locator('input[name=awareness][value=does-not-know]').check();
    await form.locator('[part=next]').click();
    await form.locator('input[name=topics][value=hikikomori-truancy]').check();
    await form.locator('textarea[part=input][name=words]').pressSequentially(words);
    await form.locator('[part=next]').click();
    await form.locator('input[name=mode][value=anonymous]').check();
    await form.locator('[part=next]').click();
    await form.locator('input[name=ageBand]').first().waitFor();
    await form.locator('[part=next]').click();
    await form.getByText(words).waitFor();
    assert.equal(await form.locator('[part=desk]').filter({ hasText: '教育相談室' }).count(), 1);
    await form.locator('[part=next]').click();

    const { number, secret } = await codesOf(form);
    assert.match(number, /^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    assert.match(await form.locator('[part=receipt]').innerText(), /11\s*月.*27\s*日/s);
    // The whole draft of this tab went with the sending; nothing grew behind the person's back.
    assert.deepEqual(await page.evaluate(() => [document.title, history.length, sessionStorage.length]), [title, length, 0]);
    const posts = seen.asked.filter(({ method }) => method === 'POST');
    assert.deepEqual(
      posts.map(({ url }) => url),
      [`${city.origin}/api/consultations`],
    );
    const { consultation } = JSON.parse(posts[0]!.body) as { consultation: Record<string, unknown> };
    assert.deepEqual(
      [consultation.language, consultation.window, consultation.contact],
      ['ja-x-easy', { id: desk.id, name: '教育相談室' }, { mode: 'anonymous' }],
    );
    await assertQuiet(seen);

    const staff = await signIn(desk.id);
    await press(staff.page, `この相談を読む（${number}）`);
    await staff.page.locator('.sheet').getByText(words).waitFor();
    await staff.page.getByText('本人は、この相談のことを知りません。').waitFor();
    await staff.page.getByLabel('返事を書く').fill(answer);
    await press(staff.page, '返事を送る');
    await staff.page.getByText('いまの状況「返事をしました」').waitFor();
    await assertQuiet(staff);

    // Right away, in the form that still shows the receipt.
    await form.locator('[part=receipt] .ways').getByRole('button').last().click();
    await form.locator('[part=thread]').getByText(answer).waitFor();
    await assertQuiet(seen);

    // Days later, on another device, with the two numbers as somebody types them from paper.
    const later = await see(browser, `${city.origin}/ikoma.html`);
    const again = formOf(later.page);
    await again.getByRole('button', { name: '返事を読む' }).click();
    await again.getByLabel('受付番号').fill(number.toLowerCase().replace('-', ''));
    await again.getByLabel('確認番号').fill(secret.replaceAll('-', ' '));
    await again.locator('[part=thread]').getByRole('button', { name: '返事を読む' }).click();
    await again.locator('[part=thread]').getByText(answer).waitFor();
    await again.getByLabel('窓口に伝えたいこと').fill(more);
    await again.locator('[part=thread]').getByRole('button', { name: '送る' }).click();
    await again.locator('[part=thread]').getByText(more).waitFor();
    await assertQuiet(later);

    // And on the receiver's own page.
    const own = await see(browser, `${city.origin}/receipt`);
    await own.page.getByLabel('受付番号').fill(number);
    await own.page.getByLabel('確認番号').fill(secret);
    await press(own.page, '返事を読む');
    await own.page.locator('.thread').getByText(answer).waitFor();
    await own.page.locator('.thread').getByText(more).waitFor();
    await assertQuiet(own);

    await press(staff.page, '一覧へ戻る');
    await press(staff.page, `この相談を読む（${number}）`);
    await staff.page.locator('.thread').getByText(more).waitFor();
    await assertQuiet(staff);
    assert.doesNotMatch(city.log.join(''), plain);
    for (const { page: each } of [seen, staff, later, own]) await each.context().close();
  });

  it('another desk does not see it, and a receipt with a wrong secret opens nothing', async () => {
    const seen = await see(browser, `${city.origin}/ikoma.html`);
    const form = formOf(seen.page);
    await form.locator('[part=next]').click();
    await form.locator('textarea[part=input][name=words]').fill(words);
    for (let step = 0; step < 3; step++) await form.locator('[part=next]').click();
    await form.getByText(words).waitFor();
    await form.locator('[part=next]').click();
    const { number } = await codesOf(form);

    const other = await signIn(city.directory.windows.find(({ id }) => !city.directory.catchAll?.includes(id))!.id);
    assert.equal(await other.page.getByText(number).count(), 0);

    const own = await see(browser, `${city.origin}/receipt`);
    await own.page.getByLabel('受付番号').fill(number);
    await own.page.getByLabel('確認番号').fill('0000-0000-0000-0000');
    await press(own.page, '返事を読む');
    await own.page.getByRole('alert').filter({ hasText: '見つかりませんでした' }).waitFor();
    assert.doesNotMatch(await own.page.locator('main').innerText(), plain);
    for (const { page } of [seen, other, own]) await page.context().close();
  });

  it('without script the plain form gives a receipt, and the desk reads it', async () => {
    const seen = await see(browser, `${city.origin}/ikoma.html`, { javaScriptEnabled: false });
    const { page } = seen;
    assert.ok(await page.getByLabel('困っていること').isVisible());
    await page.getByLabel('困っていること').fill(words);
    await page.getByRole('button', { name: '相談を送る' }).click();
    await page.getByRole('heading', { name: '相談を受け付けました' }).waitFor();
    const [number = '', secret = ''] = await page.locator('.receipt dd').allTextContents();
    assert.match(await page.locator('main').innerText(), /11月27日（金）までに/);
    assert.doesNotMatch(decodeURIComponent(page.url()), plain);
    assert.deepEqual([seen.violations, seen.complaints], [[], []]);

    const staff = await signIn(city.directory.catchAll?.[0] ?? city.directory.windows.find(({ acceptsAll }) => acceptsAll)!.id);
    await press(staff.page, `この相談を読む（${number}）`);
    await staff.page.locator('.sheet').getByText(words).waitFor();
    await staff.page.getByLabel('返事を書く').fill(answer);
    await press(staff.page, '返事を送る');
    await staff.page.getByText('いまの状況「返事をしました」').waitFor();

    const own = await see(browser, `${city.origin}/receipt`);
    await own.page.getByLabel('受付番号').fill(number);
    await own.page.getByLabel('確認番号').fill(secret);
    await press(own.page, '返事を読む');
    await own.page.locator('.thread').getByText(answer).waitFor();
    for (const each of [seen, staff, own]) await each.page.context().close();
  });
});
