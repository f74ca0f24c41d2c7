/** Numbers, secrets, keys: how they are made and how they are compared. Only hashes of them are stored. */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Crockford's base 32: no I, L, O, U, so that nothing can be misread on paper or over the telephone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** @param count characters, 5 bits each, in groups of four. */
function spell(bytes: Uint8Array, count: number): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    held += 8;
    while (held >= 5 && text.length < count) {
      held -= 5;
      text += alphabet[(bits >> held) & 31]!;
    }
    bits &= (1 << held) - 1;
  }
  return text.replace(/(.{4})(?=.)/g, '$1-');
}

/** A receipt number, `K7MF-3W9X`: random, so that it says nothing about how many came before. */
export const newNumber = (): string => spell(randomBytes(5), 8);

/** The receipt's secret, derived from the idempotency key: only whoever sent it can have it made again. 80 bits. */
export const receiptSecret = (serverKey: Uint8Array, key: string): string =>
  spell(createHmac('sha256', serverKey).update(`receipt${key}`).digest(), 16);

export const sha256 = (...parts: readonly string[]): string => createHash('sha256').update(parts.join('\n')).digest('base64url');

/** Compares two hashes in constant time; with `undefined` too, so that "unknown" takes as long as "wrong". */
export function sameHash(given: string, stored: string | undefined): boolean {
  const blank = '-'.repeat(given.length);
  const held = stored?.length === given.length ? stored : blank;
  return timingSafeEqual(Buffer.from(given), Buffer.from(held)) && held === stored;
}
