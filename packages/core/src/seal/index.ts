/**
 * Sealing to a desk: compact JWE (RFC 7516), ECDH-ES on P-256 with A256GCM. No server on the way can read it; the desk opens it with its private
 * key, with {@link unseal} or any JOSE library. Brings `jose`: fetch it when something is sealed.
 */
import { compactDecrypt, CompactEncrypt, decodeProtectedHeader, importJWK, type JWK } from 'jose';

/** A desk's public key (RFC 7517). */
export interface PublicJwk {
  kty: 'EC';
  crv: 'P-256';
  x: string;
  y: string;
  kid?: string;
}

const reasons = {
  insecure: 'Sealing needs a page served over HTTPS.',
  unreachable: 'The public key could not be loaded.',
  'bad-key': 'This is no public key for encryption: it must be a JWK (or a JWK set with one) of type EC, curve P-256, use "enc".',
  'private-key':
    'This address gives away a PRIVATE key: everybody can read what is sealed to it. Take it down, make a new pair, and publish only the ' +
    'public half (without the member "d").',
} as const;

/** Why nothing was sealed: what was to be sealed must not go out in the open instead. */
export class SealError extends Error {
  override name = 'SealError';
  constructor(
    readonly code: keyof typeof reasons,
    options?: ErrorOptions,
  ) {
    super(reasons[code], options);
  }
}

const algorithm = { alg: 'ECDH-ES', enc: 'A256GCM' } as const;
const patience = 20_000;
const longestFile = 100_000;
/** A sealed letter tells its length only in steps of so many bytes: spaces behind JSON are JSON. */
const step = 2048;

const members = (value: unknown): Record<string, unknown> => Object(value) as Record<string, unknown>;
const isCoordinate = (value: unknown): value is string => typeof value === 'string' && /^[\w-]{43}$/.test(value);

/** Private in any key type: `d` of EC, OKP and RSA, `k` of symmetric keys. */
const isPrivate = (key: unknown): boolean => 'd' in members(key) || 'k' in members(key);

function publicKey(value: unknown): PublicJwk | undefined {
  const { kty, crv, x, y, kid, use, alg } = members(value);
  if (kty !== 'EC' || crv !== 'P-256' || !isCoordinate(x) || !isCoordinate(y)) return undefined;
  if ((use ?? 'enc') !== 'enc' || (alg ?? algorithm.alg) !== algorithm.alg) return undefined;
  return { kty, crv, x, y, ...(typeof kid === 'string' && kid.length <= 200 && { kid }) };
}

/**
 * Loads a desk's public key: a JWK, or a JWK set, of which the first P-256 key with `use: "enc"` counts (else the first without `use`).
 * Rejects with {@link SealError}; one private key in the file is enough to refuse all of it.
 */
export async function fetchKey(url: string, fetch: typeof globalThis.fetch = globalThis.fetch): Promise<PublicJwk> {
  if (!crypto.subtle) throw new SealError('insecure');
  let text: string;
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'strict-origin',
      cache: 'no-cache',
      signal: AbortSignal.timeout(patience),
    });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    text = await response.text();
  } catch (cause) {
    throw new SealError('unreachable', { cause });
  }
  return keyFrom(text);
}

/**
 * Reads a desk's public key from a file's text, by the same rules as {@link fetchKey}. Rejects with {@link SealError}.
 */
export async function keyFrom(text: string): Promise<PublicJwk> {
  if (!crypto.subtle) throw new SealError('insecure');
  if (text.includes('PRIVATE KEY-----')) throw new SealError('private-key');
  let keys: unknown[];
  try {
    const found: unknown = text.length > longestFile ? undefined : JSON.parse(text);
    const set = members(found).keys;
    keys = Array.isArray(set) ? [found, ...(set as unknown[])] : [found];
  } catch (cause) {
    throw new SealError('bad-key', { cause });
  }
  if (keys.some(isPrivate)) throw new SealError('private-key');
  const key = publicKey(keys.find((each) => members(each).use === 'enc' && publicKey(each)) ?? keys.find(publicKey));
  if (!key) throw new SealError('bad-key');
  await imported(key);
  return key;
}

/** A point that is not on the curve is found here. */
async function imported(key: PublicJwk): Promise<CryptoKey> {
  try {
    return await importJWK<PublicJwk>(key, algorithm.alg);
  } catch (cause) {
    throw new SealError('bad-key', { cause });
  }
}

/**
 * Seals a JSON value. The header names the key: `kid` if it has one, and `jwk` (RFC 7516 §4.1.5), so that the desk is told "another key" rather
 * than "broken". Rejects with {@link SealError}.
 */
export async function seal(json: unknown, jwk: PublicJwk): Promise<string> {
  if (!crypto.subtle) throw new SealError('insecure');
  if (isPrivate(jwk)) throw new SealError('private-key');
  const key = publicKey(jwk);
  if (!key) throw new SealError('bad-key');
  const { kid, ...point } = key;
  const text = JSON.stringify(json);
  const encoder = new TextEncoder();
  const rest = step - (encoder.encode(text).length % step);
  return new CompactEncrypt(encoder.encode(text + ' '.repeat(rest)))
    .setProtectedHeader({ ...algorithm, ...(kid !== undefined && { kid }), cty: 'json', jwk: point })
    .encrypt(await imported(key));
}

/** A desk's private key from a file's text; undefined where it holds none that opens what {@link seal} closed. */
export function privateKeyFrom(text: string): JWK | undefined {
  try {
    const { kty, crv, x, y, d, kid } = JSON.parse(text) as JWK;
    if (kty !== 'EC' || crv !== 'P-256' || !x || !y || !d) return undefined;
    return { kty, crv, x, y, d, ...(typeof kid === 'string' && { kid }) };
  } catch {
    return undefined;
  }
}

/** `value` comes from a stranger: check it (`parseConsultation`, `parseReferral`) before use. */
export type Unsealed = { value: unknown } | { error: 'wrong-key' | 'broken' | 'insecure' };

/** Opens what {@link seal} closed, with the desk's private key. `insecure`: the page is not served over HTTPS. Never rejects. */
export async function unseal(jwe: string, privateJwk: JWK): Promise<Unsealed> {
  if (!crypto.subtle) return { error: 'insecure' };
  let key: Awaited<ReturnType<typeof importJWK>>;
  try {
    const { kty, crv, x, y, d } = privateJwk;
    if (!d) return { error: 'wrong-key' };
    key = await importJWK({ kty, crv, x, y, d }, algorithm.alg);
  } catch {
    return { error: 'wrong-key' };
  }
  let header: ReturnType<typeof decodeProtectedHeader>;
  try {
    header = decodeProtectedHeader(jwe);
  } catch {
    return { error: 'broken' };
  }
  try {
    const { plaintext } = await compactDecrypt(jwe, key, {
      keyManagementAlgorithms: [algorithm.alg],
      contentEncryptionAlgorithms: [algorithm.enc],
      // Compressed, a small letter could become a very large one.
      maxDecompressedLength: 0,
    });
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plaintext)) as unknown };
  } catch (error) {
    const failed = members(error).code === 'ERR_JWE_DECRYPTION_FAILED';
    const meant = header.jwk
      ? header.jwk.x === privateJwk.x && header.jwk.y === privateJwk.y
      : header.kid !== undefined && header.kid === privateJwk.kid;
    return { error: failed && !meant ? 'wrong-key' : 'broken' };
  }
}
