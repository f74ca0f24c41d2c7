/** Whether a sheet's record is whole, unchanged and could have happened. A desk that only reads needs nothing else of the rules. */
import { verifyChain, type ChainFault, type ChainHead } from '../consent/chain.js';
import { hashJson, webCrypto } from '../consent/hash.js';
import { timeOf } from '../consent/linked.js';
import type { ReferralEvent, ReferralPart } from './event.schema.js';
import { follow } from './state.js';
import type { ReferralSheet } from './referral.schema.js';

/** Hash of an event: everything but `hash` itself and what its parts say, for which their commitments stand. */
export function hashReferralEvent(event: ReferralEvent): Promise<string> {
  const { hash: _own, parts, ...rest } = event;
  return hashJson({ ...rest, ...(parts && { parts: parts.map(closed) }) });
}

/** What stays of a part for whoever may not know what it says. */
export const closed = ({ open: _open, ...part }: ReferralPart): ReferralPart => part;

/** Hash of a whole sheet, salt included: nobody without the sheet can guess at it. */
export const hashReferral = (sheet: ReferralSheet): Promise<string> => hashJson(sheet);

const words = {
  foreign: '番目の記録は、別のシートのものです。',
  changed: '番目の記録が、書かれたあとで変わっています。',
  part: '番目の記録の書き添えが欠けています。',
  illegal: '番目の記録は、このシートの流れに合いません。',
};

const fault = (kind: keyof typeof words, seq: number): ReferralFault => ({ kind, seq, message: `${seq + 1}${words[kind]}` });

/** What is wrong with a record. `sheet`: the sheet is not the one that was sent; `part`: a part is closed in what should be the whole record; `illegal`: a step that its desk could not have made then. */
export interface ReferralFault {
  kind: ChainFault['kind'] | 'sheet' | 'part' | 'illegal';
  seq: number;
  index?: number;
  message: string;
}

export type ReferralVerdict = { ok: true; head?: ChainHead } | { ok: false; faults: ReferralFault[] };

/** Do the parts say what was committed to, and are they there? */
async function partFault(event: ReferralEvent, whole: boolean): Promise<ReferralFault | undefined> {
  for (const part of event.parts ?? []) {
    if (part.open === undefined) {
      if (whole) return fault('part', event.seq);
    } else if ((await hashJson(part.open)) !== part.commit) return fault('changed', event.seq);
  }
  return undefined;
}

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
  webCrypto();
  const bare = events.map((event) => {
    try {
      return event.parts ? { ...event, parts: event.parts.map(closed) } : event;
    } catch {
      return event;
    }
  });
  const chain = await verifyChain(bare, head);
  const faults: ReferralFault[] = chain.ok
    ? []
    : chain.faults.map((one) => (one.kind === 'foreign' ? { ...one, message: `${one.seq + 1}${words.foreign}` } : one));
  if (chain.ok) {
    for (const event of events) {
      const wrong = await partFault(event, whole);
      if (wrong) faults.push(wrong);
    }
    const found = follow(sheet, events, new Date(Math.max(0, ...events.map(({ at }) => timeOf(at)))));
    if (!found.ok) faults.push(found.seq === undefined ? fault('foreign', 0) : fault('illegal', found.seq));
    const sent = events.findLast((event) => event.type === 'sent');
    const editable = found.ok && found.position.transport === 'draft';
    if (whole && !editable && sent?.type === 'sent' && sent.content !== (await hashReferral(sheet)))
      faults.push({ kind: 'sheet', seq: sent.seq, message: 'シートの内容が、送ったときのものと違います。' });
  }
  if (faults.length) return { ok: false, faults };
  return { ok: true, ...(chain.ok && chain.head && { head: chain.head }) };
}
