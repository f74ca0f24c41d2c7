/** A plain HTML form sends flat fields; this puts them together, for a page on which no script runs. */
import { consultationVersion } from './limits.js';
import { tidyAge, tidyBirthDate, tidyEmail, tidyKana, tidyLine, tidyPhone, tidyText, tidyTown, type Tidied } from './tidy.js';

type Read = (text: string) => Tidied<string | number>;

const choice: Read = (text) => tidyLine(text);
const line: Read = (text) => tidyLine(text);
const several: Read = (text) => tidyText(text);

/** Each field of a plain form, by its path in the consultation; `[]` takes several of the same name. */
const fields: Readonly<Record<string, Read>> = {
  language: choice,
  'about.who': choice,
  'about.role': choice,
  'about.relation': line,
  'about.awareness': choice,
  'topics[]': choice,
  mainTopic: choice,
  words: several,
  since: choice,
  urgency: choice,
  'contact.mode': choice,
  'contact.nickname': line,
  'contact.ways[]': choice,
  'contact.phone': tidyPhone,
  'contact.email': tidyEmail,
  'contact.fax': tidyPhone,
  'contact.address': several,
  'contact.safeCall.voicemail': choice,
  'contact.safeCall.callerName': choice,
  'contact.safeCall.callerNameText': line,
  'contact.safeCall.times[]': choice,
  'contact.safeCall.never': several,
  'needs.ids[]': choice,
  'needs.language': line,
  'needs.note': several,
  'person.name': line,
  'person.kana': tidyKana,
  'person.birthDate': (text) => tidyBirthDate(text),
  'person.ageBand': choice,
  'person.town': tidyTown,
  'window.id': choice,
  'window.name': line,
};

/** Parts of a household member, in fields like `person.household.0.age`. */
const memberFields: Readonly<Record<string, Read>> = { relation: choice, age: tidyAge, note: line };

/** The names of a plain form's fields; a list takes its name several times, a household member is `person.household.0.relation` and so on. */
export const fieldNames: readonly string[] = [
  ...Object.keys(fields).map((name) => name.replace('[]', '')),
  ...Object.keys(memberFields).map((name) => `person.household.0.${name}`),
];

interface Branch {
  [name: string]: Value | undefined;
}
type Value = string | number | Value[] | Branch;

const lookUp = <Found>(table: Readonly<Record<string, Found>>, name: string): Found | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/**
 * A consultation from the entries of a form (`new URLSearchParams(body)`, a `FormData` of text), to be judged by `parseConsultation`.
 *
 * Field names are paths (`contact.phone`); unknown ones are left out, empty ones too. Input is tidied; what is not understood stays as it was
 * typed, so that the door can say where. What follows from the rest is filled in: the version, the worst topic among the topics, and for somebody
 * who left a number or address without saying how to be reached, the way and the mode. Never throws.
 */
export function consultationFromFields(entries: Iterable<readonly [string, unknown]>): Record<string, unknown> {
  const consultation: Branch = { schemaVersion: consultationVersion, language: 'ja' };
  const members = new Map<string, Branch>();
  for (const [name, text] of entries) {
    if (typeof text !== 'string' || text.trim() === '') continue;
    const [, index, part] = /^person\.household\.(\d{1,3})\.(\w+)$/.exec(name) ?? [];
    const single = part === undefined ? lookUp(fields, name) : lookUp(memberFields, part);
    const read = single ?? lookUp(fields, `${name}[]`);
    if (!read) continue;
    const { value = text.trim() } = read(text);
    if (index !== undefined && part !== undefined) {
      members.set(index, { ...members.get(index), [part]: value });
      continue;
    }
    const path = name.split('.');
    const last = path.pop()!;
    const branch = path.reduce<Branch>((at, step) => (at[step] ??= {}) as Branch, consultation);
    if (single) branch[last] = value;
    else ((branch[last] ??= []) as Value[]).push(value);
  }
  if (members.size) {
    const household = [...members].sort(([a], [b]) => Number(a) - Number(b)).map(([, member]) => member);
    consultation.person = { ...(consultation.person as Branch | undefined), household };
  }
  return settle(consultation);
}

/** Fills in what follows from the rest. */
function settle(consultation: Branch): Branch {
  const { mainTopic, topics = [] } = consultation;
  if (mainTopic !== undefined && Array.isArray(topics) && !topics.includes(mainTopic)) consultation.topics = [...topics, mainTopic];
  const contact = consultation.contact as Branch | undefined;
  if (!contact) return consultation;
  const given = [
    contact.phone !== undefined && 'phone',
    contact.email !== undefined && 'email',
    contact.fax !== undefined && 'fax',
    contact.address !== undefined && 'letter',
  ].filter((way) => way !== false);
  if (contact.ways === undefined && given.length) contact.ways = given;
  const named = (consultation.person as Branch | undefined)?.name !== undefined;
  contact.mode ??= named ? 'named' : given.length || contact.nickname !== undefined ? 'nickname' : 'anonymous';
  return consultation;
}
