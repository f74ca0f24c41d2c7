import type { Days, Span } from './spans.js';

/** The days a clause speaks of. */
export interface DaySet {
  days: Days;
  holiday: boolean;
  yearEnd: boolean;
  /** 平日 or 休日 was written: words that need an assumption. */
  weekdaysWord: boolean;
  restDayWord: boolean;
  /** Only a blank stands between two of its days: 「月～金 祝日を除く」 may mean either. */
  loose: boolean;
}

interface Piece {
  start: number;
  end: number;
}

/** Times, and their days once known. `aside`: within brackets, or after 「ただし」 (`instead` of what was said before). */
export type OpenClause = Piece & {
  kind: 'open';
  set: DaySet | undefined;
  spans: Span[];
  allDay: boolean;
  aside: 'bracket' | 'instead' | undefined;
};

/** What a phrase says, clause by clause, before it is put together. */
export type Clause =
  | OpenClause
  | (Piece &
      (
        | { kind: 'until' | 'from'; set: DaySet; time: number }
        | { kind: 'closed'; set: DaySet; listed: boolean }
        | { kind: 'also'; set: DaySet }
        | { kind: 'byAppointment'; set: DaySet | undefined; bound: 'bracket' | 'near' | 'far' }
        | { kind: 'break'; set: DaySet | undefined; spans: Span[] }
        | { kind: 'always' }
      ));

export interface Problem extends Piece {
  why?: string;
}

export const hasDays = (set: DaySet): boolean => set.days.some((mask) => mask > 0);

export const isSameSet = (a: DaySet, b: DaySet): boolean =>
  a.holiday === b.holiday && a.yearEnd === b.yearEnd && a.days.every((mask, day) => mask === b.days[day]);
