/** What is missing before something can be recorded, and how a record holds who said it and how. No DOM. */
import type { Expressed, Period, Signature } from '@tsunagu/schema/consent';
import { tokyoParts } from '@tsunagu/schema/open-state';
import { isYes, lineOf, noteOf, type Answers, type Representative, type Worker } from './answers.js';
import type { AnswerKind, AskedField } from './locales/messages.js';

const id = /^[a-z0-9][a-z0-9._-]{0,63}$/;

/** The worker as a record holds them. */
export function workerOf({ name = '', section = '' }: Worker): { agency?: string; name?: string } | undefined {
  const agency = id.test(section) ? section : undefined;
  const said = lineOf(agency ? name : `${section} ${name}`);
  return agency || said ? { ...(agency && { agency }), ...(said && { name: said }) } : undefined;
}

export interface Circumstances {
  /** Today in Japan, `YYYY-MM-DD`. */
  today: string;
  /** The last day that was asked for, where there is one. */
  last?: string | undefined;
  /** Is there a signature, typed or drawn, in the field for it? */
  signed?: boolean;
  /** Is any cell chosen to be taken back, where they are chosen one by one? */
  dropped?: boolean;
}

const isDay = (day: string): boolean => /^\d{4}-\d\d-\d\d$/.test(day);

/** What is missing where the end is chosen anew. */
export const endProblems = ({ ends, newEnd }: Answers, today: string): AskedField[] =>
  !ends ? ['ends'] : ends === 'date' && !(isDay(newEnd) && newEnd >= today) ? ['newEnd'] : [];

/** The end that was chosen anew. */
export const newPeriod = ({ ends, newEnd }: Answers): Period => (ends === 'date' ? { until: 'date', date: newEnd } : { until: 'plan-end' });

/** What is missing, in the order of the page. A no, a pause and taking back need nobody's name, witness or reason. */
export function problemsOf(kind: AnswerKind, answers: Answers, { today, last, signed, dropped }: Circumstances): AskedField[] {
  const problems: AskedField[] = kind === 'renewed' ? endProblems(answers, today) : [];
  const need = (there: unknown, field: AskedField): void => {
    if (!there) problems.push(field);
  };
  const { by, how } = answers;
  if (kind === 'withdrawn') need(answers.scope, 'scope');
  if (kind === 'narrowed') need(dropped, 'scope');
  if (kind === 'deferred') return problems;
  need(by, 'by');
  if (by === 'somebody') need(answers.representative, 'representative');
  if (isYes(kind)) {
    if (by === 'somebody') need(noteOf(answers.authority), 'authority');
    if (by === 'supported') need(noteOf(answers.support), 'support');
  }
  need(how, 'how');
  if (!isYes(kind)) return problems;
  if (how === 'oral') {
    need(lineOf(answers.explainedBy), 'explainedBy');
    need(lineOf(answers.witness), 'witness');
  }
  const { until } = answers;
  if (until) need(isDay(until) && until >= today && (!last || until <= last), 'until');
  if (how === 'written') need(lineOf(answers.paper), 'paper');
  if (how === 'electronic') need(signed || lineOf(answers.name), 'name');
  return problems;
}

/** Who said it, and how; undefined while nobody has said who. `signature`: from the field for it. */
export function expressedOf(kind: AnswerKind, answers: Answers, worker: Worker, signature?: Signature): Expressed | undefined {
  const { by, how, representative } = answers;
  if (!by || !how || (by === 'somebody' && !representative)) return undefined;
  const somebody = by === 'somebody';
  const name = somebody ? lineOf(answers.representativeName) : '';
  const authority = somebody ? noteOf(answers.authority) : '';
  const support = by === 'supported' ? noteOf(answers.support) : '';
  const explainer = lineOf(answers.explainedBy);
  // The desk of whoever is signed in explains; another name may have been written over theirs.
  const explainedBy = explainer && { ...workerOf({ ...worker, name: '' }), name: explainer };
  const witness = lineOf(answers.witness);
  const role = lineOf(answers.witnessRole);
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
  return how === 'written' ? { kind: 'paper', reference: lineOf(paper) } : (signature ?? { kind: 'typed', name: lineOf(name) });
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
