/** A real Chromium in which papers of ours are printed, on a host's page under the strict policy. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium, type Page } from 'playwright-core';
import { ensureEngines, isRoot } from '../../scripts/browsers.mjs';
import { contentSecurityPolicy } from '../../scripts/serve.mjs';

const origin = 'http://localhost:8123';
/** A case system's page: a grid as high as the window, nothing overflows, styles of its own for everything, a dialog over it. */
const host = `<!doctype html>
<html lang="ja"><head><meta charset="utf-8"><title>host</title><link rel="stylesheet" href="/host.css"><script type="module" src="/room.js"></script></head>
<body><nav>menu of the host</nav><main><p>the case of somebody</p><dialog id="over">an open dialog</dialog></main></body></html>`;
const hostStyles = `html { font-size: 62.5%; height: 100% } body { display: grid; grid-template-columns: 200px 1fr; height: 100vh; overflow: hidden; margin: 40px; color: #aaa; font: 9px cursive }
* { letter-spacing: 3px; text-transform: uppercase } p { color: red } @page { size: A5 landscape; margin: 40mm }`;

/** What a room's page does on request. */
type Room<Names extends PropertyKey> = Record<Names, (...asked: never[]) => unknown>;

/** `Rooms`: what the page leaves at `window.room`. */
export interface PrintHouse<Rooms extends Room<keyof Rooms>> {
  page: Page;
  /** Violations of the policy, errors and warnings. */
  complaints: string[];
  /** Calls the room in its page; what it gives has to be JSON. */
  ask: <Name extends keyof Rooms & string>(name: Name, ...asked: Parameters<Rooms[Name]>) => Promise<Awaited<ReturnType<Rooms[Name]>>>;
  /** Calls the room, and prints what is then on the page. */
  print: <Name extends keyof Rooms & string>(name: Name, ...asked: Parameters<Rooms[Name]>) => Promise<Buffer>;
  pdf: () => Promise<Buffer>;
  close: () => Promise<void>;
}

/** `entry`: the room's script, which runs in the host's page. */
export async function openPrintHouse<Rooms extends Room<keyof Rooms>>(entry: URL): Promise<PrintHouse<Rooms>> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    write: false,
    format: 'esm',
    charset: 'ascii',
    target: 'es2022',
    conditions: ['tsunagu-source', 'production', 'browser'],
    mainFields: ['browser', 'module', 'main'],
    tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)),
  });
  const browser = await chromium.launch({
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
    '/room.js': ['text/javascript', outputFiles[0]!.text],
  };
  await page.route('**/*', (route) => {
    const [type, body] = files[new URL(route.request().url()).pathname] ?? ['text/plain', ''];
    return route.fulfill({ body, headers: { 'content-type': type, 'content-security-policy': contentSecurityPolicy } });
  });
  await page.goto(`${origin}/`, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.querySelector<HTMLDialogElement>('#over')!.showModal());
  const ask: PrintHouse<Rooms>['ask'] = (name, ...asked) =>
    page.evaluate(
      ([called, given]) => (window as unknown as { room: Record<string, (...all: unknown[]) => unknown> }).room[called]!(...given),
      [name, asked] as [string, unknown[]],
    ) as ReturnType<PrintHouse<Rooms>['ask']>;
  const pdf = (): Promise<Buffer> => page.pdf({ preferCSSPageSize: true });
  return {
    page,
    complaints,
    ask,
    pdf,
    print: async (name, ...asked) => {
      await ask(name, ...asked);
      return pdf();
    },
    close: () => browser.close(),
  };
}
