import type { Channel, ConsultationWindow, Directory } from '@tsunagu/schema/directory';
import { openState, type OpenState } from '@tsunagu/schema/open-state';
import { digits } from '@tsunagu/schema/text';
import { channelsOf, toInstant } from '../findable.js';
import { indexDesks, type DeskIndex } from './desks.js';
import { emergencyFor, servicesFor } from './fallback.js';
import { NameScanner } from './names.js';
import { Places, type FoundCatchment } from './places.js';
import { rankByWorry, topicsMet } from './rank.js';
import type { Finder, FinderOptions, FindQuery, FindResult, FoundWindow, Reason } from './types.js';
import { clear, dangerCues, dangersIn, hearWorries, readText, worryCues, type SpokenText, type Worry } from './words.js';

export { serviceState } from './fallback.js';
export type { Finder, FinderOptions, FindQuery, FindResult, FoundService, FoundWindow, Reason, Vocabulary } from './types.js';

/** A finder over a directory that has passed `parseDirectory`. */
export function createFinder(directory: Directory, options: FinderOptions = {}): Finder {
  const steps = createFinderInSteps(directory, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps of at most a few milliseconds each, so that a page stays alive with 50,000 desks. */
export function* createFinderInSteps(directory: Directory, options: FinderOptions = {}): Generator<void, Finder> {
  const cues = worryCues(directory, options.vocabularies);
  const dangers = dangerCues();
  yield;
  const index = yield* indexDesks(directory, cues);
  const places = new Places(directory);
  const names = new NameScanner(index);
  let romaji = options.romaji;

  const readings = (text: string): SpokenText[] => {
    const typed = readText(text);
    if (!romaji || !hasLatin(text)) return [typed];
    // A word that romaji does not explain to its last letter is not Japanese ("money").
    const kana = readText(
      text
        .split(/\s+/)
        .map((word) => (hasLatin(word) ? withoutLatin(romaji!(word)) : word))
        .join(' '),
    );
    return kana.whole && kana.whole !== typed.whole ? [typed, kana] : [typed];
  };

  return {
    find(query) {
      const at = momentOf(query.at) ?? options.now?.() ?? new Date();
      const text = (query.text ?? '').slice(0, longestText);
      const spoken = readings(text);
      const wholes = spoken.map((each) => each.whole).filter(Boolean);
      const catchments = [...(query.area ? places.asked(query.area) : []), ...(text.trim() ? places.within(text) : [])];
      const danger = dangersIn(wholes, dangers);
      const worries = hearWorries(wholes, spoken.at(-1)!.beginning, query.topics ?? [], cues);
      const named = nameMatches(text, spoken, names, worries);
      const asksNothing = !text.trim() && !query.topics?.length && !query.area?.trim();
      const order = asksNothing ? index.desks.map((_, desk) => desk) : arrange(index, worries, named, catchments);
      const matched = asksNothing || order.length > 0;

      const wanted = matched ? order : index.catchAll;
      const kept = query.channels?.length ? wanted.filter((desk) => offers(index, desk, query.channels!)) : wanted;
      const state = statesAt(at, index, directory);
      const show = (desk: number): FoundWindow => ({
        window: index.desks[desk]!.window,
        reasons: reasonsFor(desk, index, worries, named, catchments),
        open: state(desk),
      });
      const open = query.openNow ? kept.filter((desk) => state(desk).state === 'open') : kept;
      return {
        emergency: emergencyFor(danger, directory, at),
        windows: open.slice(0, query.limit ?? 50).map(show),
        total: open.length,
        matched,
        understood: {
          topics: plainly(worries).flatMap((worry) => worry.topics.map(({ id, words }) => ({ id, words }))),
          areas: catchments.map((each) => each.matched),
          dangers: danger,
        },
        fallback: {
          windows: index.catchAll.map((desk) => ({
            window: index.desks[desk]!.window,
            reasons: [{ kind: 'accepts-all' }],
            open: state(desk),
          })),
          services: servicesFor(directory, at),
        },
      } satisfies FindResult;
    },
    async ready(text) {
      if (romaji || !hasLatin(text)) return false;
      const { toHiragana } = await import('wanakana');
      romaji = (latin) =>
        toHiragana(
          latin
            .normalize('NFKC')
            .toLowerCase()
            .replace(/[āīūēō]/g, (vowel) => longVowels[vowel]!),
        );
      return true;
    },
  };
}

/** The worries that were named; the hints when there is nothing else. */
function plainly(worries: readonly Worry[]): readonly Worry[] {
  const named = worries.filter((worry) => worry.score >= clear);
  return named.length ? named : worries;
}

const longVowels: Record<string, string> = { ā: 'aa', ī: 'ii', ū: 'uu', ē: 'ei', ō: 'ou' };
/** A worry is a few sentences; what comes after is not read, so that a pasted book does not stall the page. */
const longestText = 1000;

const hasLatin = (text: string): boolean => /[a-zāīūēō]/i.test(text.normalize('NFKC'));
const withoutLatin = (word: string): string => (hasLatin(word) ? '' : word);
const momentOf = (at: FindQuery['at']): Date | undefined =>
  at instanceof Date ? (Number.isNaN(at.getTime()) ? undefined : at) : toInstant(at);

/** Open states at a moment; desks that print the same hours are reckoned once, unless a closure names one of them. */
function statesAt(at: Date, { desks }: DeskIndex, { calendar }: Directory): (desk: number) => OpenState {
  const known = new Map<unknown, OpenState>();
  const apart = new Set(calendar?.closures?.flatMap((closure) => closure.windows ?? []));
  return (desk) => {
    const { window } = desks[desk]!;
    const key = apart.has(window.id) ? window.id : hoursKey(window);
    let state = known.get(key);
    if (!state) known.set(key, (state = openState(window, at, calendar)));
    return state;
  };
}

const hoursKeys = new WeakMap<object, string>();
function hoursKey({ hours }: ConsultationWindow): string {
  if (!hours) return '';
  let key = hoursKeys.get(hours);
  if (key === undefined) hoursKeys.set(hours, (key = JSON.stringify(hours)));
  return key;
}

const offers = (index: DeskIndex, desk: number, channels: readonly Channel[]): boolean =>
  channelsOf(index.desks[desk]!.window).some((channel) => channels.includes(channel));

/** Desks found by name or number, and how to say so; kept in groups, as one word can name ten thousand of them. */
interface NamedGroup {
  desks: readonly number[];
  reason: Reason;
}

interface Named {
  /** The whole text is (part of) a name, or a name stands in it: more certain than a worry. */
  first: NamedGroup[];
  /** Words of the text stand in names or descriptions. */
  then: NamedGroup[];
}

function nameMatches(text: string, spoken: readonly SpokenText[], names: NameScanner, worries: readonly Worry[]): Named {
  const named: Named = { first: [], then: [] };
  const matched = text.trim();
  if (/^[\d\s()+.-]+$/.test(text.normalize('NFKC').replace(/[‐‑‒–—―−ー]/g, '-')) && digits(text).length >= 3) {
    named.first.push({ desks: names.byNumber(digits(text)), reason: { kind: 'phone', matched } });
  }
  // A word of the vocabulary (介護) is a worry before it is part of a name; anything longer (介護保険課) is a name.
  const isWorry = worries.some((worry) => worry.topics.some((topic) => topic.whole));
  for (const { whole, tokens } of [...spoken].reverse()) {
    const { called, mentioned } = names.scan(tokens);
    named[isWorry || whole.length < 2 ? 'then' : 'first'].push({ desks: called, reason: { kind: 'name', matched } });
    named.then.push({ desks: mentioned, reason: { kind: 'name', matched } });
    if (isWorry || called.length) continue;
    for (const each of tokens.flatMap((token) => names.namedIn(token))) {
      named.first.push({ desks: [each.at], reason: { kind: 'name', matched: each.matched } });
    }
  }
  return named;
}

/** Catchment before everything, then a name that was said, then the worries, then words met elsewhere. */
function arrange(index: DeskIndex, worries: readonly Worry[], named: Named, catchments: readonly FoundCatchment[]): number[] {
  const here = new Set(catchments.map((each) => each.catchment.id));
  const byWorry = rankByWorry(worries, index, here);
  const isLocal = (at: number): boolean => index.desks[at]!.window.catchments?.some((id) => here.has(id)) ?? false;
  const ranked: number[] = [];
  const seen = new Uint8Array(index.desks.length);
  const add = (desks: readonly number[]): void => {
    for (const at of desks) {
      if (seen[at]) continue;
      seen[at] = 1;
      ranked.push(at);
    }
  };
  if (here.size) {
    add(byWorry.filter(isLocal));
    add(index.desks.flatMap((_, at) => (isLocal(at) ? [at] : [])));
  }
  for (const group of named.first) add(group.desks);
  const wasNamed = ranked.length > 0 && !here.size;
  add(byWorry);
  for (const group of named.then) add(group.desks);
  // One or two desks alone leave somebody whom they do not fit without a next step.
  if (worries.length && !wasNamed) for (const at of index.catchAll) if (ranked.length < 3) add([at]);
  return ranked;
}

function reasonsFor(
  desk: number,
  index: DeskIndex,
  worries: readonly Worry[],
  named: Named,
  catchments: readonly FoundCatchment[],
): Reason[] {
  const { window, topics } = index.desks[desk]!;
  const reasons: Reason[] = catchments
    .filter(({ catchment }) => window.catchments?.includes(catchment.id))
    .map(({ catchment, matched }) => ({ kind: 'area', catchment, matched }));
  const name = [...named.first, ...named.then].find(({ desks }) => desks.includes(desk));
  if (name) reasons.push(name.reason);
  for (const { id, words } of topicsMet(index.topicSets[topics]!, worries)) reasons.push({ kind: 'topic', topic: id, words });
  if (!reasons.length && window.acceptsAll) reasons.push({ kind: 'accepts-all' });
  return reasons;
}
