/** Holds resources against HL7's published JSON Schemas of FHIR (see extract.mjs). */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';

export type FhirVersion = 'R4' | 'R5';

function validator(version: FhirVersion): (resource: unknown) => string[] {
  const schema = JSON.parse(readFileSync(new URL(`${version.toLowerCase()}.schema.json`, import.meta.url), 'utf8')) as {
    definitions: Record<string, object>;
  };
  // HL7's patterns are no Unicode regular expressions.
  const ajv = new Ajv({ strict: false, allErrors: false, unicodeRegExp: false, schemas: { fhir: schema } });
  return (resource) => {
    const { resourceType } = resource as { resourceType: string };
    // Against the one definition that it says it is: the choice at the top would only answer "none of these".
    const check = ajv.getSchema(`fhir#/definitions/${resourceType}`);
    if (!check) return [`no definition of ${resourceType}`];
    return check(resource) ? [] : (check.errors ?? []).map(({ instancePath, message }) => `${resourceType}${instancePath} ${message}`);
  };
}

const validators: Partial<Record<FhirVersion, (resource: unknown) => string[]>> = {};

/** What the schema finds, as path and sentence; nothing when the resource is valid. */
export const fhirFaults = (version: FhirVersion, resource: unknown): string[] => (validators[version] ??= validator(version))(resource);
