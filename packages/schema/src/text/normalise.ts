import { readings } from './readings.js';

/** Marks of the character table below: leave out, look closer, ask NFKC first. Real characters never have these codes. */
const DROP = 0;
const NFKC = 1;
const SPACE = 2;
const HYPHEN = 3;
const REPEAT = 4;
const REPEAT_VOICED = 5;

const code = (char: string): number => char.charCodeAt(0);

/** Characters of one sound or one meaning that people mix: old and new forms, small kana, ヶ. `from` and `to` in pairs. */
const twins =
  'ぁあぃいぅうぇえぉおっつゃやゅゆょよゎわゕかゖけゐいゑえ齋斎髙高﨑崎邉辺邊辺濱浜澤沢篭籠聲声學学國国惡悪廣広嶋島壽寿獨独癡痴';

let table: Uint16Array | undefined;

function characterTable(): Uint16Array {
  if (table) return table;
  const made = new Uint16Array(65536).fill(NFKC);
  const keep = (from: number, to: number, shift = 0): void => {
    for (let c = from; c <= to; c++) made[c] = c + shift;
  };
  keep(0x30, 0x39);
  keep(0x61, 0x7a);
  keep(0x41, 0x5a, 32);
  keep(0x3041, 0x3096);
  keep(0x3400, 0x9fff);
  keep(0xd800, 0xdfff);
  keep(0x30a1, 0x30f6, -0x60);
  keep(0xff10, 0xff19, -0xfee0);
  keep(0xff21, 0xff3a, -0xfec0);
  keep(0xff41, 0xff5a, -0xfee0);
  for (let i = 0; i < twins.length; i += 2) {
    const to = code(twins[i + 1]!);
    made[code(twins[i]!)] = to;
    if (code(twins[i]!) < 0x3097) made[code(twins[i]!) + 0x60] = to;
  }
  for (let c = 0; c < 0x30; c++) made[c] = c <= 0x20 ? SPACE : DROP;
  for (const c of ':;<=>?@[\\]^_`{|}~\x7f') made[code(c)] = DROP;
  for (const c of '、。，．・！？（）「」『』【】［］〈〉《》〔〕：；＆／＼＋＝＜＞＠＃＄％＊＿｀｛｝｜“”‘’…‥゛゜※●○◎■□★☆→×〇〜～')
    made[code(c)] = DROP;
  for (const c of '-‐‑‒–—―−－ｰー') made[code(c)] = HYPHEN;
  made[code('　')] = SPACE;
  made[0x0a] = 0x0a;
  made[0x3005] = made[0x309d] = made[0x30fd] = REPEAT;
  made[0x309e] = made[0x30fe] = REPEAT_VOICED;
  return (table = made);
}

/** Spellings by the code of their first character, longest first, so that 母子 is read before 母. */
type Spellings = [spelling: number[], reading: number[]][];
let spellings: (Spellings | undefined)[] | undefined;

function spellingTable(): (Spellings | undefined)[] {
  if (spellings) return spellings;
  const made = new Array<Spellings | undefined>(0xa000).fill(undefined);
  const out = new Uint16Array(64);
  const fold = (s: string): number[] => Array.from(out.subarray(0, foldCharacters(s, out)));
  for (const entry of readings.split(' ')) {
    const [, reading, forms] = /^([ぁ-ん]+)=?(.+)$/.exec(entry)!;
    for (const form of forms!.split('/')) {
      const [stem, endings] = form.split('~');
      for (const ending of endings ?? ['']) {
        const spelling = fold(stem! + ending);
        (made[spelling[0]!] ??= []).push([spelling, fold(reading! + ending)]);
      }
    }
  }
  for (const list of made) list?.sort((a, b) => b[0].length - a[0].length);
  return (spellings = made);
}

const LONG_VOWEL = 0x30fc;
/** 1: hiragana, 2: katakana; long-vowel marks and hyphens belong to either, as 0. */
const script = (c: number): number => (c >= 0x3041 && c <= 0x3096 ? 1 : c >= 0x30a1 && c <= 0x30fa ? 2 : isLongVowel(c) ? 0 : -1);
const isLongVowel = (c: number): boolean => c === LONG_VOWEL || characterTable()[c] === HYPHEN;

/**
 * Whether the long vowel at `at` is part of a word of one or two kana (ニート, ローン), which would be met everywhere without it;
 * in longer words people leave it out (ケアマネージャー, ヘルパ), so there it does not count.
 */
function inShortWord(s: string, at: number): boolean {
  let kana = 0;
  let own = 0;
  for (const step of [-1, 1]) {
    for (let i = at + step; i >= 0 && i < s.length && Math.abs(i - at) < 8 && kana < 3; i += step) {
      const kind = script(s.charCodeAt(i));
      if (kind < 0 || (kind && own && kind !== own)) break;
      if (kind) {
        own = kind;
        kana++;
      }
    }
  }
  return kana < 3;
}

const isKana = (c: number): boolean => (c >= 0x3041 && c <= 0x3096) || c === LONG_VOWEL;
const isAscii = (c: number): boolean => c < 0x80;

/** Folds character by character into `out`; returns the length, or -1 when the string needs NFKC first. */
function foldCharacters(s: string, out: Uint16Array, composed = false): number {
  const map = characterTable();
  let n = 0;
  let space = false;
  for (let i = 0; i < s.length; i++) {
    let c = map[s.charCodeAt(i)]!;
    if (c <= REPEAT_VOICED) {
      if (c === DROP) continue;
      if (c === NFKC) {
        if (!composed) return -1;
        c = s.charCodeAt(i);
        if (c > 0x2000 && c < 0x2070) continue;
      } else if (c === SPACE) {
        space = n > 0;
        continue;
      } else if (c === HYPHEN) {
        // In kana a hyphen is a mistyped long-vowel mark; between figures it separates.
        if (n > 0) {
          if (!isKana(out[n - 1]!)) out[n++] = 0x2d;
          else if (inShortWord(s, i)) out[n++] = LONG_VOWEL;
        }
        space = false;
        continue;
      } else {
        if (n === 0) continue;
        c = out[n - 1]! + (c === REPEAT_VOICED ? 1 : 0);
      }
    }
    if (space) {
      // A space parts words only where letters would run together otherwise (English); Japanese is written without.
      if (isAscii(c) && isAscii(out[n - 1]!) && out[n - 1] !== 0x2d) out[n++] = 0x20;
      space = false;
    }
    out[n++] = c;
  }
  return n;
}

function foldSpellings(chars: Uint16Array, length: number, out: Uint16Array): number {
  const all = spellingTable();
  let n = 0;
  for (let i = 0; i < length;) {
    const c = chars[i]!;
    const list = c < 0xa000 ? all[c] : undefined;
    let read = 0;
    if (list) {
      search: for (const [spelling, reading] of list) {
        if (i + spelling.length > length) continue;
        for (let k = 1; k < spelling.length; k++) if (chars[i + k] !== spelling[k]) continue search;
        for (const r of reading) out[n++] = r;
        read = spelling.length;
        break;
      }
    }
    if (read) i += read;
    else {
      out[n++] = c;
      i++;
    }
  }
  return n;
}

let first = new Uint16Array(1024);
let second = new Uint16Array(4096);

function toText(codes: Uint16Array, length: number): string {
  let text = '';
  for (let at = 0; at < length; at += 4096) {
    text += String.fromCharCode.apply(null, codes.subarray(at, Math.min(length, at + 4096)) as unknown as number[]);
  }
  return text;
}

/**
 * Folds Japanese text to one form for comparing, never for showing: NFKC (full and half width), lower case, katakana → hiragana,
 * small kana → large, punctuation and the long-vowel marks of longer words out, iteration marks written out, spaces out except between Latin words (line breaks stay),
 * and common words to their reading (`readings.ts`), so that 障害, 障碍, 障がい, しょうがい and ｼｮｳｶﾞｲ are all `しようがい`.
 *
 * Linear in the length. A text that contains a word folds to one that contains the word's fold, save where a longer spelling
 * swallows the word (母 in 母子).
 */
export function normalise(s: string): string {
  const length = foldInto(s);
  if (length * 8 > second.length) second = new Uint16Array(length * 16);
  return toText(second, foldSpellings(first, length, second));
}

/** Folds characters into `first`, after NFKC where the string needs it. */
function foldInto(s: string): number {
  if (s.length >= first.length) first = new Uint16Array(s.length * 2);
  const length = foldCharacters(s, first);
  if (length >= 0) return length;
  const composed = s.normalize('NFKC').toLowerCase();
  if (composed.length >= first.length) first = new Uint16Array(composed.length * 2);
  return foldCharacters(composed, first, true);
}

/** The same without the readings: kanji stay kanji, so that half a word (障, 引き) is found while it is being typed. */
export function normaliseCharacters(s: string): string {
  return toText(first, foldInto(s));
}

/** Only the ASCII digits of a text, full-width ones included: `０７４３-74` → `074374`. */
export function digits(s: string): string {
  return s.normalize('NFKC').replace(/\D/g, '');
}
