import type { CueFinder, CueHit } from '@tsunagu/schema/vocabulary';
import { put, type Desk, type DeskIndex, type Kind } from './desks.js';

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
  const worries = new Map<string, Worry>();
  const hear = (id: string, words: string[], sure: number): void => {
    const parent = parentOf(id);
    const worry = worries.get(parent) ?? { id: parent, score: 0, topics: [] };
    worries.set(parent, worry);
    let topic = worry.topics.find((other) => other.id === id);
    if (!topic) worry.topics.push((topic = { id, score: 0, words: [] }));
    const before = topic.score;
    topic.score = Math.max(before, sure) + Math.sign(before);
    worry.score += topic.score - before;
    topic.words = [...new Set([...topic.words, ...words])];
  };
  const listen = (hits: CueHit[]): void => {
    for (const { topic, words, matched, weak } of hits) hear(topic, words, weak ? 1 : 3 + Math.min(matched.join('').length, 12) / 12);
  };
  const isClear = (): boolean => [...worries.values()].some(({ score }) => score > clear);
  // Another reading (romaji) only counts where the text as typed says nothing clear, and half a word where no word does.
  for (const text of texts) if (!isClear()) listen(cues.find(text));
  if (!isClear()) listen(cues.startingWith(beginning));
  for (const id of picked) hear(id, [], 6);
  return [...worries.values()].sort((a, b) => b.score - a.score);
}

/**
 * How well a desk for these worries answers a heard one: the same, the whole worry for a part of it, a part for the whole; but no other
 * part than the one that was named (a desk for the abuse of old people is not for a beaten wife).
 */
function answers(own: readonly string[], { id, score }: HeardTopic, heard: readonly HeardTopic[]): number {
  const parent = parentOf(id);
  return (
    score *
    (own.includes(id)
      ? 1
      : own.includes(parent)
        ? 0.6
        : id === parent && own.some((topic) => parentOf(topic) === id) && !heard.some((other) => other.id !== id && other.score > clear)
          ? 0.5
          : 0)
  );
}

/** The heard topics that a desk for these worries is for. */
export const topicsMet = (own: readonly string[], worries: readonly Worry[]): HeardTopic[] =>
  worries.flatMap(({ topics }) => topics.filter((heard) => answers(own, heard, topics)));

/** Desks that answer: in groups without order, and one by one, best first. Nothing is sorted that is not asked for. */
export interface Ranked {
  groups: readonly (readonly Desk[])[];
  inOrder: () => IterableIterator<Desk>;
}

function deskFor({ topics: heard }: Worry, { desks, kinds, catchAll }: DeskIndex, isElsewhere?: (desk: Desk) => boolean): Ranked {
  const byScore = new Map<number, Kind[]>();
  for (const kind of kinds) {
    const score = heard.reduce((sum, topic) => sum + answers(kind.topics, topic, heard), 0);
    if (score) put(byScore, score, kind);
  }
  if (!byScore.size) return { groups: [catchAll], inOrder: () => catchAll.values() };
  const best = [...byScore].sort(([a], [b]) => b - a).map(([, some]) => some);
  return {
    groups: best.flat().map((kind) => kind.desks),
    *inOrder() {
      for (const elsewhere of isElsewhere ? [false, true] : [false])
        for (const some of best)
          // Kinds of one worth stand mixed, in the directory's order.
          for (const desk of some[1] ? desks : some[0]!.desks)
            if (some.includes(desk.kind) && (!isElsewhere || isElsewhere(desk) === elsewhere)) yield desk;
    },
  };
}

/**
 * Desks for all the worries heard, in turns, so that each worry is answered among the first; one that no desk is for is answered by the
 * catch-all desks. For one worry those mainly for it come first; desks of other catchments than the one asked for go last. Open or closed does not matter: a list must
 * not change under a finger as minutes pass. A desk may be there twice.
 */
export function rankByWorry(worries: readonly Worry[], index: DeskIndex, isElsewhere?: (desk: Desk) => boolean): Ranked {
  const lists = plainly(worries, 1).map((worry) => deskFor(worry, index, isElsewhere));
  return {
    groups: lists.flatMap(({ groups }) => groups),
    *inOrder() {
      const turns = new Set(lists.map((list) => list.inOrder()));
      while (turns.size)
        for (const turn of turns) {
          const { done, value } = turn.next() as IteratorResult<Desk, void>;
          if (done) turns.delete(turn);
          else yield value;
        }
    },
  };
}
