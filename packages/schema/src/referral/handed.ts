/** What one desk has of a sheet, for files and codes: never the whole of it by accident. */
import type { Redacted } from '../consent/redact.js';
import type { ReferralCase } from './advance.js';
import { recordFor } from './append.js';
import type { ReferralEvent } from './event.schema.js';
import { packageFor } from './package.js';
import type { ReferralSheet } from './referral.schema.js';

/** A sheet without its salt, any part of which may be absent. The salt never leaves the desk that wrote the sheet: what has one is the whole. */
export type HandedSheet = {
  readonly [
    Key in keyof Redacted<ReferralSheet> as string extends Key ? never : Key extends 'salt' ? never : Key
  ]?: Redacted<ReferralSheet>[Key];
} & { readonly salt?: undefined };

/** What goes into a file or into codes for one desk. */
export interface Handed {
  readonly sheet: HandedSheet;
  /** That desk's own copy of the record, oldest first. */
  readonly events: readonly ReferralEvent[];
}

/** What `agency` gets at that instant: its package and its copy of the record. */
export function handedTo(whole: Pick<ReferralCase, 'sheet' | 'events' | 'consents'>, agency: string, at: Date | string): Handed {
  const { document } = packageFor(whole.sheet, agency, whole.consents, at);
  return { sheet: document as HandedSheet, events: recordFor(whole, agency, at) };
}

/** What a desk that was handed a sheet has itself; undefined where the sheet is whole (for which see {@link handedTo} and {@link ownCopy}). */
export function handedHere(value: { readonly sheet: object; readonly events: readonly ReferralEvent[] }): Handed | undefined {
  return Object.hasOwn(value.sheet, 'salt') ? undefined : { sheet: value.sheet, events: value.events };
}

/** The whole sheet, for the very desk that wrote it: its own files and its own case system. Everything is in it, whatever anybody consented to. */
export function ownCopy(value: { readonly sheet: ReferralSheet; readonly events: readonly ReferralEvent[] }): Handed {
  const { salt: _salt, ...sheet } = value.sheet;
  return { sheet: sheet, events: value.events };
}

/** Throws a `TypeError` on a whole sheet: types do not reach a page that is written in JavaScript. */
export function mustBeHanded({ sheet }: Handed): void {
  if (Object.hasOwn(sheet, 'salt')) throw new TypeError('A whole sheet: give what the desk gets (handedTo), or ownCopy');
}
