/** Furigana for a name that comes with its reading in one piece, as a directory has it. */
import { rubyRuns, withoutRuby } from '@tsunagu/core';

const kanji = /[々〆ヶ\p{Script=Han}]/u;
const hiraganaOnly = /^[ぁ-ゖー・\s]+$/;
const toHiragana = (text: string): string => text.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 96));

/** Longer names than a desk has are not cut. */
const longest = 80;

/** A way to read the runs so far. `sure`: the only one that ends there. */
interface Cut {
  sure: boolean;
  reading: string;
  before: Cut | undefined;
}

/** The reading of each run, or undefined when there is none or more than one way to cut. A table of ends, so that no name takes long. */
function cut(runs: readonly string[], reading: string): string[] | undefined {
  let ends = new Map<number, Cut | undefined>([[0, undefined]]);
  for (const run of runs) {
    const next = new Map<number, Cut>();
    const read = (from: number, to: number, before: Cut | undefined): void => {
      next.set(to, { sure: !next.has(to) && before?.sure !== false, reading: reading.slice(from, to), before });
    };
    const literal = toHiragana(run);
    for (const [from, before] of ends) {
      if (kanji.test(run)) for (let to = from + 1; to <= reading.length && reading[to - 1]!.trim(); to++) read(from, to, before);
      else if (reading.startsWith(literal, from)) read(from, from + literal.length, before);
      // A blank or a bracket may be missing in the reading; a number is read in words, and then nobody knows where they end.
      else if (!/[\p{L}\p{N}]/u.test(run)) read(from, from, before);
    }
    ends = next;
  }
  let last = ends.get(reading.length);
  if (!last?.sure) return undefined;
  const readings: string[] = [];
  for (; last; last = last.before) readings.unshift(last.reading);
  return readings;
}

/**
 * `東生駒地域包括支援センター` with its kana → `東生駒地域包括支援《ひがしいこまちいきほうかつしえん》センター`: the kana of the name is found again in the reading,
 * and what lies between is the kanji's. Where that can be cut in two ways, or does not fit, the reading follows in brackets.
 */
export function withReading(name: string, kana: string | undefined): string {
  const reading = toHiragana((kana ?? '').trim());
  if (name.includes('《') || !kanji.test(name) || !hiraganaOnly.test(reading)) return name;
  const runs = name.match(/[々〆ヶ\p{Script=Han}]+|[^々〆ヶ\p{Script=Han}]+/gu)!;
  const readings = name.length <= longest && reading.length <= 2 * longest ? cut(runs, reading) : undefined;
  if (!readings) return `${name}（${reading}）`;
  return runs.map((run, index) => (kanji.test(run) ? `${run}《${readings[index]!}》` : run)).join('');
}

/** Are the marks in a text written as they should be: readings in kana over something, no mark left over? */
export const hasFairRuby = (text: string): boolean =>
  rubyRuns(text).every(({ reading }) => reading === undefined || /^[ぁ-ゖァ-ヶー]+$/.test(reading)) && !/[《》｜]/.test(withoutRuby(text));

/** What writes a name with its reading, and tells a label with readings from one with stray marks. */
export interface FairReadings {
  withReading: typeof withReading;
  hasFairRuby: typeof hasFairRuby;
}

export const fairReadings: FairReadings = { withReading, hasFairRuby };
