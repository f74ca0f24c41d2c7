import type { Language } from '@tsunagu/core';
import type { Answers, Field, MemberAnswer } from '../answers.js';
import type { FormMessages } from '../locales/messages.js';
import type { Problem } from '../to-consultation.js';

/** What the parts of the form show, and how they tell it what happens. */
export interface FormView {
  messages: FormMessages;
  lang: Language;
  furigana: boolean;
  answers: Answers;
  problems: readonly Problem[];
  /** The worries offered: national and the city's own. */
  topics: readonly { id: string; label: string }[];
  /** Changes who lives together; `typing`: nothing is drawn. */
  members: (change: (members: readonly MemberAnswer[]) => readonly MemberAnswer[], typing?: boolean) => void;
}

/** The sentence of a problem. */
export const problemText = ({ problems }: FormMessages, { field, code }: Problem): string =>
  problems[`${field}.${code}`] ?? problems[code] ?? problems.characters;

/** The choices of a question with their words. */
export function optionsOf(field: Field, { topics, messages, answers }: FormView): { id: string; label: string }[] {
  if (field.name === 'topics') return [...topics];
  if (field.name === 'mainTopic') return topics.filter(({ id }) => answers.topics.includes(id));
  const words = messages.options[field.name as keyof FormMessages['options']];
  return (field.options ?? []).map((id) => ({ id, label: words[id] ?? id }));
}
