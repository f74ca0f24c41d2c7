import { hasDays, isSameSet, type Clause, type DaySet, type OpenClause } from './clauses.js';
import { readDaySet, startsDays } from './day-set.js';
import type { Reader } from './reader.js';
import { noDays } from './spans.js';
import { readTimes } from './times.js';
import type { Token } from './tokens.js';

/** Deeper brackets are not printed by anyone; a limit keeps a hostile phrase from exhausting the stack. */
const deepest = 3;

/** Days that wait for their times. `used`: times within a following bracket took them. */
interface Pending {
  set: DaySet;
  start: number;
  end: number;
  used?: boolean;
}

/** Reads the clauses of a phrase in their order. What does not fit is noted on the reader; `assume` hears every inference. */
export class Grammar {
  readonly clauses: Clause[] = [];
  private readonly reader: Reader;
  private readonly assume: (text: string) => void;
  private instead = false;

  constructor(reader: Reader, assume: (text: string) => void) {
    this.reader = reader;
    this.assume = assume;
    this.readSequence(0);
  }

  private piece(start: number): { start: number; end: number } {
    return { start, end: this.reader.lastEnd };
  }

  private missingDays(): OpenClause | undefined {
    return this.clauses.findLast((clause): clause is OpenClause => clause.kind === 'open' && !clause.set);
  }

  /** Days without times of their own: they belong to times said before, repeat the days outside the bracket, or dangle. */
  private settle(pending: Pending | undefined, outside: Pending | undefined): void {
    if (!pending || pending.used) return;
    const open = this.missingDays();
    if (open) open.set = pending.set;
    else if (!(outside && isSameSet(outside.set, pending.set))) this.reader.fail('時間が書かれていません', pending);
  }

  private onTimes(depth: number, pending: Pending | undefined, outside: Pending | undefined): void {
    const { reader, clauses } = this;
    const { start, kind } = reader.peek();
    const days = pending ?? (outside?.used ? undefined : outside);
    const { spans, until, from } = readTimes(reader, this.assume);
    const piece = this.piece(start);
    const aside = pending && (this.instead ? 'instead' : depth > 0 ? 'bracket' : undefined);

    if (until !== undefined || from !== undefined) {
      if (!pending) return reader.fail('どの曜日のことか分かりません', piece);
      clauses.push({ kind: until === undefined ? 'from' : 'until', set: pending.set, time: (until ?? from)!, ...piece });
      return;
    }
    // 「9:00～17:00、12:00～13:00を除く」: the last span is the break, those before it are the hours. But in 「9:00～17:00 定休日 月曜」 and
    // 「9:00～17:00 昼休み12:00～13:00」 the word belongs to what follows.
    const ahead = startsDays(reader, 1) || reader.peek(1).kind === 'time';
    const gap = (reader.take('except') ?? (ahead ? undefined : reader.takeAny('break', 'closed'))) ? spans.splice(-1) : undefined;
    if (gap) {
      reader.takeAny('except', 'closed');
      clauses.push({ kind: 'break', set: days?.set, spans: gap, ...piece });
    }
    if (!spans.length) return;
    if (pending && !depth && this.missingDays()) reader.fail('どの曜日の時間か分かりません', piece);
    const open: OpenClause = { kind: 'open', set: days?.set, spans, allDay: kind === 'allDay', aside, ...piece };
    clauses.splice(gap ? -1 : clauses.length, 0, open);
    if (!pending && days) days.used = true;
    reader.take('open');
  }

  /** A clause about days, or days that wait for their times. */
  private onDays(): Pending | undefined {
    const { reader, clauses } = this;
    const { start } = reader.peek();
    const set = readDaySet(reader);
    const special = set.holiday || set.yearEnd;
    const except = reader.takeAny('except', 'closed');
    if (except) {
      reader.takeAny('except', 'closed');
      const piece = this.piece(start);
      // 「月～金、祝日を除く」 opens Monday to Friday; read literally it would close them.
      const split = except.kind === 'except' && special && set.days.filter(Boolean).length > 3;
      clauses.push({ kind: 'closed', set: split ? { ...set, days: noDays(), loose: false } : set, listed: false, ...piece });
      if (!split) return undefined;
      this.assume('「除く」は祝日・年末年始だけにかかると読みました');
      return { set: { ...set, holiday: false, yearEnd: false }, ...piece };
    }
    const also = reader.take('also');
    const timed = reader.peek(reader.is('open') || reader.is('byAppointment') ? 1 : 0).kind;
    const followed = timed === 'time' || timed === 'allDay';
    if (reader.take('include') ?? (also && !followed) ?? (special && !hasDays(set) && !followed && reader.take('open'))) {
      reader.takeAny('open', 'include');
      clauses.push({ kind: 'also', set, ...this.piece(start) });
      return undefined;
    }
    if (!followed && reader.take('byAppointment')) {
      clauses.push({ kind: 'byAppointment', set, bound: 'bracket', ...this.piece(start) });
      return undefined;
    }
    const waiting = { set, ...this.piece(start) };
    if (followed) reader.take('open');
    return waiting;
  }

  private onWord(token: Token, depth: number, pending: Pending | undefined, outside: Pending | undefined): void {
    const { reader, clauses } = this;
    reader.next();
    switch (token.kind) {
      case '(':
        if (depth >= deepest) return reader.fail(undefined, token);
        this.readSequence(depth + 1, pending ?? outside);
        reader.take(')');
        return;
      case 'closed':
        if (!startsDays(reader)) return reader.fail(undefined, token);
        clauses.push({ kind: 'closed', set: readDaySet(reader), listed: true, ...this.piece(token.start) });
        return;
      case 'break': {
        if (!reader.is('time')) return reader.fail(undefined, token);
        const { spans } = readTimes(reader, this.assume);
        reader.takeAny('except', 'closed');
        clauses.push({ kind: 'break', set: (pending ?? outside)?.set, spans, ...this.piece(token.start) });
        return;
      }
      case 'always':
        reader.take('open');
        clauses.push({ kind: 'always', ...this.piece(token.start) });
        return;
      case 'byAppointment': {
        const hard = clauses.length > 0 && reader.previousKind === ';';
        const set = (pending ?? (outside?.used ? undefined : outside))?.set;
        clauses.push({ kind: 'byAppointment', set, bound: depth > 0 ? 'bracket' : hard ? 'far' : 'near', ...this.piece(token.start) });
        return;
      }
      case 'label':
      case 'open':
        // A second label may begin other hours (電話 … 来所 …), which one week cannot say.
        if (this.clauses.some(({ kind }) => kind === 'open')) reader.fail(undefined, token);
        return;
      case 'but':
      case ';':
        this.instead = token.kind === 'but';
        return;
      case ',':
      case '/':
      case 'walkIn':
        return;
      default:
        reader.fail(token.why, token);
    }
  }

  private readSequence(depth: number, outside?: Pending): void {
    const { reader } = this;
    let pending: Pending | undefined;
    for (;;) {
      const token = reader.peek();
      if (token.kind === 'end' || (token.kind === ')' && depth > 0)) break;
      if (startsDays(reader)) {
        const waiting = this.onDays();
        if (waiting) {
          this.settle(pending, outside);
          pending = waiting;
        }
      } else if (token.kind === 'time' || token.kind === 'allDay') {
        this.onTimes(depth, pending, outside);
        pending = undefined;
      } else {
        this.onWord(token, depth, pending, outside);
        if (pending?.used) pending = undefined;
      }
    }
    this.settle(pending, outside);
  }
}
