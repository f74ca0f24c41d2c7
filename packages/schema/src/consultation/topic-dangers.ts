import type { Danger } from '../directory/window.schema.js';

/** Worries that call for a line, or for telling by law, by themselves. */
const topicDangers: Readonly<Record<string, readonly Danger[]>> = {
  'dv-abuse': ['violence', 'child-abuse'],
  'dv-abuse/partner': ['violence'],
  'dv-abuse/child': ['child-abuse'],
  'dv-abuse/elder': ['elder-abuse'],
  'dv-abuse/disabled': ['violence'],
};

/** The dangers that chosen worries speak of; ids that are none are left out. */
export const topicDangersOf = (topics: readonly string[]): Danger[] => [
  ...new Set(topics.flatMap((topic) => (Object.hasOwn(topicDangers, topic) ? topicDangers[topic]! : []))),
];
