/** A desk's own copy of a record, come back on paper or as a file after this one went on without it: its answers, written down here as heard. */
import { actionOf, appendReferral } from './append.js';
import type { ReferralCase } from './advance.js';
import { compareRecords } from './compare-records.js';
import type { ReferralEvent } from './event.schema.js';
import type { AdvanceRefusal } from './refusals.js';
import { verifyReferral } from './verify.js';

/** `added`: the steps as they are written here, each with the desk whose it is and, in `by.heard`, who wrote it down. */
export type HearResult =
  { ok: true; events: ReferralEvent[]; added: ReferralEvent[] } | { ok: false; refusal: AdvanceRefusal; event?: ReferralEvent };

const lost: AdvanceRefusal = { code: 'broken', message: 'この記録は、ここにあるシートのものではないか、書かれたあとで変わっています。' };

/** Answers of `copy` that stand here already, by their hash there. */
const known = (events: readonly ReferralEvent[]): Set<unknown> =>
  new Set(events.map(({ by }) => (by as { heard?: { of?: unknown } }).heard?.of));

/**
 * The record with the answers of another desk's `copy` at its end, where the two went different ways: the clock noted a day that passed here while the answer
 * was on its way. Each keeps its desk and its moment (`by.heard.at`) and is judged by the same rules as any step; one that was taken before is not taken
 * again. `actor`: who writes them down, the desk that sent the sheet or the coordinator. All or nothing. Rejects only where WebCrypto is missing.
 */
export async function hearCopy(
  given: ReferralCase,
  copy: readonly ReferralEvent[],
  { actor, at }: { actor: { agency: string; name?: string }; at: Date | string },
): Promise<HearResult> {
  const { sheet, events } = given;
  const { shared, added: theirs } = compareRecords(events, copy);
  if (!shared || !(await verifyReferral(sheet, copy, { whole: false })).ok) return { ok: false, refusal: lost };
  const taken = known(events);
  let now: ReferralEvent[] = [...events];
  for (const event of theirs) {
    const action = actionOf(event);
    if (!('agency' in event.by) || taken.has(event.hash) || !action) continue;
    const { agency, name } = event.by as { agency: string; name?: string };
    const heard = { ...actor, how: 'copy', of: event.hash, at: event.at } as const;
    const result = await appendReferral({ ...given, events: now }, action, {
      actor: { agency, ...(name !== undefined && { name }), heard },
      at,
    });
    if (result.ok) now = result.events;
    // That it has come says nothing new where it is known.
    else if (event.type !== 'received' || result.refusal.code !== 'already') return { ok: false, refusal: result.refusal, event };
  }
  return { ok: true, events: now, added: now.slice(events.length) };
}
