/**
 * Writes json-schema/*.schema.json (directory, consultation, consent, meeting, referral and its events) from the zod schemas. Run after the package is built:
 *   node packages/schema/scripts/build-json-schema.mjs
 */
import { mkdir, writeFile } from 'node:fs/promises';
import {
  consentJsonSchema,
  consultationJsonSchema,
  directoryJsonSchema,
  meetingJsonSchema,
  referralEventsJsonSchema,
  referralJsonSchema,
} from '@tsunagu/schema/json-schema';

const folder = new URL('../json-schema/', import.meta.url);
await mkdir(folder, { recursive: true });
const write = (name, schema) => writeFile(new URL(name, folder), `${JSON.stringify(schema, null, 2)}\n`);
await write('directory.schema.json', directoryJsonSchema());
await write('consultation.schema.json', consultationJsonSchema());
await write('consent.schema.json', consentJsonSchema());
await write('meeting.schema.json', meetingJsonSchema());
await write('referral.schema.json', referralJsonSchema());
await write('referral-events.schema.json', referralEventsJsonSchema());
