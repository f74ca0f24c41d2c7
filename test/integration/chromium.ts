/** A real Chromium on the built bundle, as a resident's browser meets it: the example server's headers, nothing stubbed. */
import type { AddressInfo } from 'node:net';
import { chromium, type Browser, type BrowserContextOptions, type ConsoleMessage, type Page } from 'playwright-core';
import { ensureEngines, isRoot } from '../../scripts/browsers.mjs';
import { ensureBundle, exampleServer } from '../../scripts/serve-examples.mjs';
import { contentSecurityPolicy, listen } from '../../scripts/serve.mjs';

/** A Tuesday morning on which every weekday desk of 生駒 is open. */
export const tuesday = new Date('2026-11-24T10:00:00+09:00');

/** What a page did that somebody could notice. */
export interface Witness {
  page: Page;
  /** Addresses of everything it asked for. */
  requests: string[];
  /** Violations of the Content-Security-Policy and of Trusted Types, as the browser reports them. */
  violations: string[];
  /** Errors and warnings on the console, and exceptions nobody caught. */
  complaints: string[];
}

export interface House {
  origin: string;
  open: (path: string, options?: BrowserContextOptions) => Promise<Witness>;
  /** Opens a page that exists for a test only, under the same policy (`content-type` may be replaced). */
  openText: (body: string | Buffer, headers?: Record<string, string>) => Promise<Witness>;
  close: () => Promise<void>;
}

export async function openHouse(): Promise<House> {
  ensureBundle();
  const server = exampleServer();
  await listen(server);
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser: Browser = await chromium.launch({
    executablePath: ensureEngines(['chromium']).chromium!,
    args: [...(isRoot ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
  });

  async function witness(options: BrowserContextOptions = {}): Promise<Witness> {
    const context = await browser.newContext({ locale: 'ja-JP', timezoneId: 'America/New_York', ...options });
    const page = await context.newPage();
    await page.clock.setFixedTime(tuesday);
    const seen: Witness = { page, requests: [], violations: [], complaints: [] };
    context.on('request', (request) => seen.requests.push(request.url()));
    page.on('pageerror', (error) => seen.complaints.push(String(error)));
    page.on('console', (message: ConsoleMessage) => {
      if (/Content Security Policy|TrustedHTML|TrustedScript|trusted type/i.test(message.text())) seen.violations.push(message.text());
      else if (['error', 'warning'].includes(message.type())) seen.complaints.push(message.text());
    });
    return seen;
  }

  return {
    origin,
    async open(path, options) {
      const seen = await witness(options);
      await seen.page.goto(`${origin}/${path}`, { waitUntil: 'networkidle' });
      return seen;
    },
    async openText(body, headers) {
      const seen = await witness();
      const address = `${origin}/host-page.html`;
      await seen.page.route(address, (route) =>
        route.fulfill({
          body,
          headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': contentSecurityPolicy, ...headers },
        }),
      );
      await seen.page.goto(address, { waitUntil: 'networkidle' });
      return seen;
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The names of the desks a page shows, in order. (`innerText` is empty while `content-visibility` has put off a card's layout.) */
export const deskNames = (page: Page): Promise<string[]> =>
  page
    .locator('[part=card] [part=name]')
    .evaluateAll((names) =>
      names.map((name) => [...name.querySelectorAll<HTMLElement>(':scope > :not([hidden])')].map((part) => part.textContent).join('\n')),
    );

/** Every page of the examples with a finder that loads. */
export const finderPages = ['ikoma', 'imabari', 'kadoma', 'nagaokakyo', 'toyama', 'mihon', 'table', 'one-minute'].map(
  (name) => `${name}.html`,
);
export const otherPages = ['index.html', 'failing.html', 'not-in-sample.html'];
