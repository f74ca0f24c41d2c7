/**
 * `npm --prefix bench run forms`: the consultation form beside its peers and two floors, in one run. 9 rounds; `forms:quick` has 3.
 * `--rounds=5` `--only=ours,floor-html` `--source` (bundle ours from source) `--seed=1` `--look` (pictures of every step, no figures).
 * A contender without figures is listed with the reason, and makes the exit code 1.
 */
import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from '../browser.js';
import { createRandom } from '../data/random.js';
import { serve } from '../server.js';
import { buildFormSite, formSiteRoot, missing } from './build.js';
import { formsToMarkdown, weighForms, type FormResults, type FormRound } from './report.js';
import { lookAtForms } from './look.js';
import { takeFormSample, takeLoad } from './sample.js';
import { versions } from '../versions.js';

const { values: flags } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    only: { type: 'string' },
    source: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    look: { type: 'boolean', default: false },
  },
});

const throttle = 4;
const rounds = Number(flags.rounds ?? (flags.quick ? 3 : 9));
const random = createRandom(Number(flags.seed));
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const started = Date.now();
const seconds = (): number => Math.round((Date.now() - started) / 1000);
const only = flags.only?.split(',');
const site = await buildFormSite(flags.source, only);
const failures: FormResults['failures'] = {};
if (site.ours === 'absent' && (!only || only.includes('ours'))) {
  failures['ours'] = missing;
  say(`tsunagu-consultation-form is not measured: ${missing}`);
}
const server = await serve(formSiteRoot);
const browser = await launch();
const done: FormResults['rounds'] = {};
type Loads = Pick<FormRound, 'ready' | 'slow'>;
/** What is done with each contender in a round. All of a round, over all contenders, is shuffled. */
const kinds = ['slowed', 'unslowed', 'ready', 'ready', 'slow', 'slow', 'slow'] as const;
const options = { origin: server.origin, throttle, slowNetwork: false };
try {
  if (flags.look) await lookAtForms(browser, site.contenders, server.origin, say);
  for (let round = 1; round <= rounds && !flags.look; round++) {
    const measured = new Map(site.contenders.map(({ id }) => [id, { ready: [], slow: [] } as Partial<FormRound> & Loads]));
    const tasks = site.contenders.flatMap((contender) => kinds.map((kind) => ({ contender, kind })));
    for (const { contender, kind } of random.shuffle(tasks)) {
      const of = measured.get(contender.id);
      if (!of || failures[contender.id]) continue;
      try {
        if (kind === 'slowed') {
          of.slowed = await takeFormSample(browser, contender, options);
          of.ready.push(of.slowed.ready);
        } else if (kind === 'unslowed') of.unslowed = await takeFormSample(browser, contender, { ...options, throttle: 1 });
        else of[kind].push(await takeLoad(browser, contender, { ...options, slowNetwork: kind === 'slow' }));
      } catch (error) {
        failures[contender.id] = `round ${round}: ${error instanceof Error ? error.message : String(error)}`;
        say(`${contender.id} failed: ${failures[contender.id]}`);
      }
    }
    for (const [id, { slowed, unslowed, ready, slow }] of measured) {
      if (failures[id] || !slowed || !unslowed) delete done[id];
      else (done[id] ??= []).push({ slowed, unslowed, ready, slow });
    }
    say(`${seconds()} s  round ${round}/${rounds}`);
  }
  if (!flags.look) {
    const cpu = cpus();
    const results: FormResults = {
      about: {
        date: new Date().toISOString().slice(0, 10),
        run: `${rounds} rounds, ${Math.round((Date.now() - started) / 60_000)} min, seed ${flags.seed}`,
        product: site.ours,
        peers: await versions(/^(@formio|@jsonforms|@rjsf|react|survey)/),
        browser: `Chromium ${browser.version()}, headless, processor slowed ${throttle}x, 1000 x 800`,
        'slow network': '1.6 Mbit/s, 150 ms latency, pages and code as brotli 11, processor slowed as well',
        machine: `${cpu.length} cores, ${cpu[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`,
      },
      weight: weighForms(site, done),
      failures,
      rounds: done,
    };
    const markdown = formsToMarkdown(results, site.contenders);
    process.stdout.write(markdown);
    const folder = join(import.meta.dirname, '..', '..', 'results');
    const whole = !only && !flags.source;
    await writeFile(join(folder, whole && !flags.quick ? 'forms.json' : 'forms-partial.tmp.json'), `${JSON.stringify(results, null, 1)}\n`);
    if (whole) await writeFile(join(folder, flags.quick ? 'forms-quick.md' : 'forms.md'), markdown);
  }
} finally {
  await browser.close();
  await server.close();
}
if (Object.keys(failures).length > 0) process.exitCode = 1;
