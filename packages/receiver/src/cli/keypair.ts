/** `keypair <windowId>`: the key that consultations for a desk are sealed with, and the one that opens them. */
import { writeFile } from 'node:fs/promises';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { describeError } from '../http/logging.js';
import { CommandError, type Output } from './command.js';

/** Key agreement of the JWE; the content is then encrypted with A256GCM. */
const alg = 'ECDH-ES';

/** Writes `<windowId>.public.jwk.json` and `<windowId>.private.jwk.json` into `folder`. Never overwrites a key: what it sealed could not be opened any more. */
export async function writeKeyPair(windowId: string, folder: string, output: Output): Promise<void> {
  if (!/^[a-z0-9][a-z0-9._-]{0,63}$/.test(windowId)) throw new CommandError(`"${windowId}" is no desk’s id.`);
  const { publicKey, privateKey } = await generateKeyPair(alg, { crv: 'P-256', extractable: true });
  const named = async (key: CryptoKey): Promise<JWK> => ({ ...(await exportJWK(key)), alg, use: 'enc', kid: windowId });
  const write = async (kind: string, key: JWK, mode: number): Promise<string> => {
    const path = `${folder}/${windowId}.${kind}.jwk.json`;
    await writeFile(path, `${JSON.stringify(key, undefined, 2)}\n`, { flag: 'wx', mode }).catch((error: unknown) => {
      const { code } = describeError(error);
      throw new CommandError(
        code === 'EEXIST' ? `${path} is there already; it is not overwritten.` : `${path} cannot be written (${code ?? 'unknown'}).`,
      );
    });
    return path;
  };
  const secret = await write('private', await named(privateKey), 0o600);
  const open = await write('public', await named(publicKey), 0o644);
  output.write(`${open}: publish it, and name its address in the form’s encrypt-to.\n`);
  output.write(`${secret}: for the desk alone. Whoever has it reads what is sealed; without it nobody can.\n`);
}
