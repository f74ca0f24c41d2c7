/** Server-sent events as a page reads them: over fetch, with the token in a header. */
import assert from 'node:assert/strict';
import type { House } from './house.js';

export interface Message {
  id?: number;
  event?: string;
  data?: { id?: string; seq?: number; version?: number; who?: string; at?: string };
  comment?: true;
}

export interface Reading {
  status: number;
  headers: Headers;
  /** The next message; undefined once the stream has ended. Comments are left out unless they are asked for. */
  next: (options?: { comments?: true }) => Promise<Message | undefined>;
  /** The next news of steps, so many of them; those of drafts are passed over. */
  news: (count: number) => Promise<{ n: number; id: string; seq: number }[]>;
  /** The next news of a draft. */
  draft: () => Promise<Message['data'] & object>;
  /** Everything up to the end of the stream. */
  rest: () => Promise<Message[]>;
  stop: () => void;
}

function readMessage(text: string): Message | undefined {
  const fields = Object.fromEntries(
    text.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
  if (Object.keys(fields).join() === '') return { comment: true };
  if (fields.data === undefined) return undefined;
  return { id: Number(fields.id), event: fields.event!, data: JSON.parse(fields.data) as Message['data'] & object };
}

export async function read(house: Pick<House, 'origin'>, token: string, lastId?: number | string): Promise<Reading> {
  const stopping = new AbortController();
  const response = await fetch(`${house.origin}/api/staff/referrals/stream`, {
    headers: { authorization: `Bearer ${token}`, ...(lastId === undefined ? {} : { 'last-event-id': String(lastId) }) },
    signal: stopping.signal,
  });
  const pieces = response.body!.getReader();
  const decoder = new TextDecoder();
  let held = '';
  const next: Reading['next'] = async ({ comments } = {}) => {
    for (;;) {
      const end = held.indexOf('\n\n');
      if (end >= 0) {
        const message = readMessage(held.slice(0, end));
        held = held.slice(end + 2);
        if (message && (comments || !message.comment)) return message;
        continue;
      }
      const { done, value } = await pieces.read();
      if (done) return undefined;
      held += decoder.decode(value, { stream: true });
    }
  };
  return {
    status: response.status,
    headers: response.headers,
    next,
    async news(count) {
      const found: { n: number; id: string; seq: number }[] = [];
      while (found.length < count) {
        const message = await next();
        assert.ok(message, 'the stream ended early');
        if (message.event === 'draft') continue;
        assert.equal(message.event, 'referral');
        assert.deepEqual(Object.keys(message.data!).sort(), ['id', 'seq']);
        found.push({ n: message.id!, id: message.data!.id!, seq: message.data!.seq! });
      }
      return found;
    },
    async draft() {
      for (;;) {
        const message = await next();
        assert.ok(message, 'the stream ended early');
        if (message.event === 'draft') return message.data!;
      }
    },
    async rest() {
      const found: Message[] = [];
      for (let message = await next(); message; message = await next()) found.push(message);
      return found;
    },
    stop: () => stopping.abort(),
  };
}
