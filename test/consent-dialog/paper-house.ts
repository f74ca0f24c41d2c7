/** A real Chromium in which the papers of the dialog are printed, on a host's page under the strict policy. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';
import { ensureEngines, isRoot } from '../../scripts/browsers.mjs';
import { contentSecurityPolicy } from '../../scripts/serve.mjs';
import type { PaperAsked, Parts, ReceiptAsked } from './parts.page.js';

const origin = 'http://localhost:8123';
/** A case system's page: a grid as high as the window, nothing overflows, styles of its own for everything, a dialog over it. */
const host = `<!doctype html>
<html lang="ja"><head><meta charset="utf-8"><title>host</title><link rel="stylesheet" href="/host.css"><script type="module" src="/parts.js"></script></head>
<body><nav>menu of the host</nav><main><p>the case of somebody</p><dialog id="over">an open dialog</dialog></main></body></html>`;
const hostStyles = `html { font-size: 62.5%; height: 100% } body { display: grid; grid-template-columns: 200px 1fr; height: 100vh; overflow: hidden; margin: 40px; color: #aaa; font: 9px cursive }
* { letter-spacing: 3px; text-transform: uppercase } p { color: red } @page { size: A5 landscape; margin: 40mm }`;

export interface PaperHouse {
  page: Page;
  /** Violations of the policy, errors and warnings. */
  complaints: string[];
  paper: (asked: PaperAsked) => Promise<Buffer>;
  receipt: (asked: ReceiptAsked) => Promise<Buffer>;
  close: () => Promise<void>;
}

export async function openPaperHouse(): Promise<PaperHouse> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('parts.page.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    charset: 'ascii',
    target: 'es2022',
    conditions: ['tsunagu-source', 'production', 'browser'],
    mainFields: ['browser', 'module', 'main'],
    tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)),
  });
  const browser: Browser = await chromium.launch({
    executablePath: ensureEngines(['chromium']).chromium!,
    args: [...(isRoot ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
  });
  const page = await browser.newPage({ locale: 'ja-JP', timezoneId: 'America/New_York' });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  const files: Record<string, [string, string]> = {
    '/': ['text/html; charset=utf-8', host],
    '/host.css': ['text/css', hostStyles],
    '/parts.js': ['text/javascript', outputFiles[0]!.text],
  };
  await page.route('**/*', (route) => {
    const [type, body] = files[new URL(route.request().url()).pathname] ?? ['text/plain', ''];
    return route.fulfill({ body, headers: { 'content-type': type, 'content-security-policy': contentSecurityPolicy } });
  });
  await page.goto(`${origin}/`, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.querySelector<HTMLDialogElement>('#over')!.showModal());
  const pdf = (): Promise<Buffer> => page.pdf({ preferCSSPageSize: true });
  return {
    page,
    complaints,
    async paper(asked) {
      await page.evaluate((given) => (window as unknown as { parts: Parts }).parts.paper(given), asked);
      return pdf();
    },
    async receipt(asked) {
      await page.evaluate((given) => (window as unknown as { parts: Parts }).parts.receipt(given), asked);
      return pdf();
    },
    close: () => browser.close(),
  };
}
