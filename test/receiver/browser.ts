/** The receiver's pages in a real Chromium, under the headers that the receiver sends. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { build } from 'esbuild';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { ensureEngines, isRoot } from '../../scripts/browsers.mjs';
import { folder } from './house.js';

const sources = fileURLToPath(new URL('../../packages/receiver/', import.meta.url));

/** The pages with their scripts, made into a folder of the test's own. */
export async function buildPages(): Promise<{ url: URL; remove: () => void }> {
  const place = folder();
  cpSync(join(sources, 'pages'), place.path, { recursive: true });
  await build({
    entryPoints: ['staff', 'receipt'].map((name) => join(sources, `src/pages/${name}.ts`)),
    outdir: place.path,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    charset: 'ascii',
    conditions: ['tsunagu-source'],
    logLevel: 'error',
  });
  return { url: pathToFileURL(`${place.path}/`), remove: place.remove };
}

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: ensureEngines(['chromium']).chromium!,
    args: [...(isRoot ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
  });

export interface Visit {
  page: Page;
  /** Violations of the policy, errors, warnings, exceptions. */
  complaints: string[];
  /** Addresses and bodies of everything that was sent. */
  sent: string[];
}

export async function visit(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({
    locale: 'ja-JP',
    timezoneId: 'America/New_York',
    viewport: { width: 375, height: 800 },
    ...options,
  });
  const page = await context.newPage();
  const seen: Visit = { page, complaints: [], sent: [] };
  page.on('pageerror', (error) => seen.complaints.push(String(error)));
  page.on('console', (message) => {
    // A refused request is told by the page; that the browser notes it too is no complaint.
    if (['error', 'warning'].includes(message.type()) && !message.text().startsWith('Failed to load resource'))
      seen.complaints.push(message.text());
  });
  context.on('request', (request) => seen.sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
  await page.goto(address, { waitUntil: 'networkidle' });
  return seen;
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on the page as it stands; the page must have been opened with `bypassCSP`. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (values) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, { runOnly: { type: 'tag', values } });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  }, tags);
}

/** Nothing is wider than the window. */
export const isNarrow = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
