/** Recall over the real 生駒 desks: what is typed, and which desks stand in the list, in the order a reader meets them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { enterText, openBlank, type OpenOptions } from '../browser.js';
import { cityDesks } from '../build.js';
import type { Contender } from '../contenders.js';

interface Spellings {
  groups: { group: string; relevant: string[]; acceptable: string[]; spellings: string[] }[];
}
interface Everyday {
  phrases: { phrase: string; area: string; desks: string[] }[];
}

export interface Recall {
  /** Mean share of the relevant desks among the first ten results (the finder's own default page). */
  spelling: number;
  /** The same within the first R results, R = number of relevant desks, 3 at least: nothing else may stand before them. */
  spellingStrict: number;
  /** Mean share of the shown results that are relevant or acceptable (a query that shows nothing counts as 0). */
  spellingPrecision: number;
  /** Groups whose spellings all give the same first R results. */
  groupsAlike: number;
  groups: number;
  spellings: number;
  /** Share of the phrases with a right desk in the first three results. */
  everyday: number;
  /** Share of the phrases with a right desk first. */
  everydayFirst: number;
  phrases: number;
  /** Queries that showed no desk at all, of both sets. */
  nothing: number;
  missedSpellings: string[];
  missedPhrases: string[];
}

const firstPage = 10;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const bare = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

const truth = async <T>(name: string): Promise<T> =>
  JSON.parse(await readFile(join(import.meta.dirname, '..', '..', 'truth', `${name}.json`), 'utf8')) as T;

export async function measureRecall(
  browser: Browser,
  contender: Contender,
  directory: { windows: { id: string; name: string }[] },
  options: OpenOptions,
): Promise<Recall> {
  const spellings = await truth<Spellings>('spellings');
  const everyday = await truth<Everyday>('everyday');
  const names = directory.windows.map(({ id, name }) => ({ id, name: bare(name) })).sort((a, b) => b.name.length - a.name.length);
  const known = new Set(directory.windows.map(({ id }) => id));
  const named = [
    ...spellings.groups.flatMap((group) => [...group.relevant, ...group.acceptable]),
    ...everyday.phrases.flatMap((phrase) => phrase.desks),
  ];
  const unknown = named.filter((id) => !known.has(id));
  if (unknown.length > 0) throw new Error(`The truth sets name desks that ikoma.json has not: ${[...new Set(unknown)].join(', ')}`);

  const opened = await openBlank(browser, contender, { ...options, throttle: 1 });
  try {
    await opened.page.goto(`${options.origin}/${contender.id}-${cityDesks}.html`, { waitUntil: 'commit' });
    await opened.page.evaluate(() => benchProbe.usable);
    const ask = async (text: string): Promise<string[]> => {
      await enterText(opened, text);
      await opened.page.evaluate(() => benchProbe.settled(150));
      const shown = await opened.page.evaluate(() => benchProbe.shown());
      return shown.map(({ id, text: heading }) => id ?? names.find(({ name }) => bare(heading).includes(name))?.id ?? `? ${heading}`);
    };

    const recalls: number[] = [];
    const strict: number[] = [];
    const precisions: number[] = [];
    const missedSpellings: string[] = [];
    let groupsAlike = 0;
    let nothing = 0;
    for (const { relevant, acceptable, spellings: typed } of spellings.groups) {
      const cut = Math.max(3, relevant.length);
      const heads = new Set<string>();
      for (const spelling of typed) {
        const found = await ask(spelling);
        const first = found.slice(0, cut);
        const share = (of: string[]): number => relevant.filter((id) => of.includes(id)).length / relevant.length;
        const recall = share(found.slice(0, firstPage));
        recalls.push(recall);
        strict.push(share(first));
        precisions.push(
          found.length === 0 ? 0 : found.filter((id) => relevant.includes(id) || acceptable.includes(id)).length / found.length,
        );
        heads.add(first.join());
        if (found.length === 0) nothing++;
        if (share(first) < 1)
          missedSpellings.push(`${spelling} (${recall.toFixed(2)}, strict ${share(first).toFixed(2)}): ${first.join(' ')}`);
      }
      if (heads.size === 1 && !heads.has('')) groupsAlike++;
    }

    let right = 0;
    let rightFirst = 0;
    const missedPhrases: string[] = [];
    for (const { phrase, desks } of everyday.phrases) {
      const found = await ask(phrase);
      if (found.length === 0) nothing++;
      if (found.slice(0, 3).some((id) => desks.includes(id))) right++;
      else missedPhrases.push(`${phrase}: ${found.slice(0, 3).join(' ')}`);
      if (desks.includes(found[0] ?? '')) rightFirst++;
    }
    return {
      spelling: mean(recalls),
      spellingStrict: mean(strict),
      spellingPrecision: mean(precisions),
      groupsAlike,
      groups: spellings.groups.length,
      spellings: recalls.length,
      everyday: right / everyday.phrases.length,
      everydayFirst: rightFirst / everyday.phrases.length,
      phrases: everyday.phrases.length,
      nothing,
      missedSpellings,
      missedPhrases,
    };
  } finally {
    await opened.context.close();
  }
}
