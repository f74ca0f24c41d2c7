/** What is kept, for how long, and what never comes near a log. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import Libsql from 'libsql';
import { assertProblem, desk, folder, newKey, numbersOf, openHouse, send, submission, tuesday, words } from './house.js';

const days = (count: number): Date => new Date(tuesday.getTime() + count * 24 * 60 * 60 * 1000);

/** All bytes of the store's files: what somebody with the disk would find. */
const bytesIn = (path: string): Buffer => Buffer.concat(readdirSync(path).map((name) => readFileSync(join(path, name))));

const rowsOf = (file: string, query: string): Record<string, unknown>[] => {
  const database = new Libsql(file);
  const rows = database.prepare(query).all() as Record<string, unknown>[];
  database.close();
  return rows;
};

describe('retention', () => {
  it('deletes content by age, leaves a mark and the key, and overwrites the bytes', async () => {
    const place = folder();
    const database = join(place.path, 'receiver.sqlite');
    const house = await openHouse({ database, retention: { closedDays: 30, allDays: 100 } });
    const token = await house.token(desk);
    const key = newKey();
    const body = submission({ words: 'けされることば' });
    const closed = (await house.post('/api/consultations', body, { key })).body;
    await house.post(`/api/staff/consultations/${closed.number}/messages`, { text: 'けされる返事' }, { token });
    house.clock.now = days(10);
    await house.post(`/api/staff/consultations/${closed.number}/status`, { status: 'closed' }, { token });
    const open = await send(house);

    assert.equal(await house.sweep(days(39)), 0);
    assert.ok(bytesIn(place.path).includes('けされることば'));
    assert.equal(await house.sweep(days(40)), 1);
    assert.equal(await house.sweep(days(40)), 0);
    assert.deepEqual(await numbersOf(house, token), [open.number]);
    assertProblem(await house.ask(`/api/staff/consultations/${closed.number}`, { token }), 404, 'not-found');
    assertProblem(await house.post('/api/receipts/open', { number: closed.number, secret: closed.secret }), 404, 'not-found');
    assertProblem(await house.post(`/api/staff/consultations/${closed.number}/messages`, { text: 'a' }, { token }), 404, 'not-found');
    // A page that sends the same thing again a year later does not make it new.
    const late = await house.post('/api/consultations', body, { key });
    assert.deepEqual([late.status, late.body], [200, closed]);

    assert.equal(await house.sweep(days(109)), 0);
    assert.equal(await house.sweep(days(110)), 1);
    await house.close();
    const bytes = bytesIn(place.path);
    for (const gone of ['けされることば', 'けされる返事', words]) assert.ok(!bytes.includes(gone), gone);
    place.remove();
  });

  it('also sweeps when it starts', async () => {
    const place = folder();
    const database = join(place.path, 'receiver.sqlite');
    const first = await openHouse({ database });
    const { number } = await send(first);
    await first.close();
    const later = await openHouse({ database, now: () => days(730) });
    assert.deepEqual(rowsOf(database, `select content, deleted_at from consultations where number = '${number}'`), [
      { content: null, deleted_at: days(730).toISOString() },
    ]);
    await later.close();
    place.remove();
  });
});

describe('audit', () => {
  it('says who did what and when, and nothing of what was said', async () => {
    const place = folder();
    const database = join(place.path, 'receiver.sqlite');
    const house = await openHouse({ database });
    const token = await house.token(desk);
    const { number, secret } = await send(house);
    const thread = `/api/staff/consultations/${number}`;
    await house.ask(thread, { token });
    await house.post(`${thread}/status`, { status: 'read' }, { token });
    await house.post(`${thread}/messages`, { text: '返事です' }, { token });
    await house.post('/api/receipts/open', { number, secret });
    await house.post('/api/receipts/open', { number, secret: '0000-0000-0000-0000' });
    await house.post('/api/receipts/messages', { number, secret, text: '続きです' });
    await house.sweep(days(730));
    await house.close();
    const rows = rowsOf(database, 'select actor, action, number, window_id from audit order by rowid');
    const own = `desk:${desk}/${token.split('_')[1]!}`;
    assert.deepEqual(
      rows.map(({ actor, action }) => [actor, action]),
      [
        ['operator', 'token'],
        [own, 'read'],
        [own, 'status'],
        [own, 'reply'],
        ['receipt', 'lookup'],
        ['receipt', 'message'],
        ['retention', 'deletion'],
      ],
    );
    assert.ok(rows.slice(1).every((row) => row.number === number && row.window_id === desk));
    place.remove();
  });
});

describe('the store', () => {
  it('holds no key, no secret, no token, and only its user may read it', async () => {
    const place = folder();
    const house = await openHouse({ database: join(place.path, 'receiver.sqlite') });
    const token = await house.token(desk);
    const key = newKey();
    const { body } = await house.post('/api/consultations', submission(), { key });
    const bytes = bytesIn(place.path);
    assert.ok(bytes.includes(words));
    for (const secret of [key, body.secret, token, token.split('_')[2]!]) assert.ok(!bytes.includes(secret));
    for (const name of readdirSync(place.path)) assert.equal(statSync(join(place.path, name)).mode & 0o077, 0, name);
    await house.close();
    place.remove();
  });

  it('sealed: neither the store nor the log holds a word of it', async () => {
    const place = folder();
    const house = await openHouse({ database: join(place.path, 'receiver.sqlite') });
    const sealed = `${Buffer.from('{"alg":"ECDH-ES","enc":"A256GCM"}').toString('base64url')}..aaaa.bbbb.cccc`;
    const { status, body } = await house.post('/api/consultations', { sealed, windowId: desk, language: 'ja' });
    assert.equal(status, 201);
    const read = await house.ask(`/api/staff/consultations/${body.number}`, { token: await house.token(desk) });
    assert.deepEqual([read.body.sealed, read.body.consultation], [sealed, undefined]);
    await house.close();
    place.remove();
  });

  it('that is busy is told as 503, keeps nothing, and goes on afterwards', async () => {
    const place = folder();
    const database = join(place.path, 'receiver.sqlite');
    const house = await openHouse({ database });
    const other = new Libsql(database);
    const key = newKey();
    other.exec('begin immediate');
    const refused = await house.post('/api/consultations', submission(), { key });
    assertProblem(refused, 503, 'unavailable');
    assert.equal(refused.headers.get('retry-after'), '5');
    other.exec('rollback');
    other.close();
    assert.equal((await house.post('/api/consultations', submission(), { key })).status, 201);
    assert.equal((await numbersOf(house, await house.token(desk))).length, 1);
    await house.close();
    place.remove();
  });
});

describe('the log', () => {
  it('has the method, the route, the status, the time and an id; no words, no address, no number, no secret, no header', async () => {
    const written: string[] = [];
    const stderr = process.stderr.write.bind(process.stderr);
    process.stderr.write = (chunk: string | Uint8Array) => (written.push(String(chunk)), true);
    const house = await openHouse();
    const token = await house.token(desk);
    const key = newKey();
    try {
      await house.post('/api/consultations', submission({ words: 'ないしょの話', contact: { mode: 'nickname', phone: 'xないしょ' } }), {
        key,
      });
      const receipt = (await house.post('/api/consultations', submission({ words: 'ないしょの話' }), { key })).body;
      await house.post('/api/receipts/open', { number: receipt.number, secret: receipt.secret });
      await house.post('/api/receipts/open', { number: receipt.number, secret: 'ないしょ' });
      await house.ask(`/api/staff/consultations/${receipt.number}?q=naisho`, { token });
      await house.ask('/api/naisho?word=naisho', { headers: { 'user-agent': 'naisho', referer: 'http://naisho/', cookie: 'naisho=1' } });
      await house.ask('/api/consultations', { body: '{"naisho', key, headers: { 'content-type': 'application/json' } });
      await house.ask('/api/consultations', {
        body: 'words=naisho%ff%81',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
      await house.ask('/naisho/%ff');
      const log = `${house.log.join('')}${written.join('')}`;
      for (const hidden of ['ないしょ', 'naisho', receipt.number, receipt.secret, token, key, '127.0.0.1'])
        assert.ok(!log.includes(hidden), hidden);
      const lines = house.log.map((line) => JSON.parse(line) as Record<string, unknown>);
      assert.ok(lines.length >= 8);
      for (const line of lines) assert.deepEqual(Object.keys(line), ['level', 'time', 'reqId', 'method', 'route', 'status', 'ms', 'msg']);
      assert.ok(lines.some(({ route, status }) => route === '/api/staff/consultations/:number' && status === 200));
    } finally {
      process.stderr.write = stderr;
      await house.close();
    }
  });
});
