/**
 * What the ids of a consent are called. Nothing is ever hidden for want of a name: an id that neither we, the directory nor the request can name is
 * shown as it is.
 */
import { withoutRuby, type Language } from '@tsunagu/core';
import type { ConsentEvent, RequestDraft } from '@tsunagu/schema/consent';
import type { Directory, LocalizedText } from '@tsunagu/schema/directory';
import type { AskWords } from './locales/ask-words.ja.js';
import type { FairReadings } from './reading.js';

/** Names that a request brings for ids of the city's own. They are frozen with it, so that a record can be read without its directory. */
export interface RequestLabels {
  purposes?: Readonly<Record<string, LocalizedText>>;
  items?: Readonly<Record<string, LocalizedText>>;
  agencies?: Readonly<Record<string, LocalizedText>>;
}

/** A request that names what only the city knows. */
export type NamedRequest = RequestDraft & { labels?: RequestLabels };

/** The names that a record's questions brought, the latest for each id: a record is read by them where no question is open. */
export function labelsIn(events: readonly ConsentEvent[]): RequestLabels {
  const merged: Record<keyof RequestLabels, Record<string, LocalizedText>> = { purposes: {}, items: {}, agencies: {} };
  for (const event of events) {
    if (event.type !== 'requested') continue;
    for (const kind of ['purposes', 'items', 'agencies'] as const) {
      const brought = own(event.request.labels, kind);
      if (typeof brought === 'object') Object.assign(merged[kind], brought);
    }
  }
  return merged;
}

export type NameKind =
  'purpose' | 'purposeShort' | 'item' | 'expresser' | 'method' | 'way' | 'decision' | 'status' | 'reason' | 'ending' | 'flaw';

export interface AgencyName {
  id: string;
  /** The official name; in やさしい日本語 with its reading, in English with the Japanese name beside it. */
  name: string;
  /** What it is called for short; the name where it has no shorter one. */
  short: string;
  /** Reading in hiragana, where the directory has it. */
  kana?: string;
  /** Is it in the directory? */
  known: boolean;
}

export interface NameSource {
  language: Language;
  /** Names that these do not have are shown by their ids. */
  words: AskWords;
  directory?: Directory | undefined;
  /** `request.labels`. Never trusted: may hold anything. */
  labels?: RequestLabels | undefined;
}

/** Names in one language. All may hold readings in Aozora notation where the language is やさしい日本語, and nowhere else. */
export interface Names {
  readonly language: Language;
  readonly words: AskWords;
  of(kind: NameKind, id: string): string;
  agency(id: string): AgencyName;
  /** Names in their order; where two ids have one name, the ids tell them apart. */
  list(kind: NameKind | 'agency', ids: readonly string[]): string[];
  /** The city's words for 重層的支援会議 and 支援会議. */
  readonly planMeeting: string;
  readonly supportMeeting: string;
}

/** Longer labels are cut: a notice has room for every agency. */
const longest = 100;

const own = (record: unknown, key: string): unknown =>
  typeof record === 'object' && record !== null && Object.hasOwn(record, key) ? (record as Record<string, unknown>)[key] : undefined;

/**
 * A line that strangers wrote, fit to stand in a sentence: no line breaks, no marks that turn text round or hide it, no false readings. Empty when
 * nothing to be seen is left. `readings`: readings that are as they should be stay.
 */
export function tidyLine(text: string, { readings, most = longest }: { readings?: FairReadings | undefined; most?: number } = {}): string {
  const whole = text.length <= 4 * most;
  const line = text
    .slice(0, 4 * most)
    .replace(/[\s\u2800\u3164]+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replace(/ +/g, ' ')
    .trim();
  if (whole && readings?.hasFairRuby(line) && line.length <= 2 * most) return line;
  const plain = withoutRuby(line).replaceAll('《', '〈').replaceAll('》', '〉').replaceAll('｜', '|');
  return plain && (plain.length > most || !whole) ? `${plain.slice(0, most - 1).replace(/\p{Cs}$/u, '')}…` : plain;
}

/** The text of a label in a language, else in Japanese; undefined where it holds nothing that can be seen. */
function labelled(label: unknown, language: Language, readings?: FairReadings): string | undefined {
  const at = (key: string): string | undefined => {
    const text = typeof label === 'string' ? label : own(label, key);
    return (typeof text === 'string' && tidyLine(text, { readings })) || undefined;
  };
  return at(language) ?? at('ja');
}

/** Names from our own words, the city's directory and the request, in that order. */
export function namesOf({ language, words, directory, labels }: NameSource): Names {
  const ours = words.names;
  const { readings } = words;
  /** The city's word for a meeting; ours where it has none in that language, since ours is explained and has its reading. */
  const meeting = (id: 'plan-meeting' | 'support-meeting', word: string): string => {
    const label = own(directory?.labels?.forums, id);
    return (language === 'ja' || own(label, language) !== undefined ? labelled(label, language, readings) : undefined) ?? word;
  };
  const planMeeting = meeting('plan-meeting', ours.planMeeting);

  const agency = (id: string): AgencyName => {
    const desk = directory?.windows.find((window) => window.id === id);
    const known = desk !== undefined;
    const label = labelled(desk?.name, language, readings) ?? labelled(own(labels?.agencies, id), language, readings);
    if (label === undefined) return { id, name: tidyLine(id), short: tidyLine(id), known };
    const kana = labelled(desk?.kana, 'ja');
    const ja = labelled(desk?.name, 'ja') ?? label;
    const name = readings ? readings.withReading(label, kana) : language === 'en' && ja !== label ? `${label} (${ja})` : label;
    return { id, name, short: labelled(desk?.shortName, language, readings) ?? name, ...(kana && { kana }), known };
  };
  const of = (kind: NameKind, id: string): string => {
    const word = own(own(ours, kind), id);
    if (typeof word === 'string') return word;
    if (typeof word === 'function') return ours.purpose['plan-meeting'](planMeeting);
    const given = kind === 'item' ? labels?.items : kind === 'purpose' || kind === 'purposeShort' ? labels?.purposes : undefined;
    return labelled(own(given, id), language, readings) ?? tidyLine(id);
  };

  return {
    language,
    words,
    planMeeting,
    supportMeeting: meeting('support-meeting', ours.supportMeeting),
    of,
    agency,
    list(kind, ids) {
      const named = ids.map((id) => (kind === 'agency' ? agency(id).name : of(kind, id)));
      const plain = named.map(withoutRuby);
      return named.map((name, index) =>
        plain.some((other, at) => at !== index && other === plain[index]) ? `${name}（${ids[index]!}）` : name,
      );
    },
  };
}

/** One name, where a whole set is not wanted: `nameOf('item', 'health', { language: 'ja', words: wordsJa })`. */
export const nameOf = (kind: NameKind | 'agency', id: string, source: NameSource): string =>
  kind === 'agency' ? namesOf(source).agency(id).name : namesOf(source).of(kind, id);
