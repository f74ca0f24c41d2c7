/** From a worry to an answer, as the form, the receipt page and a desk's system ask for it. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { assertProblem, consultation, desk, newKey, openHouse, otherDesk, send, submission, tuesday, words, type House } from './house.js';

describe('from a worry to an answer', () => {
  let house: House;
  let token: string;
  before(async () => {
    house = await openHouse();
    token = await house.token(desk);
  });
  after(() => house.close());

  it('gives a receipt, takes it to the desk that takes everything, and promises a day', async () => {
    const { status, body, headers } = await house.post('/api/consultations', submission());
    assert.equal(status, 201);
    assert.match(body.number, /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    assert.match(body.secret, /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    assert.deepEqual([body.receivedAt, body.replyBy], [tuesday.toISOString(), '2026-11-27']);
    assert.deepEqual(body.window, { id: desk, name: '生駒市役所庁内' });
    assert.equal(headers.get('cache-control'), 'no-store');

    const me = await house.ask('/api/staff/me', { token });
    assert.deepEqual(me.body, {
      window: { id: desk, name: '生駒市役所庁内' },
      coordinator: { id: 'coordinator', name: 'いこまる主任推進員' },
      waiting: 1,
    });
    const list = await house.ask('/api/staff/consultations', { token });
    assert.deepEqual(list.body.items, [
      {
        number: body.number,
        status: 'received',
        receivedAt: tuesday.toISOString(),
        replyBy: '2026-11-27',
        language: 'ja',
        sealed: false,
        messages: 0,
        waitingDays: 0,
        overdue: false,
      },
    ]);
    const read = await house.ask(`/api/staff/consultations/${body.number}`, { token });
    assert.equal(read.status, 200);
    assert.deepEqual(read.body.consultation, consultation());
  });

  it('lets the desk answer, the person read it with the receipt and write back', async () => {
    const receipt = await send(house, { topics: ['care'] });
    const thread = `/api/staff/consultations/${receipt.number}`;
    assert.equal((await house.post(`${thread}/status`, { status: 'read' }, { token })).body.status, 'read');
    const answered = await house.post(`${thread}/messages`, { text: 'お話を聞かせてください。' }, { token });
    assert.equal(answered.status, 201);
    assert.equal(answered.body.status, 'answered');

    const { number, secret } = receipt;
    const opened = await house.post('/api/receipts/open', { number, secret });
    assert.equal(opened.status, 200);
    assert.deepEqual(opened.body.messages, [{ from: 'desk', text: 'お話を聞かせてください。', at: tuesday.toISOString() }]);

    const key = newKey();
    const back = { number, secret, text: '水曜の午前なら、行けます。' };
    const written = await house.post('/api/receipts/messages', back, { key });
    assert.equal(written.status, 201);
    assert.equal(written.body.status, 'received');
    const again = await house.post('/api/receipts/messages', back, { key });
    assert.deepEqual([again.status, again.headers.get('idempotency-replayed')], [200, 'true']);
    assert.deepEqual(again.body, written.body);
    assert.equal(again.body.messages.length, 2);
    assertProblem(await house.post('/api/receipts/messages', { ...back, text: 'ほかの話です。' }, { key }), 409, 'key-reused');
  });

  it('opens a receipt as people copy it: full width, small letters, no hyphens', async () => {
    const { number, secret } = await send(house);
    const typed = (text: string): string =>
      text
        .replaceAll('-', ' ')
        .toLowerCase()
        .replaceAll('0', 'o')
        .replace(/[a-z1-9]/g, (one) => String.fromCodePoint(one.codePointAt(0)! + 0xfee0));
    assert.equal((await house.post('/api/receipts/open', { number: typed(number), secret: typed(secret) })).status, 200);
  });

  it('brings a consultation to the desk that was chosen, and to the catch-all when there is no such desk', async () => {
    const chosen = await send(house, { window: { id: otherDesk } });
    assert.equal(chosen.window?.id, otherDesk);
    const lost = await send(house, { window: { id: 'a-desk-of-last-year' } });
    assert.equal(lost.window?.id, desk);
  });

  it('moves the status only as the rules allow, and says why not', async () => {
    const { number } = await send(house);
    const status = (to: string) => house.post(`/api/staff/consultations/${number}/status`, { status: to }, { token });
    const early = await status('closed');
    assertProblem(early, 422, 'invalid');
    assert.equal(early.body.errors[0].pointer, '#/status');
    for (const to of ['read', 'in-progress', 'closed']) assert.deepEqual((await status(to)).body, { status: to });
    assertProblem(await status('answered'), 422, 'invalid');
    assertProblem(await status('gone'), 422, 'invalid');
  });

  it('lists newest first, page by page, and by status', async () => {
    const sent: string[] = [];
    const own = await house.token(otherDesk);
    for (let minute = 1; minute <= 5; minute++) {
      house.clock.now = new Date(tuesday.getTime() + minute * 60_000);
      sent.unshift((await send(house, { window: { id: otherDesk } })).number);
    }
    const first = await house.ask('/api/staff/consultations?limit=3', { token: own });
    assert.deepEqual(
      first.body.items.map(({ number }: { number: string }) => number),
      sent.slice(0, 3),
    );
    const second = await house.ask(`/api/staff/consultations?limit=3&after=${first.body.next}`, { token: own });
    assert.deepEqual(
      second.body.items.slice(0, 2).map(({ number }: { number: string }) => number),
      sent.slice(3),
    );
    assert.equal(second.body.next, undefined);
    assert.deepEqual((await house.ask('/api/staff/consultations?status=closed', { token: own })).body.items, []);
    for (const query of ['status=gone', 'limit=0', 'limit=101', 'limit=x', 'after=x', 'status=read&status=read'])
      assertProblem(await house.ask(`/api/staff/consultations?${query}`, { token: own }), 422, 'invalid');
    house.clock.now = tuesday;
  });

  it('says how long somebody has waited, in days of Tokyo, and that the promised day is over', async () => {
    const { number } = await send(house);
    const item = async (now: string) => {
      house.clock.now = new Date(now);
      const { body } = await house.ask('/api/staff/consultations?limit=100', { token });
      const { waitingDays, overdue } = body.items.find((one: { number: string }) => one.number === number);
      return { waitingDays, overdue };
    };
    assert.deepEqual(await item('2026-11-24T15:00:00Z'), { waitingDays: 1, overdue: false });
    assert.deepEqual(await item('2026-11-27T14:59:59Z'), { waitingDays: 3, overdue: false });
    assert.deepEqual(await item('2026-11-27T15:00:00Z'), { waitingDays: 4, overdue: true });
    house.clock.now = tuesday;
  });

  it('counts anew when somebody writes again after an answer; the receipt stays what it was', async () => {
    const key = newKey();
    const sent = await house.post('/api/consultations', submission(), { key });
    const { number, secret } = sent.body;
    const item = async () => {
      const { body } = await house.ask('/api/staff/consultations?limit=100', { token });
      const { status, waitingDays, replyBy, overdue } = body.items.find((one: { number: string }) => one.number === number);
      return { status, waitingDays, replyBy, overdue };
    };
    const write = (text: string) => house.post('/api/receipts/messages', { number, secret, text });
    house.clock.now = new Date('2026-11-25T01:30:00Z');
    await write('もう一つあります。');
    assert.deepEqual(await item(), { status: 'received', waitingDays: 1, replyBy: '2026-11-27', overdue: false });
    await house.post(`/api/staff/consultations/${number}/messages`, { text: 'お話を聞かせてください。' }, { token });
    house.clock.now = new Date('2026-12-10T01:30:00Z');
    assert.equal((await write('おねがいします。')).body.replyBy, '2026-12-15');
    house.clock.now = new Date('2026-12-11T01:30:00Z');
    assert.deepEqual(await item(), { status: 'received', waitingDays: 1, replyBy: '2026-12-15', overdue: false });
    assert.deepEqual((await house.post('/api/consultations', submission(), { key })).body, sent.body);
    house.clock.now = tuesday;
  });

  it('says what is wrong with a consultation, by pointer, in a sentence, without repeating it', async () => {
    const answer = await house.post('/api/consultations', submission({ contact: { mode: 'nickname', phone: 'ひみつの番号' } }));
    assertProblem(answer, 422, 'invalid');
    assert.equal(answer.body.errors[0].pointer, '#/consultation/contact/phone');
    assert.match(answer.body.errors[0].detail, /電話番号/);
    assert.ok(!answer.text.includes('ひみつ') && !answer.text.includes(words));
    assertProblem(await house.post('/api/consultations', submission({ topics: [], words: ' ' })), 422, 'invalid');
  });

  it('keeps machines out: a filled trap, a form sent at once', async () => {
    assertProblem(await house.post('/api/consultations', submission({}, { website: 'x' })), 422, 'looks-automated');
    const soon = await house.post('/api/consultations', submission({}, { seconds: 0.4 }));
    assertProblem(soon, 429, 'too-soon');
    assert.equal(soon.headers.get('retry-after'), '2');
    assert.equal((await house.post('/api/consultations', submission({}, { seconds: 2 }))).status, 201);
  });

  it('tells when it is alive', async () => {
    assert.deepEqual((await house.ask('/api/health')).body, { status: 'ok' });
  });
});
