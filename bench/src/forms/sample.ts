/** One sample: a fresh page loaded, walked from the first step to the last as a person does, and typed into. */
import type { Browser, CDPSession } from 'playwright-core';
import { pressKey } from '../browser.js';
import type { FormContender } from './contenders.js';
import { openForm, press, spot, type FormPage, type FormPageOptions } from './page.js';

/** What the main thread did, ms. */
export interface Spent {
  /** All tasks, by the clock. */
  tasks: number;
  /** Script alone, by the clock. */
  script: number;
  /**
   * Processor time, so that what other programs take does not count. It means something only in a page whose processor is not slowed:
   * slowing burns this in an idle page too.
   */
  processor: number;
}

export interface StepChange {
  /** Mouse button down until the next step's first field is out, ms. */
  ms: number;
  /** Until the page is at rest again. */
  spent: Spent;
}

export interface FormSample {
  /** Navigation start until the first field can be used and its frame is out, ms; `takeLoad` adds more of these. */
  ready: number;
  elements: number;
  /** What long tasks took beyond 50 ms each, from navigation start until the page is at rest, ms. */
  blocking: number;
  /** From navigation until the page is at rest. */
  loading: Spent;
  /** V8's used bytes after collections: at rest after loading, and after the walk. */
  heap: number;
  heapAfter: number;
  /** keydown until its frame is out, ms, one per key. */
  keys: number[];
  perKey: Spent;
  steps: StepChange[];
  /** First field of each step as its accessible name: proof that the walk went through. */
  walked: string[];
  loadedAtReady: string[];
  loaded: string[];
  foreign: string[];
  errors: string[];
}

/** A resident's sentence; characters come as an IME-less keyboard would send them. */
const sentence = '母の介護と仕事の両方が続けられなくなりそうです。';
/** Pause after each key was handled: longer than any contender's debounce (Form.io and JSON Forms: 10 ms). */
const betweenKeys = 120;
const quiet = 150;
/** A load, or a step, that takes longer has failed. Slowest peer: about 5 s on the slow network. */
const patience = 30_000;
/** A whole sample that takes longer has failed. */
const samplePatience = 90_000;
/** Our form may have more steps than the peers' five; more than this is a loop. */
const mostSteps = 15;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function spent(cdp: CDPSession): Promise<Spent> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const ms = (wanted: string): number => (metrics.find(({ name }) => name === wanted)?.value ?? 0) * 1000;
  return { tasks: ms('TaskDuration'), script: ms('ScriptDuration'), processor: ms('ThreadTime') };
}

const since = (from: Spent, to: Spent, times = 1): Spent => ({
  tasks: (to.tasks - from.tasks) / times,
  script: (to.script - from.script) / times,
  processor: (to.processor - from.processor) / times,
});

async function heap(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize;
}

/** Closing the context fails whatever is awaited, so that no contender can hold up the run. */
async function bounded<T>(opened: FormPage, ms: number, run: () => Promise<T>): Promise<T> {
  let late = false;
  const giveUp = setTimeout(() => {
    late = true;
    void opened.context.close();
  }, ms);
  try {
    return await run();
  } catch (error) {
    const why = late
      ? `not done after ${ms / 1000} s`
      : (String(error).split('\n')[0] ?? '').replace(/^Error: (page\.\w+: (Error: )?)?/, '');
    throw new Error([why, ...new Set(opened.errors.map((message) => `page error: ${message}`))].join('; '), { cause: error });
  } finally {
    clearTimeout(giveUp);
    await opened.context.close();
  }
}

async function load({ page }: FormPage, contender: FormContender, origin: string): Promise<{ at: number; elements: number }> {
  const response = await page.goto(`${origin}/${contender.id}.html`, { waitUntil: 'commit' });
  if (!response?.ok()) throw new Error(`the page answered ${response?.status() ?? 'nothing'}`);
  return page.evaluate(
    ([ms, root]) =>
      Promise.race([
        formProbe.ready,
        new Promise<never>((_, reject) =>
          setTimeout(() => {
            const undefinedTag = root && !customElements.get(root) ? `: <${root}> was never defined` : '';
            reject(new Error(`no usable field after ${ms / 1000} s${undefinedTag}`));
          }, ms),
        ),
      ]),
    [patience, contender.root ?? ''] as const,
  );
}

/** Answers the step's first field as a person would, so that a form that wants something gets it. */
export async function answerFirst({ page, cdp }: FormPage): Promise<string> {
  const field = await page.evaluate(() => formProbe.first());
  if (!field) throw new Error('the step has no field');
  await press(cdp, spot(field));
  if (field.kind === 'text') await cdp.send('Input.insertText', { text: '生駒 花子' });
  return field.name;
}

export async function advance({ page, cdp }: FormPage): Promise<StepChange | null> {
  const next = await page.evaluate(() => formProbe.next());
  if (!next) return null;
  const at = spot(next);
  await cdp.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...at });
  await page.evaluate((ms) => formProbe.settled(ms), quiet);
  const from = await spent(cdp);
  const stepped = page.evaluate((ms) => formProbe.stepped(ms), patience);
  await press(cdp, at);
  const change = await stepped;
  if ('stuck' in change) throw new Error(`"${next.name}" did not lead on. On the screen: ${change.stuck.replace(/\s+/g, ' ')}`);
  await page.evaluate((ms) => formProbe.settled(ms), quiet);
  return { ms: change.ms, spent: since(from, await spent(cdp)) };
}

interface Typed {
  keys: number[];
  perKey: Spent;
}

/** Types into the field that has the caret, and proves that every character arrived. */
async function typeSentence({ page, cdp }: FormPage): Promise<Typed> {
  // The caret must have come to rest, and the first character's font be there, before it counts.
  await pressKey(cdp, '本');
  await page.evaluate((ms) => formProbe.settled(ms), quiet);
  await page.evaluate(() => formProbe.takeKeys());
  const from = await spent(cdp);
  for (const key of sentence) {
    await pressKey(cdp, key);
    await pause(betweenKeys);
  }
  const to = await spent(cdp);
  const keys = await page.evaluate(() => formProbe.takeKeys());
  const value = await page.evaluate(() => formProbe.textValue());
  if (!value.endsWith(sentence) || keys.length !== sentence.length) throw new Error(`typed ${sentence}, found ${value}`);
  return { keys, perKey: since(from, to, keys.length) };
}

export async function takeFormSample(browser: Browser, contender: FormContender, options: FormPageOptions): Promise<FormSample> {
  const opened = await openForm(browser, contender, options);
  const { page, cdp } = opened;
  return bounded(opened, samplePatience, async () => {
    const atStart = await spent(cdp);
    const { at, elements } = await load(opened, contender, options.origin);
    const loadedAtReady = [...opened.loaded];
    await page.evaluate((ms) => formProbe.settled(ms), quiet);
    const atRest = await spent(cdp);
    const blocking = await page.evaluate(() => formProbe.takeBlocking());
    const heapLoaded = await heap(cdp);

    const steps: StepChange[] = [];
    const walked: string[] = [];
    let typed: Typed | undefined;
    while (walked.length < mostSteps) {
      walked.push(await answerFirst(opened));
      if (!typed && (await page.evaluate(() => formProbe.focusText()))) typed = await typeSentence(opened);
      const change = await advance(opened);
      if (!change) break;
      steps.push(change);
    }
    if (!typed) throw new Error(`no field for free words in ${walked.length} steps: ${walked.join(', ')}`);
    return {
      ready: at,
      elements,
      blocking,
      loading: since(atStart, atRest),
      heap: heapLoaded,
      heapAfter: await heap(cdp),
      ...typed,
      steps,
      walked,
      loadedAtReady,
      loaded: [...opened.loaded],
      foreign: [...opened.foreign],
      errors: [...opened.errors],
    };
  });
}

/** Ready, ms; nothing else is done with the page. */
export async function takeLoad(browser: Browser, contender: FormContender, options: FormPageOptions): Promise<number> {
  const opened = await openForm(browser, contender, options);
  return bounded(opened, samplePatience, async () => (await load(opened, contender, options.origin)).at);
}
