/** What nobody who needs a desk would send. Each is refused as a problem, stores nothing, and leaves the server as it was. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { assertProblem, consultation, desk, newKey, numbersOf, openHouse, send, submission, type Ask, type House } from './house.js';
import { rawPost, sendRaw } from './wire.js';

const json = 'application/json';
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const inWords = (raw: string): string => JSON.stringify(submission({ words: 'WORDS' })).replace('"WORDS"', raw);
const added = (member: string): string => JSON.stringify(submission()).replace('{"consultation":{', `{"consultation":{${member},`);

const bodies: Record<string, [status: number, body: string | Uint8Array]> = {
  empty: [400, ''],
  'a space': [400, ' '],
  'no JSON': [400, '{"consultation":'],
  'two documents': [400, '{}{}'],
  'a trailing comma': [400, '{"a":1,}'],
  comments: [400, '{/* hello */}'],
  NaN: [400, inWords('NaN')],
  'single quotes': [400, "{'a':1}"],
  null: [422, 'null'],
  'a number': [422, '42'],
  'a string': [422, '"consultation"'],
  'a list': [422, '[]'],
  'an empty object': [422, '{}'],
  'nesting without end': [400, nested(40_000)],
  'nesting inside a consultation': [400, added(`"x":${nested(1000)}`)],
  'nesting that is JSON but no consultation': [422, added(`"x":${nested(20)}`)],
  'objects nested in objects': [400, `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`],
  'a list of very many': [422, added(`"x":[${'0,'.repeat(40_000)}0]`)],
  'an object of very many': [422, added(`"x":{${Array.from({ length: 5000 }, (_, index) => `"k${index}":0`).join()}}`)],
  'the name __proto__': [400, added('"__proto__":{"polluted":true}')],
  'the name __proto__ in escapes': [400, added('"\\u005f_proto__":{"polluted":true}')],
  'the name constructor': [400, added('"constructor":{"prototype":{"polluted":true}}')],
  'the name prototype': [400, added('"x":{"prototype":{"polluted":true}}')],
  'duplicate names': [400, added('"language":"en"')],
  'duplicate names in escapes': [400, added('"l\\u0061nguage":"en"')],
  'a lone surrogate': [400, inWords('"\\ud83d"')],
  'a lone surrogate as a name': [400, added('"\\udc00":1')],
  'NUL in words': [422, inWords('"a\\u0000b"')],
  'NUL in a field of a newer version': [422, added('"x":"\\u0000"')],
  'control characters': [422, inWords('"a\\u0008b"')],
  'bytes that are no UTF-8': [400, Buffer.concat([Buffer.from('{"consultation":"'), Buffer.from([0xff, 0xfe, 0xc0]), Buffer.from('"}')])],
  'UTF-8 longer than needed': [400, Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xc0, 0x80]), Buffer.from('"}')])],
  'UTF-16': [400, Buffer.from(JSON.stringify(submission()), 'utf16le')],
  Shift_JIS: [400, Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0x91, 0x8a, 0x92, 0x6b]), Buffer.from('"}')])],
  'numbers beyond all bounds': [422, added('"schemaVersion":1e999').replace('"schemaVersion":"1.0",', '')],
  'words too long': [422, JSON.stringify(submission({ words: 'あ'.repeat(5001) }))],
  'too many topics': [422, JSON.stringify(submission({ topics: Array(21).fill('care') }))],
  'a version to come': [422, JSON.stringify(submission({ schemaVersion: '2.0' }))],
  'both open and sealed': [422, JSON.stringify({ ...submission(), sealed: 'a.b.c.d.e' })],
  'a seal that is none': [422, JSON.stringify({ sealed: 'open me' })],
  'a body over the limit': [413, JSON.stringify(submission({ x: 'x'.repeat(97 * 1024) }))],
};

describe('hostile bodies', () => {
  let house: House;
  let token: string;
  let kept: number;
  before(async () => {
    house = await openHouse();
    token = await house.token(desk);
    await send(house);
    kept = (await numbersOf(house, token)).length;
  });
  after(() => house.close());

  const codes: Record<number, string> = { 400: 'not-json', 413: 'too-large', 422: 'invalid' };
  for (const [name, [status, body]] of Object.entries(bodies))
    it(`${name}: ${status}`, async () => {
      const answer = await house.ask('/api/consultations', { body, key: newKey(), headers: { 'content-type': json } });
      assertProblem(answer, status, codes[status]!);
      assert.equal(({} as { polluted?: unknown }).polluted, undefined);
    });

  const heads: Record<string, [status: number, code: string, ask: Ask]> = {
    'no key': [400, 'key-missing', { body: submission(), key: undefined }],
    'a short key': [400, 'key-missing', { body: submission(), key: 'short' }],
    'a key with other characters': [400, 'key-missing', { body: submission(), key: `${newKey()}/../` }],
    'a long key': [400, 'key-missing', { body: submission(), key: 'k'.repeat(129) }],
    'text/plain': [415, 'unsupported', { body: JSON.stringify(submission()), headers: { 'content-type': 'text/plain' } }],
    XML: [415, 'unsupported', { body: '<a/>', headers: { 'content-type': 'application/xml' } }],
    multipart: [415, 'unsupported', { body: '--x--', headers: { 'content-type': 'multipart/form-data; boundary=x' } }],
    'no content type': [415, 'unsupported', { body: new Uint8Array([123, 125]) }],
    'nonsense as a content type': [415, 'unsupported', { body: '{}', headers: { 'content-type': ';;;' } }],
    'another charset': [
      415,
      'unsupported',
      { body: JSON.stringify(submission()), headers: { 'content-type': `${json}; charset=shift_jis` } },
    ],
    'another origin': [403, 'origin-refused', { body: submission(), headers: { origin: 'https://evil.example' } }],
    'no origin at all, from a browser': [
      403,
      'origin-refused',
      { body: submission(), headers: { origin: 'null', 'sec-fetch-site': 'cross-site' } },
    ],
  };
  for (const [name, [status, code, ask]] of Object.entries(heads))
    it(`${name}: ${status}`, async () => assertProblem(await house.ask('/api/consultations', { key: newKey(), ...ask }), status, code));

  it('wrong methods name the right ones, unknown addresses are unknown', async () => {
    for (const [path, allow] of [
      ['/api/consultations', 'POST'],
      ['/api/receipts/open', 'POST'],
      ['/api/staff/me', 'GET, HEAD'],
      ['/api/staff/consultations/K7MF-3W9X/messages', 'POST'],
      ['/api/health', 'GET, HEAD'],
    ] as const)
      for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', ...(allow === 'POST' ? ['GET'] : ['POST'])]) {
        const answer = await house.ask(path, { method });
        assertProblem(answer, 405, 'method');
        assert.equal(answer.headers.get('allow'), allow);
      }
    for (const path of ['/', '/api', '/api/consultations/', '/api/staff/consultations/a/b/c', '/..%2f..%2fetc/passwd', '/api/%00'])
      assertProblem(await house.ask(path), 404, 'not-found');
    assertProblem(await house.ask('/api/%ff%'), 400, 'bad-request');
  });

  it('what is hardly HTTP is answered as a problem too, or not at all', async () => {
    const body = JSON.stringify(submission());
    const typed = [`Content-Type: ${json}`, `Idempotency-Key: ${newKey()}`];
    const cases: Record<string, [status: number | undefined, parts: (string | Buffer)[]]> = {
      nonsense: [400, ['hello\r\n\r\n']],
      'a method nobody knows': [400, ['WORRY / HTTP/1.1\r\nHost: a\r\n\r\n']],
      'headers without end': [431, rawPost([`X-Long: ${'x'.repeat(20_000)}`])],
      'two lengths': [400, rawPost([...typed, 'Content-Length: 2', 'Content-Length: 3'], '{}')],
      'length and chunks': [400, rawPost([...typed, 'Content-Length: 2', 'Transfer-Encoding: chunked'], '0\r\n\r\n')],
      'garbage for chunks': [400, rawPost([...typed, 'Transfer-Encoding: chunked'], 'zz\r\n{}\r\n0\r\n\r\n')],
      'a negative length': [400, rawPost([...typed, 'Content-Length: -1'])],
      'a length over the limit': [413, rawPost([...typed, 'Content-Length: 9000000000'])],
      'chunks over the limit': [413, rawPost([...typed, 'Transfer-Encoding: chunked'], `20000\r\n${'x'.repeat(0x20000)}\r\n0\r\n\r\n`)],
      'a compressed body': [415, rawPost([...typed, 'Content-Encoding: gzip', `Content-Length: ${Buffer.byteLength(body)}`], body)],
      'no host': [400, ['GET /api/health HTTP/1.1\r\nConnection: close\r\n\r\n']],
      'a wish nobody grants': [400, rawPost([...typed, 'Expect: a-miracle', 'Content-Length: 1'], '{')],
      'a plain form where none is taken': [
        415,
        [
          'POST /api/receipts/open HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n\r\na=1',
        ],
      ],
    };
    for (const [name, [status, parts]] of Object.entries(cases)) {
      const answer = await sendRaw(house.origin, parts);
      assert.equal(answer?.status, status, name);
      assert.match(answer!.head, /content-type: application\/problem\+json/i, name);
      assert.match(answer!.body, /"type":"urn:tsunagu:problem:/, name);
    }
  });

  it('a body that breaks off leaves nothing', async () => {
    const [head] = rawPost([`Content-Type: ${json}`, `Idempotency-Key: ${newKey()}`, 'Content-Length: 5000']);
    for (let count = 0; count < 20; count++)
      await sendRaw(house.origin, [head!, JSON.stringify(submission()).slice(0, 40)], { hangUp: true });
  });

  it('a plain form is held to the same rules', async () => {
    const form = (text: string) =>
      house.ask('/api/consultations', { body: text, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
    assertProblem(await form(''), 422, 'invalid');
    assertProblem(await form('words='), 422, 'invalid');
    assertProblem(await form('__proto__=1&constructor=2&topics=A%20B'), 422, 'invalid');
    assertProblem(await form('words=%ff%fe%fd%80'), 400, 'bad-request');
    assertProblem(await form('a=1&'.repeat(301)), 413, 'too-large');
    assertProblem(await form(`words=${'x'.repeat(100_000)}`), 413, 'too-large');
    assertProblem(await form('words=hello&website=http://buy.example'), 422, 'looks-automated');
  });

  it('afterwards nothing was stored, and the server answers', async () => {
    assert.equal((await numbersOf(house, token)).length, kept);
    assert.equal((await house.post('/api/consultations', { consultation: consultation() })).status, 201);
    assert.ok(!house.log.join('').includes('"failed"'));
  });
});
