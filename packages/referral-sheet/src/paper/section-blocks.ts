/** The blocks of each section: only what the sheet has, in the order of the screen. */
import { withoutRuby } from '@tsunagu/core';
import type { SectionId } from '@tsunagu/schema/referral/words';
import { assessmentAreas } from '@tsunagu/schema/referral';
import type { Fact, PaperBlock, PaperOptions } from './content.js';
import { ageAt, householdBlocks } from './household-blocks.js';

type Blocks = (options: PaperOptions) => PaperBlock[];

/** Somebody's text. */
const text = (label: string | undefined, value: string | undefined): PaperBlock[] =>
  value === undefined || value === '' ? [] : [{ kind: 'text', ...(label !== undefined && { label }), text: value }];
const fact = (label: string, value: string | undefined): Fact[] => (value === undefined || value === '' ? [] : [{ label, text: value }]);
/** One or several of our choices. */
const chosen = <Id extends string>(
  { messages }: PaperOptions,
  label: string,
  names: Readonly<Record<Id, string>>,
  ids: Id | readonly Id[] | undefined,
): Fact[] => {
  const list = ([] as Id[]).concat(ids ?? []).filter((id) => Object.hasOwn(names, id));
  return list.length ? [{ label, text: messages.list(list.map((id) => names[id])), ours: true }] : [];
};
const facts = (...lists: readonly Fact[][]): PaperBlock[] => {
  const all = lists.flat();
  return all.length ? [{ kind: 'facts', facts: all }] : [];
};

const blocksOf: Readonly<Record<SectionId, Blocks>> = {
  head: (options) => {
    const { sheet, words, messages, at } = options;
    const { person = {}, about = {}, source } = sheet;
    const { name, kana, birthDate, sex, ageBand, address, town, phones } = person;
    const { choices } = words;
    const age = birthDate === undefined ? undefined : ageAt(birthDate, at);
    const born =
      birthDate === undefined
        ? undefined
        : [messages.birth(birthDate), age === undefined ? '' : messages.age(age)].filter(Boolean).join(' ');
    return [
      ...facts(
        fact(words.person.name, name === undefined ? kana : kana === undefined ? name : messages.kana(name, kana)),
        fact(words.person.birthDate, born),
        birthDate === undefined ? chosen(options, words.person.ageBand, choices.ageBand, ageBand) : [],
        chosen(options, words.person.sex, choices.sex, sex),
        fact(words.person.phones, phones?.length ? messages.list(phones) : undefined),
        fact(words.person.address, address ?? town),
      ),
      ...facts(
        about.who === 'self' ? [] : chosen(options, words.about.who, choices.who, about.who),
        chosen(options, words.about.role, choices.role, about.role),
        fact(words.about.relation, about.relation),
        chosen(options, words.about.awareness, choices.awareness, about.awareness),
        fact(words.source.number, source?.number),
      ),
    ];
  },
  words: ({ sheet, words }) => [
    ...text(undefined, sheet.words),
    ...text(words.sheet.wishes, sheet.wishes),
    ...text(words.sheet.refuses, sheet.refuses),
  ],
  worries: (options) => {
    const { sheet, words, topics } = options;
    const { topics: marked = [], mainTopic } = sheet;
    const names = [...new Set([...(mainTopic === undefined ? [] : [mainTopic]), ...marked])].map(topics);
    return [
      ...(names.length ? [{ kind: 'marks' as const, main: mainTopic !== undefined, names }] : []),
      ...facts(
        chosen(options, words.sheet.since, words.choices.since, sheet.since),
        chosen(options, words.sheet.urgency, words.choices.urgency, sheet.urgency),
      ),
    ];
  },
  household: householdBlocks,
  heard: ({ sheet, words, messages }) => {
    const { basis, situation, assessment = {}, attachments = [] } = sheet;
    const summary = (basis as { summary?: string } | undefined)?.summary;
    const findings = assessmentAreas.flatMap((area): PaperBlock[] => {
      const { level, note } = assessment[area] ?? {};
      const said = level === undefined ? '' : words.choices.level[level];
      const label = said ? `${words.assessment[area]}（${said}）` : words.assessment[area];
      if (note) return text(label, note);
      return said ? [{ kind: 'note', text: messages.labelled(words.assessment[area], said) }] : [];
    });
    return [
      ...text(undefined, summary),
      ...text(undefined, situation),
      ...joinNotes(findings),
      ...text(words.assessment.view, assessment.view),
      ...text(
        words.sheet.attachments,
        messages.list(
          attachments.map(({ title, kind, place }) =>
            messages.with(title ?? '', [kind === undefined ? '' : words.choices.attachmentKind[kind], place].filter(Boolean) as string[]),
          ),
        ),
      ),
    ];
  },
  done: (options) => {
    const { sheet, words, messages } = options;
    const { done = [], supporters = [] } = sheet;
    return [
      ...done.flatMap(({ on, by, what }) =>
        text([on === undefined ? '' : messages.date(on), by ?? ''].filter(Boolean).join(' ') || undefined, what),
      ),
      ...text(
        words.sheet.supporters,
        messages.list(
          supporters.map(({ name, role, since, note }) => messages.with(name ?? '', [role, since, note].filter(Boolean) as string[])),
        ),
      ),
    ];
  },
  request: (options) => {
    const { sheet, words, messages } = options;
    const { ids, text: asked, by } = sheet.request ?? {};
    return [
      ...facts(
        chosen(options, words.request.ids, words.choices.request, ids),
        fact(words.request.by, by === undefined ? undefined : messages.date(by)),
      ),
      ...text(undefined, asked),
    ];
  },
  care: (options) => {
    const { sheet, words, messages } = options;
    const { contact = {}, needs = {}, safety = {}, language } = sheet;
    const { safeCall = {} } = contact;
    const { choices } = words;
    const as = chosen(options, words.safeCall.callerName, choices.callerName, safeCall.callerName);
    const { callerNameText: callAs } = safeCall;
    const caller =
      callAs === undefined
        ? as
        : fact(
            words.safeCall.callerName,
            messages.with(
              callAs,
              as.map((each) => withoutRuby(each.text)),
            ),
          );
    return [
      ...facts(
        chosen(options, words.safety.dangers, choices.danger, safety.dangers),
        chosen(options, words.contact.ways, choices.way, contact.ways),
        fact(words.contact.nickname, contact.nickname),
        fact(words.contact.name, contact.name),
        // Said once: a number of the person's own stands at the top.
        fact(words.contact.phone, sheet.person?.phones?.includes(contact.phone ?? '') ? undefined : contact.phone),
        fact(words.contact.email, contact.email),
        fact(words.contact.fax, contact.fax),
        chosen(options, words.safeCall.times, choices.callTime, safeCall.times),
        chosen(options, words.safeCall.voicemail, choices.voicemail, safeCall.voicemail),
        caller,
        chosen(options, words.needs.ids, choices.need, needs.ids),
        fact(words.needs.language, needs.language),
        language === undefined || language.startsWith('ja') ? [] : fact(words.sheet.language, language),
      ),
      ...text(words.contact.address, contact.address),
      ...text(words.safeCall.never, safeCall.never),
      ...text(words.needs.note, needs.note),
      ...text(words.safety.note, safety.note),
    ];
  },
  basis: ({ sheet, words, messages }) => {
    const { basis, person } = sheet;
    const { kind } = basis ?? {};
    const { record, hash } = person?.consent ?? {};
    if (kind === undefined) return [];
    const { basis: table } = words.choices;
    const recorded =
      kind === 'consent'
        ? [...fact(messages.record, record), ...fact(words.consent.hash, hash?.slice(0, 16).replace(/(.{4})(?=.)/g, '$1-'))]
        : [];
    return [
      { kind: 'facts', facts: [{ label: words.basis.kind, text: table[kind], ours: true }, ...recorded] },
      { kind: 'note', text: messages.basis[saysSomething(sheet) ? kind : 'nothing'] },
    ];
  },
  reply: () => [],
};

const heading = new Set([
  'schemaVersion',
  'id',
  'createdAt',
  'city',
  'from',
  'to',
  'coordinator',
  'purpose',
  'basis',
  'respondBy',
  'person',
  'request',
]);
const saysSomething = ({ basis, person, request, ...sheet }: PaperOptions['sheet']): boolean =>
  basis?.kind !== 'consent' ||
  Object.keys(sheet).some((key) => !heading.has(key)) ||
  Object.keys(person ?? {}).some((key) => key !== 'ref' && key !== 'consent') ||
  request?.text !== undefined;

/** Findings without a remark stand beside each other. */
function joinNotes(blocks: readonly PaperBlock[]): PaperBlock[] {
  const short = blocks.flatMap((block) => (block.kind === 'note' ? [block.text] : []));
  return [...(short.length ? [{ kind: 'note' as const, text: short.join('　') }] : []), ...blocks.filter(({ kind }) => kind !== 'note')];
}

export const sectionBlocks = (id: SectionId, options: PaperOptions): PaperBlock[] => blocksOf[id](options);
