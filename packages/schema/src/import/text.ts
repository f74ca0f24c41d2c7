/** Small text repairs that every column shares. Nothing here knows what a column means. */

// Zero-width characters and controls come with copies from Word and PDF and would make equal names differ.
const invisible = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Text of a cell with line breaks as `\n`, single spaces, no invisible characters; Excel's text marks (`="…"`, leading `'`) removed. */
export function tidy(value: unknown): string {
  const text = typeof value === 'string' ? value : value === null || value === undefined ? '' : String(value);
  return unquoteExcel(
    text
      .replace(/\r\n?/g, '\n')
      .replace(/\t/g, ' ')
      .replace(invisible, '')
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .replace(/\n{2,}/g, '\n')
      .trim(),
  );
}

function unquoteExcel(text: string): string {
  const formula = /^="([^"]*)"$/.exec(text);
  if (formula) return formula[1]!.trim();
  return /^'[\d+(=@-]/.test(text) ? text.slice(1) : text;
}

/** One line: line breaks in a narrow cell are layout, not content. */
export const oneLine = (text: string): string => text.replace(/\n/g, ' ');

/** NFKC with every dash between or before digits as `-` and every wave as `~`: for reading numbers, never for display. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212\u2500\ufe63]/g, '-')
    .replace(/(?<=[\d)])[ーｰ一](?=[\d(])/g, '-')
    .replace(/[〜～∼]/g, '~');
}

const nonePattern = /^(?:[-–—―‐‑‒−－ーｰ─━～〜*＊×✕／/・.…]+|なし|無し|無|該当なし|設置なし|n\/a|none)$/i;

/** A cell that says "none": `-`, `－`, `ー`, なし … */
export const isNone = (text: string): boolean => nonePattern.test(text.replace(/\s/g, ''));

/** Full-width ASCII digits, letters and signs of a display text to half width, half-width kana to full; kanji and ① stay as printed. */
export function halfWidth(text: string): string {
  return text
    .replace(/[０-９Ａ-Ｚａ-ｚ．：＠＃＆＋]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/(?<=\d)[－ー−‐―](?=\d)/g, '-')
    .replace(/[\uff66-\uff9f]+/g, (kana) => kana.normalize('NFKC'));
}

/** For comparing names and headings: NFKC, lower case, no spaces, brackets or joining marks. */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()[\]{}<>「」『』【】〔〕《》〈〉"'“”‘’_・･/\\,、。.:;!?*※＊|~〜–—―‐-]/g, '')
    .replace(/子供|子ども/g, 'こども')
    .replace(/障害|障碍/g, '障がい');
}

/** At most `max` UTF-16 units, never half a surrogate pair. */
export const clip = (text: string, max: number): string => (text.length <= max ? text : text.slice(0, max).replace(/[\ud800-\udbff]$/, ''));

/** A stable 53-bit hash in base 36 (cyrb53, public domain): desk ids stay the same when rows are added or moved. */
export function hash(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}
