/** Turns samples into the tables that are printed and committed. Ratios are taken round by round, then their median and range. */
import type { Contender } from './contenders.js';
import type { Recall } from './measure/recall.js';
import type { Sample } from './measure/sample.js';
import { tracedKeys, type TracedPhase } from './measure/trace.js';
import { quantile, spread, type Spread } from './stats.js';

export interface Results {
  about: Record<string, string | number>;
  weight: Record<string, { js: number; css: number; total: number; later: number }>;
  /** Contender and size → why there is no figure: it never became usable, or never came to rest. */
  failures: Record<string, string>;
  /** size → contender → one sample per round, rounds in the same order for all. */
  samples: Record<string, Record<string, Sample[]>>;
  traces: Record<string, Record<string, { loading: TracedPhase; typing: TracedPhase }[]>>;
  recall: Record<string, Recall>;
}

/** Which keys count: those at which every contender showed all the cards there could be, so that nobody is fast by drawing less. */
type Counted = (key: number) => boolean;

const keyTimes = (sample: Sample, counted: Counted): number[] => sample.keys.filter((_, i) => counted(i)).map(({ all }) => all);

const metrics: Record<string, (sample: Sample, counted: Counted) => number> = {
  usable: (sample) => sample.usable,
  firstAnswer: (sample) => sample.firstAnswer,
  keyP50: (sample, counted) => quantile(keyTimes(sample, counted), 0.5),
  keyP95: (sample, counted) => quantile(keyTimes(sample, counted), 0.95),
  mainThread: (sample) => sample.mainThreadPerKey,
  longestLoading: (sample) => sample.longestLoading,
  longestTyping: (sample) => sample.longestTyping,
  heap: (sample) => sample.heapAfterTyping / 1e6,
};

function countedKeys(size: string, samples: Record<string, Sample[]>): Counted {
  const full = Number(size) < 50 ? 0 : 50;
  const all = Object.values(samples).flat();
  return (key) => all.every((sample) => (sample.keys[key]?.cards ?? 0) >= full);
}

const round = (value: number): string => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));
const cell = ({ median, min, max }: Spread): string => (max === 0 ? '< 50' : `${round(median)} (${round(min)}–${round(max)})`);
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [
    `| ${head.join(' | ')} |`,
    `|${head.map((_, i) => (i === 0 ? '---' : '--:')).join('|')}|`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');

function summarise(samples: readonly Sample[], counted: Counted): Record<string, Spread> {
  return Object.fromEntries(Object.entries(metrics).map(([name, read]) => [name, spread(samples.map((sample) => read(sample, counted)))]));
}

/** Ratio of one contender to another, round by round. */
function ratio(of: readonly Sample[], to: readonly Sample[], metric: string, counted: Counted): Spread {
  const read = metrics[metric];
  if (!read) throw new Error(`no metric ${metric}`);
  return spread(of.map((sample, i) => read(sample, counted) / read(to[i] as Sample, counted)));
}

function sizeTables(size: string, samples: Record<string, Sample[]>, present: readonly Contender[]): string {
  const shown = present.filter(({ id }) => samples[id]?.length);
  const counted = countedKeys(size, samples);
  const keys = shown[0] ? (samples[shown[0].id]?.[0]?.keys ?? []) : [];
  const rounds = shown.map(({ id }) => samples[id]?.length ?? 0);
  const head = [
    'median (min–max) of rounds',
    'first usable paint',
    'first answer',
    'key→painted p50',
    'key→painted p95',
    'main-thread CPU per key',
    'longest task loading',
    'longest task typing',
    'heap MB',
    'cards',
  ];
  const rows = shown.map(({ id, label }) => {
    const all = samples[id] ?? [];
    const sums = summarise(all, counted);
    const cards = all.flatMap(({ keys }) => keys.map((key) => key.cards));
    const cells = ['usable', 'firstAnswer', 'keyP50', 'keyP95', 'mainThread', 'longestLoading', 'longestTyping', 'heap'].map((name) =>
      cell(sums[name] as Spread),
    );
    return [label, ...cells, `${Math.min(...cards)}–${Math.max(...cards)}`];
  });
  const parts = [
    `### N = ${Number(size).toLocaleString('en')}${size === '23' ? ' (the real 生駒 file)' : ''}, ${Math.max(...rounds)} rounds, ${keys.filter((_, i) => counted(i)).length} of ${keys.length} keys counted\n`,
    table(head, rows),
  ];

  const floor = samples['floor-reuse'];
  if (floor) {
    const columns = ['usable', 'firstAnswer', 'keyP50', 'keyP95', 'mainThread', 'heap'];
    const peers = shown.filter(({ kind }) => kind === 'peer');
    const best = columns.map(
      (metric) =>
        [...peers].sort(
          (a, b) =>
            (summarise(samples[a.id] ?? [], counted)[metric]?.median ?? 0) - (summarise(samples[b.id] ?? [], counted)[metric]?.median ?? 0),
        )[0],
    );
    const rows2 = shown
      .filter(({ id }) => id !== 'floor-reuse')
      .map(({ id, label }) => [`${label} ÷ floor B`, ...columns.map((metric) => cell(ratio(samples[id] ?? [], floor, metric, counted)))]);
    const ours = samples['ours'];
    if (ours) {
      rows2.push([
        '**tsunagu-window-finder** ÷ best peer',
        ...columns.map((metric, i) =>
          best[i] ? `${cell(ratio(ours, samples[best[i]?.id ?? ''] ?? [], metric, counted))} ${best[i]?.label.split(' ')[0]}` : '–',
        ),
      ]);
    }
    parts.push(
      '',
      table(
        [
          'ratio, median (min–max) of rounds',
          'first usable paint',
          'first answer',
          'key p50',
          'key p95',
          'main-thread CPU per key',
          'heap',
        ],
        rows2,
      ),
    );
  }
  return parts.join('\n');
}

function traceTable(size: string, traces: Results['traces'][string], present: readonly Contender[]): string {
  const describe = (phases: TracedPhase[]): string[] => {
    const worst = [...phases].sort((a, b) => a.longest.ms - b.longest.ms)[Math.floor(phases.length / 2)];
    if (!worst) return ['–', '–'];
    return [
      `${round(worst.longest.ms)} (${phases.map((phase) => round(phase.longest.ms)).join(', ')}): ${worst.longest.parts
        .slice(0, 4)
        .map(([kind, ms]) => `${kind} ${ms.toFixed(0)}`)
        .join(', ')}`,
      phases.map(({ over50 }) => over50).join(', '),
    ];
  };
  const rows = present.flatMap(({ id, label }) => {
    const runs = traces[id];
    return runs ? [[label, ...describe(runs.map(({ loading }) => loading)), ...describe(runs.map(({ typing }) => typing))]] : [];
  });
  const kinds = ['script', 'garbage collection', 'compile', 'style and layout', 'paint', 'parse page', 'browser, and JSON reading'];
  const work = present.flatMap(({ id, label }) => {
    const runs = traces[id];
    if (!runs) return [];
    const middle = (phase: 'loading' | 'typing', kind: string, per: number): string =>
      (
        quantile(
          runs.map((run) => run[phase].work[kind] ?? 0),
          0.5,
        ) / per
      ).toFixed(1);
    return [
      [`${label}, loading`, ...kinds.map((kind) => middle('loading', kind, 1))],
      [`${label}, a key`, ...kinds.map((kind) => middle('typing', kind, tracedKeys))],
    ];
  });
  return `#### N = ${Number(size).toLocaleString('en')}\n\n${table(['main-thread ms by kind of work, median of traces', ...kinds], work)}\n\n${table(['', 'longest task loading, ms (each trace): what ran in it', '≥ 50 ms', 'longest task typing', '≥ 50 ms'], rows)}`;
}

export function toMarkdown(results: Results, present: readonly Contender[]): string {
  const { about, weight, samples, traces, recall } = results;
  const labels = (ids: readonly Contender[]): string => ids.map(({ label }) => label.replaceAll('*', '')).join(', ');
  const foreign = Object.values(samples).flatMap((bySize) =>
    Object.entries(bySize).flatMap(([id, all]) => all.flatMap((sample) => sample.foreign.map((origin) => `${id}: ${origin}`))),
  );
  const errors = Object.values(samples).flatMap((bySize) =>
    Object.entries(bySize).flatMap(([id, all]) => all.flatMap((sample) => sample.errors.map((error) => `${id}: ${error}`))),
  );
  const sections = [
    '# Window finder, measured',
    `${labels(present)}. Same data, same visible card text, 50 cards, one run, rounds interleaved and shuffled. How, and how far to trust it: [README](../README.md).`,
    Object.entries(about)
      .map(([key, value]) => `- ${key}: ${value}`)
      .join('\n'),
    '## Page weight, bytes (brotli 11, all scripts and styles the page loads)',
    table(
      ['', 'JS', 'CSS', 'total', 'loaded later, when Latin letters are typed'],
      present.flatMap(({ id, label }) => {
        const each = weight[id];
        return each ? [[label, ...[each.js, each.css, each.total, each.later].map((bytes) => bytes.toLocaleString('en'))]] : [];
      }),
    ),
    '## Time, at the throttle, ms',
    ...Object.entries(samples).map(([size, bySize]) => sizeTables(size, bySize, present)),
  ];
  if (Object.keys(traces).length > 0)
    sections.push(
      '## Tasks of the main thread, from traces',
      ...Object.entries(traces).map(([size, bySize]) => traceTable(size, bySize, present)),
    );
  if (Object.keys(recall).length > 0) {
    sections.push(
      '## Recall, over the real 生駒 desks',
      table(
        [
          '',
          'spellings, first ten',
          'spellings, first R',
          'precision',
          'groups alike',
          'everyday words, first three',
          'everyday words, first',
          'nothing shown',
        ],
        present.flatMap(({ id, label }) => {
          const r = recall[id];
          return r
            ? [
                [
                  label,
                  r.spelling.toFixed(2),
                  r.spellingStrict.toFixed(2),
                  r.spellingPrecision.toFixed(2),
                  `${r.groupsAlike}/${r.groups}`,
                  r.everyday.toFixed(2),
                  r.everydayFirst.toFixed(2),
                  `${r.nothing}/${r.spellings + r.phrases}`,
                ],
              ]
            : [];
        }),
      ),
    );
    const ours = recall['ours'];
    if (ours)
      sections.push(
        `What tsunagu-window-finder missed (first results after the colon):\n\n${[...ours.missedSpellings, ...ours.missedPhrases].map((miss) => `- ${miss}`).join('\n') || '- nothing'}`,
      );
  }
  const failed = Object.entries(results.failures).map(([who, why]) => `- ${who}: ${why}`);
  if (failed.length > 0) sections.push('## Failed: no figure', failed.join('\n'));
  sections.push(
    `Requests to other hosts: ${foreign.length === 0 ? 'none by anybody' : foreign.join('; ')}. Errors in a page: ${errors.length === 0 ? 'none' : [...new Set(errors)].join('; ')}.`,
  );
  return `${sections.join('\n\n')}\n`;
}
