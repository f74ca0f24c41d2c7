/** What a field of the sheet, and a choice in it, is called, and in which section it stands. No DOM. */
import { itemWord, type ReferralWords, type SectionId } from '@tsunagu/schema/referral/words';

const own = (table: object, key: string): string | undefined =>
  Object.hasOwn(table, key) && typeof (table as Record<string, unknown>)[key] === 'string'
    ? (table as Record<string, string>)[key]
    : undefined;

type Shape = Exclude<keyof ReferralWords, 'title' | 'choices' | 'unknown'>;

/** Where a shape of the words stands in the sheet; the longest that fits holds. */
const shapes: readonly (readonly [string, Shape])[] = [
  ['/household/members/*/', 'member'],
  ['/contact/safeCall/', 'safeCall'],
  ['/supporters/*/', 'supporter'],
  ['/done/*/', 'step'],
  ['/attachments/*/', 'attachment'],
  ['/copyTo/*/', 'desk'],
  ['/basis/grounds/', 'basis'],
  ['/assessment/', 'assessment'],
  ['/household/', 'household'],
  ['/person/', 'person'],
  ['/about/', 'about'],
  ['/contact/', 'contact'],
  ['/needs/', 'needs'],
  ['/safety/', 'safety'],
  ['/request/', 'request'],
  ['/basis/', 'basis'],
  ['/source/', 'source'],
  ['/from/', 'desk'],
  ['/to/', 'desk'],
  ['/', 'sheet'],
];

/** A field's name by its pattern (`/done` and so on); the last part of the pattern where nobody named it. */
export function fieldName(words: ReferralWords, pattern: string): string {
  const found = shapes.find(([prefix]) => pattern.startsWith(prefix));
  const rest = pattern.slice(found?.[0].length ?? 1).split('/')[0]!;
  return (found && own(words[found[1]], rest)) ?? rest;
}

/** Where a field comes among others of its section, whatever the order in which they were written. */
export function fieldRank(words: ReferralWords, pattern: string): number {
  const index = shapes.findIndex(([prefix]) => pattern.startsWith(prefix));
  const [prefix, shape] = shapes[index] ?? ['/', 'sheet'];
  const place = Object.keys(words[shape]).indexOf(pattern.slice(prefix.length).split('/')[0]!);
  return index * 100 + (place < 0 ? 99 : place);
}

const tables: Readonly<Record<string, keyof ReferralWords['choices']>> = {
  '/urgency': 'urgency',
  '/since': 'since',
  '/person/ageBand': 'ageBand',
  '/person/sex': 'sex',
  '/about/who': 'who',
  '/about/role': 'role',
  '/about/awareness': 'awareness',
  '/household/members/*/relation': 'relation',
  '/household/members/*/sex': 'sex',
  '/household/members/*/together': 'together',
  '/contact/mode': 'mode',
  '/contact/ways/*': 'way',
  '/contact/safeCall/voicemail': 'voicemail',
  '/contact/safeCall/callerName': 'callerName',
  '/contact/safeCall/times/*': 'callTime',
  '/needs/ids/*': 'need',
  '/safety/dangers/*': 'danger',
  '/request/ids/*': 'request',
  '/attachments/*/kind': 'attachmentKind',
  '/basis/kind': 'basis',
};

/** A choice's name; the id itself where nobody named it, and `undefined` where the field is no choice. */
export function choiceName(words: ReferralWords, pattern: string, id: string): string | undefined {
  if (pattern === '/attachments/*/item') return itemWord(id, words);
  const table = Object.hasOwn(tables, pattern) ? tables[pattern]! : /^\/assessment\/\w+\/level$/.test(pattern) ? 'level' : undefined;
  return table && (own(words.choices[table], id) ?? id);
}

const sections: Readonly<Record<string, SectionId>> = {
  words: 'words',
  wishes: 'words',
  refuses: 'words',
  topics: 'worries',
  mainTopic: 'worries',
  since: 'worries',
  household: 'household',
  situation: 'heard',
  assessment: 'heard',
  supporters: 'done',
  done: 'done',
  attachments: 'done',
  request: 'request',
  contact: 'care',
  safety: 'care',
  needs: 'care',
  language: 'care',
  basis: 'basis',
};

/** The section in which a field stands. What stands in none is the heading's. */
export function sectionOf(pointer: string): SectionId {
  const first = pointer.split('/')[1] ?? '';
  // Advice without a name has its story there.
  if (pointer === '/basis/summary') return 'heard';
  return Object.hasOwn(sections, first) ? sections[first]! : 'head';
}
