/**
 * What a scanner that types like a keyboard makes of a code, and the way back. Only changes that cannot be mistaken for another character of the alphabet
 * are undone; what was undone wrongly fails the part's checksum all the same.
 */

/** What an input method types for a sign of the alphabet, beside its full-width twin. */
const signs: Readonly<Record<string, string>> = {
  '\u3000': ' ',
  '\u00a0': ' ',
  '\u30fc': '-',
  '\uff70': '-',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2015': '-',
  '\u2212': '-',
  '\u3002': '.',
  '\uff61': '.',
  '\u30fb': '/',
  '\uff65': '/',
};

/** A scanner set to one keyboard at a computer set to the other: three signs move. What stands where the first colon belongs tells which. */
const layouts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // Scanner US, computer Japanese.
  '+': { '+': ':', '(': '*', '~': '+' },
  // Scanner Japanese, computer US.
  "'": { "'": ':', '"': '*', ':': '+' },
};

function narrow(character: string): string {
  const code = character.charCodeAt(0);
  const ascii = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : (signs[character] ?? character);
  return ascii >= 'a' && ascii <= 'z' ? ascii.toUpperCase() : ascii;
}

/** The text as it was printed, as far as that can be told. `colon`: where the first colon of a part stands. */
export function repaired(text: string, colon: number): string {
  const trimmed = text.replace(/^[\s\ufeff\p{Cc}]+|[\s\ufeff\p{Cc}]+$/gu, '');
  const plain = Array.from(trimmed, narrow).join('');
  const sign = plain[colon] ?? '';
  const layout = Object.hasOwn(layouts, sign) ? layouts[sign]! : undefined;
  return layout ? Array.from(plain, (one) => layout[one] ?? one).join('') : plain;
}
