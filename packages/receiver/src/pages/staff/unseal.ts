/** Opens a sealed consultation in this browser. The private key is read from a file, kept in memory, and sent nowhere. */
import { unseal as openLetter } from '@tsunagu/core/seal';
import { parseConsultation, type Consultation } from '@tsunagu/schema/consultation';
import type { JWK } from 'jose';

export { privateKeyFrom as readKey } from '@tsunagu/core/seal';

/** `strange`: it could be opened, but is no consultation this page knows; `text` is what was in it. */
export type Unsealed =
  { consultation: Consultation } | { error: 'no-key' | 'wrong-key' | 'broken' | 'insecure' } | { error: 'strange'; text: string };

/** Never rejects. */
export async function unseal(jwe: string, jwk: JWK | undefined): Promise<Unsealed> {
  // Browsers give the means for it to pages served over HTTPS only.
  if (!globalThis.isSecureContext) return { error: 'insecure' };
  if (!jwk) return { error: 'no-key' };
  const opened = await openLetter(jwe, jwk);
  if ('error' in opened) return opened;
  const parsed = parseConsultation(opened.value);
  return parsed.success ? { consultation: parsed.data } : { error: 'strange', text: JSON.stringify(opened.value, null, 2) };
}
