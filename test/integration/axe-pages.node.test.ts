/** axe on whole pages, so also the rules about landmarks, titles and headings that a story cannot show. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import axe from 'axe-core';
import { finderPages, openHouse, otherPages, type House } from './chromium.js';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

describe('axe on every page', { timeout: 180_000 }, () => {
  let house: House;
  before(async () => {
    house = await openHouse();
  });
  after(() => house.close());

  for (const path of [...finderPages, ...otherPages])
    it(`${path}: finds nothing`, async () => {
      // The page's policy would refuse the text of axe; the test of the policy itself is in csp.node.test.ts.
      const { page } = await house.open(path, { bypassCSP: true, viewport: { width: 375, height: 800 } });
      if (finderPages.includes(path)) await page.locator('[part=details-button]').first().click();
      // A card that was never near the screen has no layout yet, only a place kept for it.
      await page.evaluate(async () => {
        for (let top = 0; top < document.documentElement.scrollHeight; top += 400) {
          window.scrollTo({ top, behavior: 'instant' });
          for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
        }
      });
      await page.evaluate(axe.source);
      const look = (): Promise<string[]> =>
        page.evaluate(async (values) => {
          const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, { runOnly: { type: 'tag', values } });
          return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
        }, tags);
      // What lies half under the bar of the form at the lower edge comes out by scrolling: a problem is one that stays. (The focus: keyboard.node.test.ts.)
      const seen = await look();
      await page.evaluate(() => window.scrollBy({ top: -200, behavior: 'instant' }));
      const still = new Set(seen.length ? await look() : []);
      const problems = seen.filter((each) => still.has(each));
      assert.deepEqual(problems, []);
      await page.context().close();
    });
});
