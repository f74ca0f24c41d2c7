/** Pages as the web has them: no doctype, Shift_JIS, ids of our names, two copies of the script. On the built bundle, in a real Chromium. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { deskNames, openHouse, type House } from '../integration/chromium.js';

const script = '<script type="module" src="/tsunagu/window-finder.js"></script>';
const finder =
  '<tsunagu-window-finder src="/cities/ikoma.json" query="東生駒"><a href="tel:0743-74-1111">0743-74-1111</a></tsunagu-window-finder>';
const first = '東生駒地域包括支援センター';

describe('host pages', { timeout: 120_000 }, () => {
  let house: House;
  before(async () => {
    house = await openHouse();
  });
  after(() => house.close());

  async function shows(body: string | Buffer, headers?: Record<string, string>) {
    const seen = await house.openText(body, headers);
    await seen.page.locator('[part=card]').first().waitFor();
    assert.ok((await deskNames(seen.page))[0]?.includes(first), 'the desk asked for comes first');
    assert.deepEqual([seen.violations, seen.complaints], [[], []]);
    return seen.page;
  }

  it('in quirks mode it looks as it does in standards mode', async () => {
    const measure = (page: Awaited<ReturnType<typeof shows>>) =>
      page.evaluate(() => {
        const root = document.querySelector('tsunagu-window-finder')!.shadowRoot!;
        return ['h2', 'input', '[part=topic]', '[part=phone]', '[part=name]'].map((selector) => {
          const { width, height } = root.querySelector(selector)!.getBoundingClientRect();
          const { fontSize, lineHeight } = getComputedStyle(root.querySelector(selector)!);
          return [selector, Math.round(width), Math.round(height), fontSize, lineHeight];
        });
      });
    const body = `<html lang="ja"><head><title>市</title></head><body>${script}${finder}</body></html>`;
    const quirks = await shows(body);
    assert.equal(await quirks.evaluate(() => document.compatMode), 'BackCompat');
    const standards = await shows(`<!doctype html>${body}`);
    assert.equal(await standards.evaluate(() => document.compatMode), 'CSS1Compat');
    assert.deepEqual(await measure(quirks), await measure(standards));
  });

  it('in a page in Shift_JIS every word is right', async () => {
    const page = await shows(
      `<!doctype html><html lang="ja"><head><title>shi</title></head><body>${script}${finder.replace('東生駒', '')}</body></html>`.replace(
        ' query=""',
        ' query="&#26481;&#29983;&#39378;"',
      ),
      {
        'content-type': 'text/html; charset=Shift_JIS',
      },
    );
    assert.equal(await page.evaluate(() => document.characterSet), 'Shift_JIS');
    assert.ok(await page.getByText('困っていること・窓口の名前・町名').isVisible());
  });

  it('two copies of the script are calm', async () => {
    await shows(
      `<!doctype html><html lang="ja"><title>市</title>${script}${script.replace('.js', '.js?v=2')}<script type="module" src="/tsunagu/tsunagu.js"></script>${finder}</html>`,
    );
  });

  it('ids of the page that are also ours change nothing', async () => {
    const ids = ['text', 'at', 'area', 'example', 'topics-label', 'emergency-heading', 'fallback-heading', 'list-0'];
    const page = await shows(
      `<!doctype html><html lang="ja"><title>市</title>${ids.map((id) => `<p id="${id}">host</p>`).join('')}${script}${finder}${finder}</html>`,
    );
    assert.equal(await page.getByRole('searchbox', { name: '困っていること' }).count(), 2);
    await page
      .getByRole('button', { name: `くわしく見る：${first}` })
      .first()
      .click();
    assert.equal(await page.locator('[part=details]:visible').count(), 1);
    assert.deepEqual(
      await page
        .locator('p')
        .filter({ hasText: /^host$/ })
        .count(),
      ids.length,
    );
  });

  it('an element put in later, moved and taken away goes on working', async () => {
    const page = await shows(
      `<!doctype html><html lang="ja"><title>市</title>${script}<div id="a">${finder}</div><div id="b"></div></html>`,
    );
    await page.locator('[part=input]').fill('コスモール');
    await page.evaluate(() => document.querySelector('#b')!.append(document.querySelector('tsunagu-window-finder')!));
    await page.locator('#b [part=card]').first().waitFor();
    assert.equal(await page.locator('[part=input]').inputValue(), 'コスモール');
    assert.ok((await deskNames(page))[0]?.includes('コスモール'));
  });
});
