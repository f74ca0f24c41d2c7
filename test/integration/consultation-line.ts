/** A bad line between browser and receivers: which fault meets which try of which submission is decided by a seed alone, not by timing. */
import { Agent, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Elsewhere } from './consultation-city.js';

/** What stands in the words of a submission, so that it is known again: 相談-0042番. */
export const markerOf = (text: string): string | undefined => /相談-\d{4}番/.exec(text)?.[0];
export const marker = (index: number): string => `相談-${String(index).padStart(4, '0')}番`;

export const faults = [
  /** Never arrives. */
  'lost-request',
  /** Arrives and is stored; the answer does not. */
  'lost-answer',
  /** The answer breaks off in the middle. */
  'broken-answer',
  'error-500',
  'stored-and-500',
  /** `Retry-After` in seconds. */
  'busy-429',
  /** Nobody answers until the sender gives up. */
  'hangs',
  'stored-and-hangs',
] as const;
export type Fault = (typeof faults)[number];

/** mulberry32 over a string: the same number in [0, 1) for the same seed and words. */
function chance(...words: readonly (string | number)[]): number {
  let state = 0x9e3779b9;
  for (const character of words.join(' ')) state = Math.imul(state ^ character.codePointAt(0)!, 0x85ebca6b) >>> 0;
  state = (state + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

/** Three in four meet one to four faults before they get through; one in sixteen meets more than the form tries by itself. */
export function faultFor(seed: number, of: string, attempt: number): Fault | undefined {
  const fate = chance(seed, of, 'fate');
  const many = fate < 1 / 16 ? 8 : fate < 1 / 4 ? 0 : 1 + Math.floor(chance(seed, of, 'count') * 4);
  return attempt < many ? faults[Math.floor(chance(seed, of, attempt) * faults.length)] : undefined;
}

const problem = (status: number): string => JSON.stringify({ type: 'about:blank', title: 'A fault of the line', status });

export class Line {
  /** How often each fault happened. */
  readonly happened = new Map<Fault | 'no-receiver', number>();
  /** Keys under which each submission came: one each, however often it is tried. */
  readonly keys = new Map<string, Set<string>>();
  /** Numbers that receivers have acknowledged, whether or not the answer reached the browser. */
  readonly stored = new Map<string, Set<string>>();
  /** The numbers that were handed to the browser whole. */
  readonly answered = new Map<string, string>();
  /** Called for every submission that is handed to a receiver, while it is there. */
  onForward: (count: number) => void = () => undefined;
  private readonly tries = new Map<string, number>();
  private readonly agent = new Agent({ keepAlive: true });
  private forwarded = 0;

  constructor(
    private readonly seed: number,
    /** Origins of the receivers that are there now, taken in turn. */
    public receivers: readonly string[] = [],
  ) {}

  readonly elsewhere: Elsewhere = (request, response) => {
    if (!request.url?.startsWith('/api/')) return false;
    void this.take(request, response);
    return true;
  };

  close(): void {
    this.agent.destroy();
  }

  private note(what: Fault | 'no-receiver'): void {
    this.happened.set(what, (this.happened.get(what) ?? 0) + 1);
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body: Buffer;
    try {
      body = await whole(request);
    } catch {
      return void response.destroy();
    }
    const of = markerOf(body.toString());
    if (of === undefined) return this.forward(request, body).then((answer) => this.hand(answer, response));
    const attempt = this.tries.get(of) ?? 0;
    this.tries.set(of, attempt + 1);
    add(this.keys, of, String(request.headers['idempotency-key']));
    const fault = faultFor(this.seed, of, attempt);
    if (fault) this.note(fault);
    if (fault === 'lost-request') return void response.destroy();
    if (fault === 'error-500') return this.reply(response, 500);
    if (fault === 'busy-429') return this.reply(response, 429, { 'retry-after': '3' });
    if (fault === 'hangs') return;

    const forwarding = this.forward(request, body);
    if (this.receivers.length > 0) this.onForward(++this.forwarded);
    const answer = await forwarding;
    if (answer && answer.status < 300) add(this.stored, of, (JSON.parse(answer.body.toString()) as { number: string }).number);
    if (fault === 'lost-answer') return void response.destroy();
    if (fault === 'stored-and-500') return this.reply(response, 500);
    if (fault === 'stored-and-hangs') return;
    if (fault === 'broken-answer' && answer) {
      response.writeHead(answer.status, { ...answer.headers, 'content-length': answer.body.length });
      response.write(answer.body.subarray(0, answer.body.length / 2), () => response.destroy());
      return;
    }
    const number = [...(this.stored.get(of) ?? [])][0];
    if (answer && number !== undefined) response.once('finish', () => this.answered.set(of, number));
    this.hand(answer, response);
  }

  private reply(response: ServerResponse, status: number, more: Record<string, string> = {}): void {
    response.writeHead(status, { 'content-type': 'application/problem+json', ...more });
    response.end(problem(status));
  }

  private hand(answer: Answer | undefined, response: ServerResponse): void {
    if (!answer) return void response.destroy();
    response.writeHead(answer.status, answer.headers);
    response.end(answer.body);
  }

  /** Resolves with what the next receiver answers; undefined when it is not there, or dies over it. */
  private forward({ method, url, headers }: IncomingMessage, body: Buffer): Promise<Answer | undefined> {
    const receiver = this.receivers[this.forwarded % Math.max(1, this.receivers.length)];
    return new Promise((resolve) => {
      const gone = (): void => {
        this.note('no-receiver');
        resolve(undefined);
      };
      if (!receiver) return gone();
      const { hostname, port } = new URL(receiver);
      const passed = ask({ hostname, port, method, path: url, headers, agent: this.agent }, (answer) => {
        whole(answer).then((bytes) => resolve({ status: answer.statusCode!, headers: kept(answer), body: bytes }), gone);
      });
      passed.on('error', gone);
      passed.end(body);
    });
  }
}

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

async function whole(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

const kept = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === 'string' && !['connection', 'keep-alive', 'transfer-encoding'].includes(entry[0]),
    ),
  );

function add(map: Map<string, Set<string>>, of: string, value: string): void {
  const there = map.get(of);
  if (there) there.add(value);
  else map.set(of, new Set([value]));
}
