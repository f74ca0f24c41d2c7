/** The events that an answer becomes, before they are chained. No DOM. */
import type { CellDecision, ConsentDraft, ConsentEvent, NoticeText, RequestDraft, Signature } from '@tsunagu/schema/consent';
import { isYes, noteOf, type Answers, type Worker } from './answers.js';
import { cellsOf, type Cell } from './cell.js';
import type { Chosen } from './choices.js';
import type { QuestionAnswer } from './locales/messages.js';
import { expressedOf, newPeriod, reAskAfterOf, workerOf } from './said.js';

interface Said {
  answers: Answers;
  worker: Worker;
  at: Date;
}

/** The question. `read`: the explanation that is on the screen; it is frozen with the question unless it came with it. */
export function questionDraft(
  asked: RequestDraft,
  read: NoticeText,
  {
    worker,
    at,
    byPerson,
    first,
  }: {
    worker: Worker;
    at: Date;
    byPerson: boolean;
    first: { record: string; subject?: { ref: string; name?: string } | undefined } | undefined;
  },
): ConsentDraft {
  const notices = asked.notices ?? [];
  const isThere = notices.some(
    ({ text, version, language, variant }) =>
      text === read.text && version === read.version && language === read.language && variant === read.variant,
  );
  const writtenBy = workerOf(worker);
  return {
    type: 'requested',
    at: at.toISOString(),
    request: { ...asked, notices: isThere ? notices : [...notices, read], ...(byPerson && { startedBy: 'person' }) },
    ...(writtenBy && { writtenBy }),
    ...(first && { record: first.record, ...(first.subject && { subject: first.subject }) }),
  };
}

/** The answer to it. `chosen`: the cells somebody chose one by one; left out where one answer was given for all. `notice`: hash of what was read. */
export function answerDraft(
  kind: QuestionAnswer,
  { asked, chosen, notice }: { asked: RequestDraft; chosen: CellDecision[] | undefined; notice: string },
  { answers, worker, at, signature }: Said & { signature?: Signature | undefined },
): ConsentDraft {
  const writtenBy = workerOf(worker);
  const expressed = expressedOf(kind, answers, worker, signature);
  const reAskAfter = reAskAfterOf(answers.reAsk, at);
  const head = { at: at.toISOString(), ...(writtenBy && { writtenBy }), ...(expressed && { expressed }) };
  if (kind === 'deferred') return { type: 'deferred', ...head, ...(reAskAfter && { reAskAfter }) };
  const reason = noteOf(answers.reason);
  const whole = (decision: Chosen): CellDecision[] =>
    cellsOf(asked).map((cell) => ({ ...cell, decision, ...(reason && decision === 'refused' && { reason }) }));
  if (isYes(kind)) {
    const { until } = answers;
    const type = kind === 'given' ? 'given' : 'partly-given';
    return { type, ...head, notice, decisions: chosen ?? whole('given'), ...(until && { until }) } as ConsentDraft;
  }
  // Without decisions a refusal is one of all that was asked.
  const decisions = chosen ?? (reason ? whole('refused') : undefined);
  return { type: 'refused', ...head, notice, ...(decisions && { decisions }), ...(reAskAfter && { reAskAfter }) } as ConsentDraft;
}

export function withdrawalDraft({ answers, worker, at }: Said): ConsentDraft {
  const [axis, id] = answers.scope.split(' ') as [string, string | undefined];
  const writtenBy = workerOf(worker);
  const reason = noteOf(answers.reason);
  const reAskAfter = reAskAfterOf(answers.reAsk, at);
  const scope = (id === undefined ? { all: 'yes' } : { [axis]: id }) as Extract<ConsentEvent, { type: 'withdrawn' }>['scope'];
  return {
    type: 'withdrawn',
    at: at.toISOString(),
    ...(writtenBy && { writtenBy }),
    expressed: expressedOf('withdrawn', answers, worker),
    scope,
    ...(reason && { reason }),
    ...(reAskAfter && { reAskAfter }),
  } as ConsentDraft;
}

/** Single cells of what was given are taken back; the rest stands. */
export function narrowDraft(cells: readonly Cell[], { answers, worker, at }: Said): ConsentDraft {
  const writtenBy = workerOf(worker);
  const reason = noteOf(answers.reason);
  const reAskAfter = reAskAfterOf(answers.reAsk, at);
  return {
    type: 'narrowed',
    at: at.toISOString(),
    ...(writtenBy && { writtenBy }),
    expressed: expressedOf('narrowed', answers, worker),
    decisions: cells.map((cell): CellDecision => ({ ...cell, decision: 'refused', ...(reason && { reason }) })),
    ...(reAskAfter && { reAskAfter }),
  } as ConsentDraft;
}

/** A longer time for what is given. */
export function renewalDraft({ answers, worker, at, signature }: Said & { signature?: Signature | undefined }): ConsentDraft {
  const writtenBy = workerOf(worker);
  return {
    type: 'renewed',
    at: at.toISOString(),
    ...(writtenBy && { writtenBy }),
    expressed: expressedOf('renewed', answers, worker, signature),
    period: newPeriod(answers),
  } as ConsentDraft;
}
