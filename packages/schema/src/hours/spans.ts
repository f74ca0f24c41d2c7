import type { Weekday, WeeklySpan } from '../directory/hours.schema.js';
import { weekdayOrder } from '../calendar/tokyo.js';

/** Minutes after 0:00; `to` may pass midnight. */
export interface Span {
  from: number;
  to: number;
  byAppointment: boolean;
}

/** A set of days: for each weekday (Monday first) a bit mask of the 1st…5th of the month. */
export type Days = number[];

/** Spans of each of 35 cells: weekday × 5 + (nth − 1). Every rule about days becomes plain work on cells. */
export type Cells = Span[][];

export const everyWeek = 0b11111;
export const noDays = (): Days => [0, 0, 0, 0, 0, 0, 0];
export const daysOf = (indexes: readonly number[]): Days => noDays().map((_, day) => (indexes.includes(day) ? everyWeek : 0));
export const overlaps = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;
export const emptyCells = (): Cells => Array.from({ length: 35 }, () => []);

export const cellsIn = (days: Days): number[] => {
  const cells: number[] = [];
  days.forEach((mask, day) => {
    for (let nth = 0; nth < 5; nth++) if (mask & (1 << nth)) cells.push(day * 5 + nth);
  });
  return cells;
};

const minutes = (time: string): number => +time.slice(0, -3) * 60 + +time.slice(-2);
const pad = (n: number): string => String(n).padStart(2, '0');
export const clock = (value: number): string => `${pad(Math.floor(value / 60))}:${pad(value % 60)}`;

const nthList = (mask: number): number[] => [1, 2, 3, 4, 5].filter((n) => mask & (1 << (n - 1)));

/** What remains of `span` without `gap`. */
export const without = (span: Span, gap: Pick<Span, 'from' | 'to'>): Span[] =>
  [
    { ...span, to: Math.min(span.to, gap.from) },
    { ...span, from: Math.max(span.from, gap.to) },
  ].filter(({ from, to }) => from < to);

/** A day that ends at `time`, earlier or later than its spans say; `spans` are in order. */
export const endingAt = (spans: readonly Span[], time: number): Span[] => {
  const last = spans.at(-1)!;
  if (time > last.from) return [...spans.slice(0, -1), { ...last, to: time }];
  return spans.flatMap((span) => without(span, { from: time, to: Infinity }));
};

/** A day that begins at `time`. */
export const beginningAt = ([first, ...rest]: readonly Span[], time: number): Span[] => {
  if (time < first!.to) return [{ ...first!, from: time }, ...rest];
  return rest.flatMap((span) => without(span, { from: -1, to: time }));
};

/** Spans in order, none overlapping: those without appointment win over those with, and overlapping equals become one. */
const settle = (spans: readonly Span[]): Span[] => {
  const settled: Span[] = [];
  const inOrder = [...spans].sort((a, b) => +a.byAppointment - +b.byAppointment || a.from - b.from || a.to - b.to);
  for (const span of inOrder) {
    const last = settled.at(-1);
    if (last?.byAppointment === span.byAppointment && span.from < last.to) last.to = Math.max(last.to, span.to);
    else settled.push({ ...span });
  }
  const walkIn = settled.filter((span) => !span.byAppointment);
  const booked = settled.filter((span) => span.byAppointment);
  const left = booked.flatMap((span) => walkIn.reduce((rest, gap) => rest.flatMap((part) => without(part, gap)), [span]));
  return [...walkIn, ...left].sort((a, b) => a.from - b.from);
};

export const toCells = (weekly: readonly WeeklySpan[]): Cells => {
  const cells = emptyCells();
  for (const { days, nth = [1, 2, 3, 4, 5], from, to, byAppointment } of weekly) {
    for (const day of new Set<Weekday>(days)) {
      for (const n of new Set(nth)) {
        cells[weekdayOrder.indexOf(day) * 5 + n - 1]!.push({
          from: minutes(from),
          to: minutes(to),
          byAppointment: byAppointment === true,
        });
      }
    }
  }
  return cells.map(settle);
};

/**
 * The one canonical list for a week, every day told whole: days with the same hours share their entries, in order of the first day,
 * then of nth, then of time.
 */
export const fromCells = (cells: Cells): WeeklySpan[] => {
  const groups = new Map<string, { spans: Span[]; mask: number; days: number[] }>();
  weekdayOrder.forEach((_, day) => {
    const own = new Map<string, { spans: Span[]; mask: number }>();
    cells.slice(day * 5, day * 5 + 5).forEach((spans, nth) => {
      const key = spans.map(({ from, to, byAppointment }) => `${from}-${to}${byAppointment ? '*' : ''}`).join();
      const alike = own.get(key) ?? { spans, mask: 0 };
      alike.mask |= 1 << nth;
      own.set(key, alike);
    });
    for (const [key, { spans, mask }] of own) {
      const group = groups.get(`${mask} ${key}`) ?? { spans, mask, days: [] };
      group.days.push(day);
      groups.set(`${mask} ${key}`, group);
    }
  });
  return [...groups.values()].flatMap(({ spans, mask, days }) =>
    spans.map((span) => ({
      days: days.map((day) => weekdayOrder[day]!),
      from: clock(span.from),
      to: clock(span.to),
      ...(mask !== everyWeek && { nth: nthList(mask) }),
      ...(span.byAppointment && { byAppointment: true }),
    })),
  );
};
