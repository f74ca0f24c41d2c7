/** The sheet as sections and rows, in the order and with the numbers of paper and files. What is not there has no row. No DOM. */
import { localize } from '@tsunagu/schema/text';
import { sectionIds, sectionNumber, type SectionId } from '@tsunagu/schema/referral/view-words';
import { dayOf, momentOf, named } from '../parts/words.js';
import type { SheetView } from '../parts/view.js';

/** A text of ours, or with `own` what somebody wrote. `tel`: a number to call. */
export interface Value {
  text: string;
  own?: boolean;
  tel?: boolean;
  quiet?: boolean;
}

export interface Row {
  label: string;
  /** One entry each, of one value or several beside each other. */
  entries: Value[][];
  /** Long text, on lines of its own. */
  long?: boolean;
}

export interface Section {
  id: SectionId;
  number: number;
  title: string;
  rows: Row[];
  /** Worries as they were marked, the worst first. */
  topics?: { main: boolean; text: string }[];
  /** Rows under a heading of their own: one of the household. */
  groups: { title: string; rows: Row[] }[];
}

/** Empty, these still stand there: that nothing is written in them tells something. */
const always: readonly SectionId[] = ['words', 'worries', 'request', 'care'];

type Unsure = Readonly<Record<string, unknown>>;

const wrote = (value: unknown): Value[] =>
  (typeof value === 'string' && value.trim()) || typeof value === 'number' ? [{ text: String(value), own: true }] : [];
const number = (value: unknown): Value[] => wrote(value).map((phone) => ({ ...phone, tel: true }));
const ours = (text: string): Value[] => (text ? [{ text }] : []);
const listed = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
const object = (value: unknown): Unsure => Object(value) as Unsure;

/** Sections of the sheet, without the reply. */
export function sectionsOf({ value: { sheet }, texts, desks, lang }: SheetView): Section[] {
  const { names } = texts;
  const { choices } = names;
  const all = sheet as Unsure;
  const many = (label: string, entries: Value[][], long = false): Row[] => {
    const told = entries.filter((values) => values.length);
    return told.length ? [{ label, entries: told, ...(long && { long }) }] : [];
  };
  const row = (label: string, values: Value[], long?: boolean): Row[] => many(label, [values], long);
  const pick = (table: Readonly<Record<string, string>>, value: unknown): Value[] => ours(named(table, value));
  const picks = (table: Readonly<Record<string, string>>, value: unknown): Value[] =>
    ours(texts.list(listed(value).map((id) => named(table, id))));
  const yesNo = (table: Readonly<Record<string, string>>, value: unknown): Value[] =>
    typeof value === 'boolean' ? ours(table[value ? 'yes' : 'no']!) : pick(table, value);

  const topicName = (id: string): string => {
    const city = desks.directory?.topics?.find((topic) => topic.id === id)?.label;
    return city ? localize(city, lang) : named(texts.topics, id);
  };

  const identity = (words: typeof names.person | typeof names.member, who: Unsure): Row[] => [
    ...row(words.birthDate, typeof who.birthDate === 'string' ? ours(texts.birthDate(who.birthDate)) : []),
    ...row(words.sex, pick(choices.sex, who.sex)),
  ];

  const head = (): Row[] => {
    const { person: words, about: aboutWords, sheet: sheetWords, source: sourceWords } = names;
    const person = object(all.person);
    const about = object(all.about);
    const source = object(all.source);
    const name = [...wrote(person.name), ...wrote(person.kana)];
    return [
      ...row(words.name, name),
      ...identity(words, person),
      ...row(words.ageBand, person.birthDate ? [] : pick(choices.ageBand, person.ageBand)),
      ...row(words.address, wrote(person.address)),
      ...row(words.town, person.address ? [] : wrote(person.town)),
      ...many(words.phones, listed(person.phones).map(number)),
      ...row(sheetWords.about, [...pick(choices.who, about.who), ...pick(choices.role, about.role), ...wrote(about.relation)]),
      ...row(aboutWords.awareness, pick(choices.awareness, about.awareness)),
      ...row(sourceWords.number, wrote(source.number)),
      ...row(sourceWords.receivedAt, typeof source.receivedAt === 'string' ? ours(momentOf(source.receivedAt, texts)) : []),
    ];
  };

  const household = (): Pick<Section, 'rows' | 'groups'> => {
    const { household: words, member: memberWords } = names;
    const house = object(all.household);
    return {
      rows: [
        ...row(words.size, typeof house.size === 'number' ? ours(texts.people(house.size)) : []),
        ...row(words.note, wrote(house.note), true),
      ],
      groups: listed(house.members)
        .map(object)
        .map((member) => ({
          title: named(choices.relation, member.relation) || names.household.members,
          rows: [
            ...row(memberWords.name, [...wrote(member.name), ...wrote(member.kana)]),
            ...row(memberWords.age, typeof member.age === 'number' ? ours(texts.age(member.age)) : []),
            ...identity(memberWords, member),
            ...row(memberWords.together, yesNo(choices.together, member.together)),
            ...row(memberWords.work, wrote(member.work)),
            ...row(memberWords.health, wrote(member.health), true),
            ...row(memberWords.care, wrote(member.care), true),
            ...row(memberWords.note, wrote(member.note), true),
          ],
        })),
    };
  };

  const heard = (): Row[] => {
    const { assessment: words, attachment: attachmentWords } = names;
    const assessment = object(all.assessment);
    return [
      ...row(names.sheet.situation, wrote(all.situation), true),
      ...Object.entries(words).flatMap(([area, label]) => {
        if (area === 'view') return [];
        const { level, note } = object(assessment[area]);
        return row(label, [...pick(choices.level, level), ...wrote(note)]);
      }),
      ...row(words.view, wrote(assessment.view), true),
      ...listed(all.attachments)
        .map(object)
        .flatMap((each) =>
          row(texts.labelled(names.sheet.attachments, named(choices.attachmentKind, each.kind)), [
            ...wrote(each.title),
            ...(each.place ? [...ours(attachmentWords.place), ...wrote(each.place)] : []),
          ]),
        ),
    ];
  };

  const done = (): Row[] => [
    ...many(
      names.sheet.supporters,
      listed(all.supporters)
        .map(object)
        .map((each) => [...wrote(each.name), ...wrote(each.role), ...wrote(each.since), ...wrote(each.note)]),
    ),
    ...listed(all.done)
      .map(object)
      .flatMap((step) =>
        row(
          dayOf(step.on, texts.day) || names.step.what,
          [...wrote(step.what), ...wrote(step.by).map((by) => ({ ...by, quiet: true }))],
          true,
        ),
      ),
  ];

  const care = (): Row[] => {
    const { contact: words, safeCall: callWords, needs: needWords, safety: safetyWords } = names;
    const contact = object(all.contact);
    const call = object(contact.safeCall);
    const needs = object(all.needs);
    const safety = object(all.safety);
    return [
      ...row(safetyWords.dangers, picks(choices.danger, safety.dangers)),
      ...row(safetyWords.note, wrote(safety.note), true),
      ...row(callWords.never, wrote(call.never), true),
      ...row(callWords.voicemail, yesNo(choices.voicemail, call.voicemail)),
      ...row(callWords.callerName, [...pick(choices.callerName, call.callerName), ...wrote(call.callerNameText)]),
      ...row(callWords.times, picks(choices.callTime, call.times)),
      ...row(words.ways, picks(choices.way, contact.ways)),
      ...row(words.name, [...wrote(contact.name), ...wrote(contact.kana)]),
      ...row(words.nickname, wrote(contact.nickname)),
      ...row(words.phone, number(contact.phone)),
      ...row(words.email, wrote(contact.email)),
      ...row(words.fax, wrote(contact.fax)),
      ...row(words.address, wrote(contact.address)),
      ...row(needWords.ids, picks(choices.need, needs.ids)),
      ...row(needWords.language, wrote(needs.language)),
      ...row(needWords.note, wrote(needs.note), true),
    ];
  };

  const basis = (): Row[] => {
    const { basis: words } = names;
    const ground = object(all.basis);
    const grounds = object(ground.grounds);
    return [
      ...row(words.kind, pick(choices.basis, ground.kind)),
      ...(ground.kind === 'consent' ? row(names.person.consent, ours(texts.consentRecord(desks.name(sheet.from.agency)))) : []),
      ...row(words.summary, wrote(ground.summary), true),
      ...row(words.reason, wrote(grounds.reason), true),
      ...many(
        words.members,
        listed(ground.members).map((each) => wrote(object(each).name)),
      ),
      ...row(words.items, picks(names.items, ground.items)),
    ];
  };

  const request = object(all.request);
  const topics = listed(all.topics).filter((id): id is string => typeof id === 'string');
  const nothing = { rows: [], groups: [] };
  const parts: Readonly<Record<SectionId, Pick<Section, 'rows' | 'groups'>>> = {
    head: { rows: head(), groups: [] },
    words: {
      rows: [
        ...row(names.sheet.words, wrote(all.words), true),
        ...row(names.sheet.wishes, wrote(all.wishes), true),
        ...row(names.sheet.refuses, wrote(all.refuses), true),
      ],
      groups: [],
    },
    worries: {
      rows: [...row(names.sheet.since, pick(choices.since, all.since)), ...row(names.sheet.urgency, pick(choices.urgency, all.urgency))],
      groups: [],
    },
    household: household(),
    heard: { rows: heard(), groups: [] },
    done: { rows: done(), groups: [] },
    request: {
      rows: [
        ...row(names.request.ids, picks(choices.request, request.ids)),
        ...row(names.request.text, wrote(request.text), true),
        ...row(names.request.by, ours(dayOf(request.by, texts.day))),
      ],
      groups: [],
    },
    care: { rows: care(), groups: [] },
    basis: { rows: basis(), groups: [] },
    reply: nothing,
  };

  return sectionIds
    .filter((id) => id !== 'reply')
    .map((id): Section => ({
      id,
      number: sectionNumber(id),
      title: names.sections[id],
      ...parts[id],
      ...(id === 'worries' && {
        topics: [...topics]
          .sort((a, b) => Number(b === all.mainTopic) - Number(a === all.mainTopic))
          .map((topic) => ({ main: topic === all.mainTopic, text: topicName(topic) })),
      }),
    }))
    .filter(({ id, rows, groups, topics: marked }) => always.includes(id) || rows.length || groups.length || marked?.length);
}
