/** 生駒's page with finder and form, and the receiver beside it on one address, as a city would run them. */
import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Receiver, ReceiverOptions } from '@tsunagu/receiver';
import type { Directory } from '@tsunagu/schema/directory';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { cityReceiver } from '../../scripts/city-receiver.mjs';
import { ensureBundle, exampleServer } from '../../scripts/serve-examples.mjs';
import { contentSecurityPolicy, listen } from '../../scripts/serve.mjs';
import { noLimits } from '../receiver/house.js';

/** A Tuesday morning in Tokyo; three business days later is Friday, 27 November. */
export const tuesday = new Date('2026-11-24T10:30:00+09:00');

const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.json': 'application/json' };

/** Takes a request itself, and says so. */
export type Elsewhere = (request: IncomingMessage, response: ServerResponse) => boolean;

export interface Pages {
  origin: string;
  close: () => void;
}

/** The example pages and the bundle; files that exist for a test only, by path (`/host.html`), under the same policy. */
export async function openPages(elsewhere: Elsewhere, own: Readonly<Record<string, string>> = {}): Promise<Pages> {
  ensureBundle();
  const server = exampleServer((request: IncomingMessage, response: ServerResponse) => {
    const body = own[request.url?.split('?')[0] ?? ''];
    if (body === undefined) return elsewhere(request, response);
    const type = types[extname(request.url!)] ?? 'text/html';
    response.writeHead(200, {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': contentSecurityPolicy,
      'cache-control': 'no-cache',
    });
    response.end(body);
    return true;
  });
  await listen(server);
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export interface City extends Omit<Pages, 'close'> {
  receiver: Receiver;
  directory: Directory;
  /** Folder of the database file, gone at the end. */
  folder: string;
  /** Lines of the receiver's log so far. */
  log: string[];
  close: () => Promise<void>;
}

export async function openCity(
  more: Partial<ReceiverOptions> = {},
  own: Readonly<Record<string, string>> = {},
  before: Elsewhere = () => false,
): Promise<City> {
  const folder = mkdtempSync(join(tmpdir(), 'tsunagu-city-'));
  const log: string[] = [];
  const { receiver, directory, elsewhere } = await cityReceiver({
    database: join(folder, 'city.sqlite'),
    more: { rates: noLimits, log: { level: 'info', stream: { write: (line) => void log.push(line) } }, now: () => tuesday, ...more },
  });
  const pages = await openPages((request, response) => before(request, response) || elsewhere(request, response), own);
  return {
    ...pages,
    receiver,
    directory: directory as Directory,
    folder,
    log,
    async close() {
      pages.close();
      await receiver.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What a page did that somebody could notice. */
export interface Seen {
  page: Page;
  /** Violations of the Content-Security-Policy and of Trusted Types. */
  violations: string[];
  /** Errors and warnings on the console, exceptions nobody caught, answers that are none. */
  complaints: string[];
  /** Method, address and body of everything that was asked for. */
  asked: { method: string; url: string; body: string }[];
}

/** Opens a page on a Tuesday morning in Tokyo, whatever the machine says; its clock goes on from there. */
export async function see(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Seen> {
  const context = await browser.newContext({ locale: 'ja-JP', timezoneId: 'America/New_York', ...options });
  const page = await context.newPage();
  if (options.javaScriptEnabled !== false) await page.clock.install({ time: tuesday });
  const seen: Seen = { page, violations: [], complaints: [], asked: [] };
  context.on('request', (request) => seen.asked.push({ method: request.method(), url: request.url(), body: request.postData() ?? '' }));
  page.on('pageerror', (error) => seen.complaints.push(String(error)));
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedHTML|TrustedScript|trusted type/i.test(message.text())) seen.violations.push(message.text());
    else if (['error', 'warning'].includes(message.type())) seen.complaints.push(message.text());
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  return seen;
}

export const formOf = (page: Page): Locator => page.locator('tsunagu-consultation-form');

/** Everything that is left behind in the tab and on the device, as text to be searched. */
export const leftBehind = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const databases = await indexedDB.databases();
    return JSON.stringify({
      address: decodeURIComponent(location.href),
      title: document.title,
      state: history.state as unknown,
      cookie: document.cookie,
      local: { ...localStorage },
      session: { ...sessionStorage },
      databases: databases.map(({ name }) => name),
      caches: await caches.keys(),
      named: window.name,
      entries: performance.getEntries().map(({ name }) => decodeURIComponent(name)),
    });
  });

/** The number and the secret as the receipt in the form shows them. */
export async function codesOf(form: Locator): Promise<{ number: string; secret: string }> {
  await form.locator('[part=receipt] .code').first().waitFor();
  const [number = '', secret = ''] = await form.locator('[part=receipt] .code').allTextContents();
  return { number, secret };
}
