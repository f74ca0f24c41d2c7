/** Sealed to a desk: only its private key opens it, nothing of it can be read or changed on the way, and no private key is ever used to seal. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import fc from 'fast-check';
import { parseSubmission } from '@tsunagu/schema/consultation';
import { fetchKey, seal, SealError, unseal, type PublicJwk } from '@tsunagu/consultation-form/seal';
import { CompactEncrypt, compactDecrypt, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';

interface Pair {
  publicJwk: PublicJwk;
  privateJwk: JWK;
}
async function newPair(kid?: string): Promise<Pair> {
  const pair = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
  const [publicJwk, privateJwk] = [await exportJWK(pair.publicKey), await exportJWK(pair.privateKey)];
  const more = { use: 'enc', ...(kid && { kid }) };
  return { publicJwk: { ...publicJwk, ...more } as unknown as PublicJwk, privateJwk: { ...privateJwk, ...more } };
}

const words = '夫に知られたくありません。叩かれています。';
const consultation = {
  schemaVersion: '1.0',
  language: 'ja',
  topics: ['dv-abuse'],
  words,
  contact: { mode: 'nickname', nickname: 'さくら', ways: ['phone'], phone: '090-1234-5678' },
};
const header = (jwe: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(jwe.split('.')[0]!, 'base64url').toString()) as Record<string, unknown>;

let desk: Pair;
let other: Pair;
let unnamed: Pair;
before(async () => {
  [desk, other, unnamed] = await Promise.all([newPair('desk-2026'), newPair('desk-2026'), newPair()]);
});

describe('a letter', () => {
  test('is opened with the desk’s key, also by any other JOSE library', async () => {
    const jwe = await seal(consultation, desk.publicJwk);
    assert.deepEqual(await unseal(jwe, desk.privateJwk), { value: consultation });
    const { plaintext } = await compactDecrypt(jwe, await importJWK(desk.privateJwk, 'ECDH-ES'));
    assert.deepEqual(JSON.parse(new TextDecoder().decode(plaintext)), consultation);
  });

  test('says how it is sealed and to which key, and nothing else', async () => {
    const { epk, ...rest } = header(await seal(consultation, desk.publicJwk));
    const { kty, crv, x, y } = desk.publicJwk;
    assert.deepEqual(rest, { alg: 'ECDH-ES', enc: 'A256GCM', kid: 'desk-2026', cty: 'json', jwk: { kty, crv, x, y } });
    assert.deepEqual(Object.keys(epk as object).sort(), ['crv', 'kty', 'x', 'y']);
    assert.ok(!('kid' in header(await seal(consultation, unnamed.publicJwk))));
  });

  test('holds no word of it, in no encoding, and is never the same twice', async () => {
    const [one, two] = await Promise.all([seal(consultation, desk.publicJwk), seal(consultation, desk.publicJwk)]);
    for (const jwe of [one, two]) {
      const bytes = Buffer.concat(jwe.split('.').map((part) => Buffer.from(part, 'base64url')));
      for (const word of [words, 'さくら', '090-1234-5678', 'dv-abuse', 'nickname', 'contact']) {
        assert.ok(
          !jwe.includes(word) && !bytes.includes(word) && !jwe.includes(Buffer.from(word).toString('base64url').slice(0, -2)),
          word,
        );
      }
    }
    const [, , oneIv, oneText] = one.split('.');
    assert.ok(!two.includes(oneIv!) && !two.includes(oneText!));
  });

  test('tells its length in steps only', async () => {
    const lengths = await Promise.all(
      [1, 10, 100, 400].map(async (count) => (await seal({ words: 'あ'.repeat(count) }, desk.publicJwk)).length),
    );
    assert.equal(new Set(lengths).size, 1);
  });

  test('of the longest words there may be goes through the door of the receiver', async () => {
    const sealed = await seal({ ...consultation, words: '相'.repeat(5000), person: { note: '談'.repeat(5000) } }, desk.publicJwk);
    assert.ok(sealed.length < 60_000);
    assert.ok(parseSubmission({ sealed, windowId: 'sogo', language: 'ja' }).success);
  });

  test('brings back any JSON', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        // As it comes out of JSON: -0 is 0 there.
        const sent = JSON.parse(JSON.stringify(value)) as unknown;
        assert.deepEqual(await unseal(await seal(value, desk.publicJwk), desk.privateJwk), { value: sent });
      }),
      { numRuns: 60 },
    );
  });
});

describe('what does not open', () => {
  test('another desk’s key says so, with the same name, another, or none', async () => {
    for (const to of [desk, unnamed]) {
      const jwe = await seal(consultation, to.publicJwk);
      for (const { privateJwk } of [other, to === desk ? unnamed : desk]) {
        assert.deepEqual(await unseal(jwe, privateJwk), { error: 'wrong-key' });
      }
    }
  });

  test('a key that is none, or only the public half', async () => {
    const jwe = await seal(consultation, desk.publicJwk);
    const keys = [
      {},
      null,
      'key',
      { kty: 'oct', k: 'AAAA' },
      desk.publicJwk,
      { ...desk.privateJwk, d: 'AAAA' },
      { ...desk.privateJwk, crv: 'P-384' },
    ];
    for (const key of keys) assert.deepEqual(await unseal(jwe, key as JWK), { error: 'wrong-key' }, JSON.stringify(key));
  });

  test('one changed character, anywhere, breaks it', async () => {
    const jwe = await seal(consultation, desk.publicJwk);
    await fc.assert(
      fc.asyncProperty(fc.nat(jwe.length - 1), fc.constantFrom('A', 'b', '_', '.', ' ', ''), async (at, letter) => {
        // The last character of a part may carry bits that base64url does not use.
        fc.pre(jwe[at] !== letter && jwe[at + 1] !== '.' && at < jwe.length - 1);
        const result = await unseal(jwe.slice(0, at) + letter + jwe.slice(at + 1), desk.privateJwk);
        assert.ok('error' in result, JSON.stringify(result).slice(0, 80));
      }),
      { numRuns: 150 },
    );
    const [protectedHeader, none, iv, text, tag] = jwe.split('.') as [string, string, string, string, string];
    const flip = (part: string): string => (part.startsWith('A') ? 'B' : 'A') + part.slice(1);
    for (const parts of [
      [protectedHeader, none, flip(iv), text, tag],
      [protectedHeader, none, iv, flip(text), tag],
      [protectedHeader, none, iv, text, flip(tag)],
      [protectedHeader, none, iv, text.slice(0, -4), tag],
    ]) {
      assert.deepEqual(await unseal(parts.join('.'), desk.privateJwk), { error: 'broken' });
    }
  });

  test('anything that is no letter is broken, and nothing is thrown', async () => {
    for (const jwe of ['', '.', '....', 'a.b.c.d.e', 'x'.repeat(70_000), undefined, null, 5, {}]) {
      assert.deepEqual(await unseal(jwe as string, desk.privateJwk), { error: 'broken' });
    }
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => assert.deepEqual(await unseal(text, desk.privateJwk), { error: 'broken' })),
      { numRuns: 50 },
    );
  });

  test('what a stranger sealed in another way: compressed, another algorithm, no JSON', async () => {
    const key = await importJWK(desk.publicJwk as JWK, 'ECDH-ES');
    const from = (text: string, more: object): Promise<string> =>
      new CompactEncrypt(new TextEncoder().encode(text))
        .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', kid: 'desk-2026', ...more })
        .encrypt(key);
    assert.deepEqual(await unseal(await from('{"a":1}', {}), desk.privateJwk), { value: { a: 1 } });
    assert.deepEqual(await unseal(await from('{"a":', {}), desk.privateJwk), { error: 'broken' });
    assert.deepEqual(await unseal(await from(`"${'a'.repeat(200_000)}"`, { zip: 'DEF' }), desk.privateJwk), { error: 'broken' });
    assert.deepEqual(await unseal(await from('1', { alg: 'ECDH-ES+A256KW' }), desk.privateJwk), { error: 'broken' });
    assert.deepEqual(await unseal(await from('1', { enc: 'A128CBC-HS256' }), desk.privateJwk), { error: 'broken' });
  });
});

describe('a private key', () => {
  test('never seals', async () => {
    await assert.rejects(seal(consultation, desk.privateJwk as unknown as PublicJwk), { name: 'SealError', code: 'private-key' });
  });
});

const serve =
  (answer: unknown, status = 200): typeof fetch =>
  () =>
    Promise.resolve(new Response(typeof answer === 'string' ? answer : JSON.stringify(answer), { status }));
const url = 'https://city.example/desk.jwk';

describe('the address of the key', () => {
  test('gives a JWK, or a set with one; only what sealing needs is kept', async () => {
    const { kty, crv, x, y, kid } = desk.publicJwk;
    const expected = { kty, crv, x, y, kid };
    const sign = { ...other.publicJwk, use: 'sig' };
    const { use: _use, ...anyUse } = other.publicJwk as PublicJwk & { use: string };
    const rsa = { kty: 'RSA', n: 'AAAA', e: 'AQAB', use: 'enc' };
    assert.deepEqual(await fetchKey(url, serve({ ...desk.publicJwk, alg: 'ECDH-ES', x5c: ['x'] })), expected);
    for (const keys of [
      [desk.publicJwk],
      [sign, desk.publicJwk],
      [anyUse, desk.publicJwk],
      [rsa, null, 'x', desk.publicJwk, other.publicJwk],
    ]) {
      assert.deepEqual(await fetchKey(url, serve({ keys })), expected);
    }
    assert.deepEqual((await fetchKey(url, serve({ keys: [sign, anyUse] }))).x, anyUse.x);
    const jwe = await seal(consultation, await fetchKey(url, serve(`\uFEFF${JSON.stringify(desk.publicJwk)}`)));
    assert.deepEqual(await unseal(jwe, desk.privateJwk), { value: consultation });
  });

  test('is asked without cookies', async () => {
    let asked: unknown[] = [];
    await fetchKey(url, (...args) => {
      asked = args;
      return serve(desk.publicJwk)(...args);
    });
    assert.equal(asked[0], url);
    const { credentials, signal } = asked[1] as RequestInit;
    assert.equal(credentials, 'omit');
    assert.ok(signal, 'it has a time limit');
  });

  test('that gives away a private key is refused loudly, wherever in the file it is', async () => {
    const cases: unknown[] = [
      desk.privateJwk,
      { ...desk.publicJwk, d: '' },
      { keys: [desk.publicJwk, other.privateJwk] },
      { keys: [desk.publicJwk, { kty: 'oct', k: 'AAAA' }] },
      { keys: [desk.publicJwk], d: 'AAAA' },
      '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----',
      '-----BEGIN EC PRIVATE KEY-----\nAAAA',
    ];
    for (const answer of cases) {
      await assert.rejects(fetchKey(url, serve(answer)), (error) => {
        assert.ok(error instanceof SealError && error.code === 'private-key' && error.message.includes('PRIVATE'));
        assert.ok(!error.message.includes(desk.privateJwk.d!));
        return true;
      });
    }
  });

  test('that gives something else', async () => {
    const { x } = desk.publicJwk;
    const cases: unknown[] = [
      '',
      '<!doctype html>',
      'null',
      '[]',
      {},
      { keys: [] },
      { keys: 'x' },
      '-----BEGIN PUBLIC KEY-----',
      { ...desk.publicJwk, crv: 'P-384' },
      { ...desk.publicJwk, kty: 'OKP' },
      { ...desk.publicJwk, use: 'sig' },
      { ...desk.publicJwk, alg: 'RSA-OAEP' },
      { ...desk.publicJwk, y: undefined },
      { ...desk.publicJwk, x: 5 },
      // Not on the curve.
      { ...desk.publicJwk, y: x },
      { ...desk.publicJwk, padding: 'x'.repeat(100_000) },
    ];
    for (const answer of cases)
      await assert.rejects(fetchKey(url, serve(answer)), { code: 'bad-key' }, JSON.stringify(answer)?.slice(0, 60));
  });

  test('that cannot be reached', async () => {
    for (const fetch of [serve(desk.publicJwk, 404), serve(desk.publicJwk, 500), () => Promise.reject(new TypeError('Failed to fetch'))]) {
      await assert.rejects(fetchKey(url, fetch), { code: 'unreachable' });
    }
  });
});

test('without WebCrypto (a page over http) nothing goes out, and it says why', async () => {
  const jwe = await seal(consultation, desk.publicJwk);
  const { subtle } = crypto;
  Object.defineProperty(crypto, 'subtle', { configurable: true, value: undefined });
  try {
    await assert.rejects(fetchKey(url, serve(desk.publicJwk)), { code: 'insecure' });
    await assert.rejects(seal(consultation, desk.publicJwk), { code: 'insecure' });
    assert.deepEqual(await unseal(jwe, desk.privateJwk), { error: 'insecure' });
  } finally {
    Object.defineProperty(crypto, 'subtle', { configurable: true, value: subtle });
  }
});
