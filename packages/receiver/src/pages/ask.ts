/** Asking the receiver, from its own pages. Addresses are relative to the page, so that it also works under a path of a city's site. */
import type { ProblemDetails } from '../problems.js';

export type Reply<Data> = { ok: true; data: Data } | { ok: false; status: number; text: string };

interface Ask {
  body?: unknown;
  token?: string;
  key?: string;
}

const unreachable = 'つながりませんでした。書いたことは、この画面に残っています。少しおいて、もう一度お試しください。';

export async function ask<Data>(path: string, { body, token, key }: Ask = {}): Promise<Reply<Data>> {
  const headers = new Headers();
  if (body !== undefined) headers.set('content-type', 'application/json');
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  if (key !== undefined) headers.set('idempotency-key', key);
  try {
    const response = await fetch(path, {
      method: body === undefined ? 'GET' : 'POST',
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      cache: 'no-store',
      credentials: 'omit',
    });
    const data = (await response.json()) as unknown;
    if (response.ok) return { ok: true, data: data as Data };
    return { ok: false, status: response.status, text: sentenceOf(data as Partial<ProblemDetails>) };
  } catch {
    return { ok: false, status: 0, text: unreachable };
  }
}

const sentenceOf = ({ detail, errors }: Partial<ProblemDetails>): string =>
  errors?.length ? errors.map((issue) => issue.detail).join('\n') : (detail ?? unreachable);

/** A new idempotency key; the same one is used until the message has arrived. `randomUUID` needs HTTPS, an intranet may have none. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
