/**
 * The referral sheet while somebody writes: a household of twelve with 20,000 characters, sections 3 and 4 open, beside a page of plain
 * HTML with the same fields and texts. Writes results/referral.md. `--rounds=2 --throttle=4 --cases=1,2 --profile`
 */
import { writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createRandom } from '../data/random.js';
import { launch } from '../browser.js';
import { serve } from '../server.js';
import { household, type Given } from './household.js';
import { profileKeys } from './profile.js';
import { referralToMarkdown, type Case, type Weight, type Who } from './report.js';
import { give, open, openSections, type, type Opened, type Typed } from './sample.js';
import { brotliOf, buildReferralSite, referralSite, writeFloors } from './site.js';

const { values: flags } = parseArgs({
  options: {
    rounds: { type: 'string', default: '2' },
    throttle: { type: 'string', default: '4' },
    seed: { type: 'string', default: '1' },
    /** Numbers of cases, `1,2`; then nothing is written. */
    cases: { type: 'string' },
    profile: { type: 'boolean', default: false },
  },
});
const throttle = Number(flags.throttle);
const random = createRandom(Number(flags.seed));
const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Characters in the longest text, whether all twelve are open or one, and the field that is typed into. */
const cases = [
  { situation: 10_000, everybody: false, at: '/situation', title: 'section 4, text of 10,000 characters, one of the household open' },
  { situation: 10_000, everybody: false, at: '/household/members/5/health', title: 'section 3, a member’s field, that member open' },
  { situation: 10_000, everybody: true, at: '/situation', title: 'section 4, text of 10,000 characters, all twelve open' },
  { situation: 10_000, everybody: true, at: '/household/members/5/health', title: 'section 3, a member’s field, all twelve open' },
  {
    situation: 18_500,
    everybody: true,
    at: '/situation',
    title: 'section 4, text of 18,500 characters of the 20,000 it may have, all twelve open',
  },
].filter((_, index) => !flags.cases || flags.cases.split(',').includes(String(index + 1)));

await buildReferralSite();
const server = await serve(referralSite);
const browser = await launch();
const started = Date.now();
try {
  const weighed = await open(browser, server.origin, 'ours.html', 1);
  await give(weighed, await household(10_000), 'view');
  await weighed.page.locator('tsunagu-referral-sheet [part~="section"]').first().waitFor();
  await weighed.page.waitForTimeout(1000);
  await weighed.page.locator('tsunagu-referral-sheet').evaluate((element) => element.setAttribute('mode', 'reply'));
  await weighed.page.waitForTimeout(1500);
  const weight: Weight[] = await Promise.all([...new Set(weighed.scripts)].map(async (path) => ({ path, brotli: await brotliOf(path) })));
  await weighed.context.close();

  const results: Case[] = cases.map(({ title }) => ({ title, rounds: [] }));
  let fields = 0;
  let characters = 0;
  const errors: string[] = [];
  /** Opens a page, types into it, closes it. */
  const typed = async (
    { at, everybody }: Pick<(typeof cases)[number], 'at' | 'everybody'>,
    path: string,
    slowed: number,
    given?: Given,
    look?: (opened: Opened) => Promise<void>,
  ): Promise<Typed> => {
    const opened = await open(browser, server.origin, path, slowed);
    try {
      if (given) await give(opened, given, 'edit');
      if (given) await openSections(opened, everybody);
      await look?.(opened);
      const times = await type(opened, at);
      errors.push(...opened.errors);
      return times;
    } finally {
      await opened.context.close();
    }
  };
  for (let round = 1; round <= Number(flags.rounds); round++) {
    for (const index of random.shuffle(cases.map((_, at) => at))) {
      const one = cases[index]!;
      const { situation, at } = one;
      const given = await household(situation);
      characters = given.characters;
      const of = {} as Record<Who, { slowed: Typed; unslowed: Typed }>;
      // The floors have the fields that ours shows, with the same texts: made anew for each case.
      const ours = await typed(
        one,
        'ours.html',
        1,
        given,
        async ({ page }) => void (fields = Math.max(fields, await writeFloors(page, at))),
      );
      of.ours = { unslowed: ours, slowed: await typed(one, 'ours.html', throttle, given) };
      for (const who of random.shuffle(['floor', 'alone'] as const))
        of[who] = { unslowed: await typed(one, `${who}.html`, 1), slowed: await typed(one, `${who}.html`, throttle) };
      if (flags.profile && round === 1) {
        await typed(one, 'ours.html', 1, given, async (opened) => say(await profileKeys(opened, at)));
      }
      results[index]!.rounds.push(of);
    }
    say(`${Math.round((Date.now() - started) / 1000)} s  round ${round}/${flags.rounds}`);
  }
  const markdown = referralToMarkdown(results, weight, {
    date: new Date().toISOString().slice(0, 10),
    run: `rounds: ${flags.rounds}${flags.cases ? `, cases ${flags.cases} of five` : ''}; ${Math.round((Date.now() - started) / 60_000)} min, seed ${flags.seed}`,
    page: `up to ${fields} fields shown, ${characters} Japanese characters, 13 records of consent, directory of 生駒`,
    browser: `Chromium ${browser.version()}, headless, processor slowed ${throttle}x, 1280 x 800`,
    machine: `${cpus().length} shared cores, ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}; load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}`,
    errors: errors.length ? [...new Set(errors)].join('; ') : 'none',
  });
  process.stdout.write(markdown);
  if (!flags.cases) await writeFile(join(import.meta.dirname, '..', '..', 'results', 'referral.md'), markdown);
} finally {
  await browser.close();
  await server.close();
}
