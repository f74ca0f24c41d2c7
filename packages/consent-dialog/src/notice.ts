/**
 * The explanation a person reads before they decide: sections 1 to 6. What is on the screen and on paper is rendered from a {@link Notice} and from
 * nothing else, and `frozen.text` is every character of it, so that its hash covers exactly what was read.
 */
import { withoutRuby, type DayParts } from '@tsunagu/core';
import type { NoticeText } from '@tsunagu/schema/consent';
import { tidyLine, type NamedRequest, type Names } from './names.js';
import type { NoticeMessages } from './locales/notice.messages.js';

/** Version of our sentences: it changes with every change to them. A city's own sentences bring their own. */
export const noticeVersion = 'tsunagu-2026-11';

/** Something to be said, in one element. `lang` where it is not the text's own. */
export interface NoticeLine {
  text: string;
  lang?: 'ja';
}

export interface NoticeSection {
  /** 1 to 6; the same on screen and on paper. */
  number: number;
  /** Without its number. */
  heading: string;
  before: readonly NoticeLine[];
  /** One entry for each purpose, agency, item or way; empty where the section has none. */
  list: readonly NoticeLine[];
  after: readonly NoticeLine[];
}

export interface NoticeContent {
  title: string;
  lead: readonly NoticeLine[];
  sections: readonly NoticeSection[];
  /** What is frozen: version, language, variant and the whole text, line by line. */
  frozen: NoticeText;
}

/**
 * `plain`: Japanese and English. `easy-furigana`, `easy`: やさしい日本語 with readings above the kanji (in Aozora notation in the text) and without:
 * whoever read the one has not read the other.
 */
export type NoticeVariant = 'plain' | 'easy-furigana' | 'easy';

/** The variant of a language. */
export const variantOf = (language: Names['language'], furigana: boolean): NoticeVariant =>
  language === 'ja-x-easy' ? (furigana ? 'easy-furigana' : 'easy') : 'plain';

/** A line that begins in Japanese: a desk without an English name. */
const japanese = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** A day `YYYY-MM-DD` in its parts; undefined when the calendar has no such day. */
function partsOf(date: string): DayParts | undefined {
  const at = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(at.getTime()) || !at.toISOString().startsWith(date)) return undefined;
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(), weekday: (at.getUTCDay() + 6) % 7 };
}

/** How long, in a sentence. Easy texts keep what a city wrote as it is. */
export function periodWords(period: NamedRequest['period'], messages: NoticeMessages): string {
  if (period.until === 'plan-end') return messages.untilPlanEnds;
  if (period.until === 'event') return messages.untilEvent(tidyLine(period.event, { most: 300 }) || '―');
  const day = partsOf(period.date);
  return day ? messages.untilDay(day) : messages.untilEvent(tidyLine(period.date));
}

/**
 * The explanation of a request in the language of `names`. The same request and names give the same characters, always. `furigana`: whether readings
 * are shown.
 */
export function noticeFor(
  request: NamedRequest,
  names: Names,
  { furigana = true, version = noticeVersion }: { furigana?: boolean; version?: string } = {},
): NoticeContent {
  const messages = names.words.notice;
  const easy = names.language === 'ja-x-easy';
  const write = (text: string): string => (easy && furigana ? text : withoutRuby(text));
  const say = (text: string): NoticeLine => ({ text: write(text), ...(names.language === 'en' && japanese.test(text) && { lang: 'ja' }) });

  const { askedBy } = request;
  const desk = askedBy?.agency === undefined ? '' : names.agency(askedBy.agency).name;
  const person = askedBy?.name === undefined ? '' : tidyLine(askedBy.name);
  const lists = {
    purposes: names.list('purpose', request.purposes).map(say),
    agencies: names.list('agency', request.agencies).map(say),
    items: names.list('item', request.items).map(say),
    ways: request.withdrawal.map(({ way, detail }) =>
      say(messages.way(names.of('way', way), detail === undefined ? '' : tidyLine(detail, { most: 500 }))),
    ),
  };
  const parts: Omit<NoticeSection, 'number' | 'heading'>[] = [
    {
      before: [say(messages.why(request.startedBy === 'person'))],
      list: lists.purposes,
      after: [say(desk || person ? messages.asks(desk, person) : messages.asksUnknown)],
    },
    { before: [say(messages.whom)], list: lists.agencies, after: [say(messages.onlyThem)] },
    { before: [say(messages.what)], list: lists.items, after: [say(messages.onlyThat)] },
    { before: [say(periodWords(request.period, messages))], list: [], after: messages.afterwards.map(say) },
    { before: [...messages.takingBack, messages.ways].map(say), list: lists.ways, after: messages.takenBack.map(say) },
    { before: messages.without.map(say), list: [], after: [say(messages.law(names.supportMeeting))] },
  ];
  const sections = parts.map((part, index) => ({ number: index + 1, heading: write(messages.headings[index]!), ...part }));
  const title = write(messages.title);
  const lead = messages.lead.map(say);
  const text = [
    title,
    ...lead.map((line) => line.text),
    ...sections.flatMap(({ number, heading, before, list, after }) => [
      '',
      messages.section(number, heading),
      ...before.map((line) => line.text),
      ...list.map((line) => `・${line.text}`),
      ...after.map((line) => line.text),
    ]),
  ].join('\n');
  return {
    title,
    lead,
    sections,
    frozen: { version, language: names.language === 'en' ? 'en' : 'ja', variant: variantOf(names.language, furigana), text },
  };
}
