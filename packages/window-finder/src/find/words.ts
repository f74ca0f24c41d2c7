import type { Danger, Directory } from '@tsunagu/schema/directory';
import { normalise } from '@tsunagu/schema/text';
import { CueFinder, dangerWords, topics, wordLists, type CueHit } from '@tsunagu/schema/vocabulary';
import type { Vocabulary } from './types.js';

/** A worry that was heard: how clearly, and in which words. */
export interface HeardTopic {
  id: string;
  score: number;
  words: string[];
  /** The text is just this word. */
  whole: boolean;
}

/** A national worry (or a city's own) with the finer ones heard under it. */
export interface Worry {
  id: string;
  score: number;
  topics: HeardTopic[];
}

/** At this score a worry was named; below it there were only hints. */
export const clear = 2;

export const parentOf = (topic: string): string => topic.split('/', 1)[0]!;

/** The cues of every worry: the national ones, the given languages, and the city's own. */
export function worryCues(directory: Directory, vocabularies: readonly Vocabulary[] = []): CueFinder {
  const cues = new CueFinder(wordLists);
  for (const topic of topics) cues.add(topic.id, topic.words);
  for (const vocabulary of vocabularies) {
    for (const [id, { words = [] }] of Object.entries(vocabulary)) cues.add(id, words);
  }
  for (const topic of directory.topics ?? []) cues.add(topic.id, topic.words ?? []);
  return cues;
}

export function dangerCues(): CueFinder {
  const cues = new CueFinder(wordLists);
  for (const [danger, words] of Object.entries(dangerWords)) cues.add(danger, words);
  return cues;
}

export function dangersIn(texts: readonly string[], cues: CueFinder): Danger[] {
  return [...new Set(texts.flatMap((text) => cues.find(text).map((hit) => hit.topic as Danger)))];
}

/**
 * The worries that folded texts (the same words in several readings) and picked topics speak of, clearest first.
 * A clear cue counts 3 and a little for its length; more of them, and weak ones, add to it.
 */
export function hearWorries(texts: readonly string[], beginning: string, picked: readonly string[], cues: CueFinder): Worry[] {
  const heard = new Map<string, HeardTopic & { clear: boolean }>();
  const hear = (id: string, score: number, words: string[], whole = false): void => {
    const topic = heard.get(id) ?? { id, score: 0, words: [], whole, clear: false };
    heard.set(id, topic);
    topic.score += topic.clear && score > 1 ? 1 : score;
    if (score > 1) topic.clear = true;
    topic.whole ||= whole;
    topic.words.push(...words.filter((word) => !topic.words.includes(word)));
  };
  const listen = (hits: CueHit[], text = ''): void => {
    const said = new Set<string>();
    for (const hit of hits.sort((a, b) => Number(a.weak) - Number(b.weak) || b.length - a.length)) {
      const key = hit.topic + ' ' + hit.matched.join('+');
      if (said.has(key)) continue;
      said.add(key);
      hear(hit.topic, hit.weak ? 1 : 3 + Math.min(hit.length, 12) / 12, hit.words, hit.matched[0] === text);
    }
  };
  // Another reading (romaji) only counts where the text as typed says nothing clear.
  for (const text of texts) if (![...heard.values()].some((topic) => topic.clear)) listen(cues.find(text), text);
  if (![...heard.values()].some((topic) => topic.clear)) listen(cues.startingWith(beginning));
  for (const id of picked) hear(id, 6, []);
  return byWorry([...heard.values()]);
}

function byWorry(heard: HeardTopic[]): Worry[] {
  const worries = new Map<string, Worry>();
  for (const topic of heard) {
    const { id, score } = topic;
    const parent = parentOf(id);
    const worry = worries.get(parent) ?? { id: parent, score: 0, topics: [] };
    worries.set(parent, worry);
    worry.score = Math.max(worry.score, score) + Math.min(worry.score, score) / 4;
    worry.topics.push(topic);
  }
  const order = new Map(topics.map((topic, at) => [topic.id, at]));
  const all = [...worries.values()].sort((a, b) => b.score - a.score || (order.get(a.id) ?? 99) - (order.get(b.id) ?? 99));
  for (const worry of all) worry.topics.sort((a, b) => b.score - a.score);
  return all;
}

export interface SpokenText {
  /** Folded words as typed, without spaces between them where Japanese has none. */
  whole: string;
  tokens: string[];
  /** The word being typed. */
  beginning: string;
}

/** Folds what was typed; kana cut short by an input method (ひきk) loses the open letter. */
export function readText(text: string): SpokenText {
  const raw = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const shorn = raw.replace(/([\u3041-\u30fa\u4e00-\u9fff])[a-z]{1,2}$/i, (all, char: string) => (/[A-Z]/.test(all) ? all : char));
  const tokens = shorn
    .split(/[\s、。,，;；]+/)
    .map(normalise)
    .filter(Boolean);
  return { whole: normalise(shorn), tokens, beginning: tokens.at(-1) ?? '' };
}
