/** What holds on every store and with several receivers on one: exactly once, nothing lost, nobody else's. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Receipt } from '@tsunagu/schema/consultation';
import { assertProblem, desk, newKey, numbersOf, otherDesk, send, submission, visible, type House } from './house.js';

export interface Houses {
  /** One receiver or more, all on one store. */
  houses: readonly [House, ...House[]];
  close: () => Promise<void>;
}

export function exactlyOnce(name: string, open: () => Promise<Houses>): void {
  describe(`exactly once, ${name}`, () => {
    let all: Houses;
    let first: House;
    let token: string;
    let other: string;
    /** Receivers in turn, as a load balancer would. */
    const turn = (count: number): House => all.houses[count % all.houses.length]!;
    before(async () => {
      all = await open();
      [first] = all.houses;
      token = await first.token(desk);
      other = await turn(1).token(otherDesk);
    });
    after(() => all.close());

    it('a repeated submission is the same consultation, with the same receipt', async () => {
      const key = newKey();
      const body = submission({ words: '一度だけ' });
      const sent = await first.post('/api/consultations', body, { key });
      assert.deepEqual([sent.status, sent.headers.get('idempotency-replayed')], [201, null]);
      for (let count = 0; count < 4; count++) {
        const again = await turn(count).post('/api/consultations', { ...body, trap: { seconds: 50 + count } }, { key });
        assert.deepEqual([again.status, again.headers.get('idempotency-replayed')], [200, 'true']);
        assert.deepEqual(again.body, sent.body);
      }
      const numbers = await numbersOf(first, token);
      assert.equal(numbers.filter((number) => number === sent.body.number).length, 1);
    });

    it('the order of fields does not make another consultation', async () => {
      const key = newKey();
      const { consultation, trap } = submission({ about: { who: 'family', relation: '母' } });
      const { about, ...rest } = consultation;
      const sent = await first.post('/api/consultations', { consultation, trap }, { key });
      const turned = { trap, consultation: { about: Object.fromEntries(Object.entries(about as object).reverse()), ...rest } };
      assert.deepEqual((await turn(1).post('/api/consultations', turned, { key })).body, sent.body);
    });

    it('another body under the key is refused, with the receipt of what is stored', async () => {
      const key = newKey();
      const sent = await first.post('/api/consultations', submission(), { key });
      const changed = await turn(1).post('/api/consultations', submission({ words: '書き直しました' }), { key });
      assertProblem(changed, 409, 'key-reused');
      assert.deepEqual(changed.body.receipt, sent.body);
    });

    it('of many at once under one key, one is 201 and the rest are 200, all with one receipt', async () => {
      for (let round = 0; round < 4; round++) {
        const key = newKey();
        const before = await numbersOf(first, token);
        const body = submission({ words: `${round}回目` });
        const answers = await Promise.all(Array.from({ length: 24 }, (_, count) => turn(count).post('/api/consultations', body, { key })));
        const statuses = answers.map(({ status }) => status).sort();
        assert.deepEqual(statuses, [...Array<number>(23).fill(200), 201]);
        assert.equal(new Set(answers.map(({ text }) => text)).size, 1);
        assert.equal((await numbersOf(first, token)).length, before.length + 1);
      }
    });

    it('of many different at once, each is stored once', async () => {
      const before = new Set(await numbersOf(first, token));
      const answers = await Promise.all(
        Array.from({ length: 60 }, (_, count) => turn(count).post('/api/consultations', submission({ words: `${count}人目` }))),
      );
      const sent = answers.map(({ status, body }) => (assert.equal(status, 201), (body as Receipt).number));
      const stored = (await numbersOf(turn(1), token)).filter((number) => !before.has(number));
      assert.deepEqual(stored.sort(), sent.sort());
    });

    it('messages from both sides at once all stay, once each, in one order', async () => {
      const receipt = await send(first);
      const { number, secret } = receipt;
      const keys = Array.from({ length: 12 }, newKey);
      await Promise.all(
        [...keys, ...keys].map((key, count) =>
          count % 2
            ? turn(count).post('/api/receipts/messages', { number, secret, text: `私 ${key}` }, { key })
            : turn(count).post(`/api/staff/consultations/${number}/messages`, { text: `窓口 ${key}` }, { key, token }),
        ),
      );
      const { body } = await turn(1).post('/api/receipts/open', { number, secret });
      const texts = body.messages.map(({ text }: { text: string }) => text);
      assert.equal(texts.length, 12);
      assert.equal(new Set(texts).size, 12);
      assert.deepEqual((await first.ask(`/api/staff/consultations/${number}`, { token })).body.messages, body.messages);
    });

    it('one key for two things stands for each of them', async () => {
      const key = newKey();
      const { number, secret } = (await first.post('/api/consultations', submission(), { key })).body;
      assert.equal((await turn(1).post('/api/receipts/messages', { number, secret, text: '続き' }, { key })).status, 201);
      assert.equal((await turn(1).post(`/api/staff/consultations/${number}/messages`, { text: '返事' }, { key, token })).status, 201);
    });

    it('a desk has its own alone; another’s number is as unknown as one that never was', async () => {
      const { number } = await send(first, { window: { id: otherDesk } });
      assert.ok((await numbersOf(turn(1), other)).includes(number));
      assert.ok(!(await numbersOf(first, token)).includes(number));
      for (const [path, body] of [
        ['', undefined],
        ['/messages', { text: '返事' }],
        ['/status', { status: 'read' }],
      ] as const) {
        const ask = (of: string) => turn(1).ask(`/api/staff/consultations/${of}${path}`, { token, key: newKey(), body });
        const theirs = await ask(number);
        assertProblem(theirs, 404, 'not-found');
        assert.deepEqual(visible(theirs), visible(await ask('0000-0000')));
        assert.deepEqual(visible(theirs), visible(await ask('no-number')));
      }
    });
  });
}
