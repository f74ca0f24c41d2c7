/** What is wrong with a chained record, without a word about it: a page that only reads needs no more. */
import { hashEvent, webCrypto } from './hash.js';
import type { Linked } from './rules.js';

/**
 * `changed`: the event is not what its hash was made of, or not the one that the next event followed; `missing`: there is no event with this number;
 * `reordered`: it stands in the wrong place; `duplicate`: another event has its number; `foreign`: of another record or person; `notice`:
 * a notice is not the text that its hash was made of; `unreadable`: no event at all.
 */
export type FaultKind = 'changed' | 'missing' | 'reordered' | 'duplicate' | 'foreign' | 'notice' | 'unreadable';

/** `seq`: the number the event has or would have; `index`: where it stands in the list, absent when it is missing. */
export interface Fault {
  kind: FaultKind;
  seq: number;
  index?: number;
}

const fault = (kind: FaultKind, seq: number, index?: number): Fault => ({ kind, seq, ...(index !== undefined && { index }) });

interface Link {
  event: Linked;
  index: number;
}

/** The event, where it has a number and a hash. Throws where it is no link of a chain. */
export function linkOf(event: unknown): Linked {
  const linked = event as Linked;
  if (!Number.isSafeInteger(linked.seq) || linked.seq < 0 || typeof linked.hash !== 'string') throw new TypeError('No event');
  return linked;
}

/**
 * What is wrong with a record in itself; nothing, when it is whole and unchanged. A record that has grown since is still good; a cut end does not show here.
 * `inside`: what else may be wrong within an event; it may throw. Rejects for nothing in the list, only where WebCrypto is missing.
 */
export async function chainFaults(
  events: readonly unknown[],
  inside?: (event: Linked) => Promise<FaultKind | undefined>,
): Promise<Fault[]> {
  webCrypto();
  const faults: Fault[] = [];
  const links: Link[] = [];
  for (const [index, event] of events.entries()) {
    try {
      const linked = linkOf(event);
      const { seq, hash } = linked;
      const own = [(await hashEvent(linked)) !== hash && 'changed', await inside?.(linked)] as const;
      for (const kind of own) if (kind) faults.push(fault(kind, seq, index));
      links.push({ event: linked, index });
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
  return faults.sort((a, b) => a.seq - b.seq);
}
