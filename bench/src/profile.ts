/**
 * Where the product's own time goes: a sampling profile of loading and of typing, from a readable bundle of the sources, and what ran in
 * each task of 50 ms or more. `npm run profile -- --size=10000 --throttle=4`. Attribution only; times come from `finder`.
 */
import { parseArgs } from 'node:util';
import type { Browser, CDPSession } from 'playwright-core';
import { launch, openBlank, pressKey } from './browser.js';
import { buildSite, siteRoot } from './build.js';
import { typedQuick } from './measure/sample.js';
import { categories, mainThread, type TraceEvent } from './measure/trace.js';
import { serve } from './server.js';

const { values: flags } = parseArgs({
  options: {
    size: { type: 'string', default: '10000' },
    throttle: { type: 'string', default: '4' },
    top: { type: 'string', default: '25' },
  },
});

/** One sample: when (µs), for how long (ms), and the functions on the stack, innermost first. */
interface Tick {
  at: number;
  ms: number;
  stack: string[];
}

interface Recorded {
  ticks: Tick[];
  tasks: TraceEvent[];
}

async function record(browser: Browser, cdp: CDPSession, origin: string, run: () => Promise<void>): Promise<Recorded> {
  await browser.startTracing(undefined, { categories });
  await cdp.send('Profiler.start');
  await run();
  const { profile } = await cdp.send('Profiler.stop');
  const { tasks } = mainThread(await browser.stopTracing(), origin);
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map(profile.nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id] as const)));
  const stackOf = (id: number): string[] => {
    const stack: string[] = [];
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      const { functionName, url, lineNumber } = nodes.get(at)?.callFrame ?? { functionName: '', url: '', lineNumber: 0 };
      stack.push(`${functionName || '(anonymous)'}${url ? `  ${url.replace(/^.*\//, '')}:${lineNumber + 1}` : ''}`);
    }
    return stack;
  };
  let at = profile.startTime;
  const ticks = (profile.samples ?? []).map((id, i): Tick => {
    at += profile.timeDeltas?.[i] ?? 0;
    return { at, ms: (profile.timeDeltas?.[i + 1] ?? 0) / 1000, stack: stackOf(id) };
  });
  return { ticks, tasks };
}

function sum(ticks: readonly Tick[]): { own: [string, number][]; total: [string, number][] } {
  const own = new Map<string, number>();
  const total = new Map<string, number>();
  for (const { ms, stack } of ticks) {
    own.set(stack[0] ?? '', (own.get(stack[0] ?? '') ?? 0) + ms);
    for (const name of new Set(stack)) total.set(name, (total.get(name) ?? 0) + ms);
  }
  const sorted = (map: Map<string, number>): [string, number][] =>
    [...map].filter(([name]) => !/^\((root|idle)\)/.test(name)).sort((a, b) => b[1] - a[1]);
  return { own: sorted(own), total: sorted(total) };
}

function print(title: string, { ticks, tasks }: Recorded, per: number): void {
  const { own, total } = sum(ticks);
  const lines = (rows: [string, number][]): string =>
    rows
      .slice(0, Number(flags.top))
      .map(([name, ms]) => `${(ms / per).toFixed(2).padStart(9)}  ${name}`)
      .join('\n');
  console.log(`\n## ${title}\n\nown ms\n${lines(own)}\n\nwith callees, ms\n${lines(total)}`);
  for (const { ts, dur = 0 } of tasks
    .filter((task) => (task.dur ?? 0) >= 50_000)
    .sort((a, b) => (b.dur ?? 0) - (a.dur ?? 0))
    .slice(0, 8)) {
    const inside = sum(ticks.filter(({ at }) => at >= ts && at <= ts + dur));
    const top = inside.total.filter(([name]) => !name.startsWith('(anonymous)')).slice(0, 9);
    console.log(
      `\ntask of ${(dur / 1000).toFixed(0)} ms: ${top.map(([name, ms]) => `${name.replace(/ {2}.*/, '')} ${ms.toFixed(0)}`).join(' · ')}`,
    );
  }
}

const size = Number(flags.size);
const site = await buildSite([size], true, ['ours'], true);
const [contender] = site.contenders;
if (!contender) throw new Error('there are no sources of the product to profile');
const { origin, close } = await serve(siteRoot);
const browser = await launch();
try {
  const { page, cdp } = await openBlank(browser, contender, { origin, throttle: Number(flags.throttle) });
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 250 });
  const loading = await record(browser, cdp, origin, async () => {
    await page.goto(`${origin}/ours-${size}.html`, { waitUntil: 'commit' });
    await page.evaluate(() => benchProbe.usable);
  });
  print(`loading, N = ${size}, processor slowed ${flags.throttle}x`, loading, 1);
  let keys = 0;
  const typing = await record(browser, cdp, origin, async () => {
    for (const query of typedQuick) {
      await page.evaluate(() => benchProbe.focusAndClear());
      for (const key of `\b${query}`) {
        await pressKey(cdp, key);
        await page.evaluate(() => benchProbe.settled(100));
        keys++;
      }
    }
  });
  print(`typing, N = ${size}, per key of ${keys} (tasks whole)`, typing, keys);
} finally {
  await browser.close();
  await close();
}
