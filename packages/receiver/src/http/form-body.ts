/** Bodies of a plain HTML form, `application/x-www-form-urlencoded`, as pages without script send them. */
import { Problem } from '../problems.js';

export type FormEntries = [name: string, value: string][];

/** A form with more fields was not written by hand. */
const mostFields = 300;

/**
 * Fields in their order, repeated names included. Percent-encoded bytes are UTF-8, or Shift_JIS when they cannot be UTF-8: a page
 * in Shift_JIS sends its own encoding and does not say so.
 * @throws Problem `bad-request` when the bytes are neither, `too-large` for more than 300 fields.
 */
export function readForm(body: string): FormEntries {
  const pairs = body.split('&').filter((pair) => pair !== '');
  if (pairs.length > mostFields) throw new Problem('too-large');
  const fields = pairs.map((pair) => {
    const equals = pair.indexOf('=');
    return equals < 0 ? [bytes(pair), bytes('')] : [bytes(pair.slice(0, equals)), bytes(pair.slice(equals + 1))];
  });
  for (const encoding of ['utf-8', 'shift_jis']) {
    const decoder = new TextDecoder(encoding, { fatal: true });
    try {
      return fields.map(([name, value]) => [decoder.decode(name), decoder.decode(value)]);
    } catch {
      continue;
    }
  }
  throw new Problem('bad-request');
}

function bytes(text: string): Buffer {
  const parts = text.replaceAll('+', ' ').split(/%([0-9A-Fa-f]{2})/);
  return Buffer.concat(parts.map((part, index) => (index % 2 ? Buffer.from([Number.parseInt(part, 16)]) : Buffer.from(part))));
}
