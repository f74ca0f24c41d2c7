/** What goes out of a sheet, as files: for one desk what it may have, or the desk's own copy. No DOM. Each format is fetched when it is asked for. */
import type { Directory } from '@tsunagu/schema/directory';
import type { ConsentsByRef } from '@tsunagu/schema/referral';
import type { FhirLoss } from '@tsunagu/schema/referral/fhir';
import { handedHere, handedTo, ownCopy, type Handed } from '@tsunagu/schema/referral/transfer';
import { localize } from '@tsunagu/schema/text';
import type { PublicJwk } from '@tsunagu/core/seal';
import type { ReferralValue } from '../sheet-host.js';

/** `own`: the whole of it, for the desk that wrote it. */
export type OutFor = { agency: string } | 'own';

export interface OutFile {
  name: string;
  type: string;
  content: Blob;
  /** What the format could not carry. */
  losses?: readonly FhirLoss[];
}

export type OutFormat = 'json' | 'csv' | 'xlsx' | 'fhir';

export interface Outgoing {
  value: ReferralValue;
  consents?: ConsentsByRef;
  directory?: Directory;
  at: Date;
}

/**
 * What that desk gets: of a whole sheet its package (`packageFor`) and its copy of the record; a desk that was handed the sheet itself has nothing else to
 * give.
 */
export function outgoing({ value, consents, at }: Outgoing, to: OutFor): Handed {
  const here = handedHere(value);
  if (here) return here;
  return to === 'own' ? ownCopy(value) : handedTo({ ...value, ...(consents && { consents }) }, to.agency, at);
}

/** Names of desks and worries, as the city's directory has them. */
export const agencyNames = ({ directory }: { directory?: Directory | undefined }) => ({
  agency: (id: string): string | undefined => {
    const window = directory?.windows.find((each) => each.id === id);
    return window && localize(window.name);
  },
  topic: (id: string): string | undefined => {
    const label = directory?.topics?.find((topic) => topic.id === id)?.label;
    return label === undefined ? undefined : localize(label);
  },
});

const file = (name: string, type: string, content: BlobPart): OutFile => ({ name, type, content: new Blob([content], { type }) });

/** JSON that is read back exactly; the desk's own copy with everything, its salt included, since it is to be the same record again. */
const jsonOf = (from: Outgoing, to: OutFor): object => {
  const { sheet, events } = to === 'own' ? from.value : outgoing(from, to);
  return { sheet, events };
};

/** A file. Rejects where its writer cannot be fetched, and with a `SealError` where it cannot be sealed. */
export async function fileOf(format: OutFormat, from: Outgoing, to: OutFor, key?: PublicJwk): Promise<OutFile> {
  const { fileNameFor } = await import('@tsunagu/schema/referral/text');
  const { sheet } = from.value;
  const name = (extension: string): string => fileNameFor(sheet, extension);
  if (format === 'json') {
    const json = jsonOf(from, to);
    if (key && to !== 'own') return file(name('jwe'), 'application/jose', await sealed(json, key));
    return file(name('json'), 'application/json', `${JSON.stringify(json, null, 2)}\n`);
  }
  const handed = outgoing(from, to);
  const wording = agencyNames(from);
  if (format === 'csv') {
    const { sheetToCsv } = await import('@tsunagu/schema/referral/csv');
    return file(name('csv'), 'text/csv;charset=utf-8', sheetToCsv(handed, wording));
  }
  if (format === 'xlsx') {
    const { sheetToXlsx, xlsxType } = await import('@tsunagu/schema/referral/xlsx');
    return { name: name('xlsx'), type: xlsxType, content: await sheetToXlsx(handed, wording) };
  }
  const { sheetToFhir } = await import('@tsunagu/schema/referral/fhir');
  const labels = Object.fromEntries((from.directory?.windows ?? []).map(({ id, name: label }) => [id, localize(label)]));
  const { bundle, losses } = sheetToFhir(handed, {
    base: `urn:tsunagu:${sheet.city ?? 'unknown'}`,
    labels,
    at: from.at,
    ...(to !== 'own' && { agency: to.agency }),
  } as Parameters<typeof sheetToFhir>[1]);
  return { ...file(name('fhir.json'), 'application/fhir+json', `${JSON.stringify(bundle, null, 2)}\n`), losses };
}

/** The text for a memo box. */
export async function textOf(from: Outgoing, to: OutFor): Promise<string> {
  const { sheetToText } = await import('@tsunagu/schema/referral/text');
  return sheetToText(outgoing(from, to), agencyNames(from));
}

const sealed = async (json: object, key: PublicJwk): Promise<string> => (await import('@tsunagu/core/seal')).seal(json, key);

export interface OutCodes {
  parts: readonly string[];
  /** What people compare: 「3F9A-02C1」. */
  id: string;
}

/** The texts of the codes for one desk, sealed to its key where one is given. Rejects with a `RangeError` where more than 99 would be needed. */
export async function codesOf(from: Outgoing, to: { agency: string }, key?: PublicJwk): Promise<OutCodes> {
  const { encodeTransfer } = await import('@tsunagu/schema/referral/transfer');
  const { parts, id } = await encodeTransfer(key ? { sealed: await sealed(jsonOf(from, to), key) } : outgoing(from, to));
  return { parts, id };
}
