/** Chromium, Firefox and WebKit as browsers with a window, a history and a keyboard of their own: what a frame inside a test page cannot show. */
import { spawn, type ChildProcess } from 'node:child_process';
import puppeteer from 'puppeteer-core';
import { ensureEngines } from '../../scripts/browsers.mjs';
import { freePort } from '../../scripts/testing/webkit.mjs';
import { openBrowser } from '../receiver/browser.js';

export type EngineName = 'chromium' | 'firefox' | 'webkit';

export interface Engine {
  /** To another page, which need not be there yet when it resolves. */
  goTo: (url: string) => Promise<void>;
  /** The value of an expression in the page (JSON), awaited there. */
  run: <Value>(expression: string) => Promise<Value>;
  /** A press of the pointer at a point of the window, in CSS pixels; a real one. */
  tap: (x: number, y: number) => Promise<void>;
  /** A press of the Escape key; a real one. */
  escape: () => Promise<void>;
  back: () => Promise<void>;
  forward: () => Promise<void>;
  close: () => Promise<void>;
}

export const openEngine = (name: EngineName): Promise<Engine> => ({ chromium, firefox, webkit })[name]();

async function chromium(): Promise<Engine> {
  const browser = await openBrowser();
  const page = await browser.newPage();
  return {
    goTo: async (url) => void (await page.goto(url)),
    run: (expression) => page.evaluate(expression),
    tap: (x, y) => page.mouse.click(x, y),
    escape: () => page.keyboard.press('Escape'),
    back: async () => void (await page.goBack()),
    forward: async () => void (await page.goForward()),
    close: () => browser.close(),
  };
}

async function firefox(): Promise<Engine> {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: ensureEngines(['firefox']).firefox!, timeout: 90_000 });
  const page = await browser.newPage();
  // Puppeteer's own ways of going somewhere lose track of pages out of the back-forward cache.
  return {
    goTo: (url) => page.evaluate(`location.assign(${JSON.stringify(url)})`) as Promise<void>,
    run: <Value>(expression: string) => page.evaluate(expression) as Promise<Value>,
    tap: (x, y) => page.mouse.click(x, y),
    escape: () => page.keyboard.press('Escape'),
    back: () => page.evaluate('history.back()') as Promise<void>,
    forward: () => page.evaluate('history.forward()') as Promise<void>,
    close: () => browser.close(),
  };
}

/** WebKitGTK's small browser on a screen of its own, asked over WebDriver. */
async function webkit(): Promise<Engine> {
  const { driver, browser, xvfb } = ensureEngines(['webkit']).webkit!;
  const screen = spawn(xvfb, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await new Promise<string>((resolve, reject) => {
    screen.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}.`)));
    screen.stdio[3]!.once('data', (number: Buffer) => resolve(`:${number.toString().trim()}`));
  });
  const port = await freePort();
  const env = { ...process.env, DISPLAY: display, LIBGL_ALWAYS_SOFTWARE: '1', NO_AT_BRIDGE: '1', WEBKIT_DISABLE_DMABUF_RENDERER: '1' };
  // In a group of its own, so that the browser's processes end with it.
  const service = spawn(driver, [`--port=${port}`, '--host=127.0.0.1'], { stdio: 'ignore', env, detached: true });
  const end = (): void => {
    stopGroup(service);
    screen.kill();
  };
  process.once('exit', end);

  const send = async <Value>(method: string, path: string, body?: object): Promise<Value> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const { value } = (await response.json()) as { value: Value };
    if (!response.ok) throw new Error(`WebDriver, ${path}: ${JSON.stringify(value)}`);
    return value;
  };
  for (let tries = 0; ; tries++) {
    if (
      await fetch(`http://127.0.0.1:${port}/status`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      break;
    if (tries === 100) throw new Error('WebKitWebDriver does not answer.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const alwaysMatch = { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } };
  const { sessionId } = await send<{ sessionId: string }>('POST', '/session', { capabilities: { alwaysMatch } });
  const command = <Value>(path: string, body: object = {}): Promise<Value> => send('POST', `/session/${sessionId}${path}`, body);
  const act = (source: object): Promise<void> => command('/actions', { actions: [source] });
  return {
    goTo: (url) => command('/url', { url }),
    async run<Value>(expression: string) {
      const script = `const done = arguments[arguments.length - 1];
        Promise.resolve().then(() => (${expression})).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const { value, error } = await command<{ value: Value; error?: string }>('/execute/async', { script, args: [] });
      if (error) throw new Error(error);
      return value;
    },
    tap: (x, y) =>
      act({
        type: 'pointer',
        id: 'mouse',
        actions: [
          { type: 'pointerMove', x: Math.round(x), y: Math.round(y), origin: 'viewport' },
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 },
        ],
      }),
    escape: () => act({ type: 'key', id: 'keyboard', actions: ['keyDown', 'keyUp'].map((type) => ({ type, value: '\uE00C' })) }),
    back: () => command('/back'),
    forward: () => command('/forward'),
    async close() {
      await send('DELETE', `/session/${sessionId}`).catch(() => undefined);
      process.off('exit', end);
      end();
    },
  };
}

function stopGroup(child: ChildProcess): void {
  try {
    process.kill(-child.pid!, 'SIGKILL');
  } catch {
    // Already gone.
  }
}
