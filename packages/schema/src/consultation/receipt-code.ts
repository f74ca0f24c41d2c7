/** Receipt numbers and secrets are read aloud, written by hand and typed on phones: Crockford's base32, in groups of four. */

const groups = { number: 2, secret: 4 } as const;

/**
 * A receipt's number or secret as somebody typed it (full width, small letters, without or with other hyphens, O for 0, I and L for 1)
 * in the form the schemas want, `K7MF-3W9X`; undefined when it cannot be one. Never throws.
 */
export function readReceiptCode(text: string, kind: keyof typeof groups): string | undefined {
  const code = text
    .slice(0, 100)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{P}\p{S}\p{Cf}ー]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return code.length === groups[kind] * 4 && /^[0-9A-HJKMNP-TV-Z]+$/.test(code) ? code.match(/.{4}/g)!.join('-') : undefined;
}
