/** Bodies in JSON, read as I-JSON (RFC 7493) demands of messages: UTF-8, unique names, whole characters. */
import { Problem } from '../problems.js';

/** The longest consultation nests three deep. */
const deepest = 32;

/** Names that have a meaning to JavaScript objects; no field is called so. */
const reserved = new Set(['__proto__', 'constructor', 'prototype']);

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * @throws Problem `unsupported` for another charset than UTF-8, `not-json` for everything that is no I-JSON, too deep, or has a reserved name.
 */
export function readJson(body: Buffer, contentType: string | undefined): unknown {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(contentType ?? '')?.[1];
  if (charset !== undefined && !/^utf-?8$/i.test(charset)) throw new Problem('unsupported');
  let text: string;
  let value: unknown;
  try {
    text = utf8.decode(body);
    value = JSON.parse(text);
  } catch {
    throw new Problem('not-json');
  }
  inspectTokens(text);
  return value;
}

/** Strings, brackets, commas; what stands between them does not matter here. The text is known to be JSON. */
const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],]/g;

/** `JSON.parse` lets the last of equal names win, and nests as deep as memory goes; neither is what a sender meant. */
function inspectTokens(text: string): void {
  /** For each open bracket: the names of the object so far, or undefined for a list. */
  const open: (Set<string> | undefined)[] = [];
  let nameNext = false;
  for (const [token] of text.matchAll(tokens)) {
    const names = open.at(-1);
    if (token === '{' || token === '[') {
      open.push(token === '{' ? new Set() : undefined);
      if (open.length > deepest) throw new Problem('not-json');
      nameNext = token === '{';
    } else if (token === '}' || token === ']') {
      open.pop();
      nameNext = false;
    } else if (token === ',') nameNext = names !== undefined;
    else {
      const string = JSON.parse(token) as string;
      if (/\p{Surrogate}/u.test(string)) throw new Problem('not-json');
      if (!nameNext) continue;
      if (names!.has(string) || reserved.has(string)) throw new Problem('not-json');
      names!.add(string);
      nameNext = false;
    }
  }
}
