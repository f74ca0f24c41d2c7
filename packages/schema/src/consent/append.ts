/** Writing the next event of a record: the one way in which a record grows. */
import type { IssuePath, RawIssue } from '../light.js';
import type { ConsentEventType, ConsentStatus } from './choices.js';
import { verifyChain } from './chain.js';
import { checkConsentEvent } from './check.js';
import type { CellDecision, ConsentEvent, ConsentRequest, Known, Notice } from './consent.schema.js';
import { freezeNotice, hashEvent, hashNotice, webCrypto, type NoticeText } from './hash.js';
import { consentLimits, consentVersion } from './limits.js';
import { mayFollow, narrowing } from './moves.js';
import { mayAsk } from './share.js';
import { consentState, timeOf, type ConsentState } from './state.js';

/** A request whose notices have no hash yet. */
export type RequestDraft = Omit<Known<ConsentRequest>, 'notices'> & { notices: (NoticeText & { hash?: string })[] };

type Made = 'schemaVersion' | 'id' | 'record' | 'subject' | 'seq' | 'previous' | 'hash';
type Drafted<Event> = Event extends ConsentEvent
  ? Omit<Known<Event>, Made | 'request'> &
      Partial<Pick<Known<Event>, 'id' | 'record' | 'subject'>> &
      (Event extends { type: 'requested' } ? { request: RequestDraft } : unknown)
  : never;

/**
 * An event before it is chained. The first of a record says `record` and `subject`; later ones take them over. `id` is made when it is absent.
 */
export type ConsentDraft = Drafted<ConsentEvent>;

/**
 * `broken`: the record has been changed or has a gap; `move`: it cannot follow where the consent stands; `too-early`: the person asked not to be
 * asked before `from`; `outside`: it decides what was not asked; `not-shown`: an answer to a notice that was not part of the question; `future`:
 * later than now; `order`: earlier than the event before; `shape`: `issues` say what is wrong; `full`: no more events fit.
 */
export type AppendRefusalCode = 'broken' | 'move' | 'too-early' | 'outside' | 'not-shown' | 'future' | 'order' | 'shape' | 'full';

export interface AppendRefusal {
  code: AppendRefusalCode;
  /** One sentence in Japanese. */
  message: string;
  status: ConsentStatus;
  /** With `too-early`: the first day, or `null` when only the person starts again. */
  from?: string | null;
  issues?: RawIssue[];
}

export type AppendResult = { ok: true; events: ConsentEvent[]; event: ConsentEvent } | { ok: false; refusal: AppendRefusal };

const words: Readonly<Record<Exclude<AppendRefusalCode, 'move' | 'too-early'>, string>> = {
  broken: 'これまでの記録が欠けているか変わっているため、続きを書けません。確かめられるまで、何も伝えない扱いになります。',
  outside: '聞いていないことまで決める内容になっています。聞いた範囲の中で記録してください。',
  'not-shown': '読んだ説明文が、今回の説明文の中にありません。どれを読んだか確かめてください。',
  future: '記録の日時が、今より後になっています。端末の時計を確かめてください。',
  order: '記録の日時が、前の記録より前になっています。聞き取った日時は saidAt に書けます。',
  shape: '記録の内容に、足りないところがあります。',
  full: 'この記録には、もう書き足せません。新しい同意として始めてください。',
};

/** Clocks of two desks differ a little. */
const tolerance = 5 * 60_000;
const reserved = 50;

const japaneseDay = (date: string): string => `${+date.slice(5, 7)}月${+date.slice(8)}日`;

/** What may follow, in words for the desk. */
function moveWords(status: ConsentStatus, type: ConsentEventType): string {
  if (type === 'requested') return '今の返事を待ってから、次のことを聞いてください。';
  if (type === 'withdrawn' || type === 'narrowed') return '取りやめる同意がありません。今は何も伝えていません。';
  if (type === 'renewed') return '続けられる同意がありません。あらためて本人に聞いてください。';
  if (status === 'none') return '本人にまだ聞いていません。説明をして、聞くところから始めてください。';
  if (type === 'terminated' || type === 'invalidated') return 'この同意はすでに終わっています。';
  return '今は返事を待っていません。あらためて聞いてから記録してください。';
}

function tooEarlyWords(from: string | null): string {
  return from === null
    ? '本人が、こちらからは聞かないでほしいと話しています。本人から話があったときに進めます。'
    : `本人の希望により、${japaneseDay(from)}より前には聞きません。本人から話があれば進められます。`;
}

/** Do its decisions stay within what was asked (or, when it narrows, within what was given)? */
function within(event: ConsentDraft, state: ConsentState): boolean {
  const decisions: readonly CellDecision[] | undefined = 'decisions' in event ? event.decisions : undefined;
  if (!decisions) return true;
  if (event.type === 'narrowed')
    return decisions.every((cell) =>
      state.cells.some(
        (known) => known.purpose === cell.purpose && known.agency === cell.agency && known.item === cell.item && known.state === 'given',
      ),
    );
  const { open } = state;
  return decisions.every(
    ({ purpose, agency, item }) => open?.purposes.includes(purpose) && open.agencies.includes(agency) && open.items.includes(item),
  );
}

/** `given` means all of it: an answer that leaves cells of the question open is given in part. */
function complete(event: ConsentDraft, { open }: ConsentState): boolean {
  if (event.type !== 'given' || !open) return true;
  return event.decisions.length === open.purposes.length * open.agencies.length * open.items.length;
}

/** A stricter end than was asked for is the person's to choose; a later one is not theirs to be given. */
function shorter(event: ConsentDraft, { open }: ConsentState): boolean {
  if (event.type !== 'given' && event.type !== 'partly-given') return true;
  return event.until === undefined || open?.period.until !== 'date' || event.until <= open.period.date;
}

const freeze = async (notice: NoticeText & { hash?: string }): Promise<Notice> => {
  const frozen = await freezeNotice(notice);
  // A hash that was brought along and is wrong is kept, so that the check below sees it.
  return notice.hash === undefined ? frozen : { ...frozen, hash: notice.hash };
};

async function chain(events: readonly ConsentEvent[], draft: ConsentDraft, present: number): Promise<AppendResult> {
  const last = events.at(-1);
  const refuse = (code: AppendRefusalCode, message: string, more: Partial<AppendRefusal> = {}): AppendResult => ({
    ok: false,
    refusal: { code, message, status: consentState(events, new Date(present)).status, ...more },
  });
  const plain = (code: keyof typeof words): AppendResult => refuse(code, words[code]);
  const shape = (path: IssuePath, code: RawIssue['code'], expected: string): AppendResult =>
    refuse('shape', words.shape, { issues: [{ path, code, expected, found: '' }] });

  if (!(await verifyChain(events)).ok) return plain('broken');
  // The last places are kept for what narrows, so that a full record can still be withdrawn.
  if (events.length >= consentLimits.events - (narrowing.includes(draft.type) ? 0 : reserved)) return plain('full');

  let time = timeOf(draft.at);
  let { saidAt } = draft;
  if (Number.isNaN(time)) return shape(['at'], 'format', 'an instant');
  const floor = last ? timeOf(last.at) : time;
  if (narrowing.includes(draft.type)) {
    const written = time;
    time = Math.max(Math.min(time, Math.max(present, floor)), floor);
    if (written < time) saidAt ??= new Date(written).toISOString();
  } else if (time > present + tolerance) return plain('future');
  else if (time < floor) return plain('order');
  const at = new Date(time).toISOString();

  const state = consentState(events, at);
  if (!mayFollow(state.status, draft.type, state.open !== undefined) || (draft.type === 'requested' && state.open))
    return refuse('move', moveWords(state.status, draft.type));
  if (draft.type === 'requested' && draft.request.startedBy !== 'person') {
    const asking = mayAsk(state, at);
    if (!asking.may) return refuse('too-early', tooEarlyWords(asking.from ?? null), { from: asking.from ?? null });
  }

  const request =
    draft.type === 'requested' ? { request: { ...draft.request, notices: await Promise.all(draft.request.notices.map(freeze)) } } : {};
  const unsigned = {
    ...draft,
    ...request,
    schemaVersion: (draft as { schemaVersion?: string }).schemaVersion ?? consentVersion,
    id: draft.id ?? globalThis.crypto.randomUUID(),
    record: last?.record ?? draft.record,
    subject: last?.subject ?? draft.subject,
    seq: events.length,
    at,
    ...(saidAt !== undefined && { saidAt }),
    ...(last && { previous: last.hash }),
  } as unknown as Omit<ConsentEvent, 'hash'>;
  if (last && ((draft.record ?? last.record) !== last.record || (draft.subject?.ref ?? last.subject.ref) !== last.subject.ref))
    return shape(['record'], 'unknown-reference', 'one record');
  if (events.some(({ id }) => id === unsigned.id)) return shape(['id'], 'duplicate', 'once');
  // A field that is undefined is no field once this is JSON: what is hashed is what is sent.
  const clean = JSON.parse(JSON.stringify(unsigned)) as Omit<ConsentEvent, 'hash'>;
  const event = { ...clean, hash: await hashEvent(clean) } as ConsentEvent;

  const issues = checkConsentEvent(event);
  if (issues.length) return refuse('shape', words.shape, { issues });
  if (event.type === 'requested')
    for (const [index, notice] of event.request.notices.entries())
      if ((await hashNotice(notice)) !== notice.hash) return shape(['request', 'notices', index, 'hash'], 'format', 'the hash of the text');
  if ('notice' in event && event.notice !== undefined && !state.open?.notices.some(({ hash }) => hash === event.notice))
    return plain('not-shown');
  if (!within(draft, state)) return plain('outside');
  if (!complete(draft, state)) return shape(['decisions'], 'missing', 'every cell of the question');
  if (!shorter(draft, state)) return shape(['until'], 'format', 'not after the question’s last day');
  return { ok: true, events: [...events, event], event };
}

/**
 * The record with `draft` chained to its end, or the reason why not. The given list is never changed. `now` is the time of the desk (default: this
 * machine's).
 *
 * Withdrawals and whatever else narrows are never refused for a clock: their time is brought between the last event's and now, and the time that
 * was written moves to `saidAt` where it lies before. A record that was changed takes nothing more, and nothing is shared from it.
 */
export async function appendEvent(
  events: readonly ConsentEvent[],
  draft: ConsentDraft,
  { now = new Date() }: { now?: Date | string } = {},
): Promise<AppendResult> {
  webCrypto();
  try {
    return await chain(events, draft, timeOf(now));
  } catch {
    // What is no draft at all (no notices, no JSON) fails on the way; nothing is written then.
    const issues: RawIssue[] = [{ path: [], code: 'type', expected: 'event', found: '' }];
    return { ok: false, refusal: { code: 'shape', message: words.shape, status: consentState(events, now).status, issues } };
  }
}

/**
 * For a server that is sent a finished event: the record with it at its end if it is the very event that {@link appendEvent} would have written
 * there, otherwise the reason why not (`broken` when its number, link, time or hash is not the one it must have).
 */
export async function acceptEvent(
  events: readonly ConsentEvent[],
  event: ConsentEvent,
  { now = new Date() }: { now?: Date | string } = {},
): Promise<AppendResult> {
  const result = await appendEvent(events, event, { now });
  if (!result.ok || (result.event.hash === event.hash && (await hashEvent(event)) === event.hash)) return result;
  const message = '届いた記録は、これまでの記録の続きになっていません。最新の記録を読み込んでから、もう一度記録してください。';
  return { ok: false, refusal: { code: 'broken', message, status: consentState(events, now).status } };
}
