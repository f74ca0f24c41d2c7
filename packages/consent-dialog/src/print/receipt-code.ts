/**
 * What the QR of a receipt says: which record, and where it stood. With it a desk finds the record and sees whether anything was changed or cut off
 * since (`verifyChain(events, head)`). No name, no agency, no answer; and no address, so that a telephone's camera opens nothing and leaves no trace.
 *
 * The record's id is the host's: it must be a pseudonym.
 */
import type { ChainHead } from '@tsunagu/schema/consent';

export interface ReceiptCode extends ChainHead {
  record: string;
}

const mark = 'tsunagu-consent:1';

/** `tsunagu-consent:1;record-1;3;<64 hexadecimal digits>`. */
export const receiptCode = ({ record, seq, hash }: ReceiptCode): string => [mark, record, seq, hash].join(';');

/** What a scanner read, or undefined when it is none of our receipts. */
export function readReceiptCode(text: string): ReceiptCode | undefined {
  const match = /^tsunagu-consent:1;([A-Za-z0-9][A-Za-z0-9._:-]{0,99});(0|[1-9]\d{0,3});([0-9a-f]{64})$/.exec(text.trim());
  return match ? { record: match[1]!, seq: Number(match[2]), hash: match[3]! } : undefined;
}

/** The beginning of a hash, to be read out on the telephone: `3fa9-01bc-77de-4c20`. */
export const shortHash = (hash: string): string => (hash.slice(0, 16).match(/.{4}/g) ?? []).join('-');
