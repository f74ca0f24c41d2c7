/**
 * The chain: every event carries the hash of the one before, so that a changed, dropped or moved event shows.
 *
 * A chain alone cannot show that its end was cut off, nor that all of it was written anew: for that the head (number and hash of the last
 * event) has to be known from elsewhere, as it is on the receipt that the person keeps. Give it to {@link verifyChain}.
 */
import type { ConsentEvent } from './consent.schema.js';
import { hashEvent, hashNotice, webCrypto } from './hash.js';

/** The last event of a record: what a receipt carries. */
export interface ChainHead {
  seq: number;
  hash: string;
}

/**
 * `changed`: the event is not what its hash was made of, or not the one that the next event followed; `missing`: there is no event with this number;
 * `reordered`: it stands in the wrong place; `duplicate`: another event has its number; `foreign`: of another record or person; `notice`:
 * a notice is not the text that its hash was made of; `unreadable`: no event at all.
 */
export type FaultKind = 'changed' | 'missing' | 'reordered' | 'duplicate' | 'foreign' | 'notice' | 'unreadable';

export interface ChainFault {
  kind: FaultKind;
  /** The number the event has or would have. */
  seq: number;
  /** Where it stands in the list; absent when it is missing. */
  index?: number;
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

const fault = (kind: FaultKind, seq: number, index?: number): ChainFault => ({
  kind,
  seq,
  ...(index !== undefined && { index }),
  message: `${seq + 1}${words[kind]}`,
});

/** The head of a record that is whole; undefined for an empty one. */
export function chainHead(events: readonly ConsentEvent[]): ChainHead | undefined {
  const last = [...events].sort((a, b) => a.seq - b.seq).at(-1);
  return last && { seq: last.seq, hash: last.hash };
}

interface Link {
  event: ConsentEvent;
  index: number;
}

async function ownFaults({ event, index }: Link): Promise<ChainFault[]> {
  const faults: ChainFault[] = [];
  if ((await hashEvent(event)) !== event.hash) faults.push(fault('changed', event.seq, index));
  if (event.type === 'requested')
    for (const notice of event.request.notices)
      if ((await hashNotice(notice)) !== notice.hash) {
        faults.push(fault('notice', event.seq, index));
        break;
      }
  return faults;
}

/**
 * Whether a record is whole and unchanged, and if not, which event is not. `head`, from a receipt, also shows a cut end and a record that was
 * written anew; a record that has grown since is still good. Rejects for nothing in the list, only where WebCrypto is missing.
 */
export async function verifyChain(events: readonly unknown[], head?: ChainHead): Promise<ChainVerdict> {
  webCrypto();
  const faults: ChainFault[] = [];
  const links: Link[] = [];
  for (const [index, event] of events.entries()) {
    try {
      const { seq, hash } = event as ConsentEvent;
      if (!Number.isSafeInteger(seq) || seq < 0 || typeof hash !== 'string') throw new TypeError('No event');
      faults.push(...(await ownFaults({ event: event as ConsentEvent, index })));
      links.push({ event: event as ConsentEvent, index });
    } catch {
      faults.push(fault('unreadable', index, index));
    }
  }
  const sorted = [...links].sort((a, b) => a.event.seq - b.event.seq);
  const first = sorted[0]?.event;
  sorted.forEach(({ event, index }, place) => {
    const before = sorted[place - 1]?.event;
    const { seq } = event;
    if (before?.seq === seq) faults.push(fault('duplicate', seq, index));
    if (links[place]!.event.seq !== seq) faults.push(fault('reordered', seq, index));
    // A number too large to be one is no reason to list every number before it.
    for (let gap = (before?.seq ?? -1) + 1; gap < seq && gap < links.length + events.length + 1; gap++) faults.push(fault('missing', gap));
    if (event.record !== first!.record || event.subject?.ref !== first!.subject?.ref) faults.push(fault('foreign', seq, index));
    if (before?.seq === seq - 1 && event.previous !== before.hash)
      faults.push(fault('changed', before.seq, links.indexOf(sorted[place - 1]!)));
    if (seq === 0 && event.previous !== undefined) faults.push(fault('changed', 0, index));
  });
  const last = sorted.at(-1)?.event;
  if (head) {
    const known = sorted.find(({ event }) => event.seq === head.seq);
    if (known && known.event.hash !== head.hash) faults.push(fault('changed', head.seq, known.index));
    for (let seq = (last?.seq ?? -1) + 1; seq <= head.seq && faults.length < 1000; seq++) faults.push(fault('missing', seq));
  }
  if (faults.length) return { ok: false, faults: faults.sort((a, b) => a.seq - b.seq) };
  return { ok: true, ...(last && { head: { seq: last.seq, hash: last.hash } }) };
}
