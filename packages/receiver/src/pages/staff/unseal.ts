/** Opens a sealed consultation in this browser. The private key is read from a file, kept in memory, and sent nowhere. */
import { parseConsultation, type Consultation } from '@tsunagu/schema/consultation';
import { compactDecrypt, importJWK, type JWK } from 'jose';

/** `strange`: it could be opened, but is no consultation this page knows; `text` is what was in it. */
export type Unsealed = { consultation: Consultation } | { error: 'no-key' | 'wrong-key' | 'insecure' } | { error: 'strange'; text: string };

/** @returns undefined when the file holds no private key for opening. */
export function readKey(text: string): JWK | undefined {
  try {
    const { kty, crv, x, y, d } = JSON.parse(text) as JWK;
    return kty === 'EC' && crv === 'P-256' && x && y && d ? { kty, crv, x, y, d } : undefined;
  } catch {
    return undefined;
  }
}

/** Never rejects. */
export async function unseal(jwe: string, jwk: JWK | undefined): Promise<Unsealed> {
  // Browsers give the means for it to pages served over HTTPS only.
  if (!globalThis.isSecureContext) return { error: 'insecure' };
  if (!jwk) return { error: 'no-key' };
  let text: string;
  try {
    const { plaintext } = await compactDecrypt(jwe, await importJWK(jwk, 'ECDH-ES'), {
      keyManagementAlgorithms: ['ECDH-ES'],
      contentEncryptionAlgorithms: ['A256GCM'],
      maxDecompressedLength: 0,
    });
    text = new TextDecoder('utf-8', { fatal: true }).decode(plaintext);
  } catch {
    return { error: 'wrong-key' };
  }
  try {
    const parsed = parseConsultation(JSON.parse(text));
    return parsed.success ? { consultation: parsed.data } : { error: 'strange', text };
  } catch {
    return { error: 'strange', text };
  }
}
