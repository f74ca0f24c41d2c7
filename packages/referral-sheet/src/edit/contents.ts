/** What stands on a sheet, by section, entry and row: for what an agency gets, and for what stays behind. No DOM. */
import type { Language } from '@tsunagu/core';
import { sectionIds, type ReferralWords, type SectionId } from '@tsunagu/schema/referral/words';
import type { SheetMessages } from '../locales/messages.js';
import { choiceName, fieldName, fieldRank, sectionOf } from './names.js';
import { leaves, patternOf, read } from './pointer.js';
import { rowOf } from './rows.js';
import { inOneLine } from './tidy-field.js';

/** How things are called in the language that is read. */
export interface Said {
  words: ReferralWords;
  texts: Pick<SheetMessages, 'list' | 'labelled' | 'birthDate' | 'age' | 'people' | 'mainTopic' | 'languageNames'>;
  topic: (id: string) => string;
  /** A desk by its id; `given`: the name that was written down. */
  desk: (id: string, given?: string) => string;
  /** Of somebody without relation and name, and of an entry. */
  entry: (list: string, number: number) => string;
}

export interface ContentRow {
  /** Where it stands in the sheet it was made of; several for a list of choices. */
  pointers: string[];
  label: string;
  text: string;
  /** Our word for a choice, in the language that is read; else somebody wrote it. */
  ours: boolean;
  /** To be read through before it goes. */
  read: boolean;
}

export interface ContentEntry {
  /** Whom or what the rows are of; absent where the section is of one thing. */
  title?: string;
  rows: ContentRow[];
}

export interface Content {
  section: SectionId;
  entries: ContentEntry[];
}

/** What every agency sees on the heading, and what says nothing to people. */
const heading =
  /^\/(schemaVersion|id|salt|createdAt|city|purpose|respondBy|respondDays|from|to|coordinator|source|unfinished)(\/|$)|^\/basis\/(?!summary)|\/(ref|hash|seq|record)$|^\/copyTo\/\*\/name$|^\/supporters\/\*\/agency$/;

export const isHeading = (pattern: string): boolean => heading.test(pattern);

/** A line somebody wrote, fit to stand in a sentence of ours: no breaks, no false readings. */
export const quoted = (text: string, most = 40): string => {
  const line = inOneLine(text, most + 1)
    .replaceAll('《', '〈')
    .replaceAll('》', '〉')
    .replaceAll('｜', '|');
  return line.length > most ? `${line.slice(0, most - 1).replace(/\p{Cs}$/u, '')}…` : line;
};

/** What one of the household is called: 子ども（58歳）, or by number where nothing is known. */
export function memberTitle(sheet: unknown, index: number, { words, texts, entry }: Said): string {
  const of = (name: string): unknown => read(sheet, `/household/members/${index}/${name}`);
  const relation = of('relation');
  const called = typeof relation === 'string' ? choiceName(words, '/household/members/*/relation', relation) : undefined;
  const name = of('name');
  const age = of('age');
  const first = called ?? (typeof name === 'string' ? quoted(name) : entry('/household/members', index + 1));
  const more = [called !== undefined && typeof name === 'string' ? quoted(name) : '', typeof age === 'number' ? texts.age(age) : ''];
  return [first, ...more].filter(Boolean).join(' ');
}

function entryOf(sheet: unknown, pointer: string, said: Said): { key: string; title?: string } {
  const row = rowOf(pointer);
  if (row) {
    const { list, index } = row;
    const title = list === '/household/members' ? memberTitle(sheet, index, said) : said.entry(list, index + 1);
    return { key: `${list}/${index}`, title };
  }
  const area = /^\/assessment\/(\w+)\//.exec(pointer)?.[1];
  return area === undefined ? { key: '' } : { key: area, title: fieldName(said.words, `/assessment/${area}`) };
}

/** A value as it is read. `ours`: a word of ours, not what somebody wrote. */
export function wordsOf(pattern: string, value: unknown, said: Said): { text: string; ours: boolean } {
  const { words, texts } = said;
  const id = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
  if (pattern === '/topics/*' || pattern === '/mainTopic') return { text: said.topic(id), ours: true };
  if (pattern === '/copyTo/*/agency') return { text: said.desk(id), ours: false };
  if (pattern === '/language' && Object.hasOwn(texts.languageNames, id)) return { text: texts.languageNames[id as Language], ours: true };
  const choice = choiceName(words, pattern, id);
  if (choice !== undefined) return { text: choice, ours: true };
  if (typeof value === 'number') return { text: pattern.endsWith('/age') ? texts.age(value) : texts.people(value), ours: true };
  return /\/(birthDate|by|on)$/.test(pattern) && /^\d{4}-\d\d-\d\d$/.test(id)
    ? { text: texts.birthDate(id), ours: true }
    : { text: id, ours: false };
}

/** What a field is called in its entry. */
export function labelOf(pattern: string, { words, texts }: Said): string {
  if (pattern === '/mainTopic') return texts.mainTopic;
  if (pattern === '/copyTo/*/agency') return words.sheet.copyTo;
  const finding = /^\/assessment\/\w+\/(level|note)$/.exec(pattern)?.[1];
  return finding ? words.finding[finding as 'level' | 'note'] : fieldName(words, pattern);
}

/** An entry while its rows are gathered. */
type Filling = ContentEntry & { byLabel: Map<string, ContentRow> };

/** Everything on a sheet (or on what an agency gets of it) in the order of the sections. `toRead`: pointers in `sheet`. */
export function contentsOf(sheet: unknown, said: Said, toRead: readonly string[] = []): Content[] {
  const free = new Set(toRead);
  const bySection = new Map<SectionId, Map<string, Filling>>();
  for (const { pointer, value } of leaves(sheet)) {
    const pattern = patternOf(pointer);
    if (isHeading(pattern)) continue;
    const section = sectionOf(pointer);
    const entries = bySection.get(section) ?? new Map<string, Filling>();
    bySection.set(section, entries);
    const { key, title } = entryOf(sheet, pointer, said);
    const entry = entries.get(key) ?? { ...(title !== undefined && { title }), rows: [], byLabel: new Map<string, ContentRow>() };
    entries.set(key, entry);
    const base = pattern.replace(/\/\*(\/agency)?$/, '');
    const { text, ours } = wordsOf(pattern, value, said);
    const row = entry.byLabel.get(base);
    if (row) {
      row.pointers.push(pointer);
      row.text = said.texts.list([row.text, text]);
    } else {
      const made = { pointers: [pointer], label: labelOf(pattern, said), text, ours, read: free.has(pointer) };
      entry.byLabel.set(base, made);
      entry.rows.push(made);
    }
  }
  return sectionIds.flatMap((section) => {
    const entries = bySection.get(section);
    const rank = ({ pointers }: ContentRow): number => fieldRank(said.words, patternOf(pointers[0]!));
    return entries
      ? [
          {
            section,
            entries: [...entries.values()].map(({ byLabel: _byLabel, rows, ...entry }) => ({
              ...entry,
              rows: rows.sort((a, b) => rank(a) - rank(b)),
            })),
          },
        ]
      : [];
  });
}
