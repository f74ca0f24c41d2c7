/**
 * Writing it down: the question and what was said to it become the next events of the record, by the schema's own rules. Fetched once the first page is
 * on the screen. No DOM.
 */
import {
  appendEvent,
  consentState,
  freezeNotice,
  withdrawalReach,
  type AppendRefusal,
  type AppendRefusalCode,
  type AppendResult,
  type CellDecision,
  type ConsentDraft,
  type ConsentEvent,
  type NoticeText,
  type RequestDraft,
} from '@tsunagu/schema/consent';
import { isYes, type Answers } from './answers.js';
import type { Cell } from './cell.js';
import { answerDraft, narrowDraft, questionDraft, renewalDraft, withdrawalDraft } from './drafts.js';
import type { Given, Outcome } from './given.js';
import type { AnswerKind, Hindrance } from './locales/messages.js';
import type { Signed } from './parts/signature.js';
import { momentOf } from './question.js';

export { endProblems, newPeriod, problemsOf } from './said.js';

/** What a refusal to write means for whoever is at the screen. */
export const hindranceOf: Readonly<Record<AppendRefusalCode, Hindrance>> = {
  broken: 'broken',
  move: 'move',
  'too-early': 'too-early',
  future: 'clock',
  order: 'clock',
  full: 'full',
  shape: 'request',
  outside: 'request',
  'not-shown': 'request',
};

/** Letters that are not taken for each other when they are read out (Crockford's). */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Sixty random bits that can be read out: `K7MF-3W9X-2Q8D`. */
function newRecordId(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte, index) => `${index && index % 4 === 0 ? '-' : ''}${letters[byte % 32]!}`).join('');
}

/** A question that is not in the record yet. */
export interface Question {
  asked: RequestDraft;
  read: NoticeText;
  /** When the dialog was opened. */
  openedAt: Date;
  byPerson: boolean;
}

/** The record with the question at its end. */
export function ask({ asked, read, openedAt, byPerson }: Question, { record, subject, worker, now }: Given): Promise<AppendResult> {
  const moment = momentOf(now, record);
  const last = Date.parse(record.at(-1)?.at ?? '') || 0;
  // When the dialog opened; a record that has grown since then only takes a later time.
  const at = new Date(Math.min(Math.max(openedAt.getTime(), last), moment.getTime()));
  const first = record.length ? undefined : { record: newRecordId(), subject };
  return appendEvent(record, questionDraft(asked, read, { worker, at, byPerson, first }), { now: moment });
}

/** What was said. */
export interface Saying {
  kind: AnswerKind;
  answers: Answers;
  /** What was read; needed for an answer. */
  read: NoticeText | undefined;
  asked: RequestDraft | undefined;
  /** The question, where it has to be written first. */
  question: Question | undefined;
  /** Cells that were chosen one by one, for an answer. */
  chosen: CellDecision[] | undefined;
  /** Cells that are taken back one by one. */
  dropped: readonly Cell[];
}

/** Writes it; the outcome, or why nothing was written. */
export async function write(saying: Saying, given: Given, signed: Signed | undefined): Promise<Outcome | AppendRefusal> {
  const { record, shipments, now } = given;
  const { kind } = saying;
  let grown: readonly ConsentEvent[] = record;
  if (saying.question) {
    const result = await ask(saying.question, given);
    if (!result.ok) return result.refusal;
    grown = result.events;
  }
  const moment = momentOf(now, record);
  const result = await appendEvent(grown, await draftOf(saying, given, { at: moment, signed }), { now: moment });
  if (!result.ok) return result.refusal;
  const { events } = result;
  const less = kind === 'withdrawn' || kind === 'narrowed';
  return {
    kind,
    record: events,
    events: events.slice(record.length),
    state: consentState(events, moment),
    ...(less && shipments && { reach: withdrawalReach(events, shipments, moment) }),
    ...(isYes(kind) && signed?.drawing && { drawing: signed.drawing }),
  };
}

async function draftOf(saying: Saying, { worker }: Given, { at, signed }: { at: Date; signed: Signed | undefined }): Promise<ConsentDraft> {
  const { kind, answers, dropped } = saying;
  const said = { answers, worker, at, signature: signed?.signature };
  if (kind === 'withdrawn') return withdrawalDraft(said);
  if (kind === 'narrowed') return narrowDraft(dropped, said);
  if (kind === 'renewed') return renewalDraft(said);
  const { hash: notice } = await freezeNotice(saying.read!);
  return answerDraft(kind, { asked: saying.asked!, chosen: saying.chosen, notice }, said);
}
