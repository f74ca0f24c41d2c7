/** SHA-256 over RFC 8785 canonical JSON: the same data gives the same hash in every browser and server, whatever the order of its keys. */
import canonicalize from 'canonicalize';
import type { Known, Notice } from './consent.schema.js';

/** A notice before it is frozen. */
export type NoticeText = Omit<Known<Notice>, 'hash'>;

const encoder = new TextEncoder();

/** WebCrypto. Throws an `Error` where there is none: browsers have it on `https:` and `localhost` pages alone. */
export function webCrypto(): SubtleCrypto {
  const subtle = globalThis.crypto?.subtle;
  if (!subtle) throw new Error('WebCrypto is missing: the page needs https');
  return subtle;
}

/** SHA-256 of a text (UTF-8) as 64 hexadecimal digits. Rejects with an `Error` without WebCrypto. */
export async function hashText(text: string): Promise<string> {
  const bytes = new Uint8Array(await webCrypto().digest('SHA-256', encoder.encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** SHA-256 of a JSON value as 64 hexadecimal digits. Rejects with a `TypeError` on what is no JSON, with an `Error` without WebCrypto. */
export async function hashJson(value: unknown): Promise<string> {
  let json: string | undefined;
  try {
    json = canonicalize(value);
  } catch (error) {
    throw new TypeError('Not JSON', { cause: error });
  }
  if (json === undefined) throw new TypeError('Not JSON');
  return hashText(json);
}

/** Hash of exactly what was shown: its version, language, variant and every character of its text. */
export const hashNotice = ({ version, language, variant, text }: NoticeText): Promise<string> =>
  hashJson({ version, language, variant, text });

/** The notice with its hash, as a request carries it. */
export const freezeNotice = async (notice: NoticeText): Promise<Notice> => ({ ...notice, hash: await hashNotice(notice) });

/** Hash of an event: everything in it, fields of newer versions too, but `hash` itself. */
export function hashEvent(event: object): Promise<string> {
  const { hash: _own, ...rest } = event as { hash?: unknown };
  return hashJson(rest);
}
