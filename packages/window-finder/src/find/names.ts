import { longestName, type DeskIndex } from './desks.js';

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

const isBefore = (at: number, end: number): boolean => at >= 0 && at < end;

/** What stands in the most lists, in rising order. */
function inMost(lists: readonly number[][]): number[] {
  if (lists.length === 1) return lists[0]!;
  const counts = new Map<number, number>();
  for (const list of lists) for (const at of list) counts.set(at, (counts.get(at) ?? 0) + 1);
  let most = 0;
  for (const count of counts.values()) most = Math.max(most, count);
  return [...counts].flatMap(([at, count]) => (count === most ? [at] : [])).sort((a, b) => a - b);
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
    const called: number[] = [];
    const mentioned: number[] = [];
    for (const at of inMost(scans.map((scan) => scan.found))) {
      const desk = this.index.desks[at]!;
      (words.every((word) => isBefore(desk.text.indexOf(word), desk.called)) ? called : mentioned).push(at);
    }
    return { called, mentioned };
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

  /**
   * Desks whose whole name stands inside a sentence (健康課に電話したい), the most fully named only: 東生駒 is not 生駒.
   * Three kana count only where the sentence begins: elsewhere they are met by chance.
   */
  namedIn(text: string): { at: number; matched: string }[] {
    const { byName } = this.index;
    for (let length = Math.min(longestName, text.length - 1); length >= 3; length--) {
      const found: { at: number; matched: string }[] = [];
      for (let from = 0; from + length <= Math.min(text.length, 200); from++) {
        const matched = text.slice(from, from + length);
        if (from > 0 && length === 3 && /^[ぁ-ん]+$/.test(matched)) continue;
        for (const at of byName.get(matched) ?? []) found.push({ at, matched });
      }
      if (found.length) return found;
    }
    return [];
  }

  /** Desks with these digits in a phone or FAX number; `digits` has at least three. */
  byNumber(digits: string): number[] {
    const wanted = digits.length > 9 && digits.startsWith('81') ? `0${digits.slice(2)}` : digits;
    return this.index.desks.flatMap((desk, at) => (desk.numbers.includes(wanted) ? [at] : []));
  }
}
