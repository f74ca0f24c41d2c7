/**
 * Which lines answer now, for what a person wrote and chose: asked on the device only, never sent, never a reason to hold anything back. A line
 * too many does no harm, so the words of whole neighbouring sentences are heard together.
 */
import type { Danger, EmergencyLine } from '../directory/window.schema.js';
import { urgentLines } from '../lines/urgent.js';
import { createNormaliser } from '../text/normalise.js';
import { coreDangers } from '../vocabulary/core-dangers.js';
import { createCueFinder, type CueFinder } from '../vocabulary/patterns.js';
import { policeWaits, listenersFirst } from '../vocabulary/police-waits.js';
import { limits } from './limits.js';
import { topicDangersOf } from './topic-dangers.js';
import { dangerWords, harmless } from './danger-words.js';

let ears: { fold: (text: string) => string; cues: CueFinder } | undefined;

/** Made when first asked for: many forms are left before a word is written. */
function listen(): NonNullable<typeof ears> {
  if (ears) return ears;
  const fold = createNormaliser(coreDangers.readings);
  const cues = createCueFinder(fold, coreDangers.lists);
  for (const dangers of [coreDangers.dangers, dangerWords])
    for (const [danger, words] of Object.entries(dangers)) cues.add(danger, words.match(/\S+/g) ?? []);
  return (ears = { fold, cues });
}

/** The dangers that words (as many as a form takes) and topics speak of. Never throws. */
export function findDangers(words: string, topics: readonly string[] = []): Danger[] {
  const { fold, cues } = listen();
  const found = new Set(topicDangersOf(topics));
  const sentences = words
    .slice(0, limits.words)
    .replace(harmless, '')
    .split(/[。．！？!?\n]+/)
    .map(fold);
  sentences.forEach((sentence, at) => {
    for (const { topic } of cues.find(`${sentence}\n${sentences[at + 1] ?? ''}`)) found.add(topic as Danger);
  });
  return [...found];
}

/**
 * The lines for what a person wrote and chose, in the order in which `lines` has them (the police last where {@link policeWaits}); none when
 * nothing calls for one. `lines` are the city's own (`directory.emergencyLines`), else the national ones.
 */
export function urgentLinesFor(
  words: string,
  topics: readonly string[] = [],
  lines: readonly EmergencyLine[] = urgentLines,
): EmergencyLine[] {
  const dangers = findDangers(words, topics);
  const fitting = lines.filter((line) => line.dangers.some((danger) => dangers.includes(danger)));
  return policeWaits(dangers, words) ? listenersFirst(fitting) : fitting;
}
