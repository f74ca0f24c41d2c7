/**
 * `npm run bench`: the window finder beside its peers and two floors, in one run.
 * `--quick` (about 3 minutes) prints only; the full run also writes results/finder.json and results/finder.md.
 * `--sizes=1000,10000` `--rounds=5` `--only=ours,floor-reuse` `--source` (bundle ours from source) `--no-trace` `--no-recall` `--seed=1`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from './browser.js';
import { buildSite, cityDesks, siteRoot, type Site } from './build.js';
import { createRandom } from './data/random.js';
import { measureRecall } from './measure/recall.js';
import { takeSample, typed, typedQuick } from './measure/sample.js';
import { traceTasks } from './measure/trace.js';
import { toMarkdown, type Results } from './report.js';
import { serve } from './server.js';
import { versions } from './versions.js';

const { values: flags } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    sizes: { type: 'string' },
    rounds: { type: 'string' },
    only: { type: 'string' },
    source: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    'no-trace': { type: 'boolean', default: false },
    'no-recall': { type: 'boolean', default: false },
  },
});

const throttle = 4;
const sizes = flags.sizes?.split(',').map(Number) ?? (flags.quick ? [cityDesks, 10_000] : [cityDesks, 1_000, 10_000, 50_000]);
const roundsOf = (size: number): number => Number(flags.rounds ?? (flags.quick ? (size === 10_000 ? 2 : 1) : size === 50_000 ? 3 : 5));
const traceSizes = flags['no-trace'] ? [] : flags.quick ? [] : sizes.filter((size) => size === 10_000);
const queries = flags.quick ? typedQuick : typed;
const random = createRandom(Number(flags.seed));
const say = (line: string): void => void process.stderr.write(`${line}\n`);

function weigh(site: Site, samples: Results['samples']): Results['weight'] {
  const weight: Results['weight'] = {};
  for (const { id } of site.contenders) {
    const loaded = new Set(Object.values(samples).flatMap((bySize) => bySize[id]?.flatMap(({ code }) => code) ?? []));
    const sum = (pattern: RegExp): number =>
      [...loaded].filter((path) => pattern.test(path)).reduce((bytes, path) => bytes + (site.assets.get(path)?.brotli ?? 0), 0);
    const js = sum(/\.js$/);
    const css = sum(/\.css$/);
    const rest = [...site.assets].filter(([path]) => path.startsWith('/ours/') && !loaded.has(path) && /wanakana|romaji/i.test(path));
    weight[id] = { js, css, total: js + css, later: id === 'ours' ? rest.reduce((bytes, [, { brotli }]) => bytes + brotli, 0) : 0 };
  }
  return weight;
}

const started = Date.now();
const seconds = (): number => Math.round((Date.now() - started) / 1000);
const failures: Results['failures'] = {};
const site = await buildSite(sizes, flags.source, flags.only?.split(','));
const present = site.contenders;
if (site.ours === 'absent') say('Without the product: peers and floors only.');
const server = await serve(siteRoot);
const browser = await launch();
const options = { origin: server.origin, throttle };
const samples: Results['samples'] = {};
const traces: Results['traces'] = {};
const recall: Results['recall'] = {};
try {
  for (const size of sizes) {
    const bySize: Results['samples'][string] = (samples[size] = {});
    for (let round = 1; round <= roundsOf(size); round++) {
      for (const contender of random.shuffle(present)) {
        if (failures[`${contender.id} at N = ${size}`]) continue;
        try {
          const sample = await takeSample(browser, contender, size, queries, options);
          (bySize[contender.id] ??= []).push(sample);
          say(`${seconds()} s  N=${size} round ${round}/${roundsOf(size)} ${contender.id}: usable ${sample.usable.toFixed(0)} ms`);
        } catch (error) {
          failures[`${contender.id} at N = ${size}`] = `round ${round}: ${String(error).split('\n')[0]}`;
          delete bySize[contender.id];
          say(`${seconds()} s  N=${size} ${contender.id} failed`);
        }
      }
    }
  }
  for (const size of traceSizes) {
    const bySize: Results['traces'][string] = (traces[size] = {});
    for (let round = 1; round <= 3; round++) {
      for (const contender of random.shuffle(present))
        (bySize[contender.id] ??= []).push(await traceTasks(browser, contender, size, options));
      say(`${seconds()} s  traces of N=${size}, ${round}/3`);
    }
  }
  if (!flags['no-recall'] && sizes.includes(cityDesks)) {
    const city = JSON.parse(await readFile(join(siteRoot, 'data', `${cityDesks}.json`), 'utf8')) as {
      windows: { id: string; name: string }[];
    };
    for (const contender of present) recall[contender.id] = await measureRecall(browser, contender, city, options);
  }
  const cpu = cpus();
  const results: Results = {
    about: {
      date: new Date().toISOString().slice(0, 10),
      run: `${flags.quick ? 'quick' : 'full'}, ${Math.round((Date.now() - started) / 60_000)} min, seed ${flags.seed}, ${queries.join('').length} keys a round`,
      product: site.ours,
      peers: await versions(/^(datatables|list\.js|minisearch)/),
      browser: `Chromium ${browser.version()}, headless, processor slowed ${throttle}x`,
      machine: `${cpu.length} cores, ${cpu[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`,
    },
    weight: weigh(site, samples),
    failures,
    samples,
    traces,
    recall,
  };
  const markdown = toMarkdown(results, present);
  process.stdout.write(markdown);
  const folder = join(import.meta.dirname, '..', 'results');
  const whole = !flags.quick && !flags.only && !flags.sizes;
  await writeFile(join(folder, whole ? 'finder.json' : 'partial.tmp.json'), `${JSON.stringify(results, null, 1)}\n`);
  if (whole) await writeFile(join(folder, 'finder.md'), markdown);
} finally {
  await browser.close();
  await server.close();
}
