/** What is asked around a decision, as it is written: who says it, how, with whose help. `said.ts` makes of it what a record holds. */
import type { Expresser, Method } from '@tsunagu/schema/consent';
import type { AnswerKind, NewEnd, ReAsk } from './locales/messages.js';
import { tidyLine } from './names.js';

export type Representative = Exclude<Expresser, 'self' | 'supported'>;

/** Fields as they are written; empty until somebody writes. Nothing is chosen beforehand. */
export interface Answers {
  by: '' | 'self' | 'supported' | 'somebody';
  representative: '' | Representative;
  representativeName: string;
  authority: string;
  support: string;
  how: '' | Method;
  explainedBy: string;
  witness: string;
  witnessRole: string;
  language: string;
  name: string;
  paper: string;
  until: string;
  reAsk: '' | ReAsk;
  /** Until when, where the end is chosen anew; the day of `date`. */
  ends: '' | NewEnd;
  newEnd: string;
  /** What is taken back: `all`, `agency <id>`, `item <id>`, `cells`. */
  scope: string;
  /** Why, for a refusal of all or for taking back. */
  reason: string;
}

export const noAnswers: Answers = {
  by: '',
  representative: '',
  representativeName: '',
  authority: '',
  support: '',
  how: '',
  explainedBy: '',
  witness: '',
  witnessRole: '',
  language: '',
  name: '',
  paper: '',
  until: '',
  reAsk: '',
  ends: '',
  newEnd: '',
  scope: '',
  reason: '',
};

/** Is it the name of a field? */
export const isAnswer = (name: string | undefined): name is keyof Answers => name !== undefined && Object.hasOwn(noAnswers, name);

export interface Worker {
  name?: string;
  /** The desk's id, or its name. */
  section?: string;
}

/** Characters (UTF-16) of a line and of a note, as fields take them. */
export const lineLength = 100;
export const noteLength = 400;

/** A line and a note as they are kept. */
export const lineOf = (text: string): string => tidyLine(text.slice(0, lineLength), { most: lineLength });
export const noteOf = (text: string): string => tidyLine(text.slice(0, noteLength), { most: noteLength });

/** Is it a yes? Only a yes needs more than a word. */
export const isYes = (kind: AnswerKind): boolean => kind === 'given' || kind === 'partly' || kind === 'renewed';
