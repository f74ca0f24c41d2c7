/**
 * The chain: every event carries the hash of the one before, so that a changed, dropped or moved event shows.
 *
 * A chain alone cannot show that its end was cut off, nor that all of it was written anew: for that the head (number and hash of the last
 * event) has to be known from elsewhere, as it is on the receipt that the person keeps. Give it to {@link verifyChain}.
 */
import type { ConsentEvent } from './consent.schema.js';
import { hashNotice } from './hash.js';
import { chainFaults, linkOf, type Fault, type FaultKind } from './faults.js';

export type { FaultKind };

/** The last event of a record: what a receipt carries. */
export interface ChainHead {
  seq: number;
  hash: string;
}

export interface ChainFault extends Fault {
  /** One sentence in Japanese. */
  message: string;
}

export type ChainVerdict = { ok: true; head?: ChainHead } | { ok: false; faults: ChainFault[] };

const words: Readonly<Record<FaultKind, string>> = {
  changed: '番目の記録が、書かれたあとで変わっています。',
  missing: '番目の記録がありません。',
  reordered: '番目の記録の順番が入れ替わっています。',
  duplicate: '番目の記録が2つあります。',
  foreign: '番目の記録は、別の人か別の同意のものです。',
  notice: '番目の記録の説明文が、見せたときのものと違います。',
  unreadable: '番目の記録が読み取れません。',
};

/** One fault in words. */
export const inWords = (fault: Fault): ChainFault => ({ ...fault, message: `${fault.seq + 1}${words[fault.kind]}` });

/** The head of a record that is whole; undefined for an empty one. */
export function chainHead(events: readonly Pick<ConsentEvent, keyof ChainHead>[]): ChainHead | undefined {
  const last = [...events].sort((a, b) => a.seq - b.seq).at(-1);
  return last && { seq: last.seq, hash: last.hash };
}

async function noticeFault(linked: object): Promise<FaultKind | undefined> {
  const event = linked as ConsentEvent;
  if (event.type !== 'requested') return undefined;
  for (const notice of event.request.notices) if ((await hashNotice(notice)) !== notice.hash) return 'notice';
  return undefined;
}

/** More would say nothing more. */
const mostMissing = 1000;

/** What a head that is known from elsewhere shows besides: a cut end, a record that was written anew. */
export function headFaults(events: readonly unknown[], { seq: last, hash }: ChainHead): Fault[] {
  const links = events.flatMap((event, index) => {
    try {
      const link = linkOf(event);
      return { seq: link.seq, hash: link.hash, index };
    } catch {
      return [];
    }
  });
  const known = links.find(({ seq }) => seq === last);
  const faults: Fault[] = known && known.hash !== hash ? [{ kind: 'changed', seq: last, index: known.index }] : [];
  const end = links.reduce((most, { seq }) => Math.max(most, seq), -1);
  for (let seq = end + 1; seq <= last && faults.length < mostMissing; seq++) faults.push({ kind: 'missing', seq });
  return faults;
}

/**
 * Whether a record is whole and unchanged, and if not, which event is not. `head`, from a receipt, also shows a cut end and a record that was
 * written anew; a record that has grown since is still good. Rejects for nothing in the list, only where WebCrypto is missing.
 */
export async function verifyChain(events: readonly unknown[], head?: ChainHead): Promise<ChainVerdict> {
  const faults = [...(await chainFaults(events, noticeFault)), ...(head ? headFaults(events, head) : [])].sort((a, b) => a.seq - b.seq);
  if (faults.length) return { ok: false, faults: faults.map(inWords) };
  const last = chainHead(events as readonly ConsentEvent[]);
  return { ok: true, ...(last && { head: last }) };
}
