/** One line for each section, shown while it is closed; empty where nothing is written. No DOM. */
import { assessmentAreas, type ReferralSheet } from '@tsunagu/schema/referral';
import type { SectionId } from '@tsunagu/schema/referral/words';
import type { EditMessages } from '../locales/edit.messages.js';
import { memberTitle, quoted, type Said } from './contents.js';
import { choiceName } from './names.js';
import type { WrittenBasis } from './basis.js';

/** The sections that the sender fills, in their order; the reply is the receiver's. */
export const writtenSections = [
  'head',
  'words',
  'worries',
  'household',
  'heard',
  'done',
  'request',
  'care',
  'basis',
] as const satisfies readonly SectionId[];
export type WrittenSection = (typeof writtenSections)[number];

type Words = Pick<EditMessages, 'assessed' | 'supportersOf' | 'stepsOf' | 'attachmentsOf'>;

const long = 44;
const own = (text: string | undefined): string[] => (text === undefined ? [] : [quoted(text, long)]);
const counted = (list: readonly unknown[] | undefined, say: (count: number) => string): string[] =>
  list?.length ? [say(list.length)] : [];

function partsOf(section: WrittenSection, sheet: ReferralSheet, said: Said, messages: Words): string[] {
  const { words, texts } = said;
  const choice = (pattern: string, id: string | undefined): string[] => (id === undefined ? [] : [choiceName(words, pattern, id) ?? id]);
  switch (section) {
    case 'head': {
      const { name, birthDate, ageBand, town, address, phones } = sheet.person;
      const born = birthDate === undefined ? choice('/person/ageBand', ageBand) : [texts.birthDate(birthDate)];
      const parts = [...own(name), ...born, ...own(town ?? address), ...own(phones?.[0])];
      return parts.length ? parts : choice('/about/who', sheet.about?.who);
    }
    case 'words':
      return [...own(sheet.words), ...(sheet.words === undefined ? [...own(sheet.wishes), ...own(sheet.refuses)] : [])];
    case 'worries': {
      const { topics = [], mainTopic } = sheet;
      const named = [...topics].sort((a, b) => Number(b === mainTopic) - Number(a === mainTopic));
      return [...named.map((id) => `${id === mainTopic ? '◎' : '○'}${said.topic(id)}`), ...choice('/since', sheet.since)];
    }
    case 'household': {
      const { size, members = [], note } = sheet.household ?? {};
      const people = members.map((_member, index) => memberTitle(sheet, index, said));
      return [...(size === undefined ? [] : [texts.people(size)]), ...people, ...(members.length ? [] : own(note))];
    }
    case 'heard': {
      const { situation, assessment } = sheet;
      const seen = assessmentAreas.filter((area) => assessment?.[area] !== undefined);
      return [...own(situation), ...counted(seen, messages.assessed), ...(situation === undefined ? own(assessment?.view) : [])];
    }
    case 'done':
      return [
        ...counted(sheet.supporters, messages.supportersOf),
        ...counted(sheet.done, messages.stepsOf),
        ...counted(sheet.attachments, messages.attachmentsOf),
      ];
    case 'request': {
      const { ids = [], text } = sheet.request ?? {};
      return [...ids.flatMap((id) => choice('/request/ids/*', id)), ...own(text)];
    }
    case 'care': {
      const { contact, safety, needs } = sheet;
      return [
        ...(safety?.dangers ?? []).flatMap((id) => choice('/safety/dangers/*', id)),
        ...own(safety?.note),
        ...own(contact?.safeCall?.never),
        ...(contact?.ways ?? []).flatMap((id) => choice('/contact/ways/*', id)),
        ...own(contact?.phone),
        ...(needs?.ids ?? []).flatMap((id) => choice('/needs/ids/*', id)),
        ...own(needs?.note),
      ];
    }
    case 'basis': {
      const basis = sheet.basis as WrittenBasis;
      return [...choice('/basis/kind', basis.kind), ...(basis.kind === 'anonymous-advice' ? own(basis.summary) : [])];
    }
  }
}

/** At most so many things in a line. */
const most = 5;

/** `sheet` is the one being written: what is not finished counts as written. */
export function summaryOf(section: WrittenSection, sheet: ReferralSheet, said: Said, messages: Words): string {
  const all = partsOf(section, sheet, said, messages).filter(Boolean);
  // In a list a sentence stands without its full stop.
  const parts = all.length > 1 ? all.map((part) => part.replace(/。$/, '')) : all;
  return parts.length > most ? `${said.texts.list(parts.slice(0, most))}…` : said.texts.list(parts);
}

/** Sections in which nothing is written yet. An offer, never an error. */
export const emptySections = (sheet: ReferralSheet, said: Said, messages: Words): WrittenSection[] =>
  writtenSections.filter((section) => summaryOf(section, sheet, said, messages) === '');
