/** What may come through the door at all, before any shape is asked: fields that this version does not know are kept, so they are looked at too. */
import { isClean } from './limits.js';
import type { IssueCode, IssuePath } from '../light.js';

/** A consultation is three deep; what nests further was not written by a form, and would overflow whoever writes it out as JSON. */
const deepest = 12;
const mostValues = 2000;
/** Characters in all strings and keys together: the longest sealed letter fits. */
const mostCharacters = 100_000;

export interface Unsound {
  path: IssuePath;
  code: IssueCode;
  expected: string;
}

interface Place {
  value: unknown;
  path: IssuePath;
}

/**
 * What a value holds that JSON or a database cannot keep, or that is out of all proportion: the first such thing, or undefined.
 * Looks at own enumerable properties, never recurses, reads at most 2,000 values.
 */
export function findUnsound(input: unknown): Unsound | undefined {
  const open: Place[] = [{ value: input, path: [] }];
  let seen = 0;
  let characters = 0;
  for (let place = open.pop(); place; place = open.pop()) {
    const { value, path } = place;
    const wrong = (code: IssueCode, expected: string): Unsound => ({ path, code, expected });
    if (++seen > mostValues) return { path: [], code: 'too-long', expected: `<= ${mostValues} values` };
    if (typeof value === 'string') {
      if ((characters += value.length) > mostCharacters) return { path: [], code: 'too-long', expected: `<= ${mostCharacters} characters` };
      if (!isClean(value)) return wrong('format', 'text');
    } else if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') return wrong('type', 'json');
    if (typeof value !== 'object' || value === null) continue;
    if (path.length >= deepest) return { path: path.slice(0, 1), code: 'too-long', expected: `<= ${deepest} levels` };
    if (Array.isArray(value)) {
      if (value.length + seen > mostValues) return { path: path.slice(0, 2), code: 'too-long', expected: `<= ${mostValues} values` };
      for (let index = value.length - 1; index >= 0; index--) open.push({ value: value[index], path: [...path, index] });
      continue;
    }
    const keys = Object.keys(value);
    if (keys.length + seen > mostValues) return { path: [], code: 'too-long', expected: `<= ${mostValues} values` };
    for (const key of keys.reverse()) {
      // Told at the parent: a key of this kind is not put into a message.
      if (key === '__proto__' || key.length > 100 || !isClean(key)) return wrong('format', 'key');
      characters += key.length;
      open.push({ value: (value as Record<string, unknown>)[key], path: [...path, key] });
    }
  }
  return undefined;
}
