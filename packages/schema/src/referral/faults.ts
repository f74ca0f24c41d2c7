/** What is wrong with a sheet's record, without a word about it. A desk that only reads needs nothing else of the rules. */
import { chainFaults, type Fault } from '../consent/faults.js';
import { hashJson } from '../consent/hash.js';
import { timeOf } from '../consent/linked.js';
import type { ReferralEvent, ReferralPart } from './event.schema.js';
import type { ReferralSheet } from './referral.schema.js';
import { follow } from './state.js';

/** What stays of a part for whoever may not know what it says. */
export const closed = ({ open: _open, ...part }: ReferralPart): ReferralPart => part;

/** Hash of a whole sheet, salt included: nobody without the sheet can guess at it. */
export const hashReferral = (sheet: ReferralSheet): Promise<string> => hashJson(sheet);

/** `sheet`: the sheet is not the one that was sent; `part`: a part is closed in what should be the whole record; `illegal`: a step that its desk could not have made then. */
export type ReferralFaultKind = Fault['kind'] | 'sheet' | 'part' | 'illegal';

export interface BareReferralFault extends Omit<Fault, 'kind'> {
  kind: ReferralFaultKind;
}

/** Do the parts say what was committed to, and are they there? */
async function partFault(event: ReferralEvent, whole: boolean): Promise<BareReferralFault | undefined> {
  for (const part of event.parts ?? []) {
    if (part.open === undefined) {
      if (whole) return { kind: 'part', seq: event.seq };
    } else if ((await hashJson(part.open)) !== part.commit) return { kind: 'changed', seq: event.seq };
  }
  return undefined;
}

/**
 * As `verifyReferral`, which has the sentences. Nothing: the record holds. `whole`: the sheet is, and every part is open; a desk with its own copy cannot
 * ask for that. Rejects only where WebCrypto is missing.
 */
export async function referralFaults(sheet: ReferralSheet, events: readonly ReferralEvent[], whole: boolean): Promise<BareReferralFault[]> {
  const bare = events.map((event) => {
    try {
      return event.parts ? { ...event, parts: event.parts.map(closed) } : event;
    } catch {
      return event;
    }
  });
  const faults: BareReferralFault[] = await chainFaults(bare);
  if (faults.length) return faults;
  for (const event of events) {
    const wrong = await partFault(event, whole);
    if (wrong) faults.push(wrong);
  }
  const found = follow(sheet, events, new Date(Math.max(0, ...events.map(({ at }) => timeOf(at)))));
  if (!found.ok) faults.push(found.seq === undefined ? { kind: 'foreign', seq: 0 } : { kind: 'illegal', seq: found.seq });
  const sent = events.findLast((event) => event.type === 'sent');
  const editable = found.ok && found.position.transport === 'draft';
  if (whole && !editable && sent?.type === 'sent' && sent.content !== (await hashReferral(sheet)))
    faults.push({ kind: 'sheet', seq: sent.seq });
  return faults;
}
