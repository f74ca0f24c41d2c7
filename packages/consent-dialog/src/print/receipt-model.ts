/** What a receipt says, from the record alone. No DOM. */
import {
  consentState,
  withdrawalReach,
  type ConsentEvent,
  type ConsentRequest,
  type Expressed,
  type Holder,
  type Shipment,
} from '@tsunagu/schema/consent';
import { receiptCode } from './receipt-code.js';

export type Answered = 'given' | 'refused' | 'deferred' | 'asked';

/** One agency, and what was said about telling it; agencies with the same answers are one. */
export interface AnsweredAgency {
  agencies: string[];
  /** Items by answer, in the order asked. Everything that was asked with one answer: that answer alone. */
  items: Partial<Record<Answered, string[]>>;
  purposes: string[];
}

export interface ReceiptContent {
  kind: 'consent' | 'withdrawal';
  record: string;
  /** Instant (UTC) of the event it is for. */
  at: string;
  hash: string;
  /** For the QR. */
  code: string;
  askedBy?: ConsentRequest['askedBy'];
  expresser?: string;
  answers: AnsweredAgency[];
  /** How many items were asked for; an answer to all of them is said as one. */
  asked: number;
  /** The last day (Asia/Tokyo), the plan, or an event; absent when nothing was given. */
  until?: { date?: string; endsWith?: 'plan-end' | 'event'; event?: string };
  withdrawal: ConsentRequest['withdrawal'];
  /** What was taken back. */
  scope?: Extract<ConsentEvent, { type: 'withdrawn' }>['scope'];
  /** Who holds what already. Only of a withdrawal; undefined when nobody knows what was sent. */
  held?: Holder[];
}

const answeredAs: Readonly<Record<string, Answered>> = { given: 'given', refused: 'refused', deferred: 'deferred', asked: 'asked' };

/**
 * The receipt for the last event of a record (or for the one with `seq`); undefined for an empty record. `shipments`: what was sent to whom; absent
 * when that is not known, so that the receipt does not say that nobody holds anything.
 */
export function receiptOf(
  events: readonly ConsentEvent[],
  { seq, shipments }: { seq?: number; shipments?: readonly Shipment[] } = {},
): ReceiptContent | undefined {
  const known = [...events].sort((a, b) => a.seq - b.seq).filter((event) => seq === undefined || event.seq <= seq);
  const last = known.at(-1);
  if (!last) return undefined;
  const state = consentState(known, last.at);
  const request = known.findLast((event) => event.type === 'requested')?.request;
  const given = state.status === 'unknown' ? [] : state.cells.filter((cell) => cell.state === 'given');
  const days = given.flatMap(({ until }) => until ?? []).sort();
  const endsWith = given.find((cell) => cell.endsWith)?.endsWith;
  const event = request?.period.until === 'event' ? request.period.event : undefined;
  const expressed = 'expressed' in last ? (last.expressed as Expressed | undefined) : undefined;
  const withdrawal = last.type === 'withdrawn';
  return {
    kind: withdrawal ? 'withdrawal' : 'consent',
    record: last.record,
    at: last.at,
    hash: last.hash,
    code: receiptCode({ record: last.record, seq: last.seq, hash: last.hash }),
    ...(request?.askedBy && { askedBy: request.askedBy }),
    ...(expressed && { expresser: expressed.by }),
    answers: state.status === 'unknown' ? [] : answersOf(state.cells),
    asked: new Set(state.cells.map(({ item }) => item)).size,
    ...(given.length > 0 && {
      until: { ...(days[0] !== undefined && { date: days[0] }), ...(endsWith && { endsWith }), ...(event !== undefined && { event }) },
    }),
    withdrawal: request?.withdrawal ?? [],
    ...(withdrawal && { scope: last.scope }),
    ...(withdrawal && shipments && { held: withdrawalReach(known, shipments, last.at) }),
  };
}

/** An item with several answers (one for each purpose) is shown under each with its purposes; agencies and purposes that agree are one row. */
function answersOf(cells: readonly { purpose: string; agency: string; item: string; state: string }[]): AnsweredAgency[] {
  const rows = new Map<string, { agency: string; purpose: string; items: Partial<Record<Answered, string[]>> }>();
  for (const { purpose, agency, item, state } of cells) {
    const answer = answeredAs[state];
    if (!answer) continue;
    const key = JSON.stringify([agency, purpose]);
    const row = rows.get(key) ?? { agency, purpose, items: {} };
    rows.set(key, row);
    (row.items[answer] ??= []).push(item);
  }
  const byAgency = merge(
    [...rows.values()].map(({ agency, purpose, items }) => ({ agencies: [agency], purposes: [purpose], items })),
    (row) => [row.agencies, row.items],
    (into, row) => into.purposes.push(...row.purposes),
  );
  return merge(
    byAgency,
    (row) => [row.purposes, row.items],
    (into, row) => into.agencies.push(...row.agencies),
  );
}

function merge<Row>(rows: readonly Row[], sameBy: (row: Row) => unknown, join: (into: Row, row: Row) => void): Row[] {
  const merged = new Map<string, Row>();
  for (const row of rows) {
    const key = JSON.stringify(sameBy(row));
    const into = merged.get(key);
    if (into) join(into, row);
    else merged.set(key, row);
  }
  return [...merged.values()];
}
