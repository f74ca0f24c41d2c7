import type { DeskIndex } from './desks.js';

/** Desks whose name, place or text has the words. */
export interface NameMatches {
  /** Desks that are called so; in their order. */
  called: number[];
  /** Desks that say so elsewhere, or have only some of the words. */
  mentioned: number[];
}

interface Scan {
  token: string;
  found: number[];
}

const worthScanning = (token: string): boolean => token.length > 1 || /[\u3400-\u9fff]/.test(token);

/**
 * Looks desks up by name. While a word grows, only the desks that had the shorter word are looked at again.
 */
export class NameScanner {
  #last: Scan[] = [];

  constructor(private readonly index: DeskIndex) {}

  /** All words must be there; when no desk has them all, the desks with most of them. */
  scan(tokens: readonly string[]): NameMatches {
    const words = tokens.filter(worthScanning);
    const scans = words.map((token, at) => this.#scanOne(token, this.#last[at]));
    this.#last = scans;
    if (!scans.length) return { called: [], mentioned: [] };
    const counts = new Map<number, number>();
    for (const { found } of scans) for (const at of found) counts.set(at, (counts.get(at) ?? 0) + 1);
    let most = 0;
    for (const count of counts.values()) most = Math.max(most, count);
    const called: number[] = [];
    const mentioned: number[] = [];
    for (const [at, count] of counts) {
      if (count < most) continue;
      const desk = this.index.desks[at]!;
      const byName = count === words.length && words.every((word) => desk.text.indexOf(word) < desk.called);
      (byName ? called : mentioned).push(at);
    }
    const inOrder = (a: number, b: number): number => a - b;
    return { called: called.sort(inOrder), mentioned: mentioned.sort(inOrder) };
  }

  #scanOne(token: string, last: Scan | undefined): Scan {
    if (last?.token === token) return last;
    const { desks } = this.index;
    const found: number[] = [];
    if (last && token.startsWith(last.token)) {
      for (const at of last.found) if (desks[at]!.text.includes(token)) found.push(at);
    } else {
      for (let at = 0; at < desks.length; at++) if (desks[at]!.text.includes(token)) found.push(at);
    }
    return { token, found };
  }

  /** Desks whose whole name stands inside a sentence (健康課に電話したい). */
  namedIn(text: string): { at: number; matched: string }[] {
    const { byName, longestName } = this.index;
    const found = new Map<number, string>();
    for (let from = 0; from < Math.min(text.length, 200); from++) {
      for (let length = Math.min(longestName, text.length - from); length >= 3; length--) {
        const name = text.slice(from, from + length);
        for (const at of byName.get(name) ?? []) if ((found.get(at)?.length ?? 0) < length) found.set(at, name);
      }
    }
    let longest = 0;
    for (const name of found.values()) longest = Math.max(longest, name.length);
    return [...found].filter(([, name]) => name.length === longest).map(([at, matched]) => ({ at, matched }));
  }

  /** Desks with these digits in a phone or FAX number; `digits` has at least three. */
  byNumber(digits: string): number[] {
    const wanted = digits.length > 9 && digits.startsWith('81') ? `0${digits.slice(2)}` : digits;
    return this.index.desks.flatMap((desk, at) => (desk.numbers.includes(wanted) ? [at] : []));
  }
}
