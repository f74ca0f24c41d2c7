/** Whether a sheet's record is whole, unchanged and could have happened, in words. */
import { chainHead, headFaults, inWords, type ChainFault, type ChainHead } from '../consent/chain.js';
import { hashJson } from '../consent/hash.js';
import type { ReferralEvent } from './event.schema.js';
import { closed, hashReferral, referralFaults, type BareReferralFault, type ReferralFaultKind } from './faults.js';
import type { ReferralSheet } from './referral.schema.js';

export { closed, hashReferral };

/** Hash of an event: everything but `hash` itself and what its parts say, for which their commitments stand. */
export function hashReferralEvent(event: ReferralEvent): Promise<string> {
  const { hash: _own, parts, ...rest } = event;
  return hashJson({ ...rest, ...(parts && { parts: parts.map(closed) }) });
}

const words: Readonly<Partial<Record<ReferralFaultKind, string>>> = {
  foreign: '番目の記録は、別のシートのものです。',
  part: '番目の記録の書き添えが欠けています。',
  illegal: '番目の記録は、このシートの流れに合いません。',
};

/** What is wrong with a record. */
export interface ReferralFault extends BareReferralFault {
  /** One sentence in Japanese. */
  message: string;
}

export type ReferralVerdict = { ok: true; head?: ChainHead } | { ok: false; faults: ReferralFault[] };

const messageOf = ({ kind, seq }: BareReferralFault): string => {
  if (kind === 'sheet') return 'シートの内容が、送ったときのものと違います。';
  const own = words[kind];
  return own ? `${seq + 1}${own}` : inWords({ kind: kind as ChainFault['kind'], seq }).message;
};

/**
 * Whether a record is whole, unchanged and one that could have happened, and whether the sheet is the one that was sent (only a desk that has the whole
 * sheet can ask that: with `whole: false` its hash is left alone). `head`, kept elsewhere, also shows a cut end. Parts that are closed are taken as
 * they are. Rejects only where WebCrypto is missing.
 */
export async function verifyReferral(
  sheet: ReferralSheet,
  events: readonly ReferralEvent[],
  { head, whole = true }: { head?: ChainHead; whole?: boolean } = {},
): Promise<ReferralVerdict> {
  const known = head ? headFaults(events, head) : [];
  const faults = [...(await referralFaults(sheet, events, whole)), ...known].sort((a, b) => a.seq - b.seq);
  if (faults.length) return { ok: false, faults: faults.map((fault) => ({ ...fault, message: messageOf(fault) })) };
  const last = chainHead(events);
  return { ok: true, ...(last && { head: last }) };
}
