/** News of sheets as the staff page hears them: however the wire cuts them, whenever it breaks, and not when nobody looks. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { eventReader, type ServerSentEvent } from '../../packages/receiver/src/pages/staff/referral/sse.js';
import { followSheets, type SheetNews, type Visibility } from '../../packages/receiver/src/pages/staff/referral/stream.js';

const read = (...pieces: string[]): ServerSentEvent[] => {
  const reader = eventReader();
  return pieces.flatMap((piece) => reader(piece));
};

const news = (id: string, n: number): string => `id: ${n}\nevent: referral\ndata: ${JSON.stringify({ id, seq: n })}\n\n`;

describe('server-sent events', () => {
  it('comments, unknown fields, several lines of data, every line ending, a byte order mark', () => {
    assert.deepEqual(read('\uFEFF:\n\nid: 4\nretry: 2000\nevent: x\ndata: a\ndata:b\ndata\nstrange: 1\n\ndata: c\r\n\r\ndata: d\r\r'), [
      { id: '4', type: 'x', data: 'a\nb\n' },
      { id: '4', type: 'message', data: 'c' },
      { id: '4', type: 'message', data: 'd' },
    ]);
  });

  it('an event that was not finished is none; an id with a NUL is none', () => {
    assert.deepEqual(read('data: a\n'), []);
    assert.deepEqual(read('id: 1\n\nid: 2\0\ndata: a\n\n'), [{ id: '1', type: 'message', data: 'a' }]);
  });

  it('are the same however the stream is cut', () => {
    const line = fc.constantFrom('id: 7', 'data: {"id":"r-1","seq":3}', 'data: 二', 'event: referral', ':', '', 'retry: 1');
    const text = fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r'))).map((lines) => lines.flat().join(''));
    fc.assert(
      fc.property(text, fc.array(fc.nat(200), { maxLength: 8 }), (whole, cuts) => {
        const places = [0, ...cuts.filter((cut) => cut < whole.length), whole.length].sort((a, b) => a - b);
        const pieces = places.slice(1).map((place, index) => whole.slice(places[index], place));
        assert.deepEqual(read(...pieces), read(whole));
      }),
    );
  });
});

/** A server that is told what to answer, and pauses that end when the test says so. */
function wire(first = 200) {
  const asked: Headers[] = [];
  const waits: { ms: number; done: () => void }[] = [];
  const lines: ReadableStreamDefaultController<Uint8Array>[] = [];
  let status = first;
  const told: (SheetNews | undefined)[] = [];
  const states: boolean[] = [];
  let refused = 0;
  let token = 'tsg_1';
  let renewed: string | undefined;
  let hidden = false;
  const listeners = new Set<() => void>();
  const visibility: Visibility = {
    isHidden: () => hidden,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
  };
  const end = followSheets({
    address: 'api/staff/referrals/stream',
    token: () => token,
    news: (one) => told.push(one),
    refused: () => {
      refused++;
      return Promise.resolve(renewed !== undefined && ((token = renewed), true));
    },
    live: (on) => states.push(on),
    random: () => 1,
    visibility,
    wait: (ms, signal) =>
      new Promise((resolve) => {
        const done = (): void => {
          signal.removeEventListener('abort', done);
          resolve();
        };
        waits.push({ ms, done });
        signal.addEventListener('abort', done);
      }),
    fetch: (_address, { headers, signal } = {}) => {
      asked.push(new Headers(headers));
      if (status !== 200) return Promise.resolve(new Response('{}', { status }));
      const body = new ReadableStream<Uint8Array>({
        start(line) {
          lines.push(line);
          signal?.addEventListener('abort', () => line.error(new Error('aborted')));
        },
      });
      return Promise.resolve(new Response(body));
    },
  });
  return {
    asked,
    told,
    states,
    end,
    settle,
    refusals: () => refused,
    answer: (next: number) => void (status = next),
    /** What is answered when the token is asked for again. */
    renew: (next: string) => void (renewed = next),
    say: (text: string) => lines.at(-1)!.enqueue(new TextEncoder().encode(text)),
    hangUp: () => lines.at(-1)!.close(),
    /** The pause that is waited for now, of those of that length or above; ends it. */
    pass: (least: number): number => {
      const found = waits.findLast(({ ms }) => ms >= least)!;
      found.done();
      return found.ms;
    },
    lastPause: () => waits.at(-1)!.ms,
    hide(on: boolean) {
      hidden = on;
      for (const listener of [...listeners]) listener();
    },
    listeners,
  };
}

describe('following the sheets of a desk', () => {
  it('says what happened, with the token in a header alone, and goes on after the last number', async () => {
    const one = wire();
    await one.settle();
    assert.deepEqual(one.told, [undefined], 'what came before is looked for');
    one.say(`retry: 2000\nid: 3\nevent: ready\ndata: {}\n\n${news('r-1', 4)}`);
    await one.settle();
    assert.deepEqual(one.told, [undefined, { id: 'r-1', seq: 4 }]);
    one.hangUp();
    await one.settle();
    one.pass(1000);
    await one.settle();
    assert.deepEqual(
      one.asked.map((headers) => [headers.get('authorization'), headers.get('last-event-id')]),
      [
        ['Bearer tsg_1', null],
        ['Bearer tsg_1', '4'],
      ],
    );
    assert.deepEqual(one.states, [true, false, true]);
    assert.equal(one.told.length, 3, 'what was missed is looked for');
    one.end();
  });

  it('waits longer each time that nobody answers, and not for ever', async () => {
    const one = wire(503);
    await one.settle();
    const pauses: number[] = [];
    for (let tries = 0; tries < 8; tries++) {
      pauses.push(one.pass(1));
      await one.settle();
    }
    assert.deepEqual(pauses, [2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000, 30_000]);
    one.end();
  });

  it('a silent line is dead', async () => {
    const one = wire();
    await one.settle();
    one.say(':\n\n');
    await one.settle();
    one.pass(75_000);
    await one.settle();
    one.pass(1000);
    await one.settle();
    assert.equal(one.asked.length, 2);
    one.end();
  });

  it('lets go when nobody looks for a while, and comes back', async () => {
    const one = wire();
    await one.settle();
    one.hide(true);
    one.hide(false);
    one.hide(true);
    assert.equal(one.lastPause(), 60_000);
    one.pass(60_000);
    await one.settle();
    one.pass(1000);
    await one.settle();
    assert.equal(one.asked.length, 1, 'not while it is hidden');
    one.hide(false);
    await one.settle();
    assert.equal(one.asked.length, 2);
    one.end();
    await one.settle();
    assert.equal(one.listeners.size, 0, 'nothing of it stays behind');
  });

  it('ends when the token is not known any more, and when the desk is closed', async () => {
    const one = wire();
    one.end();
    await one.settle();
    const two = wire();
    await two.settle();
    two.answer(401);
    two.hangUp();
    await two.settle();
    two.pass(1000);
    await two.settle();
    assert.equal(two.refusals(), 1);
    assert.equal(two.asked.length, 2);
  });

  it('goes on with a new token, once somebody has given it', async () => {
    const one = wire();
    await one.settle();
    one.answer(401);
    one.renew('tsg_2');
    one.hangUp();
    await one.settle();
    one.pass(1000);
    await one.settle();
    one.answer(200);
    one.pass(1000);
    await one.settle();
    assert.deepEqual(
      one.asked.map((headers) => headers.get('authorization')),
      ['Bearer tsg_1', 'Bearer tsg_1', 'Bearer tsg_2'],
    );
    one.end();
  });

  it('hears who saved a draft, and nothing of it', async () => {
    const one = wire();
    await one.settle();
    const at = '2026-11-24T01:45:00.000Z';
    for (const more of [{ version: 3, who: '相談 太郎', at }, { version: 4, at }, { version: '5', at }, { version: 6 }])
      one.say(`event: draft\ndata: ${JSON.stringify({ id: 'r-1', ...more })}\n\n`);
    await one.settle();
    assert.deepEqual(one.told.slice(1), [
      { id: 'r-1', seq: 0, draft: { version: 3, who: '相談 太郎', at } },
      { id: 'r-1', seq: 0, draft: { version: 4, at } },
    ]);
    one.end();
  });

  it('what is no news is none', async () => {
    const one = wire();
    await one.settle();
    one.say('data: {"id":4}\n\ndata: nonsense\n\ndata: null\n\ndata: {"id":"r-2","seq":"1"}\n\n');
    await one.settle();
    assert.deepEqual(one.told, [undefined]);
    one.end();
  });
});
