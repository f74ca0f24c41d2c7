/**
 * What the person has filled in, exactly as typed. It becomes a consultation only when it is sent: until then nothing is corrected,
 * shortened or judged, so that going back never shows other words than their own.
 */
import {
  ageBands,
  awareness,
  callerNames,
  callTimes,
  contactModes,
  contactWays,
  limits,
  needIds,
  relations,
  sinceWhen,
  supporterRoles,
  urgencies,
  aboutWho,
} from '@tsunagu/schema/consultation';

export interface MemberAnswer {
  relation: string;
  age: string;
  note: string;
}

export type TextName =
  | 'relation'
  | 'words'
  | 'nickname'
  | 'name'
  | 'kana'
  | 'phone'
  | 'email'
  | 'fax'
  | 'address'
  | 'callerNameText'
  | 'never'
  | 'language'
  | 'needsNote'
  | 'birth'
  | 'town';
export type ChoiceName = 'who' | 'role' | 'awareness' | 'mainTopic' | 'since' | 'urgency' | 'mode' | 'voicemail' | 'callerName' | 'ageBand';
export type ListName = 'topics' | 'ways' | 'times' | 'needs';
export type FieldName = TextName | ChoiceName | ListName | 'household';

export type Answers = Record<TextName, string> &
  Record<ChoiceName, string> &
  Record<ListName, readonly string[]> & { household: readonly MemberAnswer[] };

export const stepNames = ['who', 'worry', 'reply', 'more'] as const;
export type StepName = (typeof stepNames)[number];

/** One question. `when` says whether it is asked, given the answers so far. */
export interface Field {
  name: FieldName;
  kind: 'radio' | 'checks' | 'line' | 'area' | 'household';
  /** Ids of the choices; the topics come from the city. */
  options?: readonly string[];
  when?: (answers: Answers) => boolean;
  /** The `autocomplete` token; own words and safety notes are never offered to the browser's memory. */
  autocomplete?: string;
  inputmode?: 'tel' | 'email' | 'numeric';
  most?: number;
}

const others = ({ who }: Answers): boolean => who === 'family' || who === 'neighbour' || who === 'supporter';
const reachable = ({ mode }: Answers): boolean => mode === 'nickname' || mode === 'named';
const by =
  (way: string) =>
  (answers: Answers): boolean =>
    reachable(answers) && answers.ways.includes(way);
const byPhone = by('phone');

const line = (name: FieldName, more: Partial<Field> = {}): Field => ({ name, kind: 'line', most: limits.line, ...more });
const radio = (name: FieldName, options: readonly string[], when?: Field['when']): Field => ({ name, kind: 'radio', options, when });
const checks = (name: FieldName, options: readonly string[], when?: Field['when']): Field => ({ name, kind: 'checks', options, when });

/** All questions, in the order of the national sheet as far as a person in need can follow it. */
export const fields: Readonly<Record<StepName, readonly Field[]>> = {
  who: [
    radio('who', aboutWho),
    radio('role', supporterRoles, ({ who }) => who === 'supporter'),
    line('relation', { when: others }),
    radio('awareness', awareness, others),
  ],
  worry: [
    checks('topics', []),
    radio('mainTopic', [], ({ topics }) => topics.length > 1),
    { name: 'words', kind: 'area', most: limits.words },
    radio('since', sinceWhen),
    radio('urgency', urgencies),
  ],
  reply: [
    radio('mode', contactModes),
    line('nickname', { when: ({ mode }) => mode === 'nickname' }),
    line('name', { when: ({ mode }) => mode === 'named', autocomplete: 'name' }),
    line('kana', { when: ({ mode }) => mode === 'named' }),
    checks('ways', contactWays, reachable),
    line('phone', { when: byPhone, autocomplete: 'tel', inputmode: 'tel' }),
    line('email', { when: by('email'), autocomplete: 'email', inputmode: 'email', most: 254 }),
    line('fax', { when: by('fax'), inputmode: 'tel' }),
    line('address', { when: by('letter'), autocomplete: 'street-address', most: 300 }),
    radio('voicemail', ['yes', 'no'], byPhone),
    radio('callerName', callerNames, byPhone),
    line('callerNameText', {
      when: (answers) => byPhone(answers) && (answers.callerName === 'person' || answers.callerName === 'other'),
    }),
    checks('times', callTimes, byPhone),
    { name: 'never', kind: 'area', most: limits.note, when: byPhone },
  ],
  more: [
    checks('needs', needIds),
    line('language', { when: ({ needs }) => needs.includes('interpreter') }),
    { name: 'needsNote', kind: 'area', most: limits.note },
    radio('ageBand', ageBands),
    line('birth', { when: ({ mode }) => mode === 'named' }),
    line('town'),
    { name: 'household', kind: 'household' },
  ],
};

/** Nothing is filled in. */
export const noAnswers = (): Answers =>
  Object.fromEntries(
    stepNames.flatMap((step) => fields[step].map(({ name, kind }) => [name, kind === 'checks' || kind === 'household' ? [] : ''])),
  ) as unknown as Answers;

export { relations };

/** The questions of a step that are asked, given the answers. What is no longer asked keeps its answer, but is not sent. */
export const asked = (step: StepName, answers: Answers): Field[] => fields[step].filter(({ when }) => when?.(answers) ?? true);

/** Has anything been filled in at all? */
export const isEmpty = (answers: Answers): boolean => Object.values(answers).every((value) => value.length === 0);
