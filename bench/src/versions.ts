import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The peers that were measured, with their versions: those of this folder's dependencies whose name fits. */
export async function versions(peers: RegExp): Promise<string> {
  const { dependencies } = JSON.parse(await readFile(join(import.meta.dirname, '..', 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return Object.entries(dependencies)
    .filter(([name]) => peers.test(name))
    .map(([name, version]) => `${name} ${version}`)
    .join(', ');
}
