/** Asking the receiver, from its own pages. Addresses are relative to the page, so that it also works under a path of a city's site. */
import type { ProblemDetails } from '../problems.js';

/** `status` 0: nobody answered. `answer`: what a refusal holds beside its sentence; nothing of it is certain. */
export type Reply<Data> = { ok: true; data: Data } | { ok: false; status: number; text: string; answer?: unknown };

export interface Asking {
  /** GET without a body, else POST. */
  method?: 'PUT';
  body?: unknown;
  /** Idempotency key. */
  key?: string;
  /** The revision that was read: a change is refused (412) where somebody else changed it since. */
  revision?: number;
}

interface Ask extends Asking {
  token?: string;
}

const unreachable = 'つながりませんでした。書いたことは、この画面に残っています。少しおいて、もう一度お試しください。';

export async function ask<Data>(path: string, { method, body, token, key, revision }: Ask = {}): Promise<Reply<Data>> {
  const headers = new Headers();
  if (body !== undefined) headers.set('content-type', 'application/json');
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  if (key !== undefined) headers.set('idempotency-key', key);
  if (revision !== undefined) headers.set('if-match', `"${revision}"`);
  try {
    const response = await fetch(path, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      cache: 'no-store',
      credentials: 'omit',
    });
    const data = (await response.json()) as unknown;
    if (response.ok) return { ok: true, data: data as Data };
    return { ok: false, status: response.status, text: sentenceOf(data as Partial<ProblemDetails>), answer: data };
  } catch {
    return { ok: false, status: 0, text: unreachable };
  }
}

/** Nobody answered, or somebody who may yet: the same again, with the same key, may arrive. */
export const isPassing = ({ status }: { status: number }): boolean => status === 0 || status === 408 || status === 429 || status >= 500;

const sentenceOf = ({ detail, errors }: Partial<ProblemDetails>): string =>
  errors?.length ? errors.map((issue) => issue.detail).join('\n') : (detail ?? unreachable);

/** A new idempotency key; the same one is used until the message has arrived. `randomUUID` needs HTTPS, an intranet may have none. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
