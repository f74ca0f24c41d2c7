/** A cue found in a text: the words as the vocabulary writes them, and folded. */
export interface CueHit {
  topic: string;
  weak: boolean;
  words: string[];
  matched: string[];
}

/** Finds the cues of a vocabulary in folded texts. */
export interface CueFinder {
  /** Adds cues of a worry in the notation of `core.ts`, one each; `?` before one makes it weak. */
  add(topic: string, words: readonly string[]): void;
  /** The cues in a folded text, in time that grows with the text. Of two worries the one with the longer word stays (生活 in 生活保護). */
  find(text: string): CueHit[];
  /** Cues of which a folded text may be the beginning (ひきこ → ひきこもり); at least two characters, or one kanji. */
  startingWith(beginning: string): CueHit[];
}

interface Cue {
  topic: string;
  weak: boolean;
  /** Each part is there when one of its ways (folded, longest first) is. */
  parts: string[][];
  not: string[];
}

interface Way {
  written: string;
  cues: Set<Cue>;
}

const isLatin = (char = ''): boolean => /^[a-z]/.test(char);

/** A Latin word begins at a word boundary ("rent" is not in "parents"); a short one also ends there, a longer one may take endings. */
const standsAt = (text: string, way: string, at: number): boolean =>
  text.startsWith(way, at) && !(isLatin(way) && (isLatin(text[at - 1]) || (!way[3] && isLatin(text[at + way.length]))));

/** `lists` are the `$p` … of the notation; an unknown `$x` is taken as written. */
export function createCueFinder(normalise: (text: string) => string, lists: Readonly<Record<string, string>> = {}): CueFinder {
  const ways = new Map<string, Way>();
  /** Ways by their first two characters (or the only one). */
  const starts = new Map<string, string[]>();

  const waysOf = (part: string): string[] =>
    part
      .split('/')
      .flatMap((written) => {
        // A city's own word may be one that every object answers to (`constructor`); those do not begin with `$`.
        if (written.startsWith('$') && lists[written]) return waysOf(lists[written]);
        const folded = normalise(written.replaceAll('_', ' '));
        if (folded && !ways.has(folded)) {
          ways.set(folded, { written, cues: new Set() });
          starts.set(folded.slice(0, 2), [...(starts.get(folded.slice(0, 2)) ?? []), folded]);
        }
        return folded || [];
      })
      .sort((a, b) => b.length - a.length);

  const hitOf = (cue: Cue, matched: string[]): CueHit => ({ ...cue, matched, words: matched.map((way) => ways.get(way)!.written) });

  return {
    add(topic, words) {
      for (const word of words) {
        const cue: Cue = { topic, weak: word.startsWith('?'), parts: [], not: [] };
        for (const part of word.replace(/^\?/, '').split('+')) {
          if (part.startsWith('!')) cue.not.push(...waysOf(part.replaceAll('!', '')));
          else cue.parts.push(waysOf(part));
        }
        for (const way of cue.parts.flat()) ways.get(way)!.cues.add(cue);
      }
    },
    find(text) {
      const present = new Set<string>();
      for (let at = 0; at < text.length; at++) {
        for (const start of [text[at]!, text.slice(at, at + 2)])
          for (const way of starts.get(start) ?? []) if (standsAt(text, way, at)) present.add(way);
      }
      const cues = new Set([...present].flatMap((way) => [...ways.get(way)!.cues]));
      const hits: CueHit[] = [];
      for (const cue of cues) {
        const matched = cue.parts.map((part) => part.find((way) => present.has(way))!);
        if (matched.every(Boolean) && !cue.not.some((way) => present.has(way))) hits.push(hitOf(cue, matched));
      }
      return hits.filter(
        (hit) =>
          !hits.some(
            (other) =>
              other.topic !== hit.topic &&
              !other.weak &&
              hit.matched.every((piece) => other.matched.some((word) => word.length > piece.length && word.includes(piece))),
          ),
      );
    },
    startingWith(beginning) {
      if (beginning.length < 2 && !/[\u3400-\u9fff]/.test(beginning)) return [];
      return [...ways].flatMap(([way, { cues }]) =>
        way.startsWith(beginning) ? [...cues].filter((cue) => !cue.parts[1]).map((cue) => hitOf(cue, [way])) : [],
      );
    },
  };
}
