import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { finderPages, openHouse, otherPages, type House } from './chromium.js';

/** Widest thing that a resident would have to scroll sideways for, in CSS px beyond the viewport. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const root = document.scrollingElement!;
    return root.scrollWidth - root.clientWidth;
  });

/** Controls of the finder that a thumb would miss: less than 44 px high or wide. */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.querySelector('tsunagu-window-finder')?.shadowRoot;
    const controls = [
      ...(root?.querySelectorAll<HTMLElement>('button, .button, summary, select, input:not([type=checkbox]), label.check') ?? []),
    ];
    return controls
      .filter((control) => control.checkVisibility())
      .map((control) => ({ control, box: control.getBoundingClientRect() }))
      .filter(({ box }) => box.height < 43.5 || box.width < 43.5)
      .map(({ control, box }) => `${control.localName}.${control.className} ${control.textContent?.trim()} ${box.width}×${box.height}`);
  });

describe('the layout of every page', { timeout: 240_000 }, () => {
  let house: House;
  before(async () => {
    house = await openHouse();
  });
  after(() => house.close());

  for (const path of [...finderPages, ...otherPages])
    it(`${path}: no sideways scroll at 320, 375, 768 and 1280 px, nor at 400 % zoom, with everything opened`, async () => {
      const { page } = await house.open(path, { viewport: { width: 320, height: 640 } });
      if (finderPages.includes(path)) {
        await page.locator('[part=card]').first().waitFor();
        for (const name of ['summary', '.chips .more', '[part=details-button] >> nth=0']) await page.locator(name).click();
        assert.deepEqual(await smallTargets(page), []);
      }
      for (const width of [320, 375, 768, 1280]) {
        await page.setViewportSize({ width, height: 640 });
        assert.ok((await overflow(page)) <= 0, `${width} px: ${await overflow(page)} px too wide`);
      }
      // 1280 px at 400 % is what 320 px is, but 256 px high: nothing fixed may cover what has focus.
      await page.setViewportSize({ width: 320, height: 256 });
      assert.ok((await overflow(page)) <= 0, '400 %');
      await page.context().close();
    });

  it('holds with text spaced and sized by the reader (WCAG 1.4.12), in every language', async () => {
    const { page } = await house.open('mihon.html', { viewport: { width: 320, height: 640 } });
    await page.locator('[part=card]').first().waitFor();
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }');
      const root = document.querySelector('tsunagu-window-finder')!.shadowRoot!;
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    });
    for (const language of ['やさしい', 'English', '日本語']) {
      await page.locator('[part=language]').filter({ hasText: language }).first().click();
      await page.locator('[part=card]').first().waitFor();
      assert.ok((await overflow(page)) <= 0, language);
    }
    await page.context().close();
  });

  it('does not move under the finger: typing keeps focus and the field where they are', async () => {
    const { page, complaints } = await house.open('ikoma.html', { viewport: { width: 375, height: 667 } });
    const field = page.locator('[part=input]');
    await field.waitFor().catch(async () => assert.fail(`${complaints.join()} ${await page.content()}`));
    await field.click();
    const before = await field.boundingBox();
    for (const letter of '家賃が払えない') {
      await page.keyboard.insertText(letter);
      assert.ok(await field.evaluate((input) => (input.getRootNode() as ShadowRoot).activeElement === input));
    }
    assert.deepEqual((await field.boundingBox())?.y, before?.y);
    await page.context().close();
  });
});
