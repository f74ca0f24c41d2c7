/** Two windows of desks on one receiver, whose tokens may end. */
import type { Browser, Locator, Page } from 'playwright-core';
import { visit, type Visit } from './browser.js';
import type { House } from './house.js';

export const press = (place: Page | Locator, name: string | RegExp): Promise<void> => place.getByRole('button', { name }).click();

export async function signIn(browser: Browser, house: House, token: string, options = {}): Promise<Visit> {
  const seen = await visit(browser, 'about:blank', options);
  await seen.page.clock.install({ time: house.clock.now });
  await seen.page.goto(`${house.origin}/staff`);
  await seen.page.getByLabel('窓口の鍵（トークン）').fill(token);
  await press(seen.page, '窓口をひらく');
  await seen.page.getByRole('heading', { name: '届いた相談' }).waitFor();
  return seen;
}

export const box = (page: Page, name: string): Locator => page.getByRole('navigation').getByRole('button', { name });

export const sheetOn = (page: Page): Locator => page.locator('tsunagu-referral-sheet');

/** Opens a box, and the first sheet in it. */
export async function openFirst(page: Page, name: string): Promise<Locator> {
  await box(page, name).click();
  await page
    .getByRole('button', { name: /^シートをひらく/ })
    .first()
    .click();
  return sheetOn(page);
}

export async function write(sheet: Locator, section: string, field: string, text: string): Promise<void> {
  const heading = sheet.locator('[part=section-button]').filter({ hasText: section });
  if ((await heading.getAttribute('aria-expanded')) === 'false') await heading.click();
  await sheet.getByLabel(field, { exact: true }).fill(text);
}
