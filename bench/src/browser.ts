/** The one real browser of a run, cut off from every host but the loopback address, and a throttled page in it. */
import { execFileSync } from 'node:child_process';
import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from 'playwright-core';
import type { Contender } from './contenders.js';
import { installProbe, type Probe } from './measure/probe.js';

declare global {
  const benchProbe: Probe;
}

export async function launch(): Promise<Browser> {
  let executablePath = process.env['CHROMIUM'];
  executablePath ??= ['chromium', 'chromium-browser', 'google-chrome'].flatMap((name) => {
    try {
      return [execFileSync('which', [name], { encoding: 'utf8' }).trim()];
    } catch {
      return [];
    }
  })[0];
  if (!executablePath)
    throw new Error('The bench needs Chromium: put `chromium` on the PATH (Debian: apt-get install chromium) or set CHROMIUM.');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    ],
  });
}

export interface Opened {
  page: Page;
  cdp: CDPSession;
  context: BrowserContext;
  /** URL paths of every script and style that arrived, in order. */
  code: string[];
  /** Requests to any other host. */
  foreign: string[];
  errors: string[];
}

export interface OpenOptions {
  origin: string;
  throttle: number;
}

/** A fresh context on a blank page of the same origin (so that no process is started within the measured time), throttled and ready to go. */
export async function openBlank(browser: Browser, contender: Contender, options: OpenOptions): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' });
  const page = await context.newPage();
  page.setDefaultTimeout(240_000);
  const code: string[] = [];
  const foreign: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol === 'http:' && url.origin === options.origin) {
      if (/\.(js|css)$/.test(url.pathname)) code.push(url.pathname);
    } else if (/^https?:$/.test(url.protocol)) foreign.push(url.origin);
  });
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${options.origin}/blank.html`);
  const { root, field, cards } = contender;
  // tsx keeps function names through a helper that does not exist in the page.
  await page.addInitScript(`globalThis.__name ??= (f) => f; (${installProbe.toString()})(${JSON.stringify({ root, field, cards })})`);
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable');
  if (options.throttle > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: options.throttle });
  return { page, cdp, context, code, foreign, errors };
}

/** One key down and up, as an IME-less keyboard would send the character. `\b` is Backspace. */
export async function pressKey(cdp: CDPSession, key: string): Promise<void> {
  const common = key === '\b' ? { key: 'Backspace', code: 'Backspace', windowsVirtualKeyCode: 8 } : { key };
  const down = cdp.send(
    'Input.dispatchKeyEvent',
    key === '\b' ? { type: 'rawKeyDown', ...common } : { type: 'keyDown', text: key, ...common },
  );
  const up = cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...common });
  await Promise.all([down, up]);
}

/** Replaces the field's whole content in one input event, as pasting does. */
export async function enterText(opened: Opened, text: string): Promise<void> {
  await opened.page.evaluate(() => benchProbe.focusAndClear());
  await pressKey(opened.cdp, '\b');
  await opened.cdp.send('Input.insertText', { text });
  // List.js listens for keyup alone.
  await opened.cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'Process' });
}
