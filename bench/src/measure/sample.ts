/** One timing sample: one contender, one size, a fresh page, loaded and typed into at the throttle. */
import type { Browser } from 'playwright-core';
import { openBlank, pressKey, type OpenOptions } from '../browser.js';
import type { Contender } from '../contenders.js';
import type { KeyTiming } from './probe.js';

export interface Sample {
  /** ms from navigation start: search field usable and first cards out. */
  usable: number;
  /** ms from navigation start: the answer to a key pressed at once at `usable` is out. */
  firstAnswer: number;
  cardsAtStart: number;
  keys: (KeyTiming & { query: string })[];
  /** ms; processor time of the main thread divided by the keys: what other programs take does not count. */
  mainThreadPerKey: number;
  longestLoading: number;
  longestTyping: number;
  longTasksTyping: number;
  heapAfterLoad: number;
  heapAfterTyping: number;
  code: string[];
  foreign: string[];
  errors: string[];
}

/**
 * What is typed, a key at a time; `\b` is Backspace. In a generated city every prefix finds 50 desks or more, and most keys change
 * most of the 50. The report leaves out keys at which any contender showed fewer.
 */
export const typed: readonly string[] = [
  '支援',
  '相談室',
  '教育',
  '権利',
  '就労',
  '子育て',
  '丁目1',
  '障がい',
  '身体',
  '介護',
  '在宅',
  '基幹',
  '健康\b\b総合',
  '自立',
  '地域包\b活',
  '家庭',
  '窓口',
  '準備',
];
export const typedQuick: readonly string[] = ['支援', '教育', '子育て', '身体', '地域包\b活'];

/** No contender waits longer than this between a key and its answer; checked against each one's documentation and source. */
const quiet = 150;

/** A sample that takes longer than this (ms) has failed; the slowest peer needs about two minutes at N = 50,000. */
const patience = 300_000;

async function threadMs(send: () => Promise<{ metrics: { name: string; value: number }[] }>): Promise<number> {
  return ((await send()).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

export async function takeSample(
  browser: Browser,
  contender: Contender,
  size: number,
  queries: readonly string[],
  options: OpenOptions,
): Promise<Sample> {
  const opened = await openBlank(browser, contender, options);
  const { page, cdp, context, code, foreign, errors } = opened;
  // Whoever refuses the file, or never settles, must not hold up the run: closing the context fails whatever is awaited.
  const giveUp = setTimeout(() => void context.close(), patience);
  try {
    await page.goto(`${options.origin}/${contender.id}-${size}.html`, { waitUntil: 'commit' });
    const { usable, cards } = await page.evaluate(() => benchProbe.usable);
    await page.evaluate(() => benchProbe.focusAndClear());
    const pressedAt = await page.evaluate(() => performance.now());
    await pressKey(cdp, '談');
    const early = await page.evaluate((ms) => benchProbe.settled(ms), quiet);
    const firstAnswer = pressedAt + early.all;
    const loading = await page.evaluate(() => benchProbe.takeLongTasks());
    const heapAfterLoad = await heap(cdp);

    const keys: Sample['keys'] = [];
    const metrics = (): Promise<{ metrics: { name: string; value: number }[] }> => cdp.send('Performance.getMetrics');
    let spent = 0;
    let longestTyping = 0;
    let longTasksTyping = 0;
    for (const query of queries) {
      if (await page.evaluate(() => benchProbe.focusAndClear())) {
        await pressKey(cdp, '\b');
        await page.evaluate((ms) => benchProbe.settled(ms), quiet);
      }
      await page.evaluate(() => benchProbe.takeLongTasks());
      const from = await threadMs(metrics);
      let value = '';
      for (const key of query) {
        value = key === '\b' ? value.slice(0, -1) : value + key;
        await pressKey(cdp, key);
        keys.push({ ...(await page.evaluate((ms) => benchProbe.settled(ms), quiet)), query: value });
      }
      spent += (await threadMs(metrics)) - from;
      const tasks = await page.evaluate(() => benchProbe.takeLongTasks());
      longestTyping = Math.max(longestTyping, tasks.longest);
      longTasksTyping += tasks.count;
    }
    // What a contender does once the typing has stopped (an announcement, say) belongs to typing.
    await page.evaluate(() => benchProbe.settled(1000));
    longestTyping = Math.max(longestTyping, (await page.evaluate(() => benchProbe.takeLongTasks())).longest);
    const heapAfterTyping = await heap(cdp);
    return {
      usable,
      firstAnswer,
      cardsAtStart: cards,
      keys,
      mainThreadPerKey: spent / keys.length,
      longestLoading: loading.longest,
      longestTyping,
      longTasksTyping,
      heapAfterLoad,
      heapAfterTyping,
      code: [...code],
      foreign: [...foreign],
      errors: [...errors],
    };
  } finally {
    clearTimeout(giveUp);
    await context.close();
  }
}

async function heap(cdp: {
  send(method: 'HeapProfiler.collectGarbage'): Promise<unknown>;
  send(method: 'Runtime.getHeapUsage'): Promise<{ usedSize: number }>;
}): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize;
}
