import type { Catchment, Danger, Directory } from '@tsunagu/schema/directory';
import { openState, toInstant, type OpenState } from '@tsunagu/schema/open-state';
import { createNormaliser, digits } from '@tsunagu/schema/text';
import { createCueFinder, policeWaits, readTopics, wordList, type Words } from '@tsunagu/schema/vocabulary';
import { channelsOf } from '../findable.js';
import { indexDesks, put, type Desk } from './desks.js';
import { whoAnswers } from './fallback.js';
import type { Finder, FinderOptions, FindResult, FoundWindow, Reason } from './types.js';
import { hearWorries, plainly, rankByWorry, topicsMet } from './worries.js';

/** A worry is a few sentences; what comes after is not read, so that a pasted book does not stall the page. */
const longestText = 1000;

const hasLatin = (text: string): boolean => /[a-z]/i.test(text);

/** Desks found by name or number, and how to say so; kept in groups, as one word can name ten thousand of them. */
interface Named {
  desks: readonly Desk[];
  reason: Reason;
  /** More certain than a worry. */
  first: boolean;
}

/** The longest names that stand in a folded text: 北新町 is not 新町. Three kana count only where it begins: elsewhere they are met by chance. */
function within<T>(text: string, names: ReadonlyMap<string, T[]>): { name: string; found: T[] }[] {
  const hits: { name: string; found: T[] }[] = [];
  for (let length = Math.min(30, text.length); length > 1; length--) {
    for (let at = 0; at + length <= text.length; at++) {
      const name = text.slice(at, at + length);
      const found = names.get(name);
      if (!found || (at && /^[ぁ-ん]{2,3}$/.test(name))) continue;
      hits.push({ name, found });
      text = text.replace(name, '\n');
    }
  }
  return hits;
}

/** Marks the desks of some groups in `found`, and counts those that were not marked. */
function mark(found: Uint8Array, groups: readonly (readonly Desk[])[]): number {
  let count = 0;
  for (const group of groups)
    for (const { at } of group) {
      count += 1 - found[at]!;
      found[at] = 1;
    }
  return count;
}

/** What a finder listens for: all of them add up. */
export type WithWords = FinderOptions & { words: readonly Words[] };

/** A finder over a directory that has passed `parseDirectory`. */
export function createFinder(directory: Directory, options: WithWords): Finder {
  const steps = createFinderInSteps(directory, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps of at most a few milliseconds each, so that a page stays alive with 50,000 desks. */
export function* createFinderInSteps(
  directory: Directory,
  { words, vocabularies = [], romaji, now = () => new Date() }: WithWords,
): Generator<void, Finder> {
  const normalise = createNormaliser(words.map(({ readings }) => readings).join(' '));
  yield;
  const lists = Object.assign({}, ...words.map((some) => some.lists)) as Words['lists'];
  const cues = createCueFinder(normalise, lists);
  const dangerCues = createCueFinder(normalise, lists);
  for (const some of words) {
    for (const topic of readTopics(some)) {
      cues.add(topic.id, topic.words);
      yield;
    }
    for (const [danger, line] of Object.entries(some.dangers)) dangerCues.add(danger, wordList(line));
  }
  for (const [id, topic] of [
    ...vocabularies.flatMap(Object.entries<{ words?: readonly string[] }>),
    ...(directory.topics ?? []).map((topic) => [topic.id, topic] as const),
  ])
    cues.add(id, topic.words ?? []);
  const index = yield* indexDesks(directory, normalise, cues);
  const { desks, byName, catchAll } = index;
  const byArea = new Map<string, { catchment: Catchment; matched: string }[]>();
  for (const catchment of directory.catchments ?? []) {
    const know = (matched: string, spelling: string): void => put(byArea, spelling, { catchment, matched });
    // No folded text has a mark in it.
    know(catchment.label ?? catchment.id, `#${catchment.id}`);
    for (const { name, kana = '', postalCodes = [] } of catchment.areas ?? []) {
      know(name, normalise(name));
      // Two kana (いま, なか) are met in too many sentences to be a place.
      if (kana.length > 2) know(name, normalise(kana));
      for (const code of postalCodes) know(code, digits(code));
    }
  }
  const closures = JSON.stringify(directory.calendar ?? '');
  /** The last scans by word: while a word grows, only the desks that had the shorter one are looked at again. */
  let scans = new Map<string, Desk[]>();

  /** What is true for a minute: a list asks again on every key stroke. */
  let known: { minute: number; states: Map<string, OpenState>; answers: Map<string, ReturnType<typeof whoAnswers>> } = {
    minute: NaN,
    states: new Map(),
    answers: new Map(),
  };

  /** Folds what was typed; kana cut short by an input method (ひきk) loses the open letter. */
  const read = (text: string): { whole: string; tokens: string[] } => {
    const typed = text
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/([ぁ-ヺ一-龥])[a-z]{1,2}$/, '$1');
    return {
      whole: normalise(typed),
      tokens: typed.split(/[ 、。,;]+/).map(normalise),
    };
  };

  /** The text as typed, and when it has romaji, with that in kana. */
  const readings = (text: string): ReturnType<typeof read>[] => {
    const typed = read(text);
    if (!romaji || !hasLatin(text)) return [typed];
    // A word that romaji does not explain to its last letter is not Japanese ("money").
    const kana = read(
      text.replace(/\S*[a-z]\S*/gi, (word) => {
        const kana = romaji!(word);
        return hasLatin(kana) ? '' : kana;
      }),
    );
    return kana.whole ? [typed, kana] : [typed];
  };

  /** Desks that are called as the text says, whose number it is, or that have its words. */
  const nameMatches = (text: string, spoken: ReturnType<typeof readings>, isWorry: boolean): Named[] => {
    const named: Named[] = [];
    const name = (found: readonly Desk[], first: boolean, matched: string): unknown =>
      named.push({ desks: found, first, reason: { kind: 'name', matched } });
    const last = [...scans];
    scans = new Map();
    for (const { whole, tokens } of spoken) {
      let has: Desk[] | undefined;
      let complete = !isWorry && whole.length > 1;
      for (const token of tokens) {
        if (!token[1] && !/[\u3400-\u9fff]/.test(token)) continue;
        const [, from = desks] = last.find(([shorter]) => token.startsWith(shorter)) ?? [];
        const found = from.filter((desk) => desk.text.includes(token));
        scans.set(token, found);
        // All the words, but never narrowed to nothing.
        const both: Desk[] = has?.length ? has.filter((desk) => desk.text.includes(token)) : found;
        if (both.length) has = both;
        else complete = false;
      }
      // A word of the vocabulary (介護) is a worry before it is part of a name; anything longer (介護保険課) is a name.
      if (has) name(has, complete, text.trim());
      if (!has || !complete) for (const token of tokens) for (const hit of within(token, byName)) name(hit.found, !isWorry, hit.name);
    }
    return named;
  };

  return {
    find(query) {
      const when = query.at instanceof Date ? query.at : toInstant(query.at);
      const at = Number.isNaN(Number(when)) ? now() : when!;
      const text = (query.text ?? '').slice(0, longestText).normalize('NFKC').slice(0, longestText);
      const area = query.area?.trim() ?? '';
      const spoken = readings(text);
      const wholes = spoken.map(({ whole }) => whole);
      const worries = hearWorries(wholes, spoken.at(-1)!.tokens.at(-1) ?? '', query.topics ?? [], cues);
      const isWorry = worries.some(({ topics }) => topics.some(({ words }) => words.some((word) => wholes.includes(normalise(word)))));
      const number = digits(text).replace(/^81(?=.{8})/, '0');
      const byNumber = /^[\d -]{3,}$/.test(wholes[0]!) ? desks.filter((desk) => desk.numbers.includes(number)) : [];
      const named: Named[] = byNumber.length
        ? [{ desks: byNumber, first: true, reason: { kind: 'phone', matched: text.trim() } }]
        : nameMatches(text, spoken, isWorry);
      const dangers = [...new Set(wholes.flatMap((whole) => dangerCues.find(whole).map(({ topic }) => topic as Danger)))];

      const inArea = (words: string): { catchment: Catchment; matched: string }[] =>
        within(normalise(words).replace(/(\d)-(?=\d{4})/g, '$1'), byArea).flatMap(({ found }) => found);
      const here = new Map([...(byArea.get(`#${area}`) ?? inArea(area)), ...inArea(text)].map((place) => [place.catchment.id, place]));
      const isLocal = ({ window }: Desk): boolean => window.catchments?.some((id) => here.has(id)) ?? false;
      const isElsewhere = (desk: Desk): boolean => !!desk.window.catchments?.length && !isLocal(desk);

      const minute = Math.floor(at.getTime() / 60_000);
      if (minute !== known.minute) known = { minute, states: new Map(), answers: new Map() };
      /** Desks that print the same hours are reckoned once a minute, unless a closure names one of them. */
      const stateOf = (desk: Desk): OpenState => {
        const { id, hours } = desk.window;
        const key = (desk.hours ??= closures.includes(id) ? id : (JSON.stringify(hours) ?? ''));
        let state = known.states.get(key);
        if (!state) known.states.set(key, (state = openState(desk.window, at, directory.calendar)));
        return state;
      };
      const { channels = [], limit = 50, openNow } = query;
      const isWanted = (desk: Desk): boolean =>
        (!channels.length || channelsOf(desk.window).some((channel) => channels.includes(channel))) &&
        (!openNow || stateOf(desk).state === 'open');

      const byWorry = rankByWorry(worries, index, here.size ? isElsewhere : undefined);
      const local = here.size ? [...[...byWorry.inOrder()].filter(isLocal), ...desks.filter(isLocal)] : [];
      const asksNothing = !text.trim() && !query.topics?.length && !area;
      const isSaid = named.some(({ first }) => first);
      const found = new Uint8Array(desks.length);
      const count = mark(found, [asksNothing ? desks : local, ...byWorry.groups, ...named.map((group) => group.desks)]);
      const matched = asksNothing || count > 0;
      // One or two desks alone leave somebody whom they do not fit without a next step.
      const spare = !matched
        ? catchAll
        : worries.length && (here.size || !isSaid)
          ? catchAll.filter((desk) => !found[desk.at]).slice(0, Math.max(0, 3 - count))
          : [];
      let total = count + mark(found, [spare]);
      if (channels.length || openNow) total = desks.filter((desk) => found[desk.at] && isWanted(desk)).length;

      /** Catchment before everything, then a name that was said, then the worries, then words met elsewhere. */
      function* inOrder(): Generator<Desk, void> {
        yield* asksNothing ? desks : local;
        for (const group of named) if (group.first) yield* group.desks;
        yield* byWorry.inOrder();
        for (const group of named) if (!group.first) yield* group.desks;
        yield* spare;
      }
      const shown = new Set<Desk>();
      if (limit > 0)
        for (const desk of inOrder()) {
          if (isWanted(desk)) shown.add(desk);
          if (shown.size >= limit) break;
        }

      const show = (desk: Desk, reasons: Reason[]): FoundWindow => ({ window: desk.window, reasons, open: stateOf(desk) });
      const reasonsFor = (desk: Desk): Reason[] => {
        const { window, kind } = desk;
        const reasons: Reason[] = [...here.values()]
          .filter(({ catchment }) => window.catchments?.includes(catchment.id))
          .map((place) => ({ kind: 'area', ...place }));
        const met = named.find((group) => group.desks.includes(desk));
        if (met) reasons.push(met.reason);
        for (const { id, words } of topicsMet(kind.topics, worries)) reasons.push({ kind: 'topic', topic: id, words });
        if (!reasons.length && window.acceptsAll) reasons.push({ kind: 'accepts-all' });
        return reasons;
      };
      const calm = policeWaits(dangers, text);
      const danger = `${dangers.join()} ${calm}`;
      let answer = known.answers.get(danger);
      if (!answer) known.answers.set(danger, (answer = whoAnswers(directory, dangers, at, calm)));
      const { emergency, services } = answer;
      return {
        emergency,
        windows: [...shown].map((desk) => show(desk, reasonsFor(desk))),
        total,
        matched,
        understood: {
          topics: plainly(worries).flatMap(({ topics }) => topics.map(({ id, words }) => ({ id, words }))),
          areas: [...here.values()].map((place) => place.matched),
          dangers,
        },
        fallback: { windows: catchAll.map((desk) => show(desk, [{ kind: 'accepts-all' }])), services },
      } satisfies FindResult;
    },
    async ready(text) {
      if (romaji || !hasLatin(text.normalize('NFKC'))) return false;
      const { toHiragana } = await import('wanakana');
      romaji = (latin) => toHiragana(latin.toLowerCase());
      return true;
    },
  };
}
