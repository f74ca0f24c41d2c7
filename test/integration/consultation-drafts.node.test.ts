/** A draft in the tab, on pages as they are: with worries marked by the page, and with a line so slow that the code for drafts comes last. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser } from '../receiver/browser.js';
import { codesOf, formOf, openCity, see, type City } from './consultation-city.js';

const words = '夜になると、息子が部屋から出てきません。';

const page = (more: string): string => `<!doctype html>
<html lang="ja">
<head><meta charset="utf-8"><title>相談</title><script type="module" src="/tsunagu/tsunagu.js"></script></head>
<body><tsunagu-consultation-form layout="page" action="/api/consultations" draft="tab" ${more}></tsunagu-consultation-form></body>
</html>
`;

describe('a draft in the tab', { timeout: 120_000 }, () => {
  let city: City;
  let browser: Browser;
  before(async () => {
    city = await openCity({}, { '/plain.html': page(''), '/marked.html': page('topics="care"') });
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    await city.close();
  });

  const field = (form: Locator, name: string): Locator => form.locator(`[part=input][name=${name}]`);
  /** The code for drafts waits on the line until it is let go. */
  async function holdDrafts(on: Page): Promise<() => void> {
    let letGo = (): void => undefined;
    const free = new Promise<void>((resolve) => (letGo = resolve));
    await on.route('**/chunks/draft-controller-*', async (route) => {
      await free;
      await route.continue();
    });
    return letGo;
  }
  const kept = (on: Page): Promise<string> => on.evaluate(() => JSON.stringify({ ...sessionStorage }));

  it('comes back although the page marks worries, with what the person made of them', async () => {
    const { page: tab } = await see(browser, `${city.origin}/marked.html`);
    const form = formOf(tab);
    await form.locator('input[name=topics][value=care]').uncheck();
    await form.locator('input[name=topics][value=housing]').check();
    await field(form, 'words').fill(words);
    await tab.reload({ waitUntil: 'networkidle' });
    assert.equal(await field(form, 'words').inputValue(), words);
    assert.deepEqual(
      await form.locator('input[name=topics]:checked').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value)),
      ['housing'],
    );
    await tab.context().close();
  });

  it('comes back late to somebody who is writing again, and drops none of the words', async () => {
    const { page: tab } = await see(browser, `${city.origin}/plain.html`);
    const form = formOf(tab);
    await field(form, 'words').fill(words);
    await form.locator('input[name=who][value=family]').check();
    const letGo = await holdDrafts(tab);
    await tab.reload();
    await field(form, 'words').fill('さっきの続きです。');
    await field(form, 'town').fill('東新町');
    letGo();
    await form.getByText('書きかけの続きから始められます。').waitFor();
    assert.equal(await field(form, 'words').inputValue(), `${words}\nさっきの続きです。`);
    assert.equal(await field(form, 'town').inputValue(), '東新町');
    assert.ok(await form.locator('input[name=who][value=family]').isChecked());
    await tab.context().close();
  });

  it('holds what is on its way even if its code comes after the sending began: a reload sends it under the same key', async () => {
    const { page: tab } = await see(browser, `${city.origin}/plain.html`);
    const form = formOf(tab);
    const keys: string[] = [];
    await tab.route('**/api/consultations', async (route) => {
      keys.push(route.request().headers()['idempotency-key']!);
      if (keys.length === 1) {
        // Stored; the answer does not arrive before the page is loaded anew.
        await route.fetch();
        return;
      }
      await route.continue();
    });
    const letGo = await holdDrafts(tab);
    await tab.reload();
    await field(form, 'words').fill(words);
    await form.locator('[part=next]').click();
    await Promise.all([tab.waitForRequest('**/api/consultations'), form.locator('[part=next]').click()]);
    letGo();
    await tab.waitForFunction(() => sessionStorage.length === 1);
    assert.match(await kept(tab), new RegExp(words));
    await tab.reload();
    await form.locator('[part=failed] .loud').click();
    await codesOf(form);
    assert.equal(keys.length, 2);
    assert.equal(keys[0], keys[1]);
    assert.equal(await kept(tab), '{}');
    await tab.context().close();
  });
});
