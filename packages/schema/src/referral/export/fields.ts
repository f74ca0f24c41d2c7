/** Every field of a sheet: its section, its name, how its value reads. The order here is the order on paper and in files. */
import type { PurposeId } from '../../consent/choices.js';
import type { Leaf } from '../../consent/document-map.js';
import { purposeWords } from '../../consent/words.js';
import { groundWords, type GroundId } from '../../meeting/choices.js';
import { assessmentAreas } from '../choices.js';
import type { SectionId } from '../sections.js';
import { itemWord, type ReferralWords } from '../words.js';
import type { Wording } from './wording.js';

type Names = Readonly<Record<string, string>>;
type Show = (value: Leaf, wording: Wording) => string;
type Choices = ReferralWords['choices'];

export interface Field {
  /** JSON Pointer in the sheet; `*` for any place in a list. At its end: the list is one value. */
  readonly path: string;
  readonly section: SectionId;
  /** Fields of one block stand together, entry by entry. */
  readonly block: number;
  readonly place: number;
  readonly label: (words: ReferralWords) => string;
  /** What stands before the label; `index`: from 1, where the field is one of an entry's. */
  readonly group?: (words: ReferralWords, index?: number) => string;
  readonly show: Show;
  /** An id or a hash: for programs, not in a text for people. */
  readonly technical?: boolean;
}

const text: Show = (value) => String(value);
const choice =
  (pick: (choices: Choices) => Names): Show =>
  (value, { words }) => {
    const names = pick(words.choices);
    const id = String(value);
    return Object.hasOwn(names, id) ? names[id]! : id;
  };
const day: Show = (value, wording) => wording.day(String(value));
const birth: Show = (value, wording) => wording.birth(String(value));
const instant: Show = (value, wording) => wording.instant(String(value));
const topic: Show = (value, wording) => wording.topic(String(value)) ?? String(value);
const item: Show = (value, { words }) => itemWord(String(value), words);
const age: Show = (value, wording) => (typeof value === 'number' ? wording.age(value) : String(value));
const yesNo: Show = (value, { words }) => words.choices.together[value === true ? 'yes' : 'no'];

const fields: Field[] = [];
let block = 0;

/** Ids, hashes and what else only programs read. */
const technical = /\/(?:agency|ref|hash|record|seq|city|window\/id)$/;

/** Fields beside each other. `group`: what stands before their names. */
function put(
  section: SectionId,
  at: string,
  {
    names,
    of,
    group,
  }: { names: (words: ReferralWords) => Names; of: Readonly<Record<string, Show>>; group?: (words: ReferralWords) => string },
): void {
  block++;
  Object.entries(of).forEach(([key, show], place) =>
    fields.push({
      path: `${at}/${key}`,
      section,
      block,
      place,
      show,
      label: (words) => names(words)[key.split('/').find((part) => Object.hasOwn(names(words), part))!]!,
      ...(group && { group: (words: ReferralWords, index?: number) => `${group(words)}${index ?? ''}` }),
      ...(technical.test(`${at}/${key}`) && { technical: true }),
    }),
  );
}

/** A provision, as the law is cited. */
const lawNames: Names = { law: '法律', article: '条', item: '号' };

const sheet = (words: ReferralWords): Names => words.sheet;
const desk = (words: ReferralWords): Names => words.desk;
const agency = { name: text, worker: text, section: text, agency: text };

put('head', '', { names: sheet, of: { id: text, createdAt: instant, city: text } });
put('head', '/from', { names: desk, of: agency, group: (words) => words.sheet.from });
put('head', '/to', {
  names: desk,
  of: { name: text, agency: text, open: (_value, { words }) => words.choices.party.coordinator },
  group: (words) => words.sheet.to,
});
put('head', '/coordinator', { names: desk, of: { name: text, agency: text }, group: (words) => words.sheet.coordinator });
put('head', '/copyTo/*', { names: desk, of: { name: text, agency: text }, group: (words) => words.sheet.copyTo });
put('head', '', { names: sheet, of: { respondBy: day, respondDays: text } });
put('head', '/source', { names: (words) => words.source, of: { number: text, receivedAt: instant }, group: (words) => words.sheet.source });
put('head', '/source/window', {
  names: ({ desk: { name, agency: id } }) => ({ name, id }),
  of: { name: text, id: text },
  group: (words) => words.source.window,
});
put('head', '/person', {
  names: (words) => words.person,
  of: {
    name: text,
    kana: text,
    birthDate: birth,
    ageBand: choice(({ ageBand }) => ageBand),
    sex: choice(({ sex }) => sex),
    address: text,
    town: text,
    'phones/*': text,
    ref: text,
  },
  group: (words) => words.sheet.person,
});

put('words', '', { names: sheet, of: { words: text, wishes: text, refuses: text } });

put('worries', '', {
  names: sheet,
  of: {
    'topics/*': topic,
    mainTopic: topic,
    since: choice(({ since }) => since),
    urgency: choice(({ urgency }) => urgency),
  },
});

put('household', '/household', { names: (words) => words.household, of: { size: text, note: text } });
put('household', '/household/members/*', {
  names: (words) => words.member,
  of: {
    relation: choice(({ relation }) => relation),
    name: text,
    kana: text,
    age,
    birthDate: birth,
    sex: choice(({ sex }) => sex),
    together: yesNo,
    work: text,
    health: text,
    care: text,
    note: text,
    ref: text,
  },
  group: (words) => words.household.members,
});

put('heard', '/about', {
  names: (words) => words.about,
  of: {
    who: choice(({ who }) => who),
    role: choice(({ role }) => role),
    relation: text,
    awareness: choice(({ awareness }) => awareness),
  },
});
put('heard', '', { names: sheet, of: { situation: text } });
for (const area of assessmentAreas)
  put('heard', `/assessment/${area}`, {
    names: (words) => words.finding,
    of: { level: choice(({ level }) => level), note: text },
    group: (words) => words.assessment[area],
  });
put('heard', '/assessment', { names: (words) => words.assessment, of: { view: text } });

put('done', '/supporters/*', {
  names: (words) => words.supporter,
  of: { name: text, role: text, since: text, note: text, agency: text },
  group: (words) => words.sheet.supporters,
});
put('done', '/done/*', {
  names: (words) => words.step,
  of: { on: day, by: text, what: text },
  group: (words) => words.sheet.done,
});

put('request', '/request', {
  names: (words) => words.request,
  of: { 'ids/*': choice(({ request }) => request), text, by: day },
});
put('request', '/attachments/*', {
  names: (words) => words.attachment,
  of: { title: text, kind: choice(({ attachmentKind }) => attachmentKind), item, place: text, ref: text, hash: text },
  group: (words) => words.sheet.attachments,
});

put('care', '/contact', {
  names: (words) => words.contact,
  of: {
    'ways/*': choice(({ way }) => way),
    mode: choice(({ mode }) => mode),
    nickname: text,
    name: text,
    kana: text,
    phone: text,
    email: text,
    fax: text,
    address: text,
  },
});
put('care', '/contact/safeCall', {
  names: (words) => words.safeCall,
  of: {
    'times/*': choice(({ callTime }) => callTime),
    callerName: choice(({ callerName }) => callerName),
    callerNameText: text,
    voicemail: choice(({ voicemail }) => voicemail),
    never: text,
  },
});
put('care', '/safety', { names: (words) => words.safety, of: { 'dangers/*': choice(({ danger }) => danger), note: text } });
put('care', '/needs', {
  names: (words) => words.needs,
  of: { 'ids/*': choice(({ need }) => need), language: text, note: text },
});
put('care', '', { names: sheet, of: { language: (value, wording) => wording.language(String(value)) } });

put('basis', '/basis', {
  names: (words) => words.basis,
  of: { kind: choice(({ basis }) => basis), summary: text, 'items/*': item },
});
put('basis', '', {
  names: sheet,
  of: { purpose: (value) => (Object.hasOwn(purposeWords, String(value)) ? purposeWords[value as PurposeId] : String(value)) },
});
put('basis', '/basis/basis', { names: () => lawNames, of: { law: text, article: text, item: text }, group: (words) => words.basis.basis });
put('basis', '/basis/grounds', {
  names: (words) => words.basis,
  of: {
    'why/*': (value) => (Object.hasOwn(groundWords, String(value)) ? groundWords[value as GroundId] : String(value)),
    reason: text,
    consent: text,
  },
  group: (words) => words.basis.grounds,
});
put('basis', '/basis', { names: (words) => words.basis, of: { 'askAgain/from': day, 'askAgain/notBecause': text } });
put('basis', '/basis/members/*', { names: desk, of: { name: text, agency: text }, group: (words) => words.basis.members });
put('basis', '/person/consent', {
  names: (words) => words.consent,
  of: { record: text, seq: text, hash: text },
});
put('basis', '/household/members/*/consent', {
  names: (words) => words.consent,
  of: { record: text, seq: text, hash: text },
  group: (words) => words.household.members,
});

const byPath: ReadonlyMap<string, Field> = new Map(fields.map((field) => [field.path, field]));

/** Of what no name is known here (a newer version's field): its section by the part of the sheet it is in, and its path as its name. */
const sectionOfPart: ReadonlyMap<string, SectionId> = new Map(
  [...fields].reverse().map(({ path, section }) => [path.split('/')[1]!, section]),
);

/** The field at a place of a sheet. `path`: the parts of its pointer, numbers for places in lists. */
export function fieldAt(path: readonly (string | number)[]): Field {
  const pattern = path.map((part) => `/${typeof part === 'number' ? '*' : part}`).join('');
  return (
    byPath.get(pattern) ?? {
      path: pattern,
      section: sectionOfPart.get(String(path[0])) ?? 'basis',
      block: 1000,
      place: 0,
      label: () => path.map((part) => (typeof part === 'number' ? part + 1 : part)).join(' '),
      show: text,
      technical: true,
    }
  );
}
