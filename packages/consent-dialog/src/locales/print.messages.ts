import type { DayParts } from '@tsunagu/core';

/** What is on paper: receipts, and the dialog for a pen. Readings in Aozora notation. */
export interface PrintMessages {
  list: (items: readonly string[]) => string;
  labelled: (label: string, text: string) => string;
  day: (day: DayParts) => string;
  moment: (day: string, time: string) => string;
  page: (index: number, count: number) => string;

  receipt: {
    title: Record<'consent' | 'withdrawal', string>;
    /** A receipt that somebody else may see. */
    discreetTitle: string;
    keep: string;
    at: string;
    number: string;
    code: string;
    /** Under the QR. */
    scan: string;
    qr: string;
    asked: string;
    decidedBy: string;
    answer: Record<'given' | 'refused' | 'deferred' | 'asked', string>;
    /** Nothing goes out. */
    nothing: string;
    everything: string;
    until: string;
    untilPlanEnds: string;
    untilEvent: string;
    untilDay: (day: string) => string;
    takeBack: string;
    anyTime: string;
    goesOn: string;
    /** What was taken back; `name` of the agency, the item or the purpose, empty for all of it. */
    withdrawn: Record<'all' | 'agency' | 'item' | 'purpose', (name: string) => string>;
    /** Heading of what stands after a part was taken back. */
    still: string;
    fromNow: string;
    held: string;
    heldNone: string;
    /** It will be asked of them: said only where a confirmation is missing. */
    tell: string;
    acknowledged: string;
  };

  paper: {
    /** Headings of sections 7 to 10; 1 to 6 are the explanation's. */
    sections: readonly [decide: string, who: string, name: string, receipt: string];
    decideHow: string;
    /** What is left blank is not told. */
    decideBlank: string;
    all: string;
    purpose: string;
    columns: readonly [give: string, refuse: string, later: string];
    item: string;
    /** The table, or the rest of it, is on further sheets. `sheets`: how many. */
    elsewhere: (sheets: number, agencies: number, items: number) => string;
    /** The table goes on: agencies `from` to `to` of `count` are here. */
    part: (from: number, to: number, count: number) => string;
    table: string;
    by: string;
    expressers: readonly string[];
    representative: string;
    authority: string;
    how: string;
    methods: readonly string[];
    explainedBy: string;
    witness: string;
    support: string;
    language: string;
    until: string;
    name: string;
    date: string;
    receipt: string;
    number: string;
    notice: (version: string, variant: string) => string;
    hash: string;
  };
}
