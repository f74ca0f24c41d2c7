/**
 * Where a consent stands, computed from its events. What this file cannot follow counts for nothing: a gap in the record, two people in one
 * record, an answer nobody asked for. Only what narrows is believed without question.
 */
import { cellKey } from './cell-key.js';
import type { ConsentStatus, ValidStatus } from './choices.js';
import type { CellDecision, ConsentEvent, ConsentRequest, Period } from './consent.schema.js';
import { readable, timeOf, tokyoDay } from './linked.js';
import { isValidStatus } from './moves.js';

export { readable, timeOf, tokyoDay } from './linked.js';

/**
 * Why a cell is as it is. Shared is only `given`. `asked`: a question without an answer yet; `deferred`: the person wants to think;
 * `refused`, `withdrawn`, `expired`, `terminated`, `invalidated`: a yes that is not, or no longer, there.
 */
export type CellState = 'given' | 'refused' | 'asked' | 'deferred' | 'withdrawn' | 'expired' | 'terminated' | 'invalidated';

export interface ConsentCell {
  purpose: string;
  agency: string;
  item: string;
  state: CellState;
  /** Instant (UTC) since which it is so. */
  since: string;
  /** The last day (Asia/Tokyo) on which a yes counts; absent where it ends with the plan or an event. */
  until?: string;
  /** What else ends it, besides its last day. */
  endsWith?: 'plan-end' | 'event';
  /** Why it is held back, if the person said so. */
  reason?: string;
}

interface StateCore {
  /** Instant the state was asked for; undefined when that was no time at all. */
  at?: string;
  record?: string;
  subject?: string;
  /** Every cell that was ever asked, in the order of asking. What is not here was not asked. */
  cells: readonly ConsentCell[];
  /** A question that waits for its answer. */
  open?: ConsentRequest;
  /** The first day (Asia/Tokyo) on which a worker may ask again; `never`: the person opens it. Absent: nothing was said. */
  reAskAfter?: string;
}

/** Something may be shared: `cells` says what. */
export interface ValidConsent extends StateCore {
  status: ValidStatus;
  valid: true;
  /** The last day of the yes that ends first; absent when none ends by date. */
  expiresOn?: string;
}

/** Nothing may be shared. */
export interface NoConsent extends StateCore {
  status: Exclude<ConsentStatus, ValidStatus>;
  valid: false;
}

export type ConsentState = ValidConsent | NoConsent;

class Fold {
  readonly cells = new Map<string, ConsentCell>();
  open?: ConsentRequest;
  last: ConsentStatus = 'none';
  reAskAfter?: string;

  read(event: ConsentEvent): void {
    const { at } = event;
    const today = tokyoDay(timeOf(at));
    const live = (): ConsentCell[] => [...this.cells.values()].filter((cell) => cell.state === 'given' && !isOver(cell, today));
    const turn = (cells: Iterable<ConsentCell>, state: CellState, reason?: string): void => {
      for (const cell of cells) {
        Object.assign(cell, { state, since: at });
        if (reason === undefined) delete cell.reason;
        else cell.reason = reason;
      }
    };
    if ('reAskAfter' in event) this.reAskAfter = event.reAskAfter as string | undefined;
    switch (event.type) {
      case 'requested':
        return this.ask(event.request, at, today);
      case 'given':
      case 'partly-given':
        return this.answer(event, live);
      case 'refused':
        if (!this.open) return;
        turn(this.asked(event.decisions), 'refused');
        for (const { reason, ...cell } of event.decisions ?? []) {
          const known = this.cells.get(cellKey(cell));
          if (known?.state === 'refused' && known.since === at && reason !== undefined) known.reason = reason;
        }
        this.open = undefined;
        if (!live().length) this.last = 'refused';
        else if (this.last === 'given') this.last = 'partly-given';
        return;
      case 'deferred':
        turn(
          [...this.cells.values()].filter(({ state }) => state === 'asked'),
          'deferred',
        );
        this.open = undefined;
        this.last = live().length ? this.last : 'deferred';
        return;
      case 'renewed': {
        const cells = live();
        if (!cells.length) return;
        for (const cell of cells) Object.assign(cell, { since: at, until: undefined, endsWith: undefined }, term(event.period));
        this.last = 'renewed';
        return;
      }
      case 'narrowed':
        for (const { reason, decision, ...cell } of event.decisions) {
          const known = this.cells.get(cellKey(cell));
          if (known && decision !== 'given') turn([known], 'refused', reason);
        }
        this.last = live().length ? 'narrowed' : 'withdrawn';
        return;
      case 'withdrawn': {
        const { scope } = event;
        const inScope = (cell: ConsentCell): boolean =>
          ('agency' in scope && cell.agency === scope.agency) ||
          ('item' in scope && cell.item === scope.item) ||
          ('purpose' in scope && cell.purpose === scope.purpose) ||
          'all' in scope;
        // What was taken back before stays taken back since then: whoever confirmed that has not to confirm it again.
        const hit = [...this.cells.values()].filter((cell) => inScope(cell) && cell.state !== 'refused' && cell.state !== 'withdrawn');
        turn(hit, 'withdrawn', event.reason);
        if ('all' in scope) this.open = undefined;
        this.last = live().length ? 'narrowed' : this.open ? this.last : 'withdrawn';
        return;
      }
      case 'terminated':
      case 'invalidated':
        turn(
          [...this.cells.values()].filter(({ state }) => state === 'given' || state === 'asked' || state === 'deferred'),
          event.type,
        );
        this.open = undefined;
        this.last = event.type;
        return;
      default:
        // A type of a newer version: what it does is not known, so nothing is shared on the strength of what came before.
        turn(live(), 'invalidated');
        this.open = undefined;
        this.last = 'unknown';
    }
  }

  private ask(request: ConsentRequest, since: string, today: string): void {
    for (const purpose of request.purposes)
      for (const agency of request.agencies)
        for (const item of request.items) {
          const key = cellKey({ purpose, agency, item });
          const known = this.cells.get(key);
          // A new question does not undo a yes that stands, nor a no: only the answer does.
          if (known && (known.state === 'refused' || (known.state === 'given' && !isOver(known, today)))) continue;
          this.cells.set(key, { purpose, agency, item, state: 'asked', since });
        }
    this.open = request;
    this.reAskAfter = undefined;
    if (![...this.cells.values()].some((cell) => cell.state === 'given' && !isOver(cell, today))) this.last = 'requested';
  }

  private answer(event: Extract<ConsentEvent, { type: 'given' | 'partly-given' }>, live: () => ConsentCell[]): void {
    const { open } = this;
    // An answer to a notice that was not shown is an answer to nothing.
    if (!open?.notices.some(({ hash }) => hash === event.notice)) return;
    const limit = term(open.period, event.until);
    for (const { purpose, agency, item, decision, reason } of event.decisions) {
      if (!open.purposes.includes(purpose) || !open.agencies.includes(agency) || !open.items.includes(item)) continue;
      if (decision === 'not-asked') continue;
      const cell: ConsentCell = { purpose, agency, item, state: decision, since: event.at, ...(decision === 'given' && limit) };
      if (reason !== undefined) cell.reason = reason;
      this.cells.set(cellKey(cell), cell);
    }
    this.open = undefined;
    const given = live().length;
    if (given) this.last = given === this.cells.size ? 'given' : 'partly-given';
    else this.last = 'refused';
  }

  /** The cells an answer speaks of, within the open question; all of it when it names none. */
  private asked(decisions?: readonly CellDecision[]): ConsentCell[] {
    const open = this.open!;
    const named = decisions && new Set(decisions.map(cellKey));
    return [...this.cells.values()].filter(
      (cell) =>
        open.purposes.includes(cell.purpose) &&
        open.agencies.includes(cell.agency) &&
        open.items.includes(cell.item) &&
        (!named || named.has(cellKey(cell))),
    );
  }
}

const isOver = (cell: ConsentCell, today: string): boolean => cell.until !== undefined && cell.until < today;

function term(period: Period, shorter?: string): Pick<ConsentCell, 'until' | 'endsWith'> {
  const days = [period.until === 'date' ? period.date : undefined, shorter].filter((day) => day !== undefined).sort();
  return { ...(days[0] !== undefined && { until: days[0] }), ...(period.until !== 'date' && { endsWith: period.until }) };
}

/** What follows from a record that cannot be followed: nothing. */
export function unknownState(at: Date | string): NoConsent {
  const time = timeOf(at);
  return { status: 'unknown', valid: false, cells: [], ...(!Number.isNaN(time) && { at: new Date(time).toISOString() }) };
}

/**
 * Where a consent stands at an instant, from the events up to and with it; later events have no part in it, nor has the order of the list.
 * Never throws; a list that is no whole record of one person stands at `unknown`, and nothing is given in it.
 *
 * Hashes are not computed here: {@link verifyChain} says whether anything was changed, once, where the record comes in.
 */
export function consentState(events: readonly ConsentEvent[], at: Date | string): ConsentState {
  const time = timeOf(at);
  const nothing = unknownState(at);
  const fold = new Fold();
  let read: ConsentEvent[] | undefined;
  try {
    read = readable(events, time);
    for (const event of read ?? []) fold.read(event);
  } catch {
    // Only what never passed a door (no request in a request …) gets here.
    return nothing;
  }
  if (!read) return nothing;
  const today = tokyoDay(time);
  const cells = [...fold.cells.values()].map((cell): ConsentCell =>
    cell.state === 'given' && isOver(cell, today) ? { ...cell, state: 'expired' } : cell,
  );
  const given = cells.filter(({ state }) => state === 'given');
  const core: StateCore = {
    at: nothing.at,
    ...(read[0] && { record: read[0].record, subject: read[0].subject.ref }),
    cells,
    ...(fold.open && { open: fold.open }),
    ...(fold.reAskAfter !== undefined && { reAskAfter: fold.reAskAfter }),
  };
  if (given.length && isValidStatus(fold.last)) {
    const days = given.flatMap(({ until }) => (until === undefined ? [] : [until])).sort();
    return { ...core, status: fold.last, valid: true, ...(days[0] !== undefined && { expiresOn: days[0] }) };
  }
  const status = isValidStatus(fold.last) ? (fold.open ? 'requested' : 'expired') : fold.last;
  return { ...core, status, valid: false };
}

/**
 * May a worker ask (again) at that instant? `from`: the first day (Asia/Tokyo) on which one may; `null`: only when the person starts.
 * Absent: no day was named.
 */
export function mayAsk(state: ConsentState, at: Date | string): { may: boolean; from?: string | null } {
  const { reAskAfter } = state;
  const time = timeOf(at);
  if (state.status === 'unknown' || Number.isNaN(time)) return { may: false };
  if (reAskAfter === undefined) return { may: true };
  if (reAskAfter === 'never') return { may: false, from: null };
  return { may: tokyoDay(time) >= reAskAfter, from: reAskAfter };
}
