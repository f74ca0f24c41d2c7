import type { DayRule, Hours } from '../directory/hours.schema.js';
import { hasDays, type Clause, type DaySet, type OpenClause, type Problem } from './clauses.js';
import {
  beginningAt,
  cellsIn,
  daysOf,
  endingAt,
  emptyCells,
  fromCells,
  noDays,
  overlaps,
  without,
  type Cells,
  type Days,
  type Span,
} from './spans.js';

const week = daysOf([0, 1, 2, 3, 4, 5, 6]);
const weekend = daysOf([5, 6]);
/** More clauses or spans a day than any desk prints: a phrase that goes beyond is refused rather than worked through. */
const mostClauses = 60;
const mostSpans = 24;

const isOpen = (clause: Clause): clause is OpenClause => clause.kind === 'open';
const isWithin = (inner: Days, outer: Days): boolean => inner.every((mask, day) => (mask & ~outer[day]!) === 0);
const minus = (days: Days, taken: Days): Days => days.map((mask, day) => mask & ~taken[day]!);
const isEmpty = (days: Days): boolean => isWithin(days, noDays());

interface Result {
  hours: Pick<Hours, 'weekly' | 'holidays' | 'yearEnd'>;
  problems: Problem[];
}

/** Puts clauses together into a week. Contradictions become problems; nothing is decided between two readings. */
export const putTogether = (clauses: readonly Clause[], assume: (text: string) => void): Result => {
  const problems: Problem[] = [];
  const fail = ({ start, end }: Problem, why: string): void => void problems.push({ start, end, why });
  const ofKind = <K extends Clause['kind']>(kind: K) =>
    clauses.filter((clause): clause is Extract<Clause, { kind: K }> => clause.kind === kind);

  if (clauses.length > mostClauses) return { hours: {}, problems: [{ ...clauses[mostClauses]!, why: '長すぎます' }] };

  const opens = ofKind('open');
  const closed = ofKind('closed');
  const always = ofKind('always').length > 0;
  const closedDays = closed.reduce<Days>((days, { set }) => days.map((mask, day) => mask | set.days[day]!), noDays());

  /** Times without days: every day, or the days that are not said to be closed; else the reason why they are not known. */
  const findDays = (open: OpenClause): DaySet | string => {
    const unsaid = '曜日が書かれていません';
    const set: DaySet = { days: week, holiday: false, yearEnd: false, weekdaysWord: false, restDayWord: false, loose: false };
    if (opens.length > 1) return unsaid;
    if (!isEmpty(closedDays)) {
      // 「火・木、祝日を除く 9:00～17:00」 may open or close Tuesdays.
      const unclear = closed.some(
        (clause) =>
          hasDays(clause.set) &&
          !clause.listed &&
          (clause.set.loose || ((clause.set.holiday || clause.set.yearEnd) && !isWithin(clause.set.days, weekend))),
      );
      if (unclear) return '「除く」「休み」がどの曜日にかかるか分かりません';
      assume('休みと書かれた曜日のほかは、毎週開いていると読みました');
      return { ...set, days: minus(week, closedDays) };
    }
    if (open.allDay && !always) assume('「24時間」を毎日と読みました');
    return open.allDay || always ? set : unsaid;
  };

  const cells: Cells = emptyCells();
  let weekdaysWord = false;
  const said: Days[] = [];
  const special: { clause: OpenClause; set: DaySet }[] = [];

  const addOpen = (open: OpenClause): void => {
    const set = open.set ?? findDays(open);
    if (typeof set === 'string') return fail(open, set);
    if (set.weekdaysWord) weekdaysWord = true;
    if (set.holiday || set.yearEnd) special.push({ clause: open, set });
    const { days } = set;
    const own = cellsIn(days);
    if (open.spans.some((span, i) => open.spans.some((other, j) => i < j && overlaps(span, other))))
      return fail(open, '時間が重なっています');
    const known = (cell: number, span: Span) => cells[cell]!.some((other) => other.from === span.from && other.to === span.to);
    const clash = own.some((cell) => open.spans.some((span) => cells[cell]!.some((other) => overlaps(span, other)) && !known(cell, span)));
    const filled = own.some((cell) => cells[cell]!.length > 0);
    if (!clash && filled && open.aside === 'bracket') return fail(open, '時間を加えるのか代えるのか分かりません');
    if (clash || (filled && open.aside)) {
      if (!said.some((other) => isWithin(days, other) && !isWithin(other, days))) return fail(open, '同じ曜日の時間が食い違っています');
      if (!open.aside) assume('あとに書かれた曜日の時間を、先の時間の代わりと読みました');
      for (const cell of own) cells[cell] = [];
    }
    said.push(days);
    for (const cell of own) {
      for (const span of open.spans) if (!known(cell, span)) cells[cell]!.push(span);
      cells[cell]!.sort((a, b) => a.from - b.from);
      if (cells[cell]!.length > mostSpans) return fail(open, '長すぎます');
    }
  };

  const changeEdge = (clause: Extract<Clause, { kind: 'until' | 'from' }>): void => {
    const own = cellsIn(clause.set.days);
    if (!own.length || own.some((cell) => !cells[cell]!.length)) return fail(clause, 'もとの時間が書かれていません');
    for (const cell of own) {
      const moved = clause.kind === 'until' ? endingAt(cells[cell]!, clause.time) : beginningAt(cells[cell]!, clause.time);
      if (!moved.length) return fail(clause, 'もとの時間と食い違っています');
      cells[cell] = moved;
    }
  };

  const takeBreak = (clause: Extract<Clause, { kind: 'break' }>): void => {
    let taken = false;
    for (const cell of clause.set ? cellsIn(clause.set.days) : cells.keys()) {
      for (const gap of clause.spans) {
        taken ||= cells[cell]!.some((span) => span.from < gap.from && gap.to < span.to);
        cells[cell] = cells[cell]!.flatMap((span) => without(span, gap));
      }
    }
    if (!taken) fail(clause, 'もとの時間に含まれていません');
    else if (!clause.set && said.length > 1) assume('休憩の時間は、それまでに書かれたすべての曜日に当てはまると読みました');
  };

  for (const [i, clause] of clauses.entries()) {
    if (clause.kind !== 'byAppointment' || clause.set) continue;
    const before = clauses.slice(0, i).filter(isOpen);
    if (before.length > 1 && clause.bound === 'far') fail(clause, 'どの曜日のことか分かりません');
    else if (before.length > 1 && clause.bound === 'near') assume('「予約制」はすぐ前の時間にだけかかると読みました');
    for (const open of before.length ? before.slice(-1) : opens) for (const span of open.spans) span.byAppointment = true;
  }

  const late: Extract<Clause, { kind: 'break' }>[] = [];
  for (const clause of clauses) {
    if (clause.kind === 'open') addOpen(clause);
    else if (clause.kind === 'until' || clause.kind === 'from') changeEdge(clause);
    else if (clause.kind === 'break' && (clause.set || !said.length)) late.push(clause);
    else if (clause.kind === 'break') takeBreak(clause);
  }
  late.forEach(takeBreak);

  for (const clause of ofKind('byAppointment')) {
    if (!clause.set) continue;
    const own = cellsIn(clause.set.days);
    if (!own.length || own.some((cell) => !cells[cell]!.length)) fail(clause, 'もとの時間が書かれていません');
    for (const cell of own) cells[cell] = cells[cell]!.map((span) => ({ ...span, byAppointment: true }));
  }

  if (said.some((days) => !isEmpty(days) && isWithin(days, closedDays)))
    fail(
      closed.find(({ set }) => hasDays(set))!,
      '開いている曜日と食い違っています',
    );
  for (const cell of cellsIn(closedDays)) cells[cell] = [];

  const rule = (which: 'holiday' | 'yearEnd'): DayRule | undefined => {
    const shut = closed.some(({ set }) => set[which]);
    const open = ofKind('also').find(({ set }) => set[which]) ?? special.find(({ set }) => set[which])?.clause;
    if (open && shut) fail(open, '開くのか休むのか食い違っています');
    return shut ? 'closed' : open || always ? 'open' : undefined;
  };

  // 「土日祝 10:00～16:00」: a rule can only say "as on that weekday", so the times of holidays must be those of every day.
  for (const { clause } of special) {
    const alike = cells.every(
      (spans) =>
        spans.length === clause.spans.length &&
        spans.every((span, i) => span.from === clause.spans[i]!.from && span.to === clause.spans[i]!.to),
    );
    if (!alike) fail(clause, '祝日・年末年始だけの時間は、曜日の時間としては表せません');
  }
  for (const clause of ofKind('also')) {
    if (cellsIn(clause.set.days).some((cell) => !cells[cell]!.length)) fail(clause, 'もとの時間が書かれていません');
  }

  let holidays = rule('holiday');
  const yearEnd = rule('yearEnd');
  if (clauses.some((clause) => 'set' in clause && clause.set?.restDayWord)) assume('「休日」を祝日と読みました');
  // Beside hours for the weekend, 「平日」 does not tell what holds on a holiday.
  if (weekdaysWord && !holidays && cellsIn(weekend).every((cell) => !cells[cell]!.length)) {
    holidays = 'closed';
    assume('「平日」を月～金曜日（祝日を除く）と読みました');
  } else if (weekdaysWord) assume('「平日」を月～金曜日と読みました');
  if (always && cells.some((spans) => !spans.length)) fail(ofKind('always')[0]!, '開いていない曜日と食い違っています');
  const ruleAt = clauses.findIndex((clause) => clause.kind === 'closed' && (clause.set.holiday || clause.set.yearEnd));
  if (ruleAt > 0 && clauses.slice(0, ruleAt).some(isOpen) && clauses.slice(ruleAt).some(isOpen)) {
    assume('祝日・年末年始の休みは、すべての曜日に当てはまると読みました');
  }
  const weekly = fromCells(cells);
  if (!weekly.length && !problems.length) fail(clauses[0] ?? { start: 0, end: Infinity }, '時間が書かれていません');
  return { hours: { weekly, ...(holidays && { holidays }), ...(yearEnd && { yearEnd }) }, problems };
};
