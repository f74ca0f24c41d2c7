/**
 * A part of the element that the network lost is asked for again: sealing, which is fetched when the consultation is sent. In the three engines, since
 * Firefox remembers a script that could not be fetched, and would refuse it for as long as the page lives.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { compactDecrypt, exportJWK, generateKeyPair, type JWK } from 'jose';
import { openPages, type Pages } from './consultation-city.js';
import { openEngine, type Engine, type EngineName } from './consultation-engines.js';

const words = '夜になると、息子が部屋から出てきません。';
const page = `<!doctype html>
<html lang="ja">
<head><meta charset="utf-8"><title>相談</title><script type="module" src="/tsunagu/tsunagu.js"></script></head>
<body><tsunagu-consultation-form layout="page" languages="ja" action="/api/consultations" encrypt-to="/key.jwk"></tsunagu-consultation-form></body>
</html>
`;

/** Waits in the page for a button, field or alert of the form, and gives what `then` makes of it. */
const wait = (selector: string, text: string, then: string): string => `new Promise((resolve, reject) => {
  const last = performance.now() + 30000;
  (function look() {
    const root = document.querySelector('tsunagu-consultation-form')?.shadowRoot;
    const found = [...(root?.querySelectorAll(${JSON.stringify(selector)}) ?? [])].find((each) => each.textContent.includes(${JSON.stringify(text)}));
    if (found) resolve((${then})(found) ?? true);
    else if (performance.now() > last) reject(new Error('It never came: ' + ${JSON.stringify(`${selector} ${text}`)} + ' Shown: ' + root?.textContent));
    else requestAnimationFrame(look);
  })();
})`;
const press = '(found) => found.click()';

for (const name of ['chromium', 'firefox', 'webkit'] satisfies EngineName[])
  describe(`a part the network lost, in ${name}`, { timeout: 180_000 }, () => {
    let pages: Pages;
    let engine: Engine;
    let sealing: string[];
    let isDown = true;
    let lost = 0;
    let privateKey: Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];
    let arrived: (body: string) => void;
    const received = new Promise<string>((resolve) => (arrived = resolve));

    const elsewhere = (request: IncomingMessage, response: ServerResponse): boolean => {
      if (isDown && sealing.some((file) => request.url?.includes(file))) {
        lost += 1;
        request.socket.destroy();
      } else if (request.url === '/api/consultations') {
        void (async () => {
          let body = '';
          for await (const part of request) body += String(part);
          arrived(body);
          response.writeHead(503).end();
        })();
      } else return false;
      return true;
    };

    before(async () => {
      const pair = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
      privateKey = pair.privateKey;
      const key: JWK = { ...(await exportJWK(pair.publicKey)), use: 'enc', alg: 'ECDH-ES' };
      pages = await openPages(elsewhere, { '/form.html': page, '/key.jwk': JSON.stringify(key) });
      const chunks = 'packages/all/cdn/chunks';
      sealing = readdirSync(chunks).filter((file) => file.endsWith('.js') && readFileSync(`${chunks}/${file}`, 'utf8').includes('A256GCM'));
      engine = await openEngine(name);
    });
    after(async () => {
      await engine?.close();
      pages?.close();
    });

    it('says so and keeps the words; sent again, it comes, and what arrives is sealed', async () => {
      await engine.goTo(`${pages.origin}/form.html`);
      const write = `(field) => { field.value = ${JSON.stringify(words)}; for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true, composed: true })); }`;
      for (let tries = 0; ; tries++)
        try {
          await engine.run(wait('[part=input][name=words]', '', write));
          break;
        } catch (error) {
          // The page before it answers no longer.
          if (tries === 5) throw error;
        }
      await engine.run(wait('input[name=mode][value=anonymous]', '', press));
      await engine.run(wait('[part=next]', '', press));
      await engine.run(wait('[part=next]', '相談を送る', press));
      await engine.run(wait('button', 'もう一度送る', '() => true'));
      assert.ok(lost > 0);
      assert.equal(await engine.run(wait('dd', words, '() => true')), true);

      isDown = false;
      await engine.run(wait('button', 'もう一度送る', press));
      const body = await received;
      assert.ok(!body.includes('息子'));
      const { sealed } = JSON.parse(body) as { sealed: string };
      const { plaintext } = await compactDecrypt(sealed, privateKey);
      assert.ok(new TextDecoder().decode(plaintext).includes(words));
    });
  });
