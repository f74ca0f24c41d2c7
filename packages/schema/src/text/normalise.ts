/** Characters of one sound or one meaning that people mix: small kana, old forms; and what stands for them. */
const mixed = 'ぁぃぅぇぉっゃゅょゎゕゖゐゑ髙﨑篭';
const plain = 'あいうえおつやゆよわかけいえ高崎籠';
const anyMixed = /* @__PURE__ */ new RegExp(`[${mixed}]`, 'g');

/**
 * Folds Japanese text without its readings: kanji stay kanji, so that half a word (障, 引き) is found while it is being typed.
 * NFKC (full and half width), lower case, katakana → hiragana, small kana → large, punctuation and marks out, iteration marks written out,
 * spaces out except between Latin words; line breaks stay.
 */
export const normaliseCharacters = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    // A mistyped long-vowel mark is a hyphen, and the other way round.
    .replace(/[\u2010-\u2015\u2212ー]/g, '-')
    .replace(/[^\p{L}\p{N}\n -]+/gu, '')
    // Long vowels are left out by many (ケアマネージャー, ヘルパ), but words of one or two kana (ニート, ローン) are met everywhere without.
    .replace(/(?:[ァ-ヺ]{1,9}-+)+[ァ-ヺ]{0,2}|(?:[ぁ-ゖ]{1,9}-+)+[ぁ-ゖ]{0,2}/g, (word) => {
      const kana = word.replace(/-/g, '');
      return kana.length > 2 ? kana : word;
    })
    .replace(/([^!-,.-~]|^) +| +(?=[^!-,.-~]|$)/g, '$1')
    .replace(/[ァ-ヽ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 96))
    .replace(/(.)[々ゝ]/g, '$1$1')
    .replace(anyMixed, (char) => plain[mixed.indexOf(char)]!);

/**
 * A function that folds Japanese text to one form for comparing, never for showing: as `normaliseCharacters` does, and words to their reading
 * (notation: `vocabulary/core.ts`), the longest spelling first, so that 障害, 障碍, 障がい, しょうがい and ｼｮｳｶﾞｲ are all `しようがい`.
 * A text that contains a word folds to one that contains the word's fold, save where a longer spelling swallows it (母 in 母子).
 */
export function createNormaliser(readings: string): (text: string) => string {
  const readingOf = new Map<string, string>();
  for (const [, reading, forms] of readings.matchAll(/([ぁ-ん]+)=?(\S+)/g)) {
    for (const form of forms!.split('/')) {
      const [stem, endings] = form.split('~');
      for (const ending of endings ?? ['']) readingOf.set(normaliseCharacters(stem! + ending), normaliseCharacters(reading! + ending));
    }
  }
  const spelling = new RegExp([...readingOf.keys()].sort((a, b) => b.length - a.length).join('|') || '$^', 'g');
  return (text) => normaliseCharacters(text).replace(spelling, (form) => readingOf.get(form)!);
}

/** Only the ASCII digits of a text, full-width ones included: `０７４３-74` → `074374`. */
export const digits = (text: string): string => text.normalize('NFKC').replace(/\D/g, '');
