/** One step of a sheet's record as rows: when and who, then what was said with it. Parts that are closed say nothing. */
import type { ReferralEvent } from '../event.schema.js';
import { itemWord } from '../words.js';
import type { SheetRow } from './rows.js';
import type { Wording } from './wording.js';

const named = (names: Readonly<Record<string, string>>, id: unknown): string =>
  typeof id === 'string' && Object.hasOwn(names, id) ? names[id]! : String(id);

/** 総合相談窓口（相談 花子） */
export function whoDid({ by }: Pick<ReferralEvent, 'by'>, { agency, words }: Wording): string {
  if (!('agency' in by)) return words.choices.party.clock;
  const { agency: id, name } = by as { agency: string; name?: string };
  const desk = agency(id) ?? id;
  return name === undefined ? desk : `${desk}（${name}）`;
}

type Reply = Wording['words']['reply'];

/** What an event says openly, beside who and when. */
function openly(event: ReferralEvent, wording: Wording): [key: keyof Reply, at: string, value: string][] {
  const { choices } = wording.words;
  const { to, reason, outcome, did, reached, rerouted, ...days } = event as Record<string, unknown>;
  const said: [keyof Reply, string, string][] = [];
  const { heard } = event.by as { heard?: { agency: string; name?: string; how: string; at?: string } };
  if (heard) said.push(['heard', 'by/heard', wording.list([whoDid({ by: heard }, wording), named(choices.heardHow, heard.how)])]);
  if (heard?.at !== undefined) said.push(['heardAt', 'by/heard/at', wording.instant(heard.at)]);
  const desk = (one: unknown): string => {
    const { agency, name } = one as { agency: string; name?: string };
    return wording.agency(agency) ?? name ?? agency;
  };
  if (to !== undefined) said.push(['to', 'to', desk(to)]);
  if (reason !== undefined)
    said.push(['reason', 'reason', named(event.type === 'cancelled' ? choices.cancelReason : choices.reason, reason)]);
  if (rerouted !== undefined) {
    const { meant, because } = rerouted as { meant: string; because: string };
    said.push(
      ['meant', 'rerouted/meant', wording.agency(meant) ?? meant],
      ['rerouted', 'rerouted/because', named(choices.rerouted, because)],
    );
  }
  if (outcome !== undefined) said.push(['outcome', 'outcome', named(choices.outcome, outcome)]);
  if (did !== undefined) said.push(['did', 'did', named(choices.did, did)]);
  for (const key of ['on', 'firstContactBy', 'since', 'respondBy'] as const)
    if (typeof days[key] === 'string') said.push([key, key, wording.day(days[key])]);
  if (reached !== undefined) said.push(['reached', 'reached', named(choices.reached, reached)]);
  return said;
}

/** The rows of the event at `index` of the record; the first says what happened, when and by whom. */
export function eventRows(event: ReferralEvent, index: number, wording: Wording): SheetRow[] {
  const { words } = wording;
  const what = named(words.choices.event, event.type);
  const row = (label: string, at: string, value: string): SheetRow => ({
    section: 'reply',
    group: what,
    label,
    name: `${what} ${label}`,
    value,
    pointer: `/events/${index}/${at}`,
  });
  const when = `${wording.instant(event.at)} ${whoDid(event, wording)}`;
  const rows: SheetRow[] = [{ section: 'reply', label: what, name: what, value: when, pointer: `/events/${index}` }];
  for (const [key, at, value] of openly(event, wording)) rows.push(row(words.reply[key], at, value));
  (event.parts ?? []).forEach(({ open }, part) => {
    if (!open) return;
    const at = `parts/${part}/open`;
    if (open.kind === 'shipped') {
      const { agency, items } = open as { agency: string; items: string[] };
      const told = wording.list(items.map((id) => itemWord(id, words)));
      rows.push({ ...row(words.basis.items, `${at}/items`, `${wording.agency(agency) ?? agency}：${told}`), technical: true });
      return;
    }
    for (const key of ['text', 'nextStep', 'toPerson'] as const) {
      const said = (open as Record<string, unknown>)[key];
      if (typeof said === 'string') rows.push(row(words.reply[key], `${at}/${key}`, said));
    }
  });
  return rows;
}
