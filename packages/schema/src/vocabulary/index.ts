import { coreWords } from './core.js';
import type { Words } from './words.js';

export type { FinerTopicId, NationalTopicId, TopicId, TopicTexts } from './ids.js';
export { coreWords } from './core.js';
export { createCueFinder, type CueFinder, type CueHit } from './patterns.js';
export { policeWaits, listenersFirst } from './police-waits.js';
export type { Words } from './words.js';

/**
 * A worry. The sixteen national ones have no `parent`; a finer one is `parent/child` and counts for its parent too.
 * `short` is for a chip; `words` are cues in the notation of `core.ts`, one each (`?` before a weak one).
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
  /** Reading of the label; those of the national ones come with `more.ts`. */
  kana?: string;
  words: string[];
  parent?: string;
}

/** Cues of a line, one each; what stands after `?` is marked with it. */
export function wordList(cues = ''): string[] {
  const [named = '', hinted = ''] = cues.split('?');
  const list = (text: string): string[] => text.match(/\S+/g) ?? [];
  return [...list(named), ...list(hinted).map((word) => `?${word}`)];
}

/** The worries of a list of words, as its lines stand; those that only add cues have an empty label. */
export function readTopics({ worries }: Words): Topic[] {
  let parent = '';
  return worries.split('\n').map((line) => {
    const parts = line.split('|');
    const [id = '', label = ''] = parts;
    const words = wordList(parts.at(-1));
    if (id.startsWith('/')) return { id: parent + id, label, short: label, words, parent };
    parent = id;
    return { id, label, short: parts[2]!, kana: parts[3]!, words };
  });
}

/** The sixteen national worries in their official order, then the finer ones. */
export const topics: readonly Topic[] = /* @__PURE__ */ readTopics(coreWords).sort((a, b) => Number(!!a.parent) - Number(!!b.parent));
