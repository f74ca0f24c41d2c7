export type TextEncodingName = 'utf-8' | 'shift_jis' | 'utf-16le' | 'utf-16be';

export interface DecodedText {
  text: string;
  encoding: TextEncodingName;
}

/**
 * Text of a file whose encoding nobody wrote down: a byte order mark decides; else zero bytes at every other place mean UTF-16;
 * else whatever is valid UTF-8 is UTF-8; the rest is Shift_JIS (cp932: ① and 髙 too). Never throws; bytes that mean nothing become U+FFFD.
 */
export function decodeText(input: ArrayBuffer | Uint8Array, encoding?: TextEncodingName): DecodedText {
  const bytes = input instanceof Uint8Array ? input : new Uint8Array(input);
  const chosen = encoding ?? encodingOf(bytes);
  return { text: new TextDecoder(chosen).decode(bytes), encoding: chosen };
}

function encodingOf(bytes: Uint8Array): TextEncodingName {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const length = Math.min(bytes.length, 4000);
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[at % 2]!++;
  // Commas, digits and line ends of a UTF-16 file have a zero half; no other encoding of a CSV has zero bytes.
  if (zeros[1]! > length / 100) return 'utf-16le';
  if (zeros[0]! > length / 100) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'shift_jis';
  }
}
