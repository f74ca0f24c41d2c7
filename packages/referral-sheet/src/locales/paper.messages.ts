import type { DayParts } from '@tsunagu/core';

/** What only the paper says; fields and choices have their names in `ReferralWords`. Readings in Aozora notation. */
export interface PaperMessages {
  list: (items: readonly string[]) => string;
  labelled: (label: string, text: string) => string;
  day: (day: DayParts) => string;
  /** A birth date, `YYYY-MM-DD`, as a form shows it. */
  birth: (date: string) => string;
  /** Any other day, `YYYY-MM-DD`. */
  date: (date: string) => string;
  age: (years: number) => string;
  people: (count: number) => string;
  number: (id: string) => string;
  page: (index: number, count: number) => string;
  /** Beside a section's heading where it goes on from the page before. */
  goesOn: string;
  /** At the foot of each page, for whoever stands at the FAX machine. */
  careful: string;

  head: {
    from: string;
    to: string;
    made: string;
    sent: string;
    /** Not sent yet: somebody prints a draft. */
    draft: string;
    phone: string;
    fax: string;
    worker: string;
    /** What the small code is, for a screen reader. */
    qr: string;
  };

  /** After the worst of the worries. */
  main: string;
  household: { relation: string; name: string; age: string; together: string; work: string };
  /** In the column `together`. */
  together: Readonly<Record<'yes' | 'no', string>>;
  kana: (name: string, kana: string) => string;
  /** 東内科（主治医、令和3年から） */
  with: (name: string, facts: readonly string[]) => string;
  /** A household member's remarks: 見本 花子・健康 */
  of: (who: string, what: string) => string;

  /** What the sheet rests on, in one sentence each. */
  basis: Record<'consent' | 'support-conference' | 'anonymous-advice' | 'nothing', string>;
  /** Label of the record's number. */
  record: string;

  reply: {
    how: string;
    received: string;
    desk: string;
    name: string;
    accept: string;
    askBack: string;
    passOn: string;
    passOnTo: string;
    giveBack: string;
    reason: string;
    /** Short forms of the reasons, in the order of `reasonIds`. */
    reasons: readonly string[];
    firstContact: string;
    nextStep: string;
    toPerson: string;
    back: string;
    /** A date to be filled in by pen. */
    blankDay: string;
  };

  codes: {
    side: string;
    title: string;
    how: readonly string[];
    part: (index: number, count: number) => string;
    qr: (index: number, count: number) => string;
  };

  /** For a sender with several desks to print for. */
  choose: { title: string; lead: string; cancel: string };
  /** The copy for the coordinator where nobody is named. */
  coordinator: string;
}
