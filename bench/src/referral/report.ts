/** The table that is printed and committed. Ratios are taken round by round. */
import { median, quantile } from '../stats.js';
import type { Typed } from './sample.js';

/** `alone`: the field that is typed into, by itself on a page. */
export type Who = 'ours' | 'floor' | 'alone';

export interface Case {
  title: string;
  rounds: Record<Who, { slowed: Typed; unslowed: Typed }>[];
}

export interface Weight {
  path: string;
  brotli: number;
}

const frame = 1000 / 60;
const ceiling = 36_000;

const number = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(1));
const range = (values: readonly number[]): string =>
  `${number(median(values))} (${number(Math.min(...values))}–${number(Math.max(...values))})`;
const rows = (lines: readonly (readonly string[])[]): string => lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');

type Times = Case['rounds'][number][Who];
const readings: readonly [string, (times: Times) => number][] = [
  ['main thread per key, p50', ({ slowed }) => median(slowed.work)],
  ['p95', ({ slowed }) => quantile(slowed.work, 0.95)],
  ['key→painted, p50', ({ slowed }) => median(slowed.painted)],
  ['p95', ({ slowed }) => quantile(slowed.painted, 0.95)],
  ['main thread in the pause after', ({ slowed }) => slowed.pause],
  ['processor time per key, not slowed', ({ unslowed }) => unslowed.processor],
];
const names: Readonly<Record<Who, string>> = {
  ours: '**tsunagu-referral-sheet**',
  floor: 'floor: the same fields, plain HTML',
  alone: 'floor: that field alone on a page',
};

function table({ title, rounds }: Case): string {
  const line = (who: Who): string[] => [names[who], ...readings.map(([, read]) => range(rounds.map((round) => read(round[who]))))];
  const ratio = (to: Who): string[] => [
    `ours ÷ ${to === 'floor' ? 'the same fields' : 'that field alone'}`,
    ...readings.map(([, read]) => range(rounds.map((round) => read(round.ours) / read(round[to])))),
  ];
  const more = [
    'ours − that field alone, ms',
    ...readings.map(([, read]) => range(rounds.map((round) => read(round.ours) - read(round.alone)))),
  ];
  const idle = median(rounds.flatMap(({ ours, floor }) => [...ours.slowed.idle, ...floor.slowed.idle]));
  return `## ${title}

${rows([
  ['ms, median (min–max) of rounds', ...readings.map(([name]) => name)],
  ['---', ...readings.map(() => '--:')],
  line('ours'),
  line('floor'),
  line('alone'),
  ratio('floor'),
  ratio('alone'),
  more,
])}

Without any key the same time takes ${number(idle)} ms.`;
}

export function referralToMarkdown(cases: readonly Case[], weight: readonly Weight[], about: Record<string, string>): string {
  const total = weight.reduce((sum, { brotli }) => sum + brotli, 0);
  const p95 = (times: Times): number => quantile(times.slowed.work, 0.95);
  const verdict = (found: number, most: number): string => (found <= most ? 'held' : '**missed**');
  const promises = cases.flatMap(({ title, rounds }) => {
    const [ours, floor, alone] = (['ours', 'floor', 'alone'] as const).map((who) => median(rounds.map((round) => p95(round[who])))) as [
      number,
      number,
      number,
    ];
    const own = median(rounds.map((round) => p95(round.ours) - p95(round.alone)));
    return [
      [
        `${title}: what we add to a key, p95 (ours − that field alone)`,
        `${number(frame)} ms`,
        `${number(own)} ms (that field alone: ${number(alone)} ms)`,
        verdict(own, frame),
      ],
      ['— the same fields as plain HTML, p95', `${number(floor)} ms`, `${number(ours)} ms`, verdict(ours, floor)],
      ['— all of a key, p95', `${number(frame)} ms`, `${number(ours)} ms`, verdict(ours, frame)],
    ];
  });
  return `# Referral sheet, measured

A household of twelve with 20,000 characters of text, sections 3 and 4 open, beside a page of plain HTML with the same fields and texts,
and beside that one field alone on a page; both without any script. The machine is shared and noisy: other programs ran beside it. Read the ratios and
the differences, and the lowest of the rounds before the highest. Where that field alone on an empty page takes a frame, no page holds one: "what we add" is
ours to answer for. How: [README](../README.md#the-referral-sheet).

${Object.entries(about)
  .map(([name, text]) => `- ${name}: ${text}`)
  .join('\n')}

${cases.map(table).join('\n\n')}

## What a page of view and reply fetches, bytes brotli 11

${rows([['', 'brotli'], ['---', '--:'], ...weight.map(({ path, brotli }) => [path.replace(/-[\w-]{8}\.js$/, '.js'), String(brotli)]), ['all of it', String(total)]])}

The first file is what the ceiling is about: the element alone with Japanese. The others are fetched when a sheet with a record or a directory is shown.

## What we promise

${rows([
  ['', 'at most', 'found, median of rounds', ''],
  ['---', '--:', '--:', '---'],
  ...promises,
  [
    'view and reply, brotli',
    `${ceiling}`,
    String(weight[0]?.brotli ?? 0),
    (weight[0]?.brotli ?? Infinity) <= ceiling ? 'held' : '**missed**',
  ],
])}
`;
}
