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
      // So tall that the bar at the lower edge of the form covers nothing. The page's policy would refuse the text of axe; the test of the policy itself is in csp.node.test.ts.
      const { page } = await house.open(path, { bypassCSP: true, viewport: { width: 375, height: 12_000 } });
      if (finderPages.includes(path)) await page.locator('[part=details-button]').first().click();
      await page.evaluate(axe.source);
      const problems = await page.evaluate(async (values) => {
        const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, { runOnly: { type: 'tag', values } });
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
      }, tags);
      assert.deepEqual(problems, []);
      await page.context().close();
    });
});
