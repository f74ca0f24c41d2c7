/** A text with one spelling for each character, and for each of its characters the place in the original it came from. */
export interface Folded {
  text: string;
  /** Same length as `text`. */
  origin: number[];
}

/** Spellings that NFKC keeps apart although a phrase of hours means the same by them. */
const same: Record<string, string> = {};
for (const [one, many] of Object.entries({
  '~': '〜-‐–—―−ー⁓∼',
  ',': '、・･·•',
  '/': '|',
  '(': '【〔［[「『《〈<{',
  ')': '】〕］]」』》〉>}',
  ';': '。｡\n\r※◆■*',
  // Marks without width that copying from a page or a PDF leaves behind.
  ' ': '\u200b\u200c\u200d\u2060\u00ad\ufe0e\ufe0f',
})) {
  for (const character of many) same[character] = one;
}

/** Character by character, so that a piece can be shown as it was printed. */
export const fold = (original: string): Folded => {
  let text = '';
  const origin: number[] = [];
  let at = 0;
  for (const character of original) {
    for (const plain of character.normalize('NFKC').toLowerCase()) {
      text += same[plain] ?? plain;
      while (origin.length < text.length) origin.push(at);
    }
    at += character.length;
  }
  return { text, origin };
};
