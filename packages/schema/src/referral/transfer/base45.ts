/** Base45 (RFC 9285): bytes in the 45 characters of a QR code's alphanumeric mode, three for every two bytes. */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

const values: Readonly<Record<string, number>> = Object.fromEntries([...alphabet].map((character, value) => [character, value]));

export function toBase45(bytes: Uint8Array): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 2) {
    const pair = index + 1 < bytes.length;
    let rest = pair ? bytes[index]! * 256 + bytes[index + 1]! : bytes[index]!;
    for (let digit = 0; digit < (pair ? 3 : 2); digit++) {
      text += alphabet[rest % 45]!;
      rest = Math.floor(rest / 45);
    }
  }
  return text;
}

/** The bytes; undefined where the text is none: a character of no place in the alphabet, a length that cannot be, a number too large for its bytes. */
export function fromBase45(text: string): Uint8Array | undefined {
  if (text.length % 3 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor(text.length / 3) * 2 + (text.length % 3 ? 1 : 0));
  for (let index = 0, at = 0; index < text.length; index += 3) {
    const pair = index + 2 < text.length;
    let value = 0;
    for (let digit = pair ? 2 : 1; digit >= 0; digit--) {
      const one = values[text[index + digit]!];
      if (one === undefined) return undefined;
      value = value * 45 + one;
    }
    if (value > (pair ? 0xffff : 0xff)) return undefined;
    if (pair) bytes[at++] = value >> 8;
    bytes[at++] = value & 0xff;
  }
  return bytes;
}
