import type { Danger } from '../directory/window.schema.js';
import { dangers } from './danger.js';
import { lists, worries } from './national.js';

export type { FinerTopicId, NationalTopicId, TopicId, TopicTexts } from './ids.js';
export { CueFinder, type CueHit } from './patterns.js';

/**
 * A worry. The sixteen national ones have no `parent`; a finer one is `parent/child` and counts for its parent too.
 * `short` is for a chip; `words` are cues in the notation of `national.ts`, one each (`?` before a weak one).
 *
 * | national | finer worries under it |
 * |---|---|
 * | illness-disability | general-health, maternal, physical, intellectual, mental, developmental, welfare-service, addiction |
 * | housing | rubbish |
 * | income | public-assistance, pension |
 * | rent-loan, tax-utilities, debt | |
 * | job-search | disability-work |
 * | work-trouble | |
 * | community-relations | activity |
 * | family-relations | divorce, young-carer |
 * | child-rearing | childcare-place, school, allowance |
 * | care | dementia, service, prevention |
 * | hikikomori-truancy | truancy, hikikomori, youth |
 * | dv-abuse | partner, child, elder, disabled |
 * | no-food | |
 * | other | rights, consumer, foreign, lonely, gender, legal, lifelong-learning, disaster, help-to-act |
 */
export interface Topic {
  id: string;
  label: string;
  short: string;
  /** Reading of the label; the national ones have it. */
  kana?: string;
  words: string[];
  parent?: string;
}

/** Cues of a line, one each; what stands after `?` is marked with it. */
function wordList(words: string): string[] {
  const [named, hinted = ''] = words.split('?');
  const list = (text: string): string[] => text.split(' ').filter(Boolean);
  return [...list(named!), ...list(hinted).map((word) => `?${word}`)];
}

function readTopics(): Topic[] {
  const all: Topic[] = [];
  let parent = '';
  for (const line of worries.split('\n')) {
    const [id, label, short, kana, words] = line.split('|') as [string, string, string, string?, string?];
    if (id.startsWith('/')) all.push({ id: parent + id, label, short: label, words: wordList(short), parent });
    else all.push({ id: (parent = id), label, short, kana: kana!, words: wordList(words!) });
  }
  return [...all.filter((topic) => !topic.parent), ...all.filter((topic) => topic.parent)];
}

/** The sixteen national worries in their official order, then the finer ones. */
export const topics: readonly Topic[] = /* @__PURE__ */ readTopics();

/** Cues of danger, in the notation of `national.ts`. */
export const dangerWords: Record<Danger, string[]> = /* @__PURE__ */ Object.fromEntries(
  Object.entries(dangers).map(([danger, words]) => [danger, wordList(words)]),
) as Record<Danger, string[]>;

/** The lists behind `$p`, `$c`, `$x`, `$n` in the words: give them to a `CueFinder`. */
export const wordLists: Readonly<Record<string, string>> = lists;
