import { normalise } from '../text/index.js';

/** One way of saying a part of a cue: as written in the vocabulary, and folded for comparing. */
interface Way {
  written: string;
  folded: string;
  parts: Set<Part>;
}

/** A part is there when one of its ways occurs in the text. */
interface Part {
  ways: Way[];
  cues: Cue[];
}

interface Cue {
  topic: string;
  weak: boolean;
  parts: Part[];
  not: Way[];
}

/** A cue found in a text: the words as the vocabulary writes them, the length (in folded characters) of what matched. */
export interface CueHit {
  topic: string;
  weak: boolean;
  words: string[];
  matched: string[];
  length: number;
}

/** Words end where letters end; English endings (-s, -ed) may follow a longer one. */
const isLatin = (char: string | undefined): boolean => char !== undefined && char >= 'a' && char <= 'z';

/** Whether `way` stands in `text` at `at`: a Latin word begins at a word boundary, so that "rent" is not in "parents". */
const standsAt = (text: string, way: string, at: number): boolean =>
  text.startsWith(way, at) &&
  !(isLatin(way[0]) && isLatin(text[at - 1])) &&
  !(way.length < 4 && isLatin(way.at(-1)) && isLatin(text[at + way.length]));

const occurs = (text: string, way: string): boolean => {
  for (let at = text.indexOf(way); at >= 0; at = text.indexOf(way, at + 1)) if (standsAt(text, way, at)) return true;
  return false;
};

/**
 * Finds the cues of a vocabulary in a text, in time that grows with the text and not with the vocabulary.
 * `lists` are the `$p` … of the notation (see `national.ts`); an unknown `$x` is taken as written.
 */
export class CueFinder {
  readonly #lists: Record<string, string>;
  readonly #ways = new Map<string, Way>();
  readonly #parts = new Map<string, Part>();
  /** Ways by their first two characters (or the only one). */
  readonly #starts = new Map<string, Way[]>();
  #sorted: Way[] | undefined;

  constructor(lists: Record<string, string> = {}) {
    this.#lists = lists;
  }

  /** Adds cues of a worry in the notation of `national.ts`, one each; `?` before one makes it weak. */
  add(topic: string, words: readonly string[]): void {
    for (const word of words) {
      const weak = word.startsWith('?');
      this.#addCue(topic, weak ? word.slice(1) : word, weak);
    }
  }

  #addCue(topic: string, word: string, weak: boolean): void {
    const cue: Cue = { topic, weak, parts: [], not: [] };
    for (const text of word.split('+')) {
      if (text.startsWith('!')) cue.not.push(...this.#waysOf(text.replaceAll('!', '')));
      else if (text) cue.parts.push(this.#part(text));
    }
    if (cue.parts.some((part) => !part.ways.length)) return;
    for (const part of new Set(cue.parts)) part.cues.push(cue);
    this.#sorted = undefined;
  }

  #part(text: string): Part {
    let part = this.#parts.get(text);
    if (!part) {
      this.#parts.set(text, (part = { ways: this.#waysOf(text), cues: [] }));
      for (const way of part.ways) way.parts.add(part);
    }
    return part;
  }

  #waysOf(text: string): Way[] {
    return text.split('/').flatMap((written) => {
      const list = this.#lists[written];
      if (list !== undefined) return this.#waysOf(list);
      const folded = normalise(written.replaceAll('_', ' '));
      if (!folded) return [];
      let way = this.#ways.get(folded);
      if (!way) {
        this.#ways.set(folded, (way = { written, folded, parts: new Set() }));
        const start = folded.slice(0, 2);
        const others = this.#starts.get(start);
        if (others) others.push(way);
        else this.#starts.set(start, [way]);
      }
      return [way];
    });
  }

  /** The cues in a folded text. Of two worries the one with the longer word stays (生活 within 生活保護). */
  find(text: string): CueHit[] {
    const best = new Map<Part, Way>();
    const note = (way: Way): void => {
      for (const part of way.parts) {
        const other = best.get(part);
        if (!other || other.folded.length < way.folded.length) best.set(part, way);
      }
    };
    for (let at = 0; at < text.length; at++) {
      for (const way of this.#starts.get(text[at]!) ?? []) note(way);
      for (const way of this.#starts.get(text.slice(at, at + 2)) ?? []) if (standsAt(text, way.folded, at)) note(way);
    }
    const hits = new Map<Cue, CueHit>();
    for (const part of best.keys()) {
      for (const cue of part.cues) {
        if (hits.has(cue) || cue.parts.some((p) => !best.has(p)) || cue.not.some((way) => occurs(text, way.folded))) continue;
        const ways = cue.parts.map((p) => best.get(p)!);
        const matched = ways.map((way) => way.folded);
        hits.set(cue, {
          topic: cue.topic,
          weak: cue.weak,
          words: ways.map((way) => way.written),
          matched,
          length: matched.join('').length,
        });
      }
    }
    return withoutWeaker([...hits.values()]);
  }

  /** Cues of which the end of a text may be the beginning (ひきこ → ひきこもり); at least two characters, or one kanji. */
  startingWith(beginning: string): CueHit[] {
    if (beginning.length < 2 && !/[\u3400-\u9fff]/.test(beginning)) return [];
    const sorted = (this.#sorted ??= [...this.#ways.values()].sort((a, b) => (a.folded < b.folded ? -1 : 1)));
    let low = 0;
    for (let high = sorted.length; low < high;) {
      const middle = (low + high) >> 1;
      if (sorted[middle]!.folded < beginning) low = middle + 1;
      else high = middle;
    }
    const hits: CueHit[] = [];
    for (let at = low; at < sorted.length && sorted[at]!.folded.startsWith(beginning); at++) {
      const way = sorted[at]!;
      for (const part of way.parts) {
        for (const cue of part.cues) {
          if (cue.parts.length === 1)
            hits.push({ topic: cue.topic, weak: cue.weak, words: [way.written], matched: [beginning], length: beginning.length });
        }
      }
    }
    return hits;
  }
}

/** Leaves out a cue of one worry that is only a piece of a longer word of another: 生活 in 生活保護. */
function withoutWeaker(hits: CueHit[]): CueHit[] {
  const within = (piece: string, word: string): boolean => word.length > piece.length && word.includes(piece);
  return hits.filter(
    (hit) =>
      !hits.some(
        (other) =>
          other.topic !== hit.topic && !other.weak && hit.matched.every((piece) => other.matched.some((word) => within(piece, word))),
      ),
  );
}
