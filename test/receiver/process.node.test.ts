/** The receiver as a process: killed in mid-load, out of room, told to stop, told something wrong. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Receipt } from '@tsunagu/schema/consultation';
import { CompactEncrypt, compactDecrypt, importJWK, type JWK } from 'jose';
import type { ConsentEvent } from '@tsunagu/schema/consent';
import { spoken } from '../schema/consent.samples.js';
import { runCommand, startChild } from './child.js';
import { Record as ConsentRecord } from './consents.js';
import { askAt, assertProblem, folder, newKey, numbersOf, submission, words } from './house.js';
import { beginPost, untilClosed } from './wire.js';

const limits = { timeout: 180_000 };

/** `workers` senders post one consultation after the other until the receiver is gone. */
async function load(origin: string, workers: number, acknowledged: (key: string, receipt: Receipt) => void): Promise<string[]> {
  const unanswered: string[] = [];
  const work = async (): Promise<void> => {
    for (;;) {
      const key = newKey();
      try {
        const { status, body } = await askAt(origin, '/api/consultations', { body: submission({ words: key }), key });
        assert.equal(status, 201);
        acknowledged(key, body as Receipt);
      } catch (error) {
        if (error instanceof assert.AssertionError) throw error;
        unanswered.push(key);
        return;
      }
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return unanswered;
}

describe('kill -9', limits, () => {
  it('in mid-load, three times: every acknowledged consultation is there once, and unanswered ones can be sent again', async () => {
    const place = folder();
    const database = { TSUNAGU_DATA: join(place.path, 'receiver.sqlite') };
    const token = (await runCommand(['token', 'city-hall'], database)).out.trim();
    const receipts = new Map<string, Receipt>();
    let again: string[] = [];
    for (let round = 1; round <= 3; round++) {
      const child = await startChild(database);
      for (const key of again) {
        const { status, body } = await askAt(child.origin, '/api/consultations', { body: submission({ words: key }), key });
        assert.ok(status === 201 || status === 200, String(status));
        receipts.set(key, body as Receipt);
      }
      let count = 0;
      again = await load(child.origin, 8, (key, receipt) => {
        receipts.set(key, receipt);
        if (++count === 100) process.kill(child.pid, 'SIGKILL');
      });
      assert.equal((await child.end('SIGKILL')).code, null);
      assert.ok(again.length > 0);
    }
    const last = await startChild(database);
    const ask = (path: string, options: Parameters<typeof askAt>[2]) => askAt(last.origin, path, options);
    const stored = await numbersOf({ ask }, token);
    assert.equal(new Set(stored).size, stored.length);
    for (const { number } of receipts.values()) assert.ok(stored.includes(number));
    // Beyond the acknowledged there are at most those whose answer was lost in the last round.
    assert.ok(stored.length <= receipts.size + again.length);
    for (const [key, receipt] of receipts) {
      const { status, body } = await ask('/api/consultations', { body: submission({ words: key }), key });
      assert.deepEqual([status, body], [200, receipt]);
    }
    await last.end('SIGTERM');
    place.remove();
  });
});

describe('kill -9 while a consent grows', limits, () => {
  it('every acknowledged event is there, in one unbroken chain, and the unanswered one can be sent again', async () => {
    const place = folder();
    const database = { TSUNAGU_DATA: join(place.path, 'receiver.sqlite') };
    const token = (await runCommand(['token', 'city-hall'], database)).out.trim();
    const first = await startChild(database);
    const { number } = (await askAt(first.origin, '/api/consultations', { body: submission(), key: newKey() })).body;
    const clock = { now: new Date() };
    const houseAt = (origin: string) => ({
      clock,
      ask: (path: string, options?: Parameters<typeof askAt>[2]) => askAt(origin, path, options),
    });
    const record = await new ConsentRecord(houseAt(first.origin), number, token).give();
    let unanswered: ConsentEvent | undefined;
    // Each renewing is another event; the process goes in the middle of one.
    for (let count = 0; !unanswered; count++) {
      const event = await record.make({ type: 'renewed', expressed: spoken, period: { until: 'plan-end' } });
      if (count === 8) setImmediate(() => process.kill(first.pid, 'SIGKILL'));
      const answer = await record.post([event]).catch(() => undefined);
      if (answer === undefined) unanswered = event;
      else {
        assert.equal(answer.status, 201, answer.text);
        record.events.push(event);
      }
    }
    assert.equal((await first.end('SIGKILL')).code, null);
    const second = await startChild(database);
    const house = houseAt(second.origin);
    const { status } = await record.post([unanswered], house);
    assert.ok(status === 201 || status === 200, String(status));
    const { records } = await record.read(house);
    assert.deepEqual(records[0].events, [...record.events, unanswered]);
    assert.equal(records[0].whole, true);
    await second.end('SIGTERM');
    place.remove();
  });
});

describe('a disk without room', limits, () => {
  it('is told as 503; what was acknowledged stays, and all goes on when there is room', async () => {
    const place = folder();
    const database = { TSUNAGU_DATA: join(place.path, 'receiver.sqlite') };
    const token = (await runCommand(['token', 'city-hall'], database)).out.trim();
    const child = await startChild(database, { fileSize: 400_000 });
    const ask = (path: string, options: Parameters<typeof askAt>[2]) => askAt(child.origin, path, options);
    const long = (key: string) => ask('/api/consultations', { body: submission({ words: 'あ'.repeat(4900) + key }), key });
    const sent: string[] = [];
    let refused = '';
    while (!refused) {
      const key = newKey();
      const answer = await long(key);
      if (answer.status === 201) sent.push(answer.body.number);
      else {
        assertProblem(answer, 503, 'unavailable');
        refused = key;
      }
    }
    assert.ok(sent.length > 3);
    assertProblem(await long(refused), 503, 'unavailable');
    assert.equal(spawnSync('prlimit', ['--pid', String(child.pid), '--fsize=unlimited']).status, 0);
    assert.equal((await long(refused)).status, 201);
    const stored = await numbersOf({ ask }, token);
    assert.equal(stored.length, sent.length + 1);
    for (const number of sent) assert.ok(stored.includes(number));
    const { err, out } = await child.end('SIGTERM');
    assert.ok(!`${out}${err}`.includes('ああ'));
    place.remove();
  });
});

describe('the command', limits, () => {
  it('told to stop, it takes nothing new, answers what has begun, and ends', async () => {
    const place = folder();
    const database = { TSUNAGU_DATA: join(place.path, 'receiver.sqlite') };
    const child = await startChild(database);
    const headers = { 'content-type': 'application/json', 'idempotency-key': newKey() };
    const finish = await beginPost(child.origin, '/api/consultations', headers, JSON.stringify(submission()));
    const ended = child.end('SIGTERM');
    await untilClosed(child.origin);
    const answer = await finish();
    assert.equal(answer.status, 201);
    const { code, err, out } = await ended;
    assert.deepEqual([code, err], [0, '']);
    assert.ok(!out.includes(words));
    place.remove();
  });

  it('says each wrong setting in a sentence', async () => {
    const { code, err } = await runCommand([], {
      TSUNAGU_DIRECTORY: '/nowhere.json',
      PORT: 'eighty',
      TSUNAGU_ORIGINS: 'https://a.example/path, b.example',
      TSUNAGU_TRUST_PROXY: 'everybody!',
      TSUNAGU_RATE_SUBMIT: 'often',
      TSUNAGU_KEEP_DAYS: '0',
      TSUNAGU_LOG: 'everything',
      DATABASE_URL: 'mysql://x',
    });
    assert.equal(code, 1);
    const lines = err.trim().split('\n');
    for (const name of [
      'DIRECTORY',
      'PORT',
      'ORIGINS: "https://a.example/path"',
      'ORIGINS: "b.example"',
      'TRUST_PROXY',
      'RATE_SUBMIT',
      'KEEP_DAYS',
      'LOG',
      'DATABASE_URL',
    ])
      assert.equal(lines.filter((line) => line.includes(name)).length, 1, name);
    assert.equal(lines.length, 9);
  });

  it('says when the store cannot be used, or the directory is none', async () => {
    const place = folder();
    const broken = join(place.path, 'broken.sqlite');
    writeFileSync(broken, 'this is no database, however long one looks at it'.repeat(100));
    const store = await runCommand([], { TSUNAGU_DATA: broken });
    assert.deepEqual([store.code, store.err.trim().split('\n').length], [1, 1]);
    assert.match(store.err, /TSUNAGU_DATA cannot be used/);
    const away = await runCommand([], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
    // A database that is only starting is waited for, which is said once.
    const [waiting, ...told] = away.err.trim().split('\n');
    assert.match(waiting!, /waiting for it/);
    assert.deepEqual([away.code, told.length], [1, 1]);
    assert.match(told[0]!, /DATABASE_URL cannot be used/);
    const empty = join(place.path, 'empty.json');
    writeFileSync(empty, '{}');
    assert.match((await runCommand([], { TSUNAGU_DIRECTORY: empty })).err, /no valid directory/);
    place.remove();
  });

  it('makes a desk’s token once, for desks that there are, and ends them', async () => {
    const place = folder();
    const database = { TSUNAGU_DATA: join(place.path, 'receiver.sqlite') };
    const made = await runCommand(['token', 'city-hall'], database);
    assert.match(made.out, /^tsg_[0-9a-f]{12}_[0-9a-f]{48}\n$/);
    const child = await startChild(database);
    assert.equal((await askAt(child.origin, '/api/staff/me', { token: made.out.trim() })).status, 200);
    const missing = await runCommand(['token', 'no-such-desk'], database);
    assert.equal(missing.code, 1);
    assert.match(missing.err, /no desk "no-such-desk"/);
    assert.match((await runCommand(['revoke', 'city-hall'], database)).out, /^1 token /);
    assert.equal((await askAt(child.origin, '/api/staff/me', { token: made.out.trim() })).status, 401);
    await child.end('SIGTERM');
    place.remove();
  });

  it('names desks that the directory has lost while somebody waits there, and lets them be answered', async () => {
    const place = folder();
    const city = JSON.parse(readFileSync(new URL('../../examples/cities/ikoma.json', import.meta.url), 'utf8')) as {
      windows: { id: string }[];
    };
    const smaller = join(place.path, 'smaller.json');
    writeFileSync(smaller, JSON.stringify({ ...city, windows: city.windows.filter(({ id }) => id !== 'akebi') }));
    const database = { TSUNAGU_DATA: join(place.path, 'receiver.sqlite') };
    const before = await startChild(database);
    const body = submission({ window: { id: 'akebi' } });
    const { number } = (await askAt(before.origin, '/api/consultations', { body, key: newKey() })).body;
    await before.end('SIGTERM');
    const changed = { ...database, TSUNAGU_DIRECTORY: smaller };
    const after = await startChild(changed);
    const token = (await runCommand(['token', 'akebi'], changed)).out.trim();
    assert.equal((await askAt(after.origin, `/api/staff/consultations/${number}`, { token })).status, 200);
    assert.match((await after.end('SIGTERM')).err, /no desk "akebi" any more, but 1 of its consultations/);
    place.remove();
  });

  it('makes a pair of keys: what the public one seals, the private one opens; never over another', async () => {
    const place = folder();
    const { code, out } = await runCommand(['keypair', 'city-hall'], {}, place.path);
    assert.equal(code, 0);
    const read = (kind: string) => JSON.parse(readFileSync(join(place.path, `city-hall.${kind}.jwk.json`), 'utf8')) as JWK;
    const [open, secret] = [read('public'), read('private')];
    assert.equal(open.d, undefined);
    assert.ok(!out.includes(secret.d!));
    assert.equal(statSync(join(place.path, 'city-hall.private.jwk.json')).mode & 0o077, 0);
    const jwe = await new CompactEncrypt(new TextEncoder().encode(words))
      .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM' })
      .encrypt(await importJWK(open));
    const { plaintext } = await compactDecrypt(jwe, await importJWK(secret));
    assert.equal(new TextDecoder().decode(plaintext), words);
    const again = await runCommand(['keypair', 'city-hall'], {}, place.path);
    assert.equal(again.code, 1);
    assert.deepEqual(read('private'), secret);
    assert.equal((await runCommand(['keypair', '../evil'], {}, place.path)).code, 1);
    assert.equal((await runCommand(['dance'])).code, 1);
  });
});
