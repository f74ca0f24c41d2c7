/** The least that a value must have to be shown at all. No DOM. */
import type { ConsentEvent } from '@tsunagu/schema/consent';
import type { ConsentsByRef } from '@tsunagu/schema/referral';
import type { ReferralValue } from '../sheet-host.js';

const hasText = (value: unknown, name: string): boolean => typeof (Object(value) as Record<string, unknown>)[name] === 'string';
const isThing = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** A sheet that says whose it is and from where, and a list of events. What is strange beyond that has no row. */
export function isValue(value: unknown): value is ReferralValue {
  if (!isThing(value) || !isThing(value.sheet) || !Array.isArray(value.events)) return false;
  const { sheet, events } = value;
  return (
    hasText(sheet, 'id') &&
    hasText(sheet.from, 'agency') &&
    hasText(sheet.coordinator, 'agency') &&
    isThing(sheet.to) &&
    isThing(sheet.person) &&
    isThing(sheet.basis) &&
    events.every((event) => isThing(event) && hasText(event, 'type') && hasText(event, 'at') && isThing(event.by))
  );
}

/** Records of consent by whose they are; one record alone is the person's. */
export function consentsOf(consent: ConsentsByRef | readonly ConsentEvent[] | undefined, ref: unknown): ConsentsByRef {
  if (!consent) return {};
  if (!Array.isArray(consent)) return consent as ConsentsByRef;
  return typeof ref === 'string' && consent.length ? { [ref]: consent as readonly ConsentEvent[] } : {};
}
