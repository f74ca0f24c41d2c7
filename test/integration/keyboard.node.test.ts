import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { openHouse, type House } from './chromium.js';

/** Name and role of what has focus, through shadow roots. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return `${at?.localName ?? ''} ${at?.getAttribute('aria-label') ?? at?.textContent?.trim().replace(/\s+/g, ' ') ?? ''}`.trim();
  });

/** A ring that is seen: the design system's black line with its yellow inside. */
const hasRing = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const { outlineStyle, outlineWidth } = getComputedStyle(at!);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  });

describe('the keyboard alone', { timeout: 120_000 }, () => {
  let house: House;
  before(async () => {
    house = await openHouse();
  });
  after(() => house.close());

  it('from the top of the page to a number to call, in reading order, with the focus always seen', async () => {
    const { page } = await house.open('ikoma.html');
    await page.locator('[part=card]').first().waitFor();
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'a 本文へ移動する');
    await page.keyboard.press('Enter');
    for (const language of ['日本語', 'やさしい日本語', 'English']) {
      await page.keyboard.press('Tab');
      assert.equal(await focused(page), `button ${language}`);
    }
    await page.keyboard.press('Tab');
    assert.match(await focused(page), /^input/);

    await page.keyboard.insertText('親の介護');
    const path: string[] = [];
    for (let step = 0; step < 40 && !path.at(-1)?.includes('電話する'); step++) {
      await page.keyboard.press('Tab');
      path.push(await focused(page));
      assert.ok(await hasRing(page), path.at(-1));
    }
    assert.match(path[0]!, /消す/);
    assert.match(path[1]!, /^button/);
    assert.ok(path.some((each) => each.startsWith('summary')));
    assert.match(path.at(-1)!, /^a 電話する 0743-\d\d-\d{4}.*地域包括支援センター/);

    await page.keyboard.press('Tab');
    assert.match(await focused(page), /^button この窓口に相談を送る：/);
    await page.keyboard.press('Tab');
    assert.match(await focused(page), /^button くわしく見る：/);
    await page.keyboard.press('Enter');
    assert.match(await focused(page), /^button くわしく見る：/, 'focus stays on the button');
    assert.equal(await page.locator('[part=details]:visible').count(), 1);
    await page.keyboard.press('Space');
    assert.equal(await page.locator('[part=details]:visible').count(), 0);
    await page.context().close();
  });

  it('chips, check box and clearing answer to it', async () => {
    const { page } = await house.open('ikoma.html');
    const field = page.locator('[part=input]');
    await field.focus();
    await page.keyboard.insertText('ことば');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.equal(await field.inputValue(), '');
    assert.match(await focused(page), /^input/, 'focus goes back to the field');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    assert.equal(await page.locator('[part=topic][aria-pressed=true]').count(), 1);
    await page.locator('[part=open-now] input').focus();
    await page.keyboard.press('Space');
    assert.match(await page.locator('[part=count]').innerText(), /開いている窓口/);
    await page.keyboard.press('Enter');
    assert.equal(page.url(), `${house.origin}/ikoma.html`, 'nothing is sent');
    await page.context().close();
  });

  for (const width of [375, 1000])
    it(`at ${width} px nothing that has the focus is left under the form's way out, to the last link of the page`, async () => {
      const { page } = await house.open('ikoma.html', { viewport: { width, height: 800 } });
      await page.locator('[part=exit-button]').waitFor();
      const seen = new Set<string>();
      for (let step = 0; step < 200 && !seen.has('END'); step++) {
        await page.keyboard.press('Tab');
        const { name, covered } = await page.evaluate(async () => {
          for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
          let at = document.activeElement;
          while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
          const bar = document.querySelector('tsunagu-consultation-form')!.shadowRoot!.querySelector('[part=exit]')!;
          const [one, two] = [at!.getBoundingClientRect(), bar.getBoundingClientRect()];
          const meet = one.right > two.left && one.left < two.right && one.bottom > two.top && one.top < two.bottom;
          const last = [...document.querySelectorAll('a')].at(-1) === at;
          return {
            name: last ? 'END' : `${at!.localName} ${at!.textContent.trim().slice(0, 20)}`,
            covered: meet && !bar.contains(at) && at !== document.body,
          };
        });
        assert.equal(covered, false, name);
        seen.add(name);
      }
      assert.ok(seen.has('END'), 'the last link was reached');
      assert.ok(seen.size > 30, String(seen.size));
      await page.context().close();
    });

  it('shows the focus in forced colours too', async () => {
    const { page } = await house.open('ikoma.html', { forcedColors: 'active' });
    await page.locator('[part=phone]').first().focus();
    await page.keyboard.press('Tab');
    assert.ok(await hasRing(page));
    await page.context().close();
  });
});
