/**
 * Writes json-schema/directory.schema.json and json-schema/consultation.schema.json from the zod schemas. Run after the package is built:
 *   node packages/schema/scripts/build-json-schema.mjs
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { consultationJsonSchema, directoryJsonSchema } from '@tsunagu/schema/json-schema';

const folder = new URL('../json-schema/', import.meta.url);
await mkdir(folder, { recursive: true });
const write = (name, schema) => writeFile(new URL(name, folder), `${JSON.stringify(schema, null, 2)}\n`);
await write('directory.schema.json', directoryJsonSchema());
await write('consultation.schema.json', consultationJsonSchema());
