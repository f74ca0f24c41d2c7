/**
 * Which tasks held the main thread, read from a DevTools trace, apart from the timing samples because tracing costs time itself.
 * The Long Tasks API only knows tasks of 50 ms and more and never says why; a trace has every task and what ran in it.
 */
import type { Browser } from 'playwright-core';
import { openBlank, pressKey, type OpenOptions } from '../browser.js';
import type { Contender } from '../contenders.js';
import { typedQuick } from './sample.js';

export interface TracedTask {
  ms: number;
  /** Self time by kind of work, ms, largest first; pieces under 1 ms left out. */
  parts: [kind: string, ms: number][];
}

export interface TracedPhase {
  /** Tasks of 50 ms and more. */
  over50: number;
  longest: TracedTask;
  /** Self time of all tasks by kind of work, ms. */
  work: Record<string, number>;
}

export interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  args?: { data?: { url?: string }; name?: string };
}

/** What is typed while tracing; every word is preceded by one Backspace that clears the field. */
const queries = typedQuick;
export const tracedKeys = queries.join('').length + queries.length;

export const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8', 'v8.execute'];

function kindOf(name: string): string {
  if (/GC/.test(name)) return 'garbage collection';
  if (/^(v8\.compile|V8\.Compile|v8\.produceCache|EvaluateModule|v8\.prepareModule)/i.test(name)) return 'compile';
  if (/^(Layout|UpdateLayoutTree|RecalculateStyles|UpdateLayerTree|InvalidateLayout|ScheduleStyleRecalculation)/.test(name))
    return 'style and layout';
  if (/^(Paint|PrePaint|Layerize|Commit|CompositeLayers|RasterTask|Animation|HitTest|IntersectionObserver)/.test(name)) return 'paint';
  if (/^(ParseHTML|ParseAuthorStyleSheet)/.test(name)) return 'parse page';
  if (/^(EvaluateScript|FunctionCall|v8\.|V8\.|RunMicrotasks|TimerFire|EventDispatch|FireAnimationFrame|FireIdleCallback|XHR)/.test(name))
    return 'script';
  return 'browser, and JSON reading';
}

/** Sums self time by kind over the events nested in one task. */
function describe(task: TraceEvent, inside: TraceEvent[]): TracedTask {
  const own = new Map<string, number>();
  const stack: { event: TraceEvent; kind: string }[] = [{ event: task, kind: 'browser, and JSON reading' }];
  const add = (kind: string, us: number): void => void own.set(kind, (own.get(kind) ?? 0) + us);
  add(stack[0]?.kind ?? '', task.dur ?? 0);
  for (const event of inside) {
    while (stack.length > 1 && event.ts >= (stack.at(-1)?.event.ts ?? 0) + (stack.at(-1)?.event.dur ?? 0)) stack.pop();
    const kind = kindOf(event.name);
    add(stack.at(-1)?.kind ?? kind, -(event.dur ?? 0));
    add(kind, event.dur ?? 0);
    stack.push({ event, kind });
  }
  const parts = [...own].map(([kind, us]): [string, number] => [kind, us / 1000]);
  return { ms: (task.dur ?? 0) / 1000, parts: parts.sort((a, b) => b[1] - a[1]) };
}

/** The page's main-thread events in order of time, and the tasks among them. Times in µs of the browser's monotonic clock. */
export function mainThread(buffer: Buffer, origin: string): { events: TraceEvent[]; tasks: TraceEvent[] } {
  const { traceEvents } = JSON.parse(buffer.toString('utf8')) as { traceEvents: TraceEvent[] };
  const votes = new Map<string, number>();
  for (const { pid, tid, args } of traceEvents) {
    if (args?.data?.url?.startsWith(origin)) votes.set(`${pid} ${tid}`, (votes.get(`${pid} ${tid}`) ?? 0) + 1);
  }
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const main = [...votes].filter(([thread]) => mains.has(thread)).sort((a, b) => b[1] - a[1])[0]?.[0];
  const events = traceEvents
    .filter(({ pid, tid, ph }) => ph === 'X' && `${pid} ${tid}` === main)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  return { events, tasks: events.filter(({ name }) => name === 'RunTask') };
}

function readPhase(buffer: Buffer, origin: string): TracedPhase {
  const { events, tasks } = mainThread(buffer, origin);
  const longest = tasks.reduce<TraceEvent | undefined>((best, task) => ((task.dur ?? 0) > (best?.dur ?? -1) ? task : best), undefined);
  if (!longest) throw new Error('the trace has no main-thread task');
  const work: Record<string, number> = {};
  let described: TracedTask = { ms: 0, parts: [] };
  let next = 0;
  for (const task of tasks) {
    const end = task.ts + (task.dur ?? 0);
    const inside: TraceEvent[] = [];
    for (; next < events.length && (events[next]?.ts ?? 0) < end; next++) {
      const event = events[next];
      if (event && event !== task && event.ts >= task.ts && event.ts + (event.dur ?? 0) <= end) inside.push(event);
    }
    const each = describe(task, inside);
    for (const [kind, ms] of each.parts) work[kind] = (work[kind] ?? 0) + ms;
    if (task === longest) described = each;
  }
  return {
    over50: tasks.filter(({ dur }) => (dur ?? 0) >= 50_000).length,
    longest: { ...described, parts: described.parts.filter(([, ms]) => ms >= 1) },
    work,
  };
}

export async function traceTasks(
  browser: Browser,
  contender: Contender,
  size: number,
  options: OpenOptions,
): Promise<{ loading: TracedPhase; typing: TracedPhase }> {
  const { page, cdp, context } = await openBlank(browser, contender, options);
  try {
    await browser.startTracing(page, { categories });
    await page.goto(`${options.origin}/${contender.id}-${size}.html`, { waitUntil: 'commit' });
    await page.evaluate(() => benchProbe.usable);
    // What is still going on after the first cards (an index built in slices) belongs to loading too: wait until a key has its answer.
    await page.evaluate(() => benchProbe.focusAndClear());
    await pressKey(cdp, '談');
    await page.evaluate(() => benchProbe.settled(1000));
    const loading = readPhase(await browser.stopTracing(), options.origin);
    await browser.startTracing(page, { categories });
    for (const query of queries) {
      await page.evaluate(() => benchProbe.focusAndClear());
      await pressKey(cdp, '\b');
      await page.evaluate(() => benchProbe.settled(250));
      for (const key of query) {
        await pressKey(cdp, key);
        await page.evaluate(() => benchProbe.settled(250));
      }
    }
    await page.evaluate(() => benchProbe.settled(1000));
    const typing = readPhase(await browser.stopTracing(), options.origin);
    return { loading, typing };
  } finally {
    await context.close();
  }
}
