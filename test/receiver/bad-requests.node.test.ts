/** Thousands of bad requests that nobody thought of: each a 4xx problem, none stored, no trace of a failure. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { parseSubmission } from '@tsunagu/schema/consultation';
import { desk, newKey, numbersOf, openHouse, send, type Answer, type House } from './house.js';

/** Every field there is, rightly filled. */
const whole = {
  schemaVersion: '1.0',
  language: 'ja',
  about: { who: 'family', relation: '母', awareness: 'knows' },
  topics: ['care', 'income'],
  mainTopic: 'care',
  words: '母が転びました。',
  since: 'weeks',
  urgency: 'days',
  contact: {
    mode: 'nickname',
    nickname: 'さくら',
    ways: ['phone', 'email', 'fax', 'letter'],
    phone: '0743-74-1111',
    email: 'a@example.jp',
    fax: '0743-74-9100',
    address: '本町1-1',
    safeCall: { voicemail: 'no', callerName: 'other', callerNameText: '山田', times: ['morning'], never: '夜' },
  },
  needs: { ids: ['written', 'interpreter'], language: 'Tiếng Việt', note: 'ゆっくり' },
  person: {
    name: '山田花子',
    kana: 'やまだはなこ',
    birthDate: '1940-04-01',
    ageBand: '85-plus',
    town: '本町',
    household: [{ relation: 'child', age: 50, note: '働いています' }],
  },
  window: { id: desk, name: '生駒市役所庁内' },
};

type Path = (string | number)[];

const pathsOf = (value: unknown, path: Path = []): Path[] =>
  typeof value === 'object' && value !== null
    ? [path, ...Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...path, Array.isArray(value) ? Number(key) : key]))]
    : [path];

/** A copy with something else at `path`. */
const replaced = (value: unknown, [step, ...rest]: Path, other: unknown): unknown => {
  if (step === undefined) return other;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<string | number, unknown>;
  copy[step] = replaced(copy[step], rest, other);
  return copy;
};

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((part, step) => (part as Record<string | number, unknown>)[step], value);
const kind = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

const submission = { consultation: whole, trap: { website: '', seconds: 30 } };

/** Something of another type at any place. */
const wrongType = fc
  .tuple(
    fc.constantFrom(...pathsOf(submission)),
    fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom<unknown>(null, 0, -1, true, '', [], {}, [[]])),
  )
  .filter(([path, other]) => kind(at(submission, path)) !== kind(other))
  .map(([path, other]) => JSON.stringify(replaced(submission, path, other)));

/** Text that the field at this place does not take: no choice, no id, no number, no date, too long. */
const wrongText = fc
  .tuple(
    fc.constantFrom(...pathsOf(submission).filter((path) => typeof at(submission, path) === 'string' && path.at(-1) !== 'website')),
    fc.oneof(
      fc.string({ minLength: 5001, maxLength: 5100 }),
      fc.constantFrom('', '\0', 'a\u0007b', '\u202e\0', 'x'.repeat(6000), '\ud800'),
      fc.string({ unit: 'binary', maxLength: 30 }),
    ),
  )
  .map(([path, text]) => JSON.stringify(replaced(submission, path, text)));

/** A right body with a place of its text changed. */
const broken = fc
  .tuple(fc.nat(), fc.nat(8), fc.oneof(fc.string({ maxLength: 5 }), fc.constantFrom('"', '{', '}', '[', ']', ',', ':', '\\', '\\u', '\0')))
  .map(([place, length, text]) => {
    const right = JSON.stringify(submission);
    const from = place % right.length;
    return right.slice(0, from) + text + right.slice(from + length);
  });

const anyJson = fc.json({ maxDepth: 5 });
const halfRight = fc
  .record(
    { consultation: fc.oneof(fc.jsonValue(), fc.object()), trap: fc.jsonValue(), sealed: fc.string(), windowId: fc.string() },
    { requiredKeys: [] },
  )
  .map((value) => JSON.stringify(value));
const bytes = fc.uint8Array({ maxLength: 300 });

const isRight = (body: string | Uint8Array): boolean => {
  try {
    return parseSubmission(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(body))), '2026-11-24').success;
  } catch {
    return false;
  }
};

describe('bad requests by the thousand', { timeout: 240_000 }, () => {
  let house: House;
  let token: string;
  let number: string;
  let kept: number;
  let refused = 0;
  before(async () => {
    house = await openHouse();
    token = await house.token(desk);
    ({ number } = await send(house));
    kept = (await numbersOf(house, token)).length;
  });
  after(() => house.close());

  const assertRefused = (answer: Answer): void => {
    refused++;
    assert.ok(answer.status >= 400 && answer.status < 500, `${answer.status}: ${answer.text}`);
    assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/);
    assert.equal(answer.body.status, answer.status);
    assert.match(answer.body.type, /^urn:tsunagu:problem:[a-z-]+$/);
  };
  const post = (path: string, body: string | Uint8Array, more: { token?: string } = {}): Promise<Answer> =>
    house.ask(path, { body, key: newKey(), method: 'POST', headers: { 'content-type': 'application/json' }, ...more });

  const kinds: Record<string, [fc.Arbitrary<string | Uint8Array>, runs: number]> = {
    'another type at any place': [wrongType, 600],
    'text that no field takes': [wrongText, 400],
    'a right body with a slip in it': [broken, 500],
    'any JSON': [anyJson, 300],
    'halves of a submission': [halfRight, 300],
    'any bytes': [bytes, 150],
  };
  for (const [name, [bodies, runs]] of Object.entries(kinds))
    it(`a consultation: ${name}`, () =>
      fc.assert(
        fc.asyncProperty(bodies, async (body) => {
          fc.pre(!isRight(body));
          assertRefused(await post('/api/consultations', body));
        }),
        { numRuns: runs },
      ));

  it('receipts and messages: any JSON', () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(
          anyJson,
          fc.record({ number: fc.string(), secret: fc.string(), text: fc.jsonValue() }).map((value) => JSON.stringify(value)),
        ),
        fc.constantFrom('open', 'messages'),
        async (body, door) => assertRefused(await post(`/api/receipts/${door}`, body)),
      ),
      { numRuns: 200 },
    ));

  it('desks: any JSON, any number, any query', () =>
    fc.assert(
      fc.asyncProperty(anyJson, fc.constantFrom('messages', 'status'), fc.string({ minLength: 1 }), async (body, door, text) => {
        const right = /^\s*\{/.test(body) && ('text' in JSON.parse(body) || 'status' in JSON.parse(body));
        fc.pre(!right);
        assertRefused(await post(`/api/staff/consultations/${number}/${door}`, body, { token }));
        assertRefused(await house.ask(`/api/staff/consultations?after=${encodeURIComponent(text)}`, { token }));
        fc.pre(text !== '.' && text !== '..');
        assertRefused(await house.ask(`/api/staff/consultations/${encodeURIComponent(text)}`, { token }));
      }),
      { numRuns: 150 },
    ));

  it('tokens and keys: any header', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom(...'abcdef0123456789_-. tsgBearer') }), async (text) => {
        assertRefused(await house.ask('/api/staff/me', { headers: { authorization: `Bearer ${text}` } }));
        assertRefused(await house.ask('/api/staff/me', { headers: { authorization: text } }));
        fc.pre(!/^[\w-]{16,}$/.test(text));
        assertRefused(await house.ask('/api/consultations', { body: submission, key: text }));
      }),
      { numRuns: 60 },
    ));

  it('the right body passes; at least 2,000 were refused, nothing of them was stored, nothing failed', async () => {
    assert.ok(refused >= 2000, `only ${refused}`);
    assert.equal((await numbersOf(house, token)).length, kept);
    const opened = await house.ask(`/api/staff/consultations/${number}`, { token });
    assert.deepEqual([opened.status, opened.body.status, opened.body.messages], [200, 'received', []]);
    assert.equal((await post('/api/consultations', JSON.stringify(submission))).status, 201);
    assert.ok(!house.log.some((line) => /"failed"|"store trouble"|"status":5/.test(line)));
  });
});
