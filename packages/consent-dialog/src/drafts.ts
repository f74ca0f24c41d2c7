/** The events that an answer becomes, before they are chained. No DOM. */
import type { CellDecision, ConsentDraft, ConsentEvent, NoticeText, RequestDraft, Signature } from '@tsunagu/schema/consent';
import { expressedOf, isYes, reAskAfterOf, reasonOf, workerOf, type Answers, type Worker } from './answers.js';
import { cellsOf, type Chosen } from './choices.js';
import type { AnswerKind } from './locales/messages.js';

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
  kind: Exclude<AnswerKind, 'withdrawn'>,
  { asked, chosen, notice }: { asked: RequestDraft; chosen: CellDecision[] | undefined; notice: string },
  { answers, worker, at, signature }: Said & { signature?: Signature | undefined },
): ConsentDraft {
  const writtenBy = workerOf(worker);
  const expressed = expressedOf(kind, answers, worker, signature);
  const reAskAfter = reAskAfterOf(answers.reAsk, at);
  const head = { at: at.toISOString(), ...(writtenBy && { writtenBy }), ...(expressed && { expressed }) };
  if (kind === 'deferred') return { type: 'deferred', ...head, ...(reAskAfter && { reAskAfter }) };
  const reason = reasonOf(answers.reason);
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
  const reason = reasonOf(answers.reason);
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
