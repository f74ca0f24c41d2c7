import type { DeskIndex } from './desks.js';
import { clear, parentOf, type HeardTopic, type Worry } from './words.js';

/** How well desk topics answer a heard one: the same, the whole worry for a part of it, a part for the whole. */
function answers(own: readonly string[], heard: string): number {
  if (own.includes(heard)) return 1;
  const parent = parentOf(heard);
  if (parent !== heard) return own.includes(parent) ? 0.6 : 0;
  return own.some((topic) => parentOf(topic) === heard) ? 0.5 : 0;
}

function scoreOf(own: readonly string[], heard: readonly HeardTopic[]): number {
  let score = 0;
  for (const topic of heard) score += answers(own, topic.id) * topic.score;
  return score;
}

/** Once a part of a worry was named clearly, desks for its other parts are no answer to the worry as a whole. */
function heardIn(worry: Worry): HeardTopic[] {
  const parts = worry.topics.filter((topic) => topic.id !== worry.id && topic.score >= clear);
  return parts.length ? parts : worry.topics;
}

/** The heard topics that a desk with these topics is for. */
export function topicsMet(own: readonly string[], worries: readonly Worry[]): HeardTopic[] {
  return worries
    .flatMap(heardIn)
    .map((heard) => ({ heard, score: answers(own, heard.id) * heard.score }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ heard }) => heard);
}

/** Among equals one of every kind comes first: for 暴力 a desk for children, one for elders, one for disabled people. */
function oneOfEachFirst(desks: number[], index: DeskIndex): number[] {
  const kinds = new Set<number>();
  const first: number[] = [];
  const rest: number[] = [];
  for (const at of desks) {
    const kind = index.desks[at]!.topics;
    (kinds.has(kind) ? rest : first).push(at);
    kinds.add(kind);
  }
  return [...first, ...rest];
}

/**
 * Desks for one worry, best first: those mainly for it; among equals those that also answer the other worries heard; then as printed.
 * Desks of catchments other than `here` go last. Open or closed does not matter: a list must not change under a finger as minutes pass.
 */
function desksFor(worry: Worry, worries: readonly Worry[], index: DeskIndex, here: ReadonlySet<string>): number[] {
  const others = worries.filter((other) => other !== worry && other.score >= clear).flatMap(heardIn);
  const heard = heardIn(worry);
  const scores = index.topicSets.map((own) => {
    const score = scoreOf(own, heard);
    return score && Math.round((score + 0.25 * scoreOf(own, others)) * 1000);
  });
  const buckets = new Map<number, number[]>();
  for (let at = 0; at < index.desks.length; at++) {
    const desk = index.desks[at]!;
    let score = scores[desk.topics]!;
    if (!score) continue;
    const bound = desk.window.catchments;
    if (here.size && bound?.length && !bound.some((id) => here.has(id))) score -= 1e6;
    const bucket = buckets.get(score);
    if (bucket) bucket.push(at);
    else buckets.set(score, [at]);
  }
  return [...buckets].sort(([a], [b]) => b - a).flatMap(([, desks]) => oneOfEachFirst(desks, index));
}

/** Desks for other parts of the same worry: who counsels in one illness knows the way in another. */
const neighboursOf = (worry: Worry, index: DeskIndex): number[] =>
  index.desks.flatMap((desk, at) => (index.topicSets[desk.topics]!.some((topic) => parentOf(topic) === worry.id) ? [at] : []));

/**
 * Desks for all the worries heard, in turns, so that each worry is answered among the first. A worry that was only hinted at
 * takes its turn after the clear ones; one that no desk is for is answered by the catch-all desks.
 */
export function rankByWorry(worries: readonly Worry[], index: DeskIndex, here: ReadonlySet<string>): number[] {
  const named = worries.filter((worry) => worry.score >= clear);
  const heard = named.length ? [...named, ...worries.filter((worry) => worry.score < clear).slice(0, 1)] : worries;
  const lists = heard.map((worry) => desksFor(worry, heard, index, here));
  const queues = lists.map((list, at) => (list.length ? list : [...index.catchAll, ...neighboursOf(heard[at]!, index)]));
  const ranked: number[] = [];
  const seen = new Uint8Array(index.desks.length);
  const next = queues.map(() => 0);
  for (let left = queues.length; left > 0;) {
    left = 0;
    for (const [q, queue] of queues.entries()) {
      // A single clear worry beside a hint takes two places first.
      for (let places = q === 0 && named.length === 1 && ranked.length === 0 ? 2 : 1; places > 0; places--) {
        while (next[q]! < queue.length && seen[queue[next[q]!]!]) next[q]!++;
        if (next[q]! >= queue.length) break;
        const at = queue[next[q]!++]!;
        seen[at] = 1;
        ranked.push(at);
      }
      if (next[q]! < queue.length) left++;
    }
  }
  return ranked;
}
