/** Who may come in, how often, and what those who may not can learn: nothing. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  assertProblem,
  desk,
  newKey,
  openHouse,
  otherDesk,
  send,
  submission,
  tuesday,
  visible,
  words,
  type Answer,
  type House,
} from './house.js';

const staffDoors = [
  '/api/staff/me',
  '/api/staff/directory',
  '/api/staff/withdrawals',
  '/api/staff/consultations',
  '/api/staff/consultations/K7MF-3W9X',
  '/api/staff/consultations/K7MF-3W9X/consents',
  '/api/staff/consultations/K7MF-3W9X/reach',
];

describe('doors', () => {
  let house: House;
  let token: string;
  before(async () => {
    house = await openHouse({ origins: ['https://www.city.example.jp'] });
    token = await house.token(desk);
  });
  after(() => house.close());

  it('no token, a guessed one, a half right one: the same 401', async () => {
    const [, id, secret] = /^tsg_(.+)_(.+)$/.exec(token)!;
    const tokens = [
      undefined,
      'x',
      `tsg_000000000000_${secret!}`,
      `tsg_${id!}_${'0'.repeat(48)}`,
      token.slice(0, -1),
      `${token}0`,
      token.toUpperCase(),
    ];
    for (const path of staffDoors) {
      const answers = await Promise.all(tokens.map((one) => house.ask(path, one === undefined ? {} : { token: one })));
      for (const answer of answers) assertProblem(answer, 401, 'unauthorised');
      for (const answer of answers) assert.deepEqual(visible(answer), visible(answers[0]!));
      assert.equal(answers[0]!.headers.get('www-authenticate'), 'Bearer');
    }
    assertProblem(await house.ask('/api/staff/me', { headers: { authorization: `Basic ${token}` } }), 401, 'unauthorised');
    assertProblem(await house.ask(`/api/staff/me?token=${token}`), 401, 'unauthorised');
  });

  it('an unknown number and a wrong secret are the same 404, for reading and for writing', async () => {
    const { number, secret } = await send(house);
    const other = await send(house);
    const guesses = [
      { number, secret: other.secret },
      { number: other.number, secret },
      { number: '0000-0000', secret },
      { number: '0000-0000', secret: '0000-0000-0000-0000' },
    ];
    for (const [path, more] of [
      ['open', {}],
      ['messages', { text: '続き' }],
    ] as const) {
      const answers = await Promise.all(guesses.map((guess) => house.post(`/api/receipts/${path}`, { ...guess, ...more })));
      for (const answer of answers) assertProblem(answer, 404, 'not-found');
      for (const answer of answers) assert.deepEqual(visible(answer), visible(answers[0]!));
    }
    assert.equal((await house.post('/api/receipts/open', { number, secret })).body.messages.length, 0);
  });

  it('a refused message leaves its key free', async () => {
    const { number, secret } = await send(house);
    const key = newKey();
    const body = { number, secret: '0000-0000-0000-0000', text: '続き' };
    assertProblem(await house.post('/api/receipts/messages', body, { key }), 404, 'not-found');
    assert.equal((await house.post('/api/receipts/messages', { ...body, secret }, { key })).status, 201);
  });

  it('only pages on the list, the receiver’s own, and programs may send', async () => {
    const from = (headers: Record<string, string>) => house.post('/api/consultations', submission(), { headers });
    const { host } = new URL(house.origin);
    for (const headers of [
      {},
      { origin: 'https://www.city.example.jp' },
      { origin: 'https://www.city.example.jp', 'sec-fetch-site': 'cross-site' },
      { origin: `http://${host}` },
      { origin: 'null', 'sec-fetch-site': 'same-origin' },
    ])
      assert.equal((await from(headers as Record<string, string>)).status, 201, JSON.stringify(headers));
    for (const headers of [
      { origin: 'https://city.example.jp' },
      { origin: 'https://www.city.example.jp.evil.example' },
      { origin: 'http://www.city.example.jp' },
      { origin: 'null' },
      { origin: `http://${host}`, 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]) {
      const answer = await from(headers as Record<string, string>);
      assertProblem(answer, 403, 'origin-refused');
      assert.equal(answer.headers.get('access-control-allow-origin'), null);
    }
  });

  it('a browser’s preflight is answered for the list alone, and never for desks', async () => {
    const preflight = (path: string, origin: string) =>
      house.ask(path, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type,idempotency-key' },
      });
    const right = await preflight('/api/consultations', 'https://www.city.example.jp');
    assert.equal(right.status, 204);
    assert.equal(right.headers.get('access-control-allow-origin'), 'https://www.city.example.jp');
    assert.match(right.headers.get('access-control-allow-headers')!, /idempotency-key/);
    for (const [path, origin] of [
      ['/api/consultations', 'https://evil.example'],
      ['/api/staff/me', 'https://www.city.example.jp'],
    ] as const) {
      const wrong = await preflight(path, origin);
      assert.equal(wrong.headers.get('access-control-allow-origin'), null);
      assert.equal(wrong.status, 405);
    }
    const answer = await house.post('/api/consultations', submission(), { headers: { origin: 'https://www.city.example.jp' } });
    assert.equal(answer.headers.get('access-control-allow-origin'), 'https://www.city.example.jp');
    assert.match(answer.headers.get('access-control-expose-headers')!, /idempotency-replayed/);
  });

  it('every answer says: keep nothing, guess nothing, run nothing', async () => {
    for (const path of ['/api/health', '/api/openapi.json', '/api/unknown', '/api/staff/me', '/staff', '/receipt', '/api/%ff']) {
      const { headers } = await house.ask(path);
      assert.equal(headers.get('cache-control'), 'no-store', path);
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
      assert.equal(headers.get('referrer-policy'), 'no-referrer', path);
      assert.match(headers.get('content-security-policy')!, /default-src 'none'.*frame-ancestors 'none'/, path);
      assert.equal(headers.get('x-powered-by'), null);
      assert.equal(headers.get('server'), null);
    }
  });
});

describe('how often', () => {
  const rates = {
    submit: { burst: 3, seconds: 30 },
    receipts: { burst: 2, seconds: 60 },
    staff: { burst: 4, seconds: 60 },
    read: { burst: 1000, seconds: 1 },
  };

  it('a bucket empties, says for how long, fills drop by drop; one for each kind of door', async () => {
    const house = await openHouse({ rates });
    for (let count = 0; count < 3; count++) assert.equal((await house.post('/api/consultations', submission())).status, 201);
    const refused = await house.post('/api/consultations', submission());
    assertProblem(refused, 429, 'rate-limited');
    assert.equal(refused.headers.get('retry-after'), '10');
    house.clock.now = new Date(tuesday.getTime() + 10_000);
    assert.equal((await house.post('/api/consultations', submission())).status, 201);
    assertProblem(await house.post('/api/consultations', submission()), 429, 'rate-limited');

    const guess = { number: '0000-0000', secret: '0000-0000-0000-0000' };
    assertProblem(await house.post('/api/receipts/open', guess), 404, 'not-found');
    assertProblem(await house.post('/api/receipts/messages', { ...guess, text: 'a' }), 404, 'not-found');
    assertProblem(await house.post('/api/receipts/open', guess), 429, 'rate-limited');
    for (let count = 0; count < 4; count++) assertProblem(await house.ask('/api/staff/me', { token: 'guess' }), 401, 'unauthorised');
    assertProblem(await house.ask('/api/staff/me', { token: 'guess' }), 429, 'rate-limited');
    await house.close();
  });

  it('the sender’s address is believed from a trusted proxy alone', async () => {
    const from = (house: House, address: string) =>
      house.post('/api/consultations', submission(), { headers: { 'x-forwarded-for': address } });
    const open = await openHouse({ rates });
    for (let count = 0; count < 3; count++) await from(open, `203.0.113.${count}`);
    assertProblem(await from(open, '203.0.113.9'), 429, 'rate-limited');
    await open.close();

    const behind = await openHouse({ rates, trustProxy: 1 });
    for (let count = 0; count < 4; count++) assert.equal((await from(behind, `203.0.113.${count}`)).status, 201);
    // What the sender writes before its own address is not the proxy's word.
    for (let count = 0; count < 3; count++) await from(behind, `198.51.100.${count}, 203.0.113.50`);
    assertProblem(await from(behind, '198.51.100.9, 203.0.113.50'), 429, 'rate-limited');
    // One home has a whole /64 of IPv6.
    for (let count = 0; count < 3; count++) await from(behind, `2001:db8:1:1::${count}`);
    assertProblem(await from(behind, '2001:db8:1:1::ffff'), 429, 'rate-limited');
    assert.equal((await from(behind, '2001:db8:1:2::1')).status, 201);
    await behind.close();
  });
});

describe('a plain form, from a page without script', () => {
  let house: House;
  before(async () => {
    house = await openHouse({ trustProxy: 1 });
  });
  after(() => house.close());

  const form = (body: string, address = '203.0.113.1') =>
    house.ask('/api/consultations', {
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', 'x-forwarded-for': address },
    });
  const numberOn = ({ text }: Answer): string => /<dd>([0-9A-Z]{4}-[0-9A-Z]{4})<\/dd>/.exec(text)![1]!;

  it('is answered by a page with the receipt', async () => {
    const answer = await form(new URLSearchParams({ words, topics: 'care', 'window.id': otherDesk }).toString());
    assert.equal(answer.status, 201);
    assert.match(answer.headers.get('content-type')!, /^text\/html/);
    const read = await house.ask(`/api/staff/consultations/${numberOn(answer)}`, { token: await house.token(otherDesk) });
    assert.deepEqual([read.body.consultation.words, read.body.consultation.topics], [words, ['care']]);
  });

  it('problems are pages too, with every sentence escaped', async () => {
    const answer = await form('topics=%3Cscript%3E');
    assert.equal(answer.status, 422);
    assert.match(answer.text, /<h1>確かめていただきたいところがあります<\/h1>/);
    assert.ok(!answer.text.includes('<script'));
  });

  it('a page in Shift_JIS is understood', async () => {
    // 「家賃が払えない」 in Shift_JIS.
    const answer = await form('words=%89%C6%92%C0%82%AA%95%A5%82%A6%82%C8%82%A2');
    const read = await house.ask(`/api/staff/consultations/${numberOn(answer)}`, { token: await house.token(desk) });
    assert.equal(read.body.consultation.words, '家賃が払えない');
  });

  it('sent twice under its key it is one; a key that stands on a page for everybody shows nobody another’s receipt', async () => {
    const key = 'the-same-key-for-all-visitors';
    const first = await form(new URLSearchParams({ key, words: '一度目' }).toString());
    assert.equal(numberOn(await form(new URLSearchParams({ key, words: '一度目' }).toString())), numberOn(first));
    const changed = await form(new URLSearchParams({ key, words: 'べつの人' }).toString());
    assert.equal(changed.status, 201);
    assert.notEqual(numberOn(changed), numberOn(first));
    const neighbour = await form(new URLSearchParams({ key, words: '一度目' }).toString(), '203.0.113.2');
    assert.notEqual(numberOn(neighbour), numberOn(first));
  });
});
