/** What the staff page is made of, as it is served: kept for ever where the name tells what is in it, asked for again where not, and nothing else. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { folder, openHouse, type House } from './house.js';

const chunk = 'opened-Ab3_-9xZ.js';

describe('files of the staff page', () => {
  const place = folder();
  let house: House;
  before(async () => {
    mkdirSync(join(place.path, 'chunks'));
    for (const [name, text] of [
      ['staff.html', '<!doctype html><title>staff</title>'],
      ['staff.js', `import('./chunks/${chunk}');`],
      ['staff.css', 'main { color: #333 }'],
      ['secret.js', 'secret'],
      [`chunks/${chunk}`, 'export const 相談 = 1;'],
      ['chunks/plain.js', 'secret'],
      ['chunks/map-Ab3_-9xZ.js.map', 'secret'],
    ] as const)
      writeFileSync(join(place.path, name), text);
    house = await openHouse({ pages: pathToFileURL(`${place.path}/`) });
  });
  after(async () => {
    await house.close();
    place.remove();
  });

  it('a chunk is kept for ever: its name changes with what is in it', async () => {
    const { status, text, headers } = await house.ask(`/chunks/${chunk}`);
    assert.deepEqual([status, text], [200, 'export const 相談 = 1;']);
    assert.equal(headers.get('cache-control'), 'public, max-age=31536000, immutable');
    assert.equal(headers.get('content-type'), 'text/javascript; charset=utf-8');
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin');
  });

  it('what keeps its name is asked for again, and told to be the same', async () => {
    for (const name of ['staff.js', 'staff.css']) {
      const first = await house.ask(`/${name}`);
      assert.deepEqual([first.status, first.headers.get('cache-control')], [200, 'no-cache']);
      const etag = first.headers.get('etag')!;
      assert.match(etag, /^"[\w-]{22}"$/);
      for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
        const again = await house.ask(`/${name}`, { headers: { 'if-none-match': known } });
        assert.deepEqual([again.status, again.text, again.headers.get('etag')], [304, '', etag]);
      }
      assert.equal((await house.ask(`/${name}`, { headers: { 'if-none-match': '"other"' } })).status, 200);
    }
    writeFileSync(join(place.path, 'staff.css'), 'main { color: #000 }');
    assert.equal((await house.ask('/staff.css')).text, 'main { color: #000 }');
  });

  it('the page itself is kept nowhere, runs our script alone, and may ask for the camera', async () => {
    const { headers } = await house.ask('/staff');
    assert.equal(headers.get('cache-control'), 'no-store');
    const policy = headers.get('content-security-policy')!;
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'self'",
      "require-trusted-types-for 'script'",
      'trusted-types lit-html',
    ])
      assert.ok(policy.split('; ').includes(part), policy);
    assert.match(headers.get('permissions-policy')!, /camera=\(self\), geolocation=\(\), microphone=\(\)/);
  });

  it('no other file can be had', async () => {
    const { port } = new URL(house.origin);
    /** Past `fetch`, which tidies addresses. */
    const raw = (path: string): Promise<{ status: number; body: string }> =>
      new Promise((resolve, reject) =>
        request({ port, path }, (response) => {
          let body = '';
          response.setEncoding('utf8').on('data', (piece: string) => (body += piece));
          response.on('end', () => resolve({ status: response.statusCode!, body }));
        })
          .on('error', reject)
          .end(),
      );
    for (const path of [
      '/secret.js',
      '/chunks/plain.js',
      '/chunks/map-Ab3_-9xZ.js.map',
      '/chunks/../secret.js',
      '/chunks/..%2fsecret.js',
      '/chunks/..%5csecret.js',
      '/chunks/%2e%2e/secret.js',
      `/chunks/x%2f..%2f${chunk}`,
      `/chunks/${chunk}%00`,
      `/chunks/${chunk}/`,
      '/chunks/',
      '/chunks',
      '/chunks/opened-00000000.js',
      `/chunks/${'a'.repeat(200)}-Ab3_-9xZ.js`,
    ]) {
      const { status, body } = await raw(path);
      assert.ok([400, 404, 414].includes(status), `${path}: ${status}`);
      assert.ok(!body.includes('secret'), path);
    }
  });
});
