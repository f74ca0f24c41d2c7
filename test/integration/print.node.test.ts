import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { openHouse, type House } from './chromium.js';
import { pdfText } from './pdf-text.js';

interface Desk {
  name: string;
  phones?: { number: string }[];
  hours?: { text: string };
}
const { windows } = JSON.parse(readFileSync(new URL('../../examples/cities/ikoma.json', import.meta.url), 'utf8')) as { windows: Desk[] };
const tidy = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

describe('printing', { timeout: 120_000 }, () => {
  let house: House;
  before(async () => {
    house = await openHouse();
  });
  after(() => house.close());

  it('puts every desk on A4, with its number and hours, in large type and without what only a screen can do', async () => {
    const { page } = await house.open('ikoma.html');
    await page.locator('[part=card]').first().waitFor();
    const pages = pdfText(await page.pdf({ format: 'A4' }));
    const text = pages.join('');
    for (const { name, phones, hours } of windows) {
      assert.ok(text.includes(tidy(name)), name);
      if (phones?.[0]) assert.ok(text.includes(phones[0].number), `${name} ${phones[0].number}`);
      if (hours) assert.ok(text.includes(tidy(hours.text)), `${name} ${hours.text}`);
    }
    for (const word of ['くわしく見る', 'もっと見る', 'ほかの窓口も見る', 'やさしい日本語', '印刷する'])
      assert.ok(!text.includes(word), word);
    await page.context().close();
  });

  it('does not rely on backgrounds, which browsers leave out: every number is black on white', async () => {
    const { page } = await house.open('ikoma.html');
    await page.locator('[part=card]').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    const colours = await page
      .locator('[part=phone]:visible, [part=service-phone]:visible')
      .evaluateAll((links) => links.map((link) => `${getComputedStyle(link).color} on ${getComputedStyle(link).backgroundColor}`));
    assert.deepEqual([...new Set(colours)], ['rgb(0, 0, 0) on rgba(0, 0, 0, 0)']);
    await page.context().close();
  });

  it('gives the screen back as it was', async () => {
    const { page } = await house.open('ikoma.html');
    await page.locator('[part=card]').first().waitFor();
    const state = () =>
      page.evaluate(() =>
        [...document.querySelector('tsunagu-window-finder')!.shadowRoot!.querySelectorAll('[part=card]')].map((card) => card.textContent),
      );
    const before = await state();
    await page.pdf({ format: 'A4' });
    assert.deepEqual(await state(), before);
    await page.context().close();
  });

  it('prints only what was asked for when something was asked for', async () => {
    const { page } = await house.open('ikoma.html');
    await page.locator('[part=input]').fill('コスモール');
    await page.locator('[part=card]').first().filter({ hasText: 'コスモール' }).waitFor();
    const text = pdfText(await page.pdf({ format: 'A4' })).join('');
    assert.ok(text.includes('コスモールいこま'));
    assert.ok(!text.includes('フォレスト'));
    await page.context().close();
  });
});
