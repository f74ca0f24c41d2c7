import type { CueFinder, CueHit } from '@tsunagu/schema/vocabulary';
import { put, type DeskIndex } from './desks.js';

/** A worry that was heard: how clearly, and in which words. */
export interface HeardTopic {
  id: string;
  score: number;
  words: string[];
}

/** A national worry (or a city's own) with the finer ones heard under it. */
export interface Worry {
  id: string;
  score: number;
  topics: HeardTopic[];
}

/** At this score a worry was named; below it there were only hints. */
const clear = 2;

const parentOf = (topic: string): string => topic.split('/', 1)[0]!;

/** The worries that were named and, of those only hinted at, the first `hints`; all hints when there is nothing else. */
export function plainly(worries: readonly Worry[], hints = 0): readonly Worry[] {
  const named = worries.filter((worry) => worry.score >= clear).length;
  return named ? worries.slice(0, named + hints) : worries;
}

/**
 * The worries that folded texts (the same words in several readings) and picked topics speak of, clearest first.
 * A clear cue counts 3 and a little for its length; more of them, and weak ones, add 1 each.
 */
export function hearWorries(texts: readonly string[], beginning: string, picked: readonly string[], cues: CueFinder): Worry[] {
  const heard = new Map<string, HeardTopic & { bonus: number }>();
  const hear = (id: string, words: string[], bonus: number): void => {
    const topic = heard.get(id) ?? { id, score: 0, words: [], bonus: 0 };
    heard.set(id, topic);
    topic.bonus = Math.max(topic.bonus, bonus);
    topic.score++;
    topic.words.push(...words.filter((word) => !topic.words.includes(word)));
  };
  const listen = (hits: CueHit[]): void => {
    for (const { topic, words, weak, length } of hits) hear(topic, words, weak ? 0 : 2 + Math.min(length, 12) / 12);
  };
  const isClear = (): boolean => [...heard.values()].some((topic) => topic.bonus);
  // Another reading (romaji) only counts where the text as typed says nothing clear, and half a word where no word does.
  for (const text of texts) if (!isClear()) listen(cues.find(text));
  if (!isClear()) listen(cues.startingWith(beginning));
  for (const id of picked) hear(id, [], 5);
  const worries = new Map<string, Worry>();
  for (const { id, score, words, bonus } of [...heard.values()].sort((a, b) => b.score + b.bonus - a.score - a.bonus)) {
    const parent = parentOf(id);
    const worry = worries.get(parent) ?? { id: parent, score: 0, topics: [] };
    worries.set(parent, worry);
    worry.score += (score + bonus) / (worry.score ? 4 : 1);
    worry.topics.push({ id, score: score + bonus, words });
  }
  return [...worries.values()].sort((a, b) => b.score - a.score);
}

/** How well a desk for these worries answers a heard one: the same, the whole worry for a part of it, a part for the whole. */
function answers(own: readonly string[], { id, score }: HeardTopic): number {
  const parent = parentOf(id);
  return (
    score * (own.includes(id) ? 1 : own.includes(parent) ? 0.6 : id === parent && own.some((topic) => parentOf(topic) === id) ? 0.5 : 0)
  );
}

/** Once a part of a worry was named clearly, desks for its other parts are no answer to the worry as a whole. */
function heardIn(worry: Worry): HeardTopic[] {
  const parts = worry.topics.filter((topic) => topic.id !== worry.id && topic.score >= clear);
  return parts.length ? parts : worry.topics;
}

/** The heard topics that a desk for these worries is for, the surest first. */
export const topicsMet = (own: readonly string[], worries: readonly Worry[]): HeardTopic[] =>
  worries
    .flatMap(heardIn)
    .filter((heard) => answers(own, heard))
    .sort((a, b) => answers(own, b) - answers(own, a));

/**
 * Desks for all the worries heard, in turns, so that each worry is answered among the first; one that no desk is for is answered by the
 * catch-all desks. For one worry those mainly for it come first; among equals those that also answer the other worries, and one of each
 * kind (for 暴力 a desk for children, one for elders, one for disabled people). Desks of other catchments than the one asked for go last.
 * Open or closed does not matter: a list must not change under a finger as minutes pass. A desk may be there twice.
 */
export function rankByWorry(
  worries: readonly Worry[],
  { desks, kinds, catchAll }: DeskIndex,
  isElsewhere: (at: number) => boolean,
): number[] {
  const heard = plainly(worries, 1);
  const lists = heard.map((worry) => {
    const scoreOf = (own: readonly string[], topics: HeardTopic[]): number => topics.reduce((sum, topic) => sum + answers(own, topic), 0);
    const others = plainly(heard).flatMap((other) => (other === worry ? [] : heardIn(other)));
    const scores = kinds.map((own) => {
      const score = scoreOf(own, heardIn(worry));
      return score && Math.round((score + scoreOf(own, others) / 4) * 1000);
    });
    const byScore = new Map<number, number[]>();
    const met: boolean[] = [];
    for (let at = 0; at < desks.length; at++) {
      const { kind } = desks[at]!;
      const score = scores[kind];
      if (!score) continue;
      if (isElsewhere(at)) put(byScore, score - 1e6, at);
      else put(byScore, met[kind] ? score : score + 0.5, at);
      met[kind] = true;
    }
    const list = [...byScore].sort(([a], [b]) => b - a).flatMap(([, some]) => some);
    return list.length ? list : catchAll;
  });
  // A single clear worry beside a hint takes two places first.
  const ranked = heard.length > plainly(heard).length && plainly(heard).length === 1 ? lists[0]!.slice(0, 2) : [];
  const longest = Math.max(0, ...lists.map((list) => list.length));
  for (let turn = 0; turn < longest; turn++) for (const list of lists) if (turn < list.length) ranked.push(list[turn]!);
  return ranked;
}
