/** Turns the forms' samples into the tables that are printed and committed. Ratios are taken round by round. */
import { median, quantile } from '../stats.js';
import type { FormSite } from './build.js';
import type { FormContender } from './contenders.js';
import type { FormSample, StepChange } from './sample.js';

export interface FormWeight {
  /** Bytes of all scripts and styles loaded from start to last step. */
  raw: number;
  gzip: number;
  brotli: number;
  /** Brotli bytes of the scripts and styles that had been asked for when the first field was ready. */
  atReady: number;
  /** Brotli bytes of the page itself. */
  page: number;
}

export interface FormRound {
  /** A whole walk with the processor slowed. */
  slowed: FormSample;
  /** A whole walk with the processor as it is. */
  unslowed: FormSample;
  /** Ready, ms: every load of the round with the processor slowed, the walk's included. */
  ready: number[];
  /** The same on the slow network. */
  slow: number[];
}

export interface FormResults {
  about: Record<string, string | number>;
  weight: Record<string, FormWeight>;
  /** Contender → why it has no figure. */
  failures: Record<string, string>;
  /** Contender → what each round gave, rounds in the same order for all. */
  rounds: Record<string, FormRound[]>;
}

export function weighForms(site: FormSite, rounds: FormResults['rounds']): FormResults['weight'] {
  const isCode = (path: string): boolean => /\.(js|css)$/.test(path);
  return Object.fromEntries(
    Object.entries(rounds).map(([id, all]) => {
      const sum = (paths: readonly string[], unit: 'raw' | 'gzip' | 'brotli'): number =>
        [...new Set(paths)].filter(isCode).reduce((bytes, path) => bytes + (site.assets.get(path)?.[unit] ?? 0), 0);
      const loaded = all.flatMap(({ slowed }) => slowed.loaded);
      const weight: FormWeight = {
        raw: sum(loaded, 'raw'),
        gzip: sum(loaded, 'gzip'),
        brotli: sum(loaded, 'brotli'),
        atReady: sum(
          all.flatMap(({ slowed }) => slowed.loadedAtReady),
          'brotli',
        ),
        page: site.assets.get(`/${id}.html`)?.brotli ?? 0,
      };
      return [id, weight];
    }),
  );
}

interface Metric {
  title: string;
  read: (round: FormRound) => number;
}

const overSteps = ({ steps }: FormSample, read: (step: StepChange) => number): number => median(steps.map(read));
const firstStep = ({ steps }: FormSample, read: (step: StepChange) => number): number => (steps[0] ? read(steps[0]) : Number.NaN);

const metrics = {
  ready: { title: 'ready', read: ({ ready }) => median(ready) },
  slow: { title: 'ready, slow network', read: ({ slow }) => median(slow) },
  blocking: { title: 'blocking time', read: ({ slowed }) => slowed.blocking },
  loadTasks: { title: 'main thread', read: ({ slowed }) => slowed.loading.tasks },
  loadScript: { title: 'of it script', read: ({ slowed }) => slowed.loading.script },
  loadProcessor: { title: 'processor time, not slowed', read: ({ unslowed }) => unslowed.loading.processor },
  heap: { title: 'heap MB', read: ({ slowed }) => slowed.heap / 1e6 },
  heapAfter: { title: 'heap MB, last step', read: ({ slowed }) => slowed.heapAfter / 1e6 },
  elements: { title: 'elements', read: ({ slowed }) => slowed.elements },
  keyP50: { title: 'key→paint p50', read: ({ slowed }) => quantile(slowed.keys, 0.5) },
  keyP95: { title: 'key→paint p95', read: ({ slowed }) => quantile(slowed.keys, 0.95) },
  keyTasks: { title: 'main thread per key', read: ({ slowed }) => slowed.perKey.tasks },
  keyScript: { title: 'script per key', read: ({ slowed }) => slowed.perKey.script },
  keyProcessor: { title: 'processor time per key, not slowed', read: ({ unslowed }) => unslowed.perKey.processor },
  firstStep: { title: 'step 1→2', read: ({ slowed }) => firstStep(slowed, ({ ms }) => ms) },
  firstStepTasks: { title: 'its main thread', read: ({ slowed }) => firstStep(slowed, ({ spent }) => spent.tasks) },
  step: { title: 'a step (median of all)', read: ({ slowed }) => overSteps(slowed, ({ ms }) => ms) },
  stepTasks: { title: 'its main thread', read: ({ slowed }) => overSteps(slowed, ({ spent }) => spent.tasks) },
  stepProcessor: {
    title: 'processor time per step, not slowed',
    read: ({ unslowed }) => overSteps(unslowed, ({ spent }) => spent.processor),
  },
} as const satisfies Record<string, Metric>;

type MetricName = keyof typeof metrics;
const loadMetrics: MetricName[] = [
  'ready',
  'slow',
  'blocking',
  'loadTasks',
  'loadScript',
  'loadProcessor',
  'heap',
  'heapAfter',
  'elements',
];
const useMetrics: MetricName[] = [
  'keyP50',
  'keyP95',
  'keyTasks',
  'keyScript',
  'keyProcessor',
  'firstStep',
  'firstStepTasks',
  'step',
  'stepTasks',
  'stepProcessor',
];
const ratioMetrics: MetricName[] = [
  'ready',
  'slow',
  'loadProcessor',
  'heap',
  'keyP95',
  'keyTasks',
  'keyProcessor',
  'firstStep',
  'step',
  'stepProcessor',
];

const digits = (value: number): string => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));
const kB = (bytes: number): string => (bytes / 1000).toFixed(1);
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [
    `| ${head.join(' | ')} |`,
    `|${head.map((_, i) => (i === 0 ? '---' : '--:')).join('|')}|`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');

class Figures {
  constructor(private readonly results: FormResults) {}

  values(id: string, name: MetricName): number[] {
    return (this.results.rounds[id] ?? []).map((round) => metrics[name].read(round));
  }

  cell(id: string, name: MetricName): string {
    const values = this.values(id, name);
    return `${digits(median(values))} (${digits(Math.min(...values))}–${digits(Math.max(...values))})`;
  }

  /** Ratios round by round; empty when there is nothing to compare with. */
  ratios(of: string, to: string, name: MetricName): number[] {
    const others = this.values(to, name);
    return this.values(of, name).flatMap((value, i) => ((others[i] ?? 0) > 0 ? [value / (others[i] as number)] : []));
  }

  ratioCell(of: string, to: string, name: MetricName): string {
    const ratios = this.ratios(of, to, name);
    return ratios.length === 0 ? '–' : `${digits(median(ratios))} (${digits(quantile(ratios, 0.25))}–${digits(quantile(ratios, 0.75))})`;
  }
}

interface Aim {
  what: string;
  bound: number;
  found: number | undefined;
  unit: string;
}

/** What the product promises. Times count by the upper quartile of the round-by-round ratios. */
function aims(figures: Figures, { weight, rounds }: FormResults, present: readonly FormContender[]): Aim[] {
  const ours = weight['ours'];
  if (!ours) return [];
  const upper = (to: string, name: MetricName): number | undefined => {
    const ratios = rounds[to] ? figures.ratios('ours', to, name) : [];
    return ratios.length > 0 ? quantile(ratios, 0.75) : undefined;
  };
  const lightest = Math.min(...present.filter(({ id, kind }) => kind === 'peer' && weight[id]).map(({ id }) => weight[id]?.brotli ?? 0));
  return [
    { what: 'JS + CSS, brotli', bound: 30, found: ours.brotli / 1000, unit: ' kB' },
    { what: 'JS + CSS ÷ lightest peer', bound: 0.25, found: Number.isFinite(lightest) ? ours.brotli / lightest : undefined, unit: 'x' },
    { what: 'ready ÷ floor A', bound: 1.4, found: upper('floor-html', 'ready'), unit: 'x' },
    { what: 'ready on the slow network ÷ floor A', bound: 1.4, found: upper('floor-html', 'slow'), unit: 'x' },
    { what: 'main thread per key ÷ floor A', bound: 1.15, found: upper('floor-html', 'keyTasks'), unit: 'x' },
    { what: 'processor time per key, not slowed ÷ floor A', bound: 1.15, found: upper('floor-html', 'keyProcessor'), unit: 'x' },
    { what: 'step change ÷ floor A (a step, median of all)', bound: 1.5, found: upper('floor-html', 'step'), unit: 'x' },
    { what: 'processor time per step, not slowed ÷ floor A', bound: 1.5, found: upper('floor-html', 'stepProcessor'), unit: 'x' },
  ];
}

export function formsToMarkdown(results: FormResults, present: readonly FormContender[]): string {
  const { about, weight, rounds } = results;
  const figures = new Figures(results);
  const shown = present.filter(({ id }) => rounds[id]?.length);
  const plain = (label: string): string => label.replaceAll('*', '');
  const byContender = (title: string, names: readonly MetricName[]): string =>
    table(
      [title, ...names.map((name) => metrics[name].title)],
      shown.map(({ id, label }) => [label, ...names.map((name) => figures.cell(id, name))]),
    );
  const sections = [
    '# Consultation form, measured',
    `${shown.map(({ label }) => plain(label)).join(', ')}. Peers and floors show one and the same form of 25 fields in 5 steps; ours has its own steps. One run, rounds interleaved and shuffled. How, and how far to trust it: [README](../README.md#the-consultation-form).`,
    Object.entries(about)
      .map(([key, value]) => `- ${key}: ${value}`)
      .join('\n'),
    '## Weight, kB (1,000 bytes)',
    table(
      ['', 'JS + CSS, minified', 'gzip', 'brotli', 'of it before ready, brotli', 'page, brotli', 'steps walked'],
      shown.flatMap(({ id, label }) => {
        const each = weight[id];
        if (!each) return [];
        return [
          [
            label,
            ...[each.raw, each.gzip, each.brotli, each.atReady, each.page].map(kB),
            String(rounds[id]?.[0]?.slowed.walked.length ?? 0),
          ],
        ];
      }),
    ),
    '## Loading, ms',
    byContender('median (min–max) of rounds', loadMetrics),
    '## Typing and steps, ms',
    byContender('median (min–max) of rounds', useMetrics),
  ];
  for (const floor of shown.filter(({ kind }) => kind === 'floor')) {
    sections.push(
      `## Against ${floor.label}`,
      table(
        ['ratio, median (quartiles) of rounds', ...ratioMetrics.map((name) => metrics[name].title)],
        shown
          .filter(({ id }) => id !== floor.id)
          .map(({ id, label }) => [label, ...ratioMetrics.map((name) => figures.ratioCell(id, floor.id, name))]),
      ),
    );
  }
  const ours = shown.find(({ kind }) => kind === 'ours');
  if (ours) {
    sections.push(
      '## Ours against each peer',
      table(
        ['ratio, median (quartiles) of rounds', 'JS + CSS, brotli', ...ratioMetrics.map((name) => metrics[name].title)],
        shown
          .filter(({ kind }) => kind === 'peer')
          .map(({ id, label }) => [
            `÷ ${label}`,
            digits((weight['ours']?.brotli ?? 0) / (weight[id]?.brotli ?? 0)),
            ...ratioMetrics.map((name) => figures.ratioCell('ours', id, name)),
          ]),
      ),
      '## What we promise',
      table(
        ['', 'at most', 'found (times: upper quartile)', ''],
        aims(figures, results, present).map(({ what, bound, found, unit }) => [
          what,
          `${bound}${unit}`,
          found === undefined ? 'not measured' : `${digits(found)}${unit}`,
          found === undefined ? '' : found <= bound ? 'held' : '**missed**',
        ]),
      ),
    );
  }
  const failed = Object.entries(results.failures).map(([id, why]) => `- ${id}: ${why}`);
  if (failed.length > 0) sections.push('## No figure', failed.join('\n'));
  const notes = (read: (sample: FormSample) => readonly string[]): string => {
    const all = Object.entries(rounds).flatMap(([id, each]) => each.flatMap(({ slowed }) => read(slowed).map((note) => `${id}: ${note}`)));
    return [...new Set(all)].join('; ') || 'none';
  };
  sections.push(`Requests to other hosts: ${notes(({ foreign }) => foreign)}. Errors in a page: ${notes(({ errors }) => errors)}.`);
  return `${sections.join('\n\n')}\n`;
}
