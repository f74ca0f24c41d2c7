/**
 * What is kept of a form that is not sent yet, and where: the tab's own memory (`draft="tab"`), gone with the tab. Never thrown at a person:
 * where storage is blocked, full or holds something strange, there is simply no draft.
 */
import { languages, type Language } from '@tsunagu/core';
import { draftPrefix, quietly } from './exit.js';
import { fields, noAnswers, relations, stepNames, type Answers, type MemberAnswer } from './answers.js';

/** A sending of which nobody knows whether it arrived. The same words go out again as the same bytes under the same key. */
export interface Pending {
  /** Idempotency key. */
  key: string;
  /** The body as it went out. */
  body: string;
  /** The consultation it was made of, as JSON. */
  of: string;
}

export interface Kept {
  answers: Answers;
  /** The page that was shown. */
  step: string;
  /** Id of the desk that was chosen: what is on its way goes to the same one. */
  desk?: string;
  /** The language that was chosen in the form, not the page's own. */
  language?: Language;
  /** UTC, `2026-11-24T01:30:00.000Z`. */
  savedAt: string;
  pending?: Pending | undefined;
}

/** The fewest characters that a passphrase has. */
export const shortestPassphrase = 8;

const day = 24 * 60 * 60_000;
/** A draft is kept for so long (ms). */
export const keptFor = 7 * day;

/** Far above what any form takes, and low enough not to freeze a phone (UTF-16 units, entries). */
const most = { stored: 1_000_000, text: 100_000, ids: 100, household: 50 };

const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, most.text) : '');
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const members = (value: unknown): Record<string, unknown> => Object(value) as Record<string, unknown>;

/** Is it one of the choices? Where they are the city's: an id, but no name that every object has, which would look up something else. */
const isChoice = (value: unknown, options: readonly string[]): value is string =>
  typeof value === 'string' && (options.length ? options.includes(value) : /^[a-z0-9][\w./-]{0,129}$/.test(value) && !(value in {}));

const choice = (value: unknown, options: readonly string[]): string => (isChoice(value, options) ? value : '');

function memberOf(value: unknown): MemberAnswer {
  const { relation, age, note } = members(value);
  return { relation: choice(relation, relations), age: text(age), note: text(note) };
}

function answersOf(value: unknown): Answers {
  const found = members(value);
  const answers: Record<string, unknown> = noAnswers();
  for (const { name, kind, options = [] } of stepNames.flatMap((step) => fields[step])) {
    const each = found[name];
    if (kind === 'household') answers[name] = list(each).slice(0, most.household).map(memberOf);
    else if (kind === 'checks') answers[name] = [...new Set(list(each).filter((id) => isChoice(id, options)))].slice(0, most.ids);
    else answers[name] = kind === 'radio' ? choice(each, options) : text(each);
  }
  return answers as Answers;
}

/** The answers in a state that a browser keeps for a host form, as far as they are ours. */
export function checkAnswers(state: string): Answers | undefined {
  const value = quietly(() => JSON.parse(state) as unknown);
  return typeof value === 'object' && value ? answersOf(value) : undefined;
}

/** A draft that comes back to a form in which something stands already: the draft counts, of own words none are dropped. */
export function joinAnswers(kept: Answers, present: Answers): Answers {
  const given = Object.entries(kept).filter(([, value]) => value.length > 0);
  const words = kept.words.includes(present.words) ? kept.words : [kept.words, present.words].filter(Boolean).join('\n');
  return { ...present, ...(Object.fromEntries(given) as Partial<Answers>), words };
}

/** Whole or not at all: other bytes under the same key would be refused. */
function pendingOf(value: unknown): Pending | undefined {
  const { key, body, of } = members(value);
  const whole = typeof key === 'string' && /^[\w-]{16,128}$/.test(key) && typeof body === 'string' && typeof of === 'string';
  return whole ? { key, body, of } : undefined;
}

/**
 * A draft in the shape the form works with, made of whatever was stored: an answer that is not one (another version's, a stranger's) is left
 * out, the others stay. Undefined when it is no draft or older than {@link keptFor}. Never throws on what JSON can hold.
 */
export function checkKept(value: unknown, now: number): Kept | undefined {
  const { answers, step, desk, language, savedAt, pending } = members(value);
  const [page, saved] = [text(step), text(savedAt)];
  const age = /^\d{4}-.{1,20}Z$/.test(saved) ? now - Date.parse(saved) : NaN;
  // A clock may be set back a little; a draft from the future would never end.
  if (!(age > -day && age < keptFor) || !/^[a-z-]{1,20}$/.test(page) || !answers) return undefined;
  const sending = pendingOf(pending);
  return {
    answers: answersOf(answers),
    step: page,
    savedAt: saved,
    ...(isChoice(desk, []) && { desk }),
    ...(isChoice(language, languages) && { language: language as Language }),
    ...(sending && { pending: sending }),
  };
}

/** A name for drafts of one form that gives away neither page nor desk to somebody who looks at the storage. */
export function draftScope(form: string): string {
  let [one, two] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < form.length; index++) {
    const unit = form.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x9e3779b1);
    two = Math.imul((two << 5) ^ (two >>> 27) ^ unit, 0x5f356495);
  }
  return (one >>> 0).toString(36) + (two >>> 0).toString(36);
}

export interface TabDraft {
  read(): Kept | undefined;
  /** False when it could not be kept. */
  write(kept: Kept): boolean;
  wipe(): void;
}

/**
 * The draft of this tab. A tab that is duplicated takes a copy along (so browsers do). What cannot be read, or is too old, is removed.
 * @param scope from {@link draftScope}
 */
export function tabDraft(scope: string, { now = Date.now }: { now?: () => number } = {}): TabDraft {
  const key = draftPrefix + scope;
  const wipe = (): void => quietly(() => sessionStorage.removeItem(key));
  return {
    read() {
      const kept = quietly(() => {
        const stored = sessionStorage.getItem(key) ?? '';
        return stored.length > most.stored ? undefined : checkKept(JSON.parse(stored), now());
      });
      if (!kept) wipe();
      return kept;
    },
    write: (kept) => quietly(() => (sessionStorage.setItem(key, JSON.stringify(kept)), true)) ?? false,
    wipe,
  };
}
