/** What happened to a sheet, as a desk's own record tells it: parts that are closed to this desk are not there. No DOM. */
import type { ReferralEvent } from '@tsunagu/schema/referral';
import type { SheetTexts } from '../locales/index.js';
import { fit } from '../parts/desks.js';
import type { SheetView } from '../parts/view.js';
import { dayOf, momentOf, named } from '../parts/words.js';

export interface Entry {
  id: string;
  at: string;
  /** `11月24日（火）10:05` */
  moment: string;
  who: string;
  what: string;
  /** Label and text of ours. */
  facts: [label: string, text: string][];
  /** Label and what somebody wrote. */
  said: [label: string, text: string][];
  handed: string[];
}

/** Items in words, in the order of the sheet. */
export function itemList(items: readonly string[], texts: SheetTexts): string {
  const order = Object.keys(texts.names.items);
  const sorted = [...items].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return texts.list(sorted.map((item) => named(texts.names.items, item)));
}

type Loose = Readonly<Record<string, unknown>>;

export function whoOf(event: { by: unknown }, { texts, desks }: Pick<SheetView, 'texts' | 'desks'>): string {
  const { agency, name } = Object(event.by) as { agency?: string; name?: unknown };
  if (typeof agency !== 'string') return texts.names.choices.party.clock;
  return typeof name === 'string' && name ? texts.actor(desks.name(agency), fit(name)) : desks.name(agency);
}

export function entryOf(event: ReferralEvent, view: SheetView): Entry {
  const { texts, desks, desk, value } = view;
  const { choices, reply } = texts.names;
  const loose = event as Loose;
  const isSender = desk === value.sheet.from.agency;
  const facts: Entry['facts'] = [];
  const fact = (label: string, text: string): void => {
    if (text) facts.push([label, text]);
  };
  const { heard } = Object(loose.by) as { heard?: Loose };
  if (heard) {
    fact(reply.heard, texts.list([whoOf({ by: heard }, view), named(choices.heardHow, heard.how)]));
    if (typeof heard.at === 'string') fact(reply.heardAt, momentOf(heard.at, texts));
  }
  const { agency } = Object(loose.to) as { agency?: unknown };
  if (typeof agency === 'string') fact(reply.to, desks.name(agency));
  const { meant, because } = Object(loose.rerouted) as Loose;
  if (typeof meant === 'string') {
    fact(reply.meant, desks.name(meant));
    fact(reply.rerouted, named(choices.rerouted, because));
  }
  fact(reply.reason, named(event.type === 'cancelled' ? choices.cancelReason : choices.reason, loose.reason));
  for (const name of ['reached', 'outcome', 'did'] as const) fact(reply[name], named(choices[name], loose[name]));
  for (const name of ['on', 'since', 'firstContactBy', 'respondBy'] as const)
    if (name !== 'respondBy' || loose.firstContactBy !== loose.respondBy) fact(reply[name], dayOf(loose[name], texts.day));

  const said: Entry['said'] = [];
  const handed: string[] = [];
  for (const { open } of event.parts ?? []) {
    if (open?.kind === 'said') {
      for (const name of ['text', 'nextStep', 'toPerson'] as const) if (open[name]) said.push([reply[name], open[name]]);
    } else if (open?.kind === 'shipped') {
      const to = desks.name(open.agency);
      const items = itemList(open.items, texts);
      handed.push(!items ? texts.handedNothing(to) : isSender ? texts.handedTo(to, items) : texts.handedHere(items));
    }
  }
  return {
    id: event.id,
    at: event.at,
    moment: momentOf(event.at, texts),
    who: whoOf(event, view),
    what: named(choices.event, event.type),
    facts,
    said,
    handed,
  };
}
