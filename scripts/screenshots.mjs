#!/usr/bin/env node
/** `npm run screenshots`: the pictures of the READMEs, from the real pages in a real browser, the same every time. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureEngines, isRoot } from './browsers.mjs';
import { ensureBundle, exampleServer, root } from './serve-examples.mjs';
import { listen } from './serve.mjs';

/** A Tuesday morning: desks are open, and so they are on every day that this is run. */
const moment = new Date('2026-11-24T10:00:00+09:00');
const folder = join(root, 'docs/images');

const find = async (page) => {
  await page.locator('[part=input]').first().fill('親の物忘れがひどい');
  await page.locator('[part=why]:visible').first().waitFor();
  await page.locator('[part=input]').first().blur();
};

/** Down to the questions about the worry, with a desk chosen above. */
const write = async (page) => {
  await page.locator('[part=select]').nth(1).click();
  const form = page.locator('tsunagu-consultation-form');
  await form.locator('[part=next]').click();
  await form.getByLabel('介護', { exact: true }).check();
  await form.locator('#words').fill('母の物忘れがひどくなり、夜も眠れません。');
  await form.locator('#words').blur();
};

const shots = [
  { name: 'ikoma-phone', width: 375, height: 1400, scale: 2, mobile: true, from: '#finder', act: find },
  { name: 'ikoma-desktop', width: 1280, height: 1200, scale: 1, mobile: false, from: 'body', act: find },
  { name: 'ikoma-form-phone', width: 375, height: 1400, scale: 2, mobile: true, from: '#form', act: write },
];

ensureBundle({ onStart: () => console.log('Building the elements …') });
mkdirSync(folder, { recursive: true });
const server = exampleServer();
const port = await listen(server);
const browser = await chromium.launch({
  executablePath: ensureEngines(['chromium']).chromium,
  args: [
    ...(isRoot ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--force-color-profile=srgb',
    '--hide-scrollbars',
  ],
});
try {
  for (const { name, width, height, scale, mobile, from, act } of shots) {
    const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale, isMobile: mobile, locale: 'ja-JP' });
    const page = await context.newPage();
    await page.clock.setFixedTime(moment);
    await page.goto(`http://127.0.0.1:${port}/ikoma.html`);
    await page.locator('[part=card]').first().waitFor();
    await act(page);
    await page.locator(from).evaluate((element) => element.scrollIntoView({ block: 'start' }));
    await page.screenshot({ path: join(folder, `${name}.png`) });
    console.log(`docs/images/${name}.png`);
    await context.close();
  }
} finally {
  await browser.close();
  server.closeAllConnections();
  server.close();
}
