/** A fresh, throttled page for one form, with the forms' own probe in it (the finder's would watch for cards for ever). */
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import type { FormContender } from './contenders.js';
import { installFormProbe, type FormProbe, type Target } from './probe.js';

declare global {
  const formProbe: FormProbe;
}

export interface FormPageOptions {
  origin: string;
  /** How many times slower the processor is made. */
  throttle: number;
  /** 1.6 Mbit/s with 150 ms latency, as a phone on a poor connection has it. */
  slowNetwork: boolean;
}

export interface FormPage {
  page: Page;
  cdp: CDPSession;
  context: BrowserContext;
  /** URL paths of every page, script and style asked for, in order. */
  loaded: string[];
  /** Origins of requests to any other host. */
  foreign: string[];
  errors: string[];
}

export async function openForm(browser: Browser, contender: FormContender, options: FormPageOptions): Promise<FormPage> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  // Starting from a blank page of the same origin keeps the start of a renderer out of the measured time.
  await page.goto(`${options.origin}/blank.html`);
  const loaded: string[] = [];
  const foreign: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin === options.origin) loaded.push(url.pathname);
    else if (/^https?:$/.test(url.protocol)) foreign.push(url.origin);
  });
  page.on('pageerror', (error) => errors.push(error.message));
  const { root } = contender;
  // tsx keeps function names through a helper that does not exist in the page.
  await page.addInitScript(`globalThis.__name ??= (f) => f; (${installFormProbe.toString()})(${JSON.stringify({ root })})`);
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable');
  if (options.slowNetwork) {
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: 1_600_000 / 8,
      uploadThroughput: 1_600_000 / 8,
    });
  }
  if (options.throttle > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: options.throttle });
  return { page, cdp, context, loaded, foreign, errors };
}

/** The middle of what is to be pressed; what lies under something else is an error, since a person could not press it either. */
export function spot(target: Target): { x: number; y: number } {
  if (!target.at) throw new Error(`something covers "${target.name}"`);
  return target.at;
}

export async function press(cdp: CDPSession, { x, y }: { x: number; y: number }): Promise<void> {
  const button = { x, y, button: 'left', clickCount: 1 } as const;
  const down = cdp.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...button });
  const up = cdp.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...button });
  await Promise.all([down, up]);
}
