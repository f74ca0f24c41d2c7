/** A receiver of a test's own, on a port of its own, asked over real HTTP. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createReceiver, type ReceiverOptions } from '@tsunagu/receiver';
import type { Receipt } from '@tsunagu/schema/consultation';
import type { Directory } from '@tsunagu/schema/directory';
import { parseDirectory } from '@tsunagu/schema/explain';

export const directory = ((): Directory => {
  const parsed = parseDirectory(JSON.parse(readFileSync(new URL('../../examples/cities/ikoma.json', import.meta.url), 'utf8')));
  assert.ok(parsed.success);
  return parsed.data;
})();

/** Two desks of 生駒, and the one that takes everything. */
export const desk = 'city-hall';
export const otherDesk = directory.windows.find(({ id }) => !['city-hall', 'shakyo'].includes(id))!.id;

/** A Tuesday, 10:30 in Tokyo; three business days later is Friday, 27 November. */
export const tuesday = new Date('2026-11-24T01:30:00.000Z');

/** So many requests that no test runs into a limit by accident. */
export const noLimits = Object.fromEntries(
  ['submit', 'receipts', 'staff', 'read'].map((name) => [name, { burst: 1e6, seconds: 1 }]),
) as Required<NonNullable<ReceiverOptions['rates']>> as NonNullable<ReceiverOptions['rates']>;

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** The tests look into answers of every shape; ajv holds them against the contract. */
  body: ReturnType<typeof JSON.parse>;
}

export interface Ask {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
  token?: string;
  key?: string | undefined;
}

export interface House {
  origin: string;
  /** Lines of the log so far. */
  log: string[];
  clock: { now: Date };
  ask: (path: string, options?: Ask) => Promise<Answer>;
  /** POSTs JSON with a fresh idempotency key (or the one given). */
  post: (path: string, body: unknown, options?: Ask) => Promise<Answer>;
  token: (windowId: string) => Promise<string>;
  sweep: (now: Date) => Promise<number>;
  /** The clock of referrals. */
  markOverdue: (now: Date) => Promise<number>;
  close: () => Promise<void>;
}

/** A folder that is gone at the end of the test. */
export const folder = (): { path: string; remove: () => void } => {
  const path = mkdtempSync(join(tmpdir(), 'tsunagu-receiver-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};

export async function askAt(origin: string, path: string, { method, body, headers, token, key }: Ask = {}): Promise<Answer> {
  const raw = typeof body === 'string' || body instanceof Uint8Array;
  const response = await fetch(`${origin}${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(body === undefined || raw ? {} : { 'content-type': 'application/json' }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: raw ? (body as string) : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : undefined };
}

export const newKey = (): string => randomUUID();

export async function openHouse(options: Partial<ReceiverOptions> = {}): Promise<House> {
  const place = options.database === undefined ? folder() : undefined;
  const log: string[] = [];
  // Several receivers may be given one clock.
  const house = { clock: { now: tuesday } };
  const receiver = await createReceiver({
    directory,
    database: place ? join(place.path, 'receiver.sqlite') : '',
    rates: noLimits,
    log: { level: 'info', stream: { write: (line) => void log.push(line) } },
    now: () => house.clock.now,
    ...options,
  });
  await receiver.app.listen({ host: '127.0.0.1', port: 0 });
  const origin = `http://127.0.0.1:${(receiver.app.server.address() as AddressInfo).port}`;
  return Object.assign(house, {
    origin,
    log,
    ask: (path, ask) => askAt(origin, path, ask),
    post: (path, body, ask) => askAt(origin, path, { key: newKey(), method: 'POST', ...ask, body }),
    token: (windowId) => receiver.createToken(windowId),
    sweep: (now) => receiver.sweep(now),
    markOverdue: (now) => receiver.markOverdue(now),
    async close() {
      await receiver.close();
      place?.remove();
    },
  } satisfies Omit<House, 'clock'>);
}

export const words = '夜になると、息子が部屋から出てきません。もう3年になります。';

export const consultation = (more: object = {}): Record<string, unknown> => ({
  schemaVersion: '1.0',
  language: 'ja',
  topics: ['hikikomori-truancy'],
  words,
  ...more,
});

/** A body of `POST /api/consultations`. */
export const submission = (more: object = {}, trap: object = { seconds: 40 }) => ({ consultation: consultation(more), trap });

/** Sends a consultation and returns its receipt. */
export async function send(house: Pick<House, 'post'>, more: object = {}): Promise<Receipt> {
  const { status, body } = await house.post('/api/consultations', submission(more));
  assert.equal(status, 201);
  return body as Receipt;
}

/** Numbers of everything a desk has, over all pages. */
export async function numbersOf(house: Pick<House, 'ask'>, token: string): Promise<string[]> {
  const numbers: string[] = [];
  for (let after = ''; ;) {
    const { status, body } = await house.ask(`/api/staff/consultations?limit=100${after && `&after=${after}`}`, { token });
    assert.equal(status, 200);
    numbers.push(...body.items.map(({ number }: { number: string }) => number));
    if (!body.next) return numbers;
    after = body.next;
  }
}

/** A refusal as every refusal must be. */
export function assertProblem(answer: Answer, status: number, code: string): void {
  assert.equal(answer.status, status, answer.text);
  assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/);
  assert.equal(answer.body.type, `urn:tsunagu:problem:${code}`);
  assert.equal(answer.body.status, status);
  assert.ok(answer.body.title && answer.body.detail && answer.body.requestId);
}

/** Everything of an answer that somebody who guesses could compare. */
export function visible({ status, headers, body }: Answer) {
  const { requestId: _requestId, ...rest } = body;
  return { status, rest, headers: [...headers].filter(([name]) => name !== 'date') };
}
