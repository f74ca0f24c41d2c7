/** A desk's own copy of a record, come back on paper or as a file after this one went on without it: its answers, written down here as heard. */
import { timeOf } from '../consent/linked.js';
import type { Actor, ReferralCase } from './advance.js';
import { actionOf, appendReferral, tolerance } from './append.js';
import { compareRecords } from './compare-records.js';
import type { ReferralEventType } from './choices.js';
import type { ReferralEvent } from './event.schema.js';
import { actorOf, type By } from './position.js';
import type { AdvanceRefusal } from './refusals.js';
import { verifyReferral } from './verify.js';

/** `added`: the steps as they are written here, each with the desk whose it is and, in `by.heard`, who wrote it down. */
export type HearResult =
  { ok: true; events: ReferralEvent[]; added: ReferralEvent[] } | { ok: false; refusal: AdvanceRefusal; event?: ReferralEvent };

const lost: AdvanceRefusal = {
  code: 'broken',
  message: 'この記録は、ここにあるシートのものではないか、書かれたあとで変わっているか、欠けています。',
};

interface HeardOf extends By {
  of?: string;
  at?: string;
}
const heardIn = ({ by }: ReferralEvent): HeardOf | undefined => (by as { heard?: HeardOf }).heard;

/** That it has come, or has stopped, where that is known. */
const saysNothingNew: Partial<Record<ReferralEventType, readonly string[]>> = {
  received: ['already'],
  'consent-withdrawn': ['already', 'ended'],
};

/** What nobody else writes down: what a desk did with its copy is its own to say, and it is still asked. */
const itsOwn = (event: ReferralEvent): boolean => actorOf(event) === undefined || event.type === 'acknowledged';

/**
 * The record with the answers of another desk's `copy` at its end, where the two went different ways: the clock noted a day that passed here while the answer
 * was on its way. Each keeps its desk and its moment (`by.heard.at`) and is judged by the same rules as any step; one that was taken before, or that this
 * desk wrote down when it heard of it, is not taken again. That consent was withdrawn there stops the sheet here. `actor`: who writes them down, the desk that
 * sent the sheet or the coordinator. All or nothing. Rejects only where WebCrypto is missing.
 */
export async function hearCopy(
  given: ReferralCase,
  copy: readonly ReferralEvent[],
  { actor, at }: { actor: { agency: string; name?: string }; at: Date | string },
): Promise<HearResult> {
  const { sheet, events } = given;
  const { shared, added: theirs } = compareRecords(events, copy);
  const isOpen = theirs.every((event) => itsOwn(event) || (event.parts ?? []).every(({ open }) => open));
  if (!shared || !isOpen || !(await verifyReferral(sheet, copy, { whole: false })).ok) return { ok: false, refusal: lost };
  const heard = events.slice(shared).filter((event) => heardIn(event));
  const taken = new Set(heard.map((event) => heardIn(event)!.of));
  const byEar = heard.filter((event) => heardIn(event)!.of === undefined);
  let now: ReferralEvent[] = [...events];
  for (const event of theirs) {
    const action = actionOf(event);
    const of = heardIn(event)?.of ?? event.hash;
    if (itsOwn(event) || taken.has(of) || !action) continue;
    const told = byEar.findIndex((one) => one.type === event.type && actorOf(one) === actorOf(event));
    if (told >= 0) {
      byEar.splice(told, 1);
      continue;
    }
    const made = timeOf(heardIn(event)?.at ?? event.at);
    const moment = made > timeOf(at) && made <= timeOf(at) + tolerance ? timeOf(at) : made;
    const { agency, name } = event.by as { agency: string; name?: string };
    const desk = { agency, ...(name !== undefined && { name }) };
    const by: Actor =
      action.type === 'withdraw-consent' ? actor : { ...desk, heard: { ...actor, how: 'copy', of, at: new Date(moment).toISOString() } };
    const result = await appendReferral({ ...given, events: now }, action, { actor: by, at });
    if (result.ok) now = result.events;
    else if (!saysNothingNew[event.type]?.includes(result.refusal.code)) return { ok: false, refusal: result.refusal, event };
  }
  return { ok: true, events: now, added: now.slice(events.length) };
}
