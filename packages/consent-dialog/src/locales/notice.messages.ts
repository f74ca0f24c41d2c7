import type { DayParts } from '@tsunagu/core';

/** The sentences of the explanation, sections 1 to 6. What the person reads is made of these and of names alone. */
export interface NoticeMessages {
  title: string;
  lead: readonly string[];
  headings: readonly [why: string, whom: string, what: string, howLong: string, takingBack: string, without: string];
  /** Before the purposes. `byPerson`: the person began of their own accord. */
  why: (byPerson: boolean) => string;
  /** Who asks: a desk, a person, both; one of them may be empty. */
  asks: (agency: string, person: string) => string;
  asksUnknown: string;
  whom: string;
  onlyThem: string;
  what: string;
  onlyThat: string;
  untilPlanEnds: string;
  untilDay: (day: DayParts) => string;
  untilEvent: (event: string) => string;
  afterwards: readonly string[];
  takingBack: readonly string[];
  ways: string;
  way: (way: string, detail: string) => string;
  takenBack: readonly string[];
  without: readonly string[];
  /** What the law allows without a yes. A person who learns it later has been misled. */
  law: (meeting: string) => string;
  section: (index: number, heading: string) => string;
}
