/** What the paper of a sheet says, section by section, from the sheet alone. No DOM: for a printer of one's own as well. */
import { dayParts, mainPhone, shownNumber } from '@tsunagu/core';
import type { Redacted } from '@tsunagu/schema/consent';
import type { ConsultationWindow, Directory } from '@tsunagu/schema/directory';
import { tokyoDate } from '@tsunagu/schema/open-state';
import type { ReferralEvent, ReferralSheet } from '@tsunagu/schema/referral';
import { sectionIds, type ReferralWords, type SectionId } from '@tsunagu/schema/referral/words';
import { localize } from '@tsunagu/schema/text';
import type { PaperMessages } from '../locales/paper.messages.js';
import { sectionBlocks } from './section-blocks.js';
import { sheetCode } from './sheet-code.js';

/** What an agency has: the package of it, or its own copy. A whole sheet is never printed: see {@link PaperOptions}. */
export type PrintedSheet = Redacted<ReferralSheet>;

/** A label with what stands beside it. `ours`: it is one of our words, and may have readings; else it is somebody's text. */
export interface Fact {
  label: string;
  text: string;
  ours?: boolean;
}

export type PaperBlock =
  | { kind: 'facts'; facts: readonly Fact[] }
  /** Somebody's text, of any length; it may go on on the next page. */
  | { kind: 'text'; label?: string; text: string }
  /** Worries by name; the first is the worst where `main` says so. Only what is marked: a blank would say that something is no worry. */
  | { kind: 'marks'; main: boolean; names: readonly string[] }
  /** `ours`: by column, as in {@link Fact}. */
  | { kind: 'table'; head: readonly string[]; ours: readonly boolean[]; rows: readonly (readonly string[])[] }
  /** A sentence of ours. */
  | { kind: 'note'; text: string };

export interface PaperSection {
  id: SectionId;
  /** The number on the screen; 0 for the heading. */
  number: number;
  heading: string;
  /** Under the heading: how many live together. */
  aside?: string;
  blocks: readonly PaperBlock[];
}

/** A desk at the top of the sheet. What nobody knows is absent: on paper, a line to fill in. */
export interface PaperDesk {
  name: string;
  section?: string;
  worker?: string;
  phone?: string;
  fax?: string;
}

export interface PaperContent {
  title: string;
  /** The sheet's id: nothing of the person. */
  id: string;
  from: PaperDesk;
  to: PaperDesk;
  /** Dates, in the order in which they are shown. */
  dates: readonly Fact[];
  sections: readonly PaperSection[];
  /** Heading of the form for the reply, which has the last number. */
  reply: string;
  /** Of the small code (`sheetCode`). */
  code: string;
}

export interface PaperOptions {
  /**
   * What the agency may have: `packageFor(…).document`, or the sheet a desk was handed. Of a whole sheet (it has its `salt`) nothing is printed:
   * `paperContent` throws a `TypeError`, since nobody's consent was asked.
   */
  sheet: PrintedSheet;
  /** That agency's record (`recordFor`); empty: a draft. */
  events: readonly ReferralEvent[];
  directory?: Directory;
  /** The desk the paper is for, where it is not the first (`sheet.to`). */
  agency?: { agency: string; name?: string };
  words: ReferralWords;
  messages: PaperMessages;
  /** Worries by id, in the language of `words`. */
  topics: (id: string) => string;
  language?: string;
  /** When it is printed: for ages. */
  at: Date;
}

const deskOf = (
  { directory, language }: PaperOptions,
  { agency, name, section, worker }: { agency?: string; name?: string; section?: string; worker?: string },
): PaperDesk => {
  const window: ConsultationWindow | undefined = directory?.windows.find(({ id }) => id === agency);
  const phone = window && mainPhone(window);
  const fax = window?.fax;
  return {
    name: name ?? (window ? localize(window.name, language) : agency) ?? '',
    ...(section !== undefined && { section }),
    ...(worker !== undefined && { worker }),
    ...(phone && { phone: shownNumber(phone) }),
    ...(fax && { fax: shownNumber(fax) }),
  };
};

/** Everything that is on the paper. Pure. */
export function paperContent(options: PaperOptions): PaperContent {
  const { sheet, events, words, messages, agency } = options;
  if ('salt' in sheet) throw new TypeError('A whole sheet is not printed: print what packageFor() gives for the agency.');
  const { from = {}, to = {}, coordinator = {}, id = '' } = sheet;
  const named = to as { agency?: string; name?: string };
  const toOf = agency ?? (named.agency === undefined ? { ...coordinator, name: coordinator.name ?? messages.coordinator } : named);
  const last = events.at(-1);
  return {
    title: words.title,
    id,
    from: deskOf(options, from),
    to: deskOf(options, toOf),
    dates: datesOf(options),
    sections: sectionIds
      .map((section, number): PaperSection => {
        const people = section === 'household' ? sheet.household?.size : undefined;
        const aside = people === undefined ? undefined : messages.people(people);
        const blocks = sectionBlocks(section, options);
        // Blocks go on pages: what stands beside none of them would be lost.
        const alone = aside !== undefined && !blocks.length;
        return {
          id: section,
          number,
          // Where it comes from and where it goes stands in the band above.
          heading: section === 'head' ? words.sheet.person : words.sections[section],
          ...(aside !== undefined && !alone && { aside }),
          blocks: alone ? [{ kind: 'note', text: aside }] : blocks,
        };
      })
      .filter(({ blocks }) => blocks.length),
    reply: words.sections.reply,
    code: sheetCode({ id, seq: last ? last.seq + 1 : 0, hash: last?.hash ?? '' }),
  };
}

function datesOf({ sheet, events, words, messages }: PaperOptions): Fact[] {
  const day = (at: Date): string => messages.day(dayParts(at));
  const made = sheet.createdAt === undefined ? undefined : new Date(sheet.createdAt);
  const sent = events.findLast(({ type }) => type === 'sent');
  const due = events.findLast((event) => 'respondBy' in event && event.respondBy !== undefined) as { respondBy?: string } | undefined;
  const respondBy = due?.respondBy ?? sheet.respondBy;
  return [
    ...(sent
      ? [{ label: messages.head.sent, text: day(new Date(sent.at)), ours: true }]
      : [
          ...(made ? [{ label: messages.head.made, text: day(made), ours: true }] : []),
          { label: messages.head.sent, text: messages.head.draft, ours: true },
        ]),
    ...(respondBy === undefined ? [] : [{ label: words.sheet.respondBy, text: day(tokyoDate(respondBy, 0)), ours: true }]),
  ];
}
