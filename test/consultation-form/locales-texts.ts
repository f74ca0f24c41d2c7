import assert from 'node:assert/strict';
import { easy } from '../../packages/consultation-form/src/locales/easy.js';
import { en } from '../../packages/consultation-form/src/locales/en.js';
import { draftJa } from '../../packages/consultation-form/src/locales/ja.draft.js';
import { ja } from '../../packages/consultation-form/src/locales/ja.js';
import { repliesJa } from '../../packages/consultation-form/src/locales/ja.replies.js';
import type { DayParts } from '@tsunagu/core';
import type { DraftMessages, FormMessages, RepliesMessages } from '../../packages/consultation-form/src/locales/messages.js';

/** All texts of a language, whenever they are loaded. */
export type AllMessages = FormMessages & { draft: DraftMessages; replies: RepliesMessages };

const whole = (messages: FormMessages, draft = messages.draft, replies = messages.replies): AllMessages => {
  assert.ok(draft, 'there are texts for drafts');
  assert.ok(replies, 'there are texts for replies');
  return { ...messages, draft, replies };
};

export const locales: Record<'ja' | 'easy' | 'en', AllMessages> = { ja: whole(ja, draftJa, repliesJa), easy: whole(easy), en: whole(en) };

/** Wednesday. */
export const day: DayParts = { year: 2026, month: 11, day: 25, weekday: 2 };

/** Arguments for every function of a group of texts; a new function is a type error here. */
type Calls<Group> = {
  [Key in keyof Group as Group[Key] extends (...args: never[]) => string ? Key : never]: Group[Key] extends (...args: infer Args) => string
    ? Args[]
    : never;
};

/** `value` stands for what a city or the person put in. */
function samples(value: string): Calls<FormMessages> & { household: Calls<FormMessages['household']>; draft: Calls<DraftMessages> } {
  const days = Array.from({ length: 31 }, (_, index) => ({ year: 2027, month: (index % 12) + 1, day: index + 1, weekday: index % 7 }));
  const indexes: [number][] = Array.from({ length: 12 }, (_, index) => [index + 1]);
  const counts: [number][] = [[1], [2], [23], [500]];
  return {
    list: [[[value]], [[value, value]]],
    labelled: [[value, value]],
    step: [
      [1, 4],
      [4, 4],
      [1, 1],
    ],
    left: [[-5000], [-1], [0], ...counts],
    changeLabel: [[value]],
    problemsHeading: counts,
    callLabel: [[value, '0743-74-1111']],
    tryingAgain: [[1], [2], [60]],
    sentNext: [[undefined], ...days.map((each): [DayParts] => [each])],
    household: { member: indexes, remove: indexes, years: [[0], [7], [103]], row: [[[value]], [[value, value]]] },
    draft: { passphraseHint: [[8], [12]], passphraseShort: [[8], [12]] },
  };
}

export interface Sentence {
  key: string;
  text: string;
}

type Entry = string | ((...args: readonly unknown[]) => string) | { [key: string]: Entry };

/** Every text of a locale by its path, functions called with sample arguments. `value` is what gets inserted. */
export function textsOf(messages: FormMessages, value = 'X'): Sentence[] {
  return walk(messages as unknown as Entry, samples(value), '');
}

type Calling = { [key: string]: Calling } | readonly (readonly unknown[])[] | undefined;

function walk(entry: Entry, calls: Calling, key: string): Sentence[] {
  if (typeof entry === 'string') return [{ key, text: entry }];
  if (typeof entry === 'function')
    return (calls as readonly (readonly unknown[])[]).map((args) => ({
      key: `${key}(${JSON.stringify(args).slice(1, -1)})`,
      text: entry(...args),
    }));
  return Object.entries(entry).flatMap(([name, below]) =>
    walk(below, (calls as { [key: string]: Calling } | undefined)?.[name], key ? `${key}.${name}` : name),
  );
}

/** The paths of a locale with what each holds. */
export const shapeOf = (messages: FormMessages): string[] => shape(messages as unknown as Entry, '').sort();

const shape = (entry: Entry, key: string): string[] =>
  typeof entry === 'object'
    ? Object.entries(entry).flatMap(([name, below]) => shape(below, key ? `${key}.${name}` : name))
    : [`${key}: ${typeof entry}`];
