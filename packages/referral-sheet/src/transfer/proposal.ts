/** What was read, held against what is here, before anything is replaced. No DOM. */
import { dayParts, timeOfDay, withoutRuby, type Language } from '@tsunagu/core';
import { hearCopy, verifyReferral, type ReferralCase, type ReferralEvent, type ReferralSheet } from '@tsunagu/schema/referral';
import { compareRecords, compareSheets, type ReadValue, type SheetDifference, type Wording } from '@tsunagu/schema/referral/compare';
import { wholeLocales } from '../locales/whole.js';
import { dayOf, named } from '../parts/words.js';
import type { ReferralValue } from '../sheet-host.js';

/**
 * `fresh`: nothing is here yet. `same`: nothing would change. `update`: the same sheet, and its record goes on (or there is none). `answers`: a desk's copy
 * comes back to the sender: the sender's own sheet stays, only the new steps are added. `late`: the same, but this record went on meanwhile, so that they are
 * written down as heard. `other`: another sheet. Never taken: `behind` (steps that are here
 * would be lost), `apart` (the records went different ways), `changed` (the record is not what was written).
 */
export type ProposalKind = 'fresh' | 'same' | 'update' | 'answers' | 'late' | 'other' | 'behind' | 'apart' | 'changed';

export interface Proposal {
  kind: ProposalKind;
  /** What would be here; absent: it must not be taken. */
  value?: ReferralValue;
  differences: readonly SheetDifference[];
  /** Steps that are new. */
  added: readonly ReferralEvent[];
}

type Names = Readonly<Record<string, string>>;

/** Without readings: a value may as well be what somebody wrote, and 《》 in that are theirs. */
const plain = <Table extends Names>(table: Table): Table =>
  Object.fromEntries(Object.entries(table).map(([id, text]) => [id, withoutRuby(text)])) as Table;

/**
 * Differences in the reader's language: names of fields (with readings where the language has them), choices, days. `own`: names of the city's own desks
 * and worries. Where the language cannot be fetched, Japanese is better than nothing.
 */
export async function wordingFor(lang: Language, own: Pick<Wording, 'agency' | 'topic'>): Promise<Partial<Wording>> {
  if (lang === 'ja') return own;
  try {
    const { names, topics, fullDay, moment, birthDate, age, list } = await wholeLocales[lang]();
    const choices = Object.fromEntries(Object.entries(names.choices).map(([name, table]) => [name, plain(table)])) as typeof names.choices;
    return {
      words: { ...names, choices, items: plain(names.items) },
      agency: own.agency,
      topic: (id) => own.topic(id) ?? (Object.hasOwn(topics, id) ? withoutRuby(named(topics, id)) : undefined),
      day: (date) => withoutRuby(dayOf(date, fullDay)),
      birth: (date) => withoutRuby(birthDate(date)),
      instant: (at) => {
        const time = new Date(at);
        return Number.isNaN(time.getTime()) ? at : withoutRuby(moment(fullDay(dayParts(time)), timeOfDay(time)));
      },
      age: (years) => withoutRuby(age(years)),
      language: (tag) => languageName(tag, lang),
      list,
    };
  } catch (error) {
    console.warn(`<tsunagu-referral-sheet> names of fields for "${lang}" could not be loaded: ${String(error)}`);
    return own;
  }
}

function languageName(tag: string, lang: Language): string {
  try {
    return new Intl.DisplayNames([lang === 'en' ? 'en' : 'ja'], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
  } catch {
    // Our shape of a tag is a little wider than what Intl takes.
    return tag;
  }
}

const isWhole = (sheet: object): boolean => Object.hasOwn(sheet, 'salt');

/** Who would write down an answer that comes late, and what has to be known to judge it. */
export interface Hearing extends Pick<ReferralCase, 'consents' | 'calendar' | 'desks'> {
  actor: { agency: string; name?: string };
  at: Date;
}

/** What taking `read` would mean. Never rejects but where WebCrypto is missing. Without `hearing` no answer is late. */
export async function propose(
  read: ReadValue,
  here: ReferralValue | undefined,
  wording?: Partial<Wording>,
  hearing?: Hearing,
): Promise<Proposal> {
  const value: ReferralValue = { sheet: read.sheet as ReferralSheet, events: read.events };
  const sound = async ({ sheet, events }: ReferralValue, whole: boolean): Promise<boolean> =>
    !events.length || (await verifyReferral(sheet, events, { whole })).ok;
  if (!(await sound(value, isWhole(read.sheet)))) return { kind: 'changed', differences: [], added: [] };
  if (!here) return { kind: 'fresh', value, differences: [], added: read.events };
  const differences = compareSheets(here.sheet, read.sheet, wording);
  if (here.sheet.id !== read.sheet.id) return { kind: 'other', value, differences, added: read.events };
  const { kind, added } = compareRecords(here.events, read.events);
  // A desk's copy lacks what the person kept back: it must never take the place of the whole.
  if (isWhole(here.sheet) && !isWhole(read.sheet)) {
    if (kind === 'apart' && hearing) {
      const { actor, at, ...rules } = hearing;
      const heard = await hearCopy({ ...here, ...rules }, read.events, { actor, at });
      if (heard.ok)
        return heard.added.length
          ? { kind: 'late', value: { sheet: here.sheet, events: heard.events }, differences: [], added: heard.added }
          : { kind: 'same', differences: [], added: [] };
    }
    if (kind !== 'ahead') return { kind, differences: [], added };
    const merged: ReferralValue = { sheet: here.sheet, events: [...here.events, ...added] };
    return (await sound(merged, false))
      ? { kind: 'answers', value: merged, differences: [], added }
      : { kind: 'apart', differences: [], added };
  }
  if (kind === 'same') return differences.length ? { kind: 'update', value, differences, added } : { kind: 'same', differences, added };
  // Steps that are here would be lost.
  return kind === 'ahead' ? { kind: 'update', value, differences, added } : { kind, differences, added };
}
