/** One page opened and typed into: what each key costs the main thread, and when its frame is out. */
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { pressKey } from '../browser.js';
import type { Given } from './household.js';
import { desk, now } from './household.js';

export interface Opened {
  context: BrowserContext;
  page: Page;
  cdp: CDPSession;
  /** Paths of every script asked for. */
  scripts: string[];
  errors: string[];
}

interface KeyTimes {
  referralKeys: number[];
}

/** Runs in the page: keydown (the browser's own time stamp) until the message posted from the next frame is delivered, so after its paint. */
function watchKeys(): void {
  const keys: number[] = [];
  Object.assign(globalThis, { referralKeys: keys });
  addEventListener(
    'keydown',
    ({ timeStamp }) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => keys.push(performance.now() - timeStamp);
        port2.postMessage(0);
      }),
    { capture: true },
  );
}

export async function open(browser: Browser, origin: string, path: string, throttle: number): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' });
  const page = await context.newPage();
  const [scripts, errors]: [string[], string[]] = [[], []];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith('.js')) scripts.push(pathname);
  });
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.addInitScript(`globalThis.__name ??= (f) => f; (${watchKeys.toString()})()`);
  await page.goto(`${origin}/${path}`, { waitUntil: 'networkidle' });
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable');
  if (throttle > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  return { context, page, cdp, scripts, errors };
}

/** Gives the element its sheet as a page does, and gives it back whatever it says was written. */
export const give = ({ page }: Opened, { value, consent }: Given, mode: string): Promise<void> =>
  page.evaluate(
    (given) => {
      const element = document.querySelector('tsunagu-referral-sheet') as unknown as HTMLElement & Record<string, unknown>;
      element.addEventListener('tsunagu-referral-change', (event) => {
        element['value'] = { ...(element['value'] as object), sheet: (event as CustomEvent<{ sheet: unknown }>).detail.sheet };
      });
      Object.assign(element, given);
    },
    { value, consent, mode, desk, worker: '相談 花子', now },
  );

/** Opens sections 3 and 4 in our page, and of the household everybody, or the sixth alone. */
export async function openSections({ page }: Opened, everybody: boolean): Promise<void> {
  const sheet = page.locator('tsunagu-referral-sheet');
  for (const id of ['household', 'heard']) await sheet.locator(`#section-${id} [part~="section-button"]`).click();
  const members = await sheet.locator('[part~="member"] .opener').all();
  for (const member of everybody ? members : members.slice(5, 6)) await member.click();
  await sheet.locator('[data-at="/household/members/5/note"]').waitFor();
  await page.waitForTimeout(1500);
}

/** Milliseconds between keys: a quick typist. */
const between = 120;
/** A pause in which the writing rests (400 ms) and is saved (1 s). */
const rest = 1600;
const sentence = '母の物忘れがひどくなり仕事をやめました。';

export interface Typed {
  /** What the tasks of one key take, each ms. */
  work: number[];
  /** Key until its frame is out, each ms. */
  painted: number[];
  /** What the tasks take in the pause after the writing, ms: the gate is asked, the page hears of it. */
  pause: number;
  /** The same without any key, for what asking itself costs. */
  idle: number[];
  /** Processor time of one key, ms, so that what other programs take does not count. It means something only where the processor is not slowed. */
  processor: number;
}

const spent = async (cdp: CDPSession, wanted: 'TaskDuration' | 'ThreadTime'): Promise<number> => {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === wanted)?.value ?? 0) * 1000;
};
const tasks = (cdp: CDPSession): Promise<number> => spent(cdp, 'TaskDuration');

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Types into the middle of a field, and proves that every character arrived. */
export async function type({ page, cdp }: Opened, at: string): Promise<Typed> {
  const field = page.locator(`[data-at="${at}"]`);
  await field.evaluate((element) => {
    const area = element as HTMLTextAreaElement;
    area.scrollIntoView({ block: 'center' });
    area.focus();
    const middle = Math.floor(area.value.length / 2);
    area.setSelectionRange(middle, middle);
  });
  // A mouse lies on every page alike: after each layout the browser asks what is under it.
  await page.mouse.move(2, 2);
  await pressKey(cdp, '本');
  await wait(rest);
  const read = (): Promise<number[]> => page.evaluate(() => (globalThis as unknown as KeyTimes).referralKeys.splice(0));
  await read();
  const idle: number[] = [];
  const work: number[] = [];
  for (let step = 0; step < 6; step++) {
    const before = await tasks(cdp);
    await wait(between);
    idle.push((await tasks(cdp)) - before);
  }
  const processorBefore = await spent(cdp, 'ThreadTime');
  for (const key of sentence) {
    const before = await tasks(cdp);
    await pressKey(cdp, key);
    await wait(between);
    work.push((await tasks(cdp)) - before);
  }
  const processor = ((await spent(cdp, 'ThreadTime')) - processorBefore) / sentence.length;
  const painted = await read();
  const before = await tasks(cdp);
  await wait(rest);
  const pause = (await tasks(cdp)) - before;
  const value = await field.inputValue();
  if (!value.includes(`本${sentence}`) || painted.length !== sentence.length)
    throw new Error(`${at}: not all of ${sentence.length} keys arrived (${painted.length})`);
  return { work, painted, pause, idle, processor };
}
