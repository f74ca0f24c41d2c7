import { easy } from '../../packages/window-finder/src/locales/easy.js';
import { en } from '../../packages/window-finder/src/locales/en.js';
import { ja } from '../../packages/window-finder/src/locales/ja.js';
import type { DayParts } from '@tsunagu/core';
import type { FinderMessages } from '../../packages/window-finder/src/locales/messages.js';

export const locales: Record<'ja' | 'easy' | 'en', FinderMessages> = { ja, easy, en };

/** Wednesday. */
export const day: DayParts = { year: 2026, month: 11, day: 25, weekday: 2 };

type FunctionKey = {
  [Key in keyof FinderMessages]: FinderMessages[Key] extends (...args: never[]) => string ? Key : never;
}[keyof FinderMessages];
type Samples = { [Key in FunctionKey]: Parameters<FinderMessages[Key]>[] };

/** Arguments for every function of a locale; `value` stands for what a city or the resident put in. A new key is a type error here. */
function samples(messages: FinderMessages, value: string): Samples {
  const whens = ['', messages.opensToday('13:00'), messages.opensOn(day, '8:30')];
  const untils = ['17:00', '24:00', messages.opensOn({ year: 2026, month: 12, day: 1, weekday: 1 }, '2:00')];
  const kinds = ['before', 'after', 'day-off', 'holiday', 'year-end', 'closure'] as const;
  const days = Array.from({ length: 31 }, (_, index) => ({ year: 2027, month: (index % 12) + 1, day: index + 1, weekday: index % 7 }));
  const counts: [number][] = [[0], [1], [2], [23], [10000]];
  const laters = [false, true];
  const untilLater = untils.flatMap((until) => laters.map((later): [string, boolean] => [until, later]));
  return {
    list: [[[value]], [[value, value]]],
    labelled: [[value, value]],
    count: counts,
    countOpen: counts,
    more: [[1], [13]],
    callLabel: [[value, '0743-74-1111']],
    visitSite: [[value]],
    sendLabel: [[value]],
    detailsLabel: [[value]],
    nth: [[[1]], [[2, 4]], [[1, 3, 5]]],
    notStated: [
      [true, true],
      [true, false],
      [false, true],
    ],
    span: [['8:30', '17:15']],
    extension: [['123']],
    verifiedOn: days.map((each) => [each]),
    whyTopic: [[[value]], [[value, value]]],
    whyArea: [[value]],
    open: untilLater,
    openAllDay: laters.map((later) => [later]),
    closingSoon: untilLater,
    closed: kinds.flatMap((kind) => whens.flatMap((when) => laters.map((later): Samples['closed'][number] => [kind, when, later]))),
    opensToday: [['13:00']],
    opensOn: days.map((each) => [each, '8:30']),
    byAppointment: [[''], ...untils.map((until): [string] => [until])],
    unknownHoliday: [[''], [value]],
  };
}

export interface Sentence {
  key: string;
  text: string;
}

/** Every text of a locale, functions called with sample arguments. `value` is what gets inserted. */
export function textsOf(messages: FinderMessages, value = 'X'): Sentence[] {
  const calls: Record<string, readonly (readonly unknown[])[]> = samples(messages, value);
  return Object.entries(messages).flatMap(([key, entry]: [string, FinderMessages[keyof FinderMessages]]) => {
    if (typeof entry === 'string') return [{ key, text: entry }];
    if (typeof entry === 'object') return Object.entries(entry).map(([name, text]) => ({ key: `${key}.${name}`, text }));
    const say = entry as (...args: readonly unknown[]) => string;
    return (calls[key] ?? []).map((args) => ({ key: `${key}(${JSON.stringify(args).slice(1, -1)})`, text: say(...args) }));
  });
}

/** The keys of a locale, nested ones too, with what each holds. */
export function shapeOf(messages: FinderMessages): string[] {
  return Object.entries(messages)
    .flatMap(([key, entry]: [string, FinderMessages[keyof FinderMessages]]) =>
      typeof entry === 'object' ? Object.keys(entry).map((name) => `${key}.${name}: string`) : [`${key}: ${typeof entry}`],
    )
    .sort();
}
