/** A sheet as numbered texts for QR codes: canonical JSON, deflated, base45, cut into parts of about the same length. */
import { mustBeHanded, type Handed } from '../handed.js';
import { toBase45 } from './base45.js';
import { capacities, frameLength, mostParts, writePart, type TransferKind } from './frame.js';
import { canonical, checksumOf, deflated, mostBytes, utf8 } from './payload.js';

/** What one desk gets of a sheet, or the same sealed to its key (JWE in compact form). */
export type TransferContent = Handed | { readonly sealed: string };

export interface EncodeOptions {
  /** The largest QR version (ecc M) that each part fits in, 5 to 17; default 17. A smaller one makes more codes with larger squares. */
  maxVersion?: number;
}

export interface Transfer {
  /** The texts of the codes, in order. Alphanumeric mode, ecc M. */
  parts: string[];
  /** The first 128 bits of the payload's SHA-256, 32 hexadecimal digits in capitals. */
  checksum: string;
  /** What people compare: the first 8 of them, 「3F9A-02C1」. */
  id: string;
  /** Bytes of the payload: canonical JSON in UTF-8, or the sealed letter. */
  bytes: number;
}

export const isSealed = (content: object): content is { readonly sealed: string } => Object.hasOwn(content, 'sealed');

/** The letter of RFC 7516, 3.1: five parts in base64url. */
export const compactJwe = /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]*){4}$/;

/** The checksum as people compare it. */
export const shortId = (checksum: string): string => `${checksum.slice(0, 4)}-${checksum.slice(4, 8)}`;

function payloadOf(content: TransferContent): { kind: TransferKind; text: string } {
  if (isSealed(content)) {
    if (!compactJwe.test(content.sealed)) throw new TypeError('Not a JWE in compact form');
    return { kind: 'E', text: content.sealed };
  }
  mustBeHanded(content);
  return { kind: 'S', text: canonical({ sheet: content.sheet, events: content.events }) };
}

/**
 * The texts of the codes for what one desk gets. The same content gives the same texts, whatever the order of its keys.
 *
 * Rejects with a `TypeError` on a whole sheet, on what is no JSON and on a sealed letter that is none; with a `RangeError` on a version that is none and
 * when more than 99 codes would be needed (then a file is the better way); with an `Error` without WebCrypto.
 */
export async function encodeTransfer(content: TransferContent, { maxVersion = 17 }: EncodeOptions = {}): Promise<Transfer> {
  const capacity = maxVersion >= 5 ? capacities[maxVersion - 1] : undefined;
  if (capacity === undefined) throw new RangeError('maxVersion: 5 to 17');
  const { kind, text } = payloadOf(content);
  const bytes = utf8(text);
  const whole = bytes.length > mostBytes ? undefined : toBase45(deflated(bytes));
  const count = whole === undefined ? Infinity : Math.ceil(whole.length / (capacity - frameLength));
  if (whole === undefined || count > mostParts) throw new RangeError(`More than ${mostParts} codes`);
  const checksum = await checksumOf(bytes);
  const length = Math.ceil(whole.length / count);
  // Evenly long: no code is denser than it has to be. Rounding up can leave the last one without anything.
  const bodies = Array.from({ length: Math.ceil(whole.length / length) }, (_, index) => whole.slice(index * length, (index + 1) * length));
  const parts = bodies.map((body, index) => writePart({ kind, number: index + 1, count: bodies.length, checksum, body }));
  return { parts, checksum, id: shortId(checksum), bytes: bytes.length };
}
