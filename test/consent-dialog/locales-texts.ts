import type { DayParts } from '@tsunagu/core';
import type { Sentence } from '../core/easy-japanese.js';

/** Wednesday. */
export const day: DayParts = { year: 2027, month: 3, day: 31, weekday: 2 };

/** Every day of a month as it may be said. */
export const days = Array.from({ length: 31 }, (_, index): [DayParts] => [
  { year: 2027, month: (index % 12) + 1, day: index + 1, weekday: index % 7 },
]);

export type Samples = Readonly<Record<string, readonly (readonly unknown[])[]>>;

/**
 * Every text of a locale by its path (`purpose.referral`), functions called with each of their sample arguments. A function without samples is an
 * error: nothing is left unlooked at.
 */
export function textsOf(messages: unknown, samples: Samples, path = ''): Sentence[] {
  if (typeof messages === 'string') return [{ key: path, text: messages }];
  if (typeof messages === 'function') {
    const calls = samples[path];
    if (!calls) throw new Error(`No sample arguments for ${path}`);
    const say = messages as (...args: readonly unknown[]) => string;
    return calls.map((args) => ({ key: `${path}(${JSON.stringify(args).slice(1, -1)})`, text: say(...args) }));
  }
  return Object.entries(messages as object).flatMap(([key, entry]) => textsOf(entry, samples, path ? `${path}.${key}` : key));
}

/** The paths of a locale with what each holds. */
export function shapeOf(messages: object, path = ''): string[] {
  return Object.entries(messages)
    .flatMap(([key, entry]: [string, unknown]) =>
      // How many sentences a paragraph has is each language's own matter.
      Array.isArray(entry)
        ? [`${path}${key}: list`]
        : typeof entry === 'object' && entry !== null
          ? shapeOf(entry, `${path}${key}.`)
          : [`${path}${key}: ${typeof entry}`],
    )
    .sort();
}

/** Samples of names and notice; `value` stands for what a city or a person wrote. */
export const wordSamples = (value = 'X'): Samples => ({
  'names.purpose.plan-meeting': [[value]],
  'notice.why': [[true], [false]],
  'notice.asks': [
    [value, value],
    [value, ''],
    ['', value],
  ],
  'notice.untilDay': days,
  'notice.untilEvent': [[value]],
  'notice.way': [
    [value, ''],
    [value, value],
  ],
  'notice.law': [[value]],
  'notice.section': [[1, value]],
});
