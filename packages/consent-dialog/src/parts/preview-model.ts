/** What one agency would have, from a record and from answers that are not in it yet. No DOM. */
import {
  consentState,
  consultationMap,
  redactFor,
  type CellDecision,
  type ConsentEvent,
  type ConsentRequest,
  type DocumentMap,
  type ItemRule,
  type Recipient,
  type RemovalReason,
  type RequestDraft,
} from '@tsunagu/schema/consent';

/**
 * What was chosen on the screen and is not recorded. `answer`: cells of a question that is open or would be asked now; cells without a decision
 * count as not answered. `withdraw`: as the event of that name.
 */
export type Pending =
  | { type: 'answer'; request: RequestDraft; decisions: readonly CellDecision[]; until?: string }
  | { type: 'withdraw'; scope: Extract<ConsentEvent, { type: 'withdrawn' }>['scope'] }
  | { type: 'narrow'; decisions: readonly CellDecision[] };

export interface PreviewQuestion {
  /** What there is to tell, a consultation or what `map` is for. Without one, only items are named. */
  document?: object;
  events: readonly ConsentEvent[];
  pending?: Pending;
  agency: string;
  /** In the order to be shown. */
  purposes: readonly string[];
  /** Items that were asked for, in the order to be shown. */
  items: readonly string[];
  at: Date | string;
  map?: DocumentMap;
  members?: Recipient['members'];
}

/** A value that is told. */
export interface ToldValue {
  /** Path in the map: `/topics/*`. */
  path: string;
  value: string;
  /** Free text that somebody should read before it goes. */
  toRead: boolean;
}

/** What is told under one item: a row for each field, or for each thing in a list (a member of a household). */
export interface ToldItem {
  item: string;
  rows: ToldValue[][];
}

export interface Behind {
  /** Absent: what belongs to no item. */
  item?: string;
  reason: RemovalReason;
}

/** For these purposes, the agency has the same. */
export interface PurposePreview {
  purposes: string[];
  /** Items that may be told, whether or not the document has anything under them. */
  given: string[];
  told: ToldItem[];
  behind: Behind[];
  toRead: boolean;
}

export interface AgencyPreview {
  agency: string;
  /** The answers shown are not in the record. */
  pending: boolean;
  byPurpose: PurposePreview[];
}

const unmade = '0'.repeat(64);

/**
 * The record as it would be with the answers: events that are made up here, are never chained, and must not leave this file. They follow on from the
 * last real one, so that the same rules read them.
 */
export function withPending(
  events: readonly ConsentEvent[],
  pending: Pending | undefined,
  at: Date | string,
): { events: ConsentEvent[]; at: string } {
  const made = [...events].sort((a, b) => a.seq - b.seq);
  const last = made.at(-1);
  // The record may be a little ahead of this clock; what would be written now comes after it all the same.
  const now = new Date(Math.max(new Date(at).getTime(), last ? Date.parse(last.at) : -Infinity)).toISOString();
  const add = (event: object): void => {
    const before = made.at(-1);
    made.push({
      schemaVersion: '1.0',
      id: `pending-${made.length}`,
      record: before?.record ?? 'pending',
      subject: before?.subject ?? { ref: 'pending' },
      seq: made.length,
      at: now,
      ...(before && { previous: before.hash }),
      hash: unmade,
      ...event,
    } as unknown as ConsentEvent);
  };
  if (pending?.type === 'answer' && pending.decisions.length) {
    let open: ConsentRequest | undefined = consentState(made, now).open;
    if (!open) {
      open = { ...pending.request, notices: [{ version: 'pending', language: 'ja', text: '-', hash: unmade }] };
      add({ type: 'requested', request: open });
    }
    const { until } = pending;
    add({ type: 'partly-given', notice: open.notices[0]!.hash, decisions: [...pending.decisions], ...(until !== undefined && { until }) });
  } else if (pending?.type === 'withdraw') add({ type: 'withdrawn', scope: pending.scope });
  else if (pending?.type === 'narrow' && pending.decisions.length) add({ type: 'narrowed', decisions: [...pending.decisions] });
  return { events: made, at: now };
}

/** What `agency` would have for each purpose; purposes under which it would have the same are one. Never throws on typed data. */
export function previewOf(question: PreviewQuestion): AgencyPreview {
  const { agency, document, items, map = consultationMap, members, pending } = question;
  const { events, at } = withPending(question.events, pending, question.at);
  const state = consentState(events, at);
  const byPurpose = new Map<string, PurposePreview>();
  for (const purpose of new Set(question.purposes)) {
    const redaction = redactFor(document ?? {}, events, { agency, purpose, map, ...(members && { members }) }, at);
    const cells = state.status === 'unknown' ? [] : state.cells.filter((cell) => cell.agency === agency && cell.purpose === purpose);
    const given = cells.flatMap(({ item, state: is }) => (is === 'given' ? [item] : []));
    const behind: Behind[] = [];
    const add = (reason: RemovalReason, item?: string): void => {
      if (!behind.some((one) => one.item === item)) behind.push({ ...(item !== undefined && { item }), reason });
    };
    for (const item of items)
      if (!given.includes(item))
        add(
          state.status === 'unknown' ? 'unknown' : ((cells.find((cell) => cell.item === item)?.state as RemovalReason) ?? 'not-asked'),
          item,
        );
    for (const { item, reason } of redaction.removed)
      if (item === undefined || !given.includes(item) || reason === 'whose') add(reason, item);
    const free = new Set(redaction.toRead);
    const view: PurposePreview = {
      purposes: [purpose],
      given: [...new Set([...items, ...given])].filter((item) => given.includes(item)),
      told: told(redaction.document, map, free),
      behind,
      toRead: free.size > 0,
    };
    const key = JSON.stringify({ ...view, purposes: [] });
    const same = byPurpose.get(key);
    if (same) same.purposes.push(purpose);
    else byPurpose.set(key, view);
  }
  return { agency, pending: pending !== undefined, byPurpose: [...byPurpose.values()] };
}

/** The leaves of a redacted document by item, in the order of the map. Only what the map knows is in it. */
function told(document: unknown, map: DocumentMap, free: ReadonlySet<string>): ToldItem[] {
  const items = new Map<string, ToldValue[][]>();
  /** Rows of things in a list, by the thing. */
  const things = new Map<string, ToldValue[]>();
  for (const rule of map) {
    if (!('item' in rule)) continue;
    for (const { pointer, value } of leaves(document, rule.path.split('/').slice(1))) {
      const row: ToldValue = { path: rule.path, value: String(value), toRead: free.has(pointer) };
      const rows = items.get(rule.item) ?? [];
      items.set(rule.item, rows);
      const list = listOf(rule);
      const thing = list === undefined ? rule.path : pointer.split('/').slice(0, list).join('/');
      const known = things.get(`${rule.item} ${thing}`);
      if (known) known.push(row);
      else {
        const first = [row];
        things.set(`${rule.item} ${thing}`, first);
        rows.push(first);
      }
    }
  }
  return [...items].map(([item, rows]) => ({ item, rows }));
}

/** How many parts of a pointer name the thing, for a rule about a field of things in a list (members of a household). */
function listOf({ path }: ItemRule): number | undefined {
  const parts = path.split('/');
  const at = parts.indexOf('*');
  return at > 0 && at < parts.length - 1 ? at + 1 : undefined;
}

function* leaves(value: unknown, path: readonly string[], pointer = ''): Generator<{ pointer: string; value: unknown }> {
  const [part, ...rest] = path;
  if (part === undefined) {
    if (value !== undefined && value !== null && typeof value !== 'object') yield { pointer, value };
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (part === '*') {
    if (Array.isArray(value)) for (const [index, entry] of value.entries()) yield* leaves(entry, rest, `${pointer}/${index}`);
    return;
  }
  const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
  if (!Array.isArray(value) && Object.hasOwn(value, key))
    yield* leaves((value as Record<string, unknown>)[key], rest, `${pointer}/${part}`);
}
