/** What a transfer carries, as bytes and back: canonical JSON (or a sealed letter), deflated, with a ceiling on what comes out. */
import canonicalize from 'canonicalize';
import { deflateSync, Inflate } from 'fflate';
import { webCrypto } from '../../consent/hash.js';

/** Bytes of a payload before it is deflated; far more than the largest sheet has. */
export const mostBytes = 1_000_000;

/** RFC 8785. Throws a `TypeError` on what is no JSON. */
export function canonical(value: unknown): string {
  let json: string | undefined;
  try {
    json = canonicalize(value);
  } catch (error) {
    throw new TypeError('Not JSON', { cause: error });
  }
  if (json === undefined) throw new TypeError('Not JSON');
  return json;
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The text; undefined where the bytes are no UTF-8. */
export function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The first 128 bits of SHA-256, as 32 hexadecimal digits in capitals: enough against every accident. Rejects without WebCrypto. */
export async function checksumOf(bytes: Uint8Array): Promise<string> {
  const hash = new Uint8Array(await webCrypto().digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
  return Array.from(hash.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}

/** Raw DEFLATE (RFC 1951). */
export const deflated = (bytes: Uint8Array): Uint8Array => deflateSync(bytes, { level: 9, mem: 8 });

/** Fed in slices, so that a bomb is left before it has gone off: a slice becomes at most about half a megabyte. */
const slice = 512;

/** The bytes; undefined where they are not deflated, do not end, or would be more than {@link mostBytes}. */
export function inflated(bytes: Uint8Array): Uint8Array | undefined {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  const inflate = new Inflate((chunk, final) => {
    chunks.push(chunk);
    length += chunk.length;
    ended ||= final;
  });
  try {
    for (let at = 0; at < bytes.length && length <= mostBytes; at += slice)
      inflate.push(bytes.subarray(at, at + slice), at + slice >= bytes.length);
  } catch {
    return undefined;
  }
  if (!ended || length > mostBytes) return undefined;
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
