import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { contentSecurityPolicy, createStaticServer, listen } from '../../scripts/serve.mjs';

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

describe('the example server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tsunagu-serve-'));
  const server = createStaticServer({ '/': join(folder, 'site'), '/tsunagu/': join(folder, 'bundle') });
  let port: number;

  before(async () => {
    mkdirSync(join(folder, 'site/deep'), { recursive: true });
    mkdirSync(join(folder, 'bundle'));
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    writeFileSync(join(folder, 'site/index.html'), '<!doctype html>首頁');
    writeFileSync(join(folder, 'site/窓口.json'), '{}');
    writeFileSync(join(folder, 'site/.hidden.txt'), 'hidden');
    writeFileSync(join(folder, 'site/tool.mjs'), 'tool');
    writeFileSync(join(folder, 'bundle/a.js'), '1');
    symlinkSync(join(folder, 'secret.txt'), join(folder, 'site/link.txt'));
    port = await listen(server);
  });
  after(() => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  });

  /** As written: `fetch` would tidy the path before it is sent. */
  const ask = (path: string, options: { method?: string; headers?: Record<string, string> } = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, path, ...options }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (part: string) => (body += part));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
      })
        .on('error', reject)
        .end();
    });

  it('serves pages, data and the bundle with their types, under the policy', async () => {
    const page = await ask('/');
    assert.equal(page.status, 200);
    assert.equal(page.headers['content-type'], 'text/html; charset=utf-8');
    assert.equal(page.headers['content-security-policy'], contentSecurityPolicy);
    assert.equal(page.headers['x-content-type-options'], 'nosniff');
    assert.equal(page.body, '<!doctype html>首頁');
    assert.equal((await ask(`/${encodeURIComponent('窓口')}.json?v=1`)).headers['content-type'], 'application/json; charset=utf-8');
    assert.equal((await ask('/tsunagu/a.js')).headers['content-type'], 'text/javascript; charset=utf-8');
  });

  it('gives nothing from outside its folders', async () => {
    const paths = [
      '/../secret.txt',
      '/deep/../../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/tsunagu/../secret.txt',
      '/tsunagu/%2e%2e%2fsecret.txt',
      '/..\\secret.txt',
      '/%00/secret.txt',
      '/link.txt',
      '/.hidden.txt',
      '/tool.mjs',
      '/deep',
      '/deep/',
      '//secret.txt',
      '/%E0%A4%A',
      'http://127.0.0.1/secret.txt',
      '*',
    ];
    for (const path of paths) {
      const { status, body } = await ask(path);
      assert.equal(status, 404, path);
      assert.doesNotMatch(body, /secret\n?$|hidden|tool/, path);
    }
  });

  it('answers HEAD without a body and a known etag with 304, and refuses to be written to', async () => {
    const { headers } = await ask('/');
    const head = await ask('/', { method: 'HEAD' });
    assert.deepEqual([head.status, head.body, head.headers['content-length']], [200, '', headers['content-length']]);
    const again = await ask('/', { headers: { 'if-none-match': String(headers.etag) } });
    assert.deepEqual([again.status, again.body], [304, '']);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) assert.equal((await ask('/', { method })).status, 405, method);
  });

  it('takes the next port when the one asked for is taken, and listens on this machine only', async () => {
    const second = createStaticServer({ '/': folder });
    try {
      const taken = await listen(second, { port });
      assert.notEqual(taken, port);
      assert.equal((second.address() as AddressInfo).address, '127.0.0.1');
    } finally {
      second.close();
    }
  });
});
