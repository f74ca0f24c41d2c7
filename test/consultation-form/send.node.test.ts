/** What comes of a sending, fault by fault: the outcome, what the person is told meanwhile, and when the next request leaves. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { newKey, type SendState } from '../../packages/consultation-form/src/send.js';
import { body, Clock, key, Line, receipt, type Fault } from './send-faults.js';

const line = (...script: Fault[]): Line => new Line(new Clock(), script);
const kinds = (told: SendState[]): string =>
  told.map((state) => (state.kind === 'again' ? `again ${state.seconds}` : state.kind)).join(', ');
/** Seconds between the beginning and each request. */
const times = ({ requests }: Line): number[] => requests.map(({ at }) => (at - requests[0]!.at) / 1000);

describe('a consultation that arrives', () => {
  test('is sent once, as JSON, with its key, without cookies and to no other address', async () => {
    const good = line();
    assert.deepEqual(await good.send(), { kind: 'sent', receipt, replayed: false });
    assert.equal(good.requests.length, 1);
    const { url, init } = good.requests[0]!;
    assert.equal(url, 'https://city.example/api/consultations');
    assert.equal(init.method, 'POST');
    assert.equal(init.body, body);
    const headers = new Headers(init.headers);
    assert.equal(headers.get('Idempotency-Key'), key);
    assert.equal(headers.get('Content-Type'), 'application/json');
    assert.equal(init.credentials, 'omit');
    assert.equal(init.redirect, 'error');
    assert.equal(init.cache, 'no-store');
    assert.equal(init.referrerPolicy, 'strict-origin');
    assert.equal(kinds(good.told), 'sending');
    assert.equal(good.clock.running, 0, 'no timer is left behind');
  });

  const mended: [Fault, string][] = [
    ['lost-request', 'network'],
    ['lost-answer', 'network'],
    ['broken-answer', 'network'],
    ['hangs', 'timeout'],
    ['stores-and-hangs', 'timeout'],
    ['error-500', 'server'],
    ['stores-and-error-500', 'server'],
    ['timeout-408', 'server'],
    ['early-425', 'server'],
    ['stranger-200', 'server'],
    ['stores-and-garbles', 'server'],
    ['empty-201', 'server'],
  ];
  for (const [fault, reason] of mended) {
    const stores = /stores|lost-answer|broken-answer/.test(fault);

    test(`${fault}: the next try mends it`, async () => {
      const bad = line(fault);
      assert.deepEqual(await bad.send(), { kind: 'sent', receipt, replayed: stores });
      assert.equal(kinds(bad.told), 'sending, again 1, sending');
      assert.deepEqual(times(bad), [0, fault.includes('hangs') ? 20.75 : 0.75]);
      assert.equal(bad.storings, 1);
    });

    test(`${fault} for ever: it gives up after six tries and says why`, async () => {
      const bad = line(...Array<Fault>(20).fill(fault));
      const outcome = await bad.send();
      assert.equal(outcome.kind === 'failed' && outcome.reason, reason);
      assert.equal(bad.requests.length, 6);
      assert.equal(bad.storings, stores ? 1 : 0);
      assert.equal(kinds(bad.told), 'sending, again 1, sending, again 2, sending, again 3, sending, again 6, sending, again 12, sending');
      const took = fault.includes('hangs') ? 20 : 0;
      assert.deepEqual(
        times(bad),
        [0, 0.75, 2.25, 5.25, 11.25, 23.25].map((time, index) => time + index * took),
      );
    });
  }

  test('the timeout, the number of tries and the jitter are as asked for', async () => {
    const bad = line('hangs', 'hangs', 'hangs');
    const outcome = await bad.send({ timeout: 5000, tries: 3, random: () => 0 });
    assert.deepEqual(outcome, { kind: 'failed', reason: 'timeout' });
    assert.deepEqual(times(bad), [0, 5.5, 11.5]);
    assert.ok(bad.requests.every(({ init }) => init.signal!.aborted));
  });
});

describe('a receiver that asks for time', () => {
  const cases: [string, number][] = [
    ['7', 7],
    ['0', 0.75],
    ['3600', 60],
    ['99999999999999999999', 60],
    ['Tue, 24 Nov 2026 01:30:20 GMT', 20],
    ['Tue, 24 Nov 2026 01:29:00 GMT', 0.75],
    ['Fri, 24 Nov 2099 01:30:20 GMT', 60],
    ['-5', 0.75],
    ['soon', 0.75],
    ['', 0.75],
  ];
  for (const [retryAfter, seconds] of cases) {
    for (const fault of ['busy-429', 'down-503'] as const) {
      test(`${fault}, Retry-After "${retryAfter}": the next try after ${seconds} s`, async () => {
        const busy = new Line(new Clock(), [fault], 0, retryAfter);
        assert.equal((await busy.send()).kind, 'sent');
        assert.deepEqual(times(busy), [0, seconds]);
        assert.deepEqual(busy.told[1], { kind: 'again', seconds: Math.ceil(seconds) });
      });
    }
  }

  test('busy for ever is a fault of the server, with what it said', async () => {
    const busy = line(...Array<Fault>(6).fill('busy-429'));
    const outcome = await busy.send();
    assert.ok(outcome.kind === 'failed');
    assert.equal(outcome.reason, 'server');
    assert.deepEqual(outcome.problem, {
      status: 429,
      type: 'urn:tsunagu:problem:rate-limited',
      title: 'x',
      detail: 'しばらくお待ちください。',
    });
  });
});

describe('a receiver that will not take it', () => {
  for (const status of [400, 401, 403, 404, 405, 413, 415, 422]) {
    test(`${status} ends it at once`, async () => {
      const no = line();
      const outcome = await no.send({
        fetch: () => Promise.resolve(new Response('{"type":"urn:tsunagu:problem:invalid","detail":"電話番号","number":1}', { status })),
      });
      assert.deepEqual(outcome, {
        kind: 'failed',
        reason: 'refused',
        problem: { status, type: 'urn:tsunagu:problem:invalid', detail: '電話番号' },
        receipt: undefined,
      });
      assert.equal(kinds(no.told), 'sending');
    });
  }

  test('other words under a used key: refused, with the receipt of the first', async () => {
    const used = line();
    used.stored.set(key, 'other words');
    const outcome = await used.send();
    assert.ok(outcome.kind === 'failed');
    assert.equal(outcome.reason, 'refused');
    assert.equal(outcome.problem?.status, 409);
    assert.deepEqual(outcome.receipt, receipt);
    assert.equal(used.stored.get(key), 'other words');
  });

  test('a receipt in an error is none: nothing was acknowledged', async () => {
    const odd = await line().send({ tries: 2, fetch: () => Promise.resolve(new Response(JSON.stringify(receipt), { status: 500 })) });
    assert.equal(odd.kind === 'failed' && odd.reason, 'server');
  });
});

describe('a device without network', () => {
  test('waits, and sends when it is back; that costs no try', async () => {
    const tunnel = line(...Array<Fault>(10).fill('goes-offline'));
    assert.equal((await tunnel.send({ tries: 1 })).kind, 'sent');
    assert.equal(tunnel.storings, 1);
    assert.ok(!kinds(tunnel.told).includes('again'));
    assert.equal(tunnel.listening, 0);
  });

  test('nothing leaves before it is online, and it is told so', async () => {
    const offline = line();
    offline.goOffline();
    offline.clock.after(12_000, () => offline.comeOnline());
    const began = offline.clock.now;
    assert.equal((await offline.send()).kind, 'sent');
    assert.deepEqual(
      offline.requests.map(({ at }) => at - began),
      [12_000],
    );
    assert.equal(kinds(offline.told), 'offline, sending');
  });

  test('a device that is wrong about its network is tried after half a minute', async () => {
    const liar = line();
    liar.claimOffline();
    const began = liar.clock.now;
    assert.equal((await liar.send()).kind, 'sent');
    assert.deepEqual(
      liar.requests.map(({ at }) => at - began),
      [30_000],
    );
    assert.equal(kinds(liar.told), 'offline');
  });

  test('an answer counts as a try, whatever the device says of its network', async () => {
    const liar = line(...Array<Fault>(10).fill('error-500'));
    liar.claimOffline();
    assert.equal((await liar.send({ tries: 2 })).kind, 'failed');
    assert.equal(liar.requests.length, 2);
  });
});

describe('stopping', () => {
  test('before it began: no request at all, nothing told', async () => {
    const stopped = line();
    assert.deepEqual(await stopped.send({ signal: AbortSignal.abort() }), { kind: 'stopped' });
    assert.equal(stopped.requests.length, 0);
    assert.deepEqual(stopped.told, []);
  });

  for (const [what, fault, at] of [
    ['while it waits for an answer', 'hangs', 3000],
    ['between two tries', 'busy-429', 3000],
    ['without a network', 'goes-offline', 3000],
  ] as const) {
    test(`${what}: at once, and nothing more leaves`, async () => {
      const stopped = line(...Array<Fault>(6).fill(fault));
      const stop = new AbortController();
      const began = stopped.clock.now;
      stopped.clock.after(at, () => stop.abort());
      assert.deepEqual(await stopped.send({ signal: stop.signal }), { kind: 'stopped' });
      assert.equal(stopped.clock.now - began, at);
      assert.equal(stopped.requests.length, 1);
      assert.equal(stopped.listening, 0);
    });
  }

  test('as the answer arrives: it was sent, and that is what is said', async () => {
    const stop = new AbortController();
    const outcome = await line().send({
      signal: stop.signal,
      fetch: () => {
        stop.abort();
        return Promise.resolve(new Response(JSON.stringify(receipt), { status: 201 }));
      },
    });
    assert.equal(outcome.kind, 'sent');
  });
});

test('a fetch that throws at once, and one that rejects with nothing, are a network that is not there', async () => {
  const thrown = await line().send({
    tries: 1,
    fetch: () => {
      throw new TypeError('Invalid URL');
    },
  });
  assert.deepEqual(thrown, { kind: 'failed', reason: 'network' });
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- what other people's wrappers do
  assert.deepEqual(await line().send({ tries: 1, fetch: () => Promise.reject(undefined) }), { kind: 'failed', reason: 'network' });
});

test('keys are 32 characters of base64url, never the same', () => {
  const keys = Array.from({ length: 500 }, newKey);
  for (const each of keys) assert.match(each, /^[A-Za-z0-9_-]{32}$/);
  assert.equal(new Set(keys).size, keys.length);
});
