/** From answers as typed to a consultation as sent, and back. What could not be understood is told by field; the answers stay untouched. */
import { consultationVersion, limits, reachedBy, saysSomething, type Consultation } from '@tsunagu/schema/consultation';
import { tidyAge, tidyBirthDate, tidyEmail, tidyKana, tidyLine, tidyPhone, tidyText, type Tidied } from '@tsunagu/schema/consultation/tidy';
import { asked, fields, noAnswers, stepNames, type Answers, type FieldName, type MemberAnswer, type StepName } from './answers.js';

/** Something to look at again: which question, and why. The words are in the locale's `problems`. */
export interface Problem {
  step: StepName;
  field: FieldName;
  code: string;
  /** Only to be looked at again (gmai.com): told once for this text, then the person is right. */
  soft?: string;
}

export interface Writing {
  /** BCP 47 tag of the words that were read. */
  language: string;
  window?: { id: string; name?: string };
  /** Today in Asia/Tokyo, `YYYY-MM-DD`. */
  today: string;
}

type Draft = { -readonly [Key in keyof Consultation]: Consultation[Key] };

/** How a typed line becomes what is sent. */
const tidiers: Partial<Record<FieldName, (text: string, today?: string) => Tidied>> = {
  phone: tidyPhone,
  fax: tidyPhone,
  email: tidyEmail,
  kana: tidyKana,
  birth: tidyBirthDate,
};

/** Texts of several lines. */
const several = new Set<FieldName>(['words', 'address', 'never', 'needsNote']);
/** Lengths were looked at before, as typed. */
const longest = 5000;

/** What is wrong with the questions of one step, in their order. */
export function problemsOf(step: StepName, answers: Answers, today: string): Problem[] {
  const problems: Problem[] = [];
  for (const { name, most } of asked(step, answers)) {
    const value = answers[name];
    const tell = (code: string, soft?: string): void => void problems.push({ step, field: name, code, ...(soft && { soft }) });
    if (name === 'household') {
      if (answers.household.some(({ age }) => age.trim() && tidyAge(age).value === undefined)) tell('age');
    } else if (typeof value === 'string') {
      const text = value.trim();
      const owed = Object.entries(reachedBy).some(([way, field]) => field === name && answers.ways.includes(way));
      const tidied = text && tidiers[name]?.(text, today);
      if (!text && owed) tell('needed');
      else if (most && text.length > most) tell('too-long');
      else if (tidied && tidied.doubt === 'slip') tell('slip', text);
      else if (tidied && tidied.value === undefined) tell(tidied.doubt);
    }
  }
  if (step === 'worry') {
    const { length } = answers.topics;
    // The one thing that is asked for: a worry or some words. A city may offer more worries than a desk takes.
    const code = length > limits.topics ? 'too-many' : !length && !saysSomething(answers.words) && 'nothing';
    if (code) problems.push({ step, field: 'topics', code });
  }
  return problems;
}

export const allProblems = (answers: Answers, today: string): Problem[] => stepNames.flatMap((step) => problemsOf(step, answers, today));

/** A text answer as it will be sent; undefined when there is none. */
export function sentText(name: FieldName, value: string, today?: string): string | undefined {
  if (!value.trim()) return undefined;
  const tidied = tidiers[name]?.(value, today);
  // A likely slip was asked about; what the person then leaves is theirs.
  if (tidied?.doubt === 'slip') return value.normalize('NFKC').trim();
  return (tidied ?? (several.has(name) ? tidyText(value) : tidyLine(value, longest))).value;
}

/** The consultation to send; call only when {@link allProblems} is empty. Nothing that was not asked or left out is in it. */
export function toConsultation(answers: Answers, { language, window, today }: Writing): Consultation {
  const open = new Set(stepNames.flatMap((step) => asked(step, answers).map(({ name }) => name)));
  const text = (name: FieldName): string | undefined => {
    const value = answers[name];
    return open.has(name) && typeof value === 'string' ? sentText(name, value, today) : undefined;
  };
  const list = (name: FieldName): string[] | undefined => {
    const value = answers[name];
    return open.has(name) && Array.isArray(value) && value.length ? [...(value as string[])] : undefined;
  };
  // A name is of who writes: the person it is about only when they write for themselves.
  const own = answers.who === 'self';
  const names = { name: text('name'), kana: text('kana') };
  const consultation = {
    schemaVersion: consultationVersion,
    language,
    about: some({ who: text('who'), role: text('role'), relation: text('relation'), awareness: text('awareness') }),
    topics: list('topics'),
    mainTopic: answers.topics.includes(answers.mainTopic) ? text('mainTopic') : undefined,
    words: text('words'),
    since: text('since'),
    urgency: text('urgency'),
    contact: some({
      mode: text('mode'),
      nickname: text('nickname'),
      ...(own ? {} : names),
      ways: list('ways'),
      phone: text('phone'),
      email: text('email'),
      fax: text('fax'),
      address: text('address'),
      safeCall: some({
        voicemail: text('voicemail'),
        callerName: text('callerName'),
        callerNameText: text('callerNameText'),
        times: list('times'),
        never: text('never'),
      }),
    }),
    needs: some({ ids: list('needs'), language: text('language'), note: text('needsNote') }),
    person: some({
      ...(own ? names : {}),
      birthDate: text('birth'),
      ageBand: text('ageBand'),
      town: text('town'),
      household: members(answers.household),
    }),
    window,
  };
  return some(consultation) as unknown as Draft;
}

/** The rows in which something stands. */
export const toldMembers = (household: readonly MemberAnswer[]): readonly MemberAnswer[] =>
  household.filter(({ relation, age, note }) => relation || age.trim() || note.trim());

function members(household: readonly MemberAnswer[]): object[] | undefined {
  const told = toldMembers(household);
  if (!told.length) return undefined;
  return told.map(({ relation, age, note }) => {
    const tidied = tidyAge(age.trim());
    return some({ relation: relation || 'other', age: tidied.value, note: sentText('household', note) })!;
  });
}

/** The object without what is not there; nothing at all when nothing is. */
function some<Value extends object>(value: Value): Value | undefined {
  const there = Object.entries(value).filter(([, each]) => each !== undefined);
  return there.length ? (Object.fromEntries(there) as Value) : undefined;
}

/** A consultation back into the form (a host's value). What is no answer is left out. Never throws on what JSON can hold. */
export function fromConsultation(consultation: Partial<Consultation>): Answers {
  const { about, contact, needs, person } = consultation;
  const flat: Record<string, unknown> = {
    ...about,
    ...consultation,
    ...contact,
    ...contact?.safeCall,
    ...person,
    needs: needs?.ids,
    language: needs?.language,
    needsNote: needs?.note,
    birth: person?.birthDate,
  };
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
  const answers = Object.entries(noAnswers()).map(([name, none]) => [
    name,
    Array.isArray(none) ? list(flat[name]).filter((id) => typeof id === 'string') : text(flat[name]),
  ]);
  const household = list(person?.household).map((member): MemberAnswer => {
    const { relation, age, note } = Object(member) as Record<string, unknown>;
    return { relation: text(relation), age: typeof age === 'number' ? String(age) : '', note: text(note) };
  });
  return { ...Object.fromEntries(answers), household } as Answers;
}

/** The step a question is in. */
export const stepOf = (name: FieldName): StepName => stepNames.find((step) => fields[step].some((field) => field.name === name))!;
