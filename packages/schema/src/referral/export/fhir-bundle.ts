/** The bundle that is being put together: its resources, what refers to what, and what of the sheet has found a place. */
import type { FhirContext, FhirNode } from '../../consent/export/fhir-consent.js';
import type { Loss } from '../../consent/export/losses.js';
import type { Handed } from '../handed.js';
import type { SheetRow } from './rows.js';

export type { FhirContext, FhirNode } from '../../consent/export/fhir-consent.js';

export interface FhirReferralContext extends FhirContext {
  /** The desk that the bundle is for. With it the bundle holds a Consent: what this desk was given, as far as the sheet shows it. */
  agency?: string;
  /** When the bundle is made. */
  at: Date | string;
}

/** What a bundle cannot carry as it is. */
export type FhirLossId = 'consent' | 'codes' | 'text' | 'record' | 'unknown' | 'safe-call' | 'blanks';

export interface FhirLoss extends Loss {
  what: FhirLossId;
  /** How many fields, where they are counted. */
  count?: number;
}

/** Name of a resource within the bundle. */
export type ResourceName = `${string}/${string}`;

/** R4 knows no blank but the narrow one: a schema would refuse the wide one in 「葛城　高子」. */
const wideBlank = /[^\S \r\n\t]/g;

export class BundleDraft {
  readonly losses: FhirLoss[] = [];
  readonly #resources = new Map<ResourceName, FhirNode>();
  readonly #carried = new Set<string>();

  constructor(
    readonly handed: Handed,
    readonly rows: readonly SheetRow[],
    readonly context: FhirReferralContext,
  ) {}

  get sheet(): Handed['sheet'] {
    return this.handed.sheet;
  }

  lose(what: FhirLossId, message: string, count?: number): void {
    this.losses.push({ what, message, ...(count !== undefined && { count }) });
  }

  /** `id`: letters, digits, `-` and `.`; one of its kind in the bundle. */
  add(resource: FhirNode & { resourceType: string }, id: string): FhirNode {
    const { resourceType, ...rest } = resource;
    const name: ResourceName = `${resourceType}/${id}`;
    this.#resources.set(name, { resourceType, id, ...rest });
    return { reference: name };
  }

  has(name: ResourceName): boolean {
    return this.#resources.has(name);
  }

  /** These fields of the sheet have an element of their own. */
  carry(...pointers: string[]): void {
    for (const pointer of pointers) this.#carried.add(`/sheet${pointer}`);
  }

  /** Rows that have none, and go as text. Ids and hashes that were not carried are left to the JSON file. */
  get left(): SheetRow[] {
    return this.rows.filter(({ pointer, technical }) => pointer.startsWith('/sheet/') && !technical && !this.#carried.has(pointer));
  }

  rowsOf(index: number): SheetRow[] {
    return this.rows.filter(({ pointer }) => pointer === `/events/${index}` || pointer.startsWith(`/events/${index}/`));
  }

  text(pointer: string): string | undefined {
    return this.rows.find((row) => row.pointer === `/sheet${pointer}`)?.value;
  }

  get bundle(): FhirNode {
    const { base, at } = this.context;
    const { id = 'unknown' } = this.sheet;
    let narrowed = false;
    const clean = (value: unknown): unknown => {
      if (typeof value === 'string') {
        const text = value.replace(wideBlank, ' ');
        narrowed ||= text !== value;
        return text;
      }
      if (Array.isArray(value)) return value.map(clean);
      if (typeof value !== 'object' || value === null) return value;
      // An element without any value is none in FHIR.
      return Object.fromEntries(
        Object.entries(value).flatMap(([key, one]) => (one === undefined || one === '' ? [] : [[key, clean(one)]])),
      );
    };
    const entry = [...this.#resources].map(([name, resource]) => ({
      fullUrl: `${base}/referral/${encodeURIComponent(id)}/${name}`,
      resource: clean(resource),
    }));
    if (narrowed) this.lose('blanks', '全角の空白は、FHIR の決まりに合わせて半角の空白に変えています。');
    return {
      resourceType: 'Bundle',
      identifier: { system: `${base}/referral`, value: id },
      // Handed over to be read, not to be carried out: a transaction would write into somebody's server unasked.
      type: 'collection',
      timestamp: new Date(at).toISOString(),
      entry,
    };
  }
}
