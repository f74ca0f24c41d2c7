/**
 * One numbered part of a transfer, as the text of one QR code:
 *
 * `TSUNAGU1:S:02:05:` + 32 digits of the total checksum + `:` + body + `:` + 8 digits of the part's checksum
 *
 * Every character is one of a QR code's alphanumeric mode, and neither the first nor the last can be a blank.
 */
import { crc32 } from './crc32.js';
import { repaired } from './repair.js';

/** `S`: a sheet and its record. `E`: the same sealed to somebody's key (JWE). */
export type TransferKind = 'S' | 'E';

export interface TransferPart {
  kind: TransferKind;
  /** From 1. */
  number: number;
  count: number;
  /** The first 128 bits of the payload's SHA-256, as 32 hexadecimal digits in capitals. */
  checksum: string;
  /** A slice of the whole in base45. */
  body: string;
}

const magic = 'TSUNAGU';
const version = '1';
const pattern = /^([SE]):(\d\d):(\d\d):([0-9A-F]{32}):([0-9A-Z $%*+\-./:]*):([0-9A-F]{8})$/;

/** More than this many codes are no paper that somebody scans. */
export const mostParts = 99;

/** Characters that a part has beside its body. */
export const frameLength = `${magic}${version}:S:01:01:${'0'.repeat(32)}::${'0'.repeat(8)}`.length;

/** Characters of alphanumeric mode that a QR code of level M holds, by version from 1 (ISO/IEC 18004, table 7). */
export const capacities = [20, 38, 61, 90, 122, 154, 178, 221, 262, 311, 366, 419, 483, 528, 600, 656, 734] as const;

const two = (number: number): string => String(number).padStart(2, '0');

export function writePart({ kind, number, count, checksum, body }: TransferPart): string {
  const text = `${magic}${version}:${kind}:${two(number)}:${two(count)}:${checksum}:${body}`;
  return `${text}:${crc32(text)}`;
}

/** `foreign`: no code of ours. `version`: one of a version that is not known here. `damaged`: read wrongly, or not whole. */
export type PartFault = 'foreign' | 'version' | 'damaged';

/** A part from whatever a scanner, a camera or a paste gave. Never throws. */
export function readPart(text: string): TransferPart | PartFault {
  // No code holds half as much: a text like that is not looked through.
  if (text.length > 2000) return 'foreign';
  const plain = repaired(text, magic.length + 1);
  if (!plain.startsWith(magic)) return 'foreign';
  const found = /^(\d+):(.*)$/s.exec(plain.slice(magic.length));
  if (!found) return 'damaged';
  const match = pattern.exec(found[2]!);
  const whole = match?.[6] === crc32(plain.slice(0, -9));
  // A wrong version of a part that is whole is another version; of one that is not, a slip of the scanner.
  if (found[1] !== version) return whole || !match ? 'version' : 'damaged';
  if (!match || !whole) return 'damaged';
  const [, kind, number, count, checksum, body] = match;
  const part: TransferPart = { kind: kind as TransferKind, number: +number!, count: +count!, checksum: checksum!, body: body! };
  return part.number >= 1 && part.number <= part.count && part.body ? part : 'damaged';
}
