/** May this be told, for this purpose, to this agency? Everything but a yes that stands today is a no. */
import type { ConsentEvent } from './consent.schema.js';
import { consentState, type CellState, type ConsentCell, type ConsentState } from './state.js';

export { mayAsk } from './state.js';

export interface Share {
  purpose: string;
  agency: string;
  item: string;
}

/**
 * Why, or why not. `given`: yes. `not-asked`: nobody asked about this cell (another agency, another item); `asked`: no answer yet; `deferred`:
 * the person is thinking; `refused`, `withdrawn`, `expired`, `terminated`, `invalidated`: a no; `unknown`: the record has a gap, or there is no
 * such time.
 */
export type ShareReason = CellState | 'not-asked' | 'unknown';

export interface Verdict {
  may: boolean;
  reason: ShareReason;
  /** One sentence in Japanese, for the desk; it names neither person nor agency. */
  message: string;
  /** Since when (UTC), where the record says so. */
  since?: string;
  /** The last day (Asia/Tokyo) of a yes. */
  until?: string;
}

/** The sentences of {@link Verdict}. */
export const shareWords: Readonly<Record<ShareReason, string>> = {
  given: '本人の同意があります。',
  refused: '本人が「伝えない」と決めています。伝えなくても、支援は続けられます。',
  asked: 'まだ返事を待っているところです。返事があるまでは伝えません。',
  deferred: '本人が考えているところです。決まるまでは伝えません。',
  withdrawn: '本人が同意を取りやめています。これからは伝えません。',
  expired: '同意の期限が過ぎています。続けて伝えるには、もう一度本人に聞いてください。',
  terminated: 'この同意は終わっています。伝えるには、あらためて本人に聞いてください。',
  invalidated: 'この同意は無効とされています。伝えるには、あらためて本人に聞いてください。',
  'not-asked': 'この相手にこのことを伝えてよいか、まだ本人に聞いていません。',
  unknown: '同意の記録が途中で欠けているか、読み取れません。確かめられるまでは伝えません。',
};

/** The cell of a state, as a verdict. */
export function verdictOf(state: ConsentState, { purpose, agency, item }: Share): Verdict {
  const cell: ConsentCell | undefined = state.cells.find(
    (known) => known.purpose === purpose && known.agency === agency && known.item === item,
  );
  const reason: ShareReason = state.status === 'unknown' ? 'unknown' : (cell?.state ?? 'not-asked');
  return {
    may: reason === 'given',
    reason,
    message: shareWords[reason],
    ...(cell && reason !== 'unknown' && { since: cell.since, ...(cell.until !== undefined && { until: cell.until }) }),
  };
}

/** May `item` be told to `agency` for `purpose` at that instant? Never throws. */
export const mayShare = (events: readonly ConsentEvent[], share: Share, at: Date | string): Verdict =>
  verdictOf(consentState(events, at), share);
