/** Steps that another network's desk made on its copy, brought back on paper, as codes or as a file: so a sheet that went where no line goes comes back too. */
import {
  acceptReferralEvent,
  hearCopy,
  recordFor,
  verifyReferral,
  writerOf,
  type ReferralEvent,
  type ReferralPackage,
} from '@tsunagu/schema/referral';
import { compareRecords } from '@tsunagu/schema/referral/compare';
import { audit } from './audit.js';
import { isAhead, type TakenIn } from './carried.js';
import { publish, type News } from './referral-feed.js';
import { hold, type CityRules, type Held, type Stepping } from './referral-steps.js';
import { writeEvent } from './referral-write.js';
import type { Store } from './store.js';

/** A desk that is nowhere in the city cannot have been given a sheet. */
const isKnown = (event: ReferralEvent, { desks }: CityRules, coordinator: string): boolean => {
  const to = 'to' in event ? (event.to as { agency: string }).agency : undefined;
  return to === undefined || to === coordinator || desks.includes(to);
};

interface Step {
  event: ReferralEvent;
  packages: readonly ReferralPackage[];
}

/**
 * The new steps with what they hand over, or undefined where they cannot have been made. What a desk wrote itself is judged as the steps of its system are.
 * What the sender brings of another was made where the consents are not: it is held against the record alone.
 */
async function judged(
  { referral: { row, sheet, events }, consents }: Held,
  added: readonly ReferralEvent[],
  { rules, agency, at }: { rules: CityRules; agency: string; at: Date },
): Promise<Step[] | undefined> {
  const steps: Step[] = [];
  if (row.sender === agency) {
    if (isAhead(added, at) || !added.every((event) => isKnown(event, rules, row.coordinator))) return undefined;
    if (!(await verifyReferral(sheet, [...events, ...added])).ok) return undefined;
  }
  for (const event of added) {
    if (row.sender === agency && writerOf(event) !== agency) {
      steps.push({ event, packages: [] });
      continue;
    }
    const before = [...events, ...steps.map((step) => step.event)];
    const result = await acceptReferralEvent({ sheet, events: before, consents: consents.byRef, ...rules }, event, { now: at });
    if (!result.ok || writerOf(event) !== agency) return undefined;
    // Dated back to before somebody took something back, it would hand over what may not be had any more.
    if (result.packages.length && Date.parse(event.at) < consents.latest) return undefined;
    steps.push({ event, packages: result.packages });
  }
  return steps;
}

/**
 * Adds what is new in a copy of the record to the sheet as it is here. The desk that sent it brings any desk's steps, another desk only its own. What was
 * handed over there is not here: a desk that the sheet was passed on to sees its heading until it is given more. An answer that comes to the sender after the clock
 * went on is written down as heard. Undefined: the desk has nothing to do with it.
 */
export function bring(
  store: Store,
  rules: CityRules,
  { events, ...stepping }: Stepping & { events: readonly ReferralEvent[] },
): Promise<TakenIn | undefined> {
  const { agency, at, actor } = stepping;
  return store.db.transaction().execute(async (within): Promise<TakenIn | undefined> => {
    const held = await hold(within, stepping);
    if (!held) return undefined;
    const { consents } = held;
    const { row, sheet } = held.referral;
    const { kind, shared, added: theirs } = compareRecords(recordFor(held.referral, agency, at), events);
    if (kind === 'same' || kind === 'behind') return { outcome: 'replayed' };
    // A sheet that is opened again goes on elsewhere.
    if (row.draft !== null) return { outcome: 'apart' };
    let added = theirs;
    if (kind === 'apart') {
      // The clock went on here while the answer was on its way: the sender may write it down as heard.
      if (row.sender !== agency) return { outcome: 'apart' };
      const given = { sheet, events: held.referral.events, consents: consents.byRef, ...rules };
      const heard = await hearCopy(given, events, { actor: { agency }, at: held.moment });
      if (!heard.ok) return { outcome: 'apart' };
      if (!heard.added.length) return { outcome: 'replayed' };
      added = heard.added;
    } else if (held.referral.events.length !== shared) {
      // It has left this desk.
      return { outcome: 'apart' };
    }
    const steps = await judged(held, added, { rules, agency, at });
    if (!steps) return { outcome: 'broken' };
    const news: News[] = [];
    let before = held.referral;
    for (const { event, packages } of steps) {
      news.push(...(await writeEvent(within, { before, sheet, event, packages, consents, at, actor })));
      before = { ...before, events: [...before.events, event] };
    }
    await audit(within, { at, actor, action: 'referral-carried', number: row.case_id, windowId: agency });
    await publish(within, news);
    return { outcome: 'stored' };
  });
}
