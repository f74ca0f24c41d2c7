/**
 * Writes json-schema/directory.schema.json from the zod schemas. Run after the package is built:
 *   node packages/schema/scripts/build-json-schema.mjs
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { directoryJsonSchema } from '@tsunagu/schema/json-schema';

const folder = new URL('../json-schema/', import.meta.url);
await mkdir(folder, { recursive: true });
await writeFile(new URL('directory.schema.json', folder), `${JSON.stringify(directoryJsonSchema(), null, 2)}\n`);
