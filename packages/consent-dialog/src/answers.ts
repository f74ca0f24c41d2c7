/** What is asked around a decision: who says it, how, with whose help; what is missing before it can be recorded, and how a record holds it. */
import type { Expressed, Expresser, Method, Signature } from '@tsunagu/schema/consent';
import { tokyoParts } from '@tsunagu/schema/open-state';
import type { AnswerKind, AskedField, ReAsk } from './locales/messages.js';
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
  /** What is taken back: `all`, `agency <id>`, `item <id>`. */
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

const id = /^[a-z0-9][a-z0-9._-]{0,63}$/;
const line = (text: string): string => tidyLine(text.slice(0, lineLength), false, lineLength);
const note = (text: string): string => tidyLine(text.slice(0, noteLength), false, noteLength);

/** Is it a yes? Only a yes needs more than a word. */
export const isYes = (kind: AnswerKind): boolean => kind === 'given' || kind === 'partly';

/** The worker as a record holds them. */
export function workerOf({ name = '', section = '' }: Worker): { agency?: string; name?: string } | undefined {
  const agency = id.test(section) ? section : undefined;
  const said = line(agency ? name : `${section} ${name}`);
  return agency || said ? { ...(agency && { agency }), ...(said && { name: said }) } : undefined;
}

export interface Circumstances {
  /** Today in Japan, `YYYY-MM-DD`. */
  today: string;
  /** The last day that was asked for, where there is one. */
  last?: string | undefined;
  /** Is there a signature, typed or drawn, in the field for it? */
  signed?: boolean;
}

/** What is missing, in the order of the page. A no, a pause and taking back need nobody's name, witness or reason. */
export function problemsOf(kind: AnswerKind, answers: Answers, { today, last, signed }: Circumstances): AskedField[] {
  const problems: AskedField[] = [];
  const need = (there: unknown, field: AskedField): void => {
    if (!there) problems.push(field);
  };
  const { by, how } = answers;
  if (kind === 'withdrawn') need(answers.scope, 'scope');
  if (kind === 'deferred') return problems;
  need(by, 'by');
  if (by === 'somebody') need(answers.representative, 'representative');
  if (isYes(kind)) {
    if (by === 'somebody') need(note(answers.authority), 'authority');
    if (by === 'supported') need(note(answers.support), 'support');
  }
  need(how, 'how');
  if (!isYes(kind)) return problems;
  if (how === 'oral') {
    need(line(answers.explainedBy), 'explainedBy');
    need(line(answers.witness), 'witness');
  }
  const { until } = answers;
  if (until) need(/^\d{4}-\d\d-\d\d$/.test(until) && until >= today && (!last || until <= last), 'until');
  if (how === 'written') need(line(answers.paper), 'paper');
  if (how === 'electronic') need(signed || line(answers.name), 'name');
  return problems;
}

/** Who said it, and how; undefined while nobody has said who. `signature`: from the field for it. */
export function expressedOf(kind: AnswerKind, answers: Answers, worker: Worker, signature?: Signature): Expressed | undefined {
  const { by, how, representative } = answers;
  if (!by || !how || (by === 'somebody' && !representative)) return undefined;
  const somebody = by === 'somebody';
  const name = somebody ? line(answers.representativeName) : '';
  const authority = somebody ? note(answers.authority) : '';
  const support = by === 'supported' ? note(answers.support) : '';
  const explainer = line(answers.explainedBy);
  // The desk of whoever is signed in explains; another name may have been written over theirs.
  const explainedBy = explainer && { ...workerOf({ ...worker, name: '' }), name: explainer };
  const witness = line(answers.witness);
  const role = line(answers.witnessRole);
  const under = isYes(kind) ? signatureOf(answers, signature) : undefined;
  return {
    by: somebody ? (representative as Representative) : by,
    ...(name && { name }),
    ...(authority && { authority }),
    how,
    language: answers.language || 'ja',
    ...(explainedBy && { explainedBy }),
    ...(witness && { witness: { name: witness, ...(role && { role }) } }),
    ...(support && { support }),
    ...(under && { signature: under }),
  };
}

function signatureOf({ how, name, paper }: Answers, signature?: Signature): Signature | undefined {
  if (how === 'oral') return undefined;
  return how === 'written' ? { kind: 'paper', reference: line(paper) } : (signature ?? { kind: 'typed', name: line(name) });
}

/** The day (Asia/Tokyo) `YYYY-MM-DD` some months after another; the last day of a shorter month. */
export function monthsAfter(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}

/** From which day on one may ask again, as a record holds it. */
export const reAskAfterOf = (reAsk: Answers['reAsk'], now: Date): string | undefined =>
  !reAsk ? undefined : reAsk === 'never' ? 'never' : monthsAfter(tokyoParts(now).dateKey, reAsk === 'month' ? 1 : 3);

/** The reason as it is kept. */
export const reasonOf = note;
