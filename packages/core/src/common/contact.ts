import type { Phone } from '@tsunagu/schema/directory';

/** A `tel:` address for a number as the schema holds it; `#` of short numbers must be escaped. */
export function telHref(number: string): string {
  return `tel:${encodeURIComponent(number)}`;
}

/** The number a resident is asked to call first: a voice line, not a text one. */
export function mainPhone(window: { phones?: readonly Phone[] }): Phone | undefined {
  return window.phones?.find((phone) => phone.kind !== 'text');
}
