import type { Catchment, Danger, Directory } from '@tsunagu/schema/directory';
import { openState, type OpenState } from '@tsunagu/schema/open-state';
import { createNormaliser, digits } from '@tsunagu/schema/text';
import { createCueFinder, readTopics, wordList, type Words } from '@tsunagu/schema/vocabulary';
import { channelsOf, toInstant } from '../findable.js';
import { indexDesks, put } from './desks.js';
import { whoAnswers } from './fallback.js';
import type { Finder, FinderOptions, FindResult, FoundWindow, Reason } from './types.js';
import { hearWorries, plainly, rankByWorry, topicsMet } from './worries.js';

/** A worry is a few sentences; what comes after is not read, so that a pasted book does not stall the page. */
const longestText = 1000;

const hasLatin = (text: string): boolean => /[a-z]/i.test(text.normalize('NFKD'));

/** Desks found by name or number, and how to say so; kept in groups, as one word can name ten thousand of them. */
interface Named {
  desks: readonly number[];
  reason: Reason;
  /** More certain than a worry. */
  first: boolean;
}

/** The longest names that stand in a folded text: 北新町 is not 新町. Three kana count only where it begins: elsewhere they are met by chance. */
function within(text: string, names: ReadonlyMap<string, number[]>): { name: string; found: number[] }[] {
  const hits: { name: string; found: number[] }[] = [];
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
    for (const topic of readTopics(some)) cues.add(topic.id, topic.words);
    for (const [danger, line] of Object.entries(some.dangers)) dangerCues.add(danger, wordList(line));
    yield;
  }
  for (const [id, topic] of [
    ...vocabularies.flatMap(Object.entries<{ words?: readonly string[] }>),
    ...(directory.topics ?? []).map((topic) => [topic.id, topic] as const),
  ])
    cues.add(id, topic.words ?? []);
  const index = yield* indexDesks(directory, normalise, cues);
  const { desks, kinds, byName, catchAll } = index;
  const all = desks.map((_, at) => at);
  const areas: { catchment: Catchment; matched: string }[] = [];
  const byArea = new Map<string, number[]>();
  for (const catchment of directory.catchments ?? []) {
    for (const { name, kana = '', postalCodes = [] } of catchment.areas ?? []) {
      for (const [matched, spelling] of [
        [name, name],
        [name, kana],
        ...postalCodes.flatMap((code) => [
          [code, code],
          [code, digits(code)],
        ]),
      ] as [string, string][]) {
        const folded = normalise(spelling);
        // Two kana (いま, なか) are met in too many sentences to be a place.
        if (!/^([ぁ-ん]{0,2}|.)$/.test(folded)) put(byArea, folded, areas.push({ catchment, matched }) - 1);
      }
    }
  }
  const apart = new Set(directory.calendar?.closures?.flatMap((closure) => closure.windows ?? []));
  /** The last scans by word: while a word grows, only the desks that had the shorter one are looked at again. */
  let scans = new Map<string, number[]>();

  /** Folds what was typed; kana cut short by an input method (ひきk) loses the open letter. */
  const read = (text: string): { whole: string; tokens: string[] } => {
    const typed = text
      .normalize('NFKC')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/([ぁ-ヺ一-龥])[a-z]{1,2}$/, '$1');
    return {
      whole: normalise(typed),
      tokens: typed
        .split(/[ 、。,;]+/)
        .map(normalise)
        .filter(Boolean),
    };
  };

  /** The text as typed, and when it has romaji, with that in kana. */
  const readings = (text: string): ReturnType<typeof read>[] => {
    const typed = read(text);
    if (!romaji || !hasLatin(text)) return [typed];
    // A word that romaji does not explain to its last letter is not Japanese ("money").
    const kana = read(
      text
        .split(/\s+/)
        .map((word) => (hasLatin(word) ? romaji!(word) : word))
        .filter((word) => !hasLatin(word))
        .join(' '),
    );
    return kana.whole ? [typed, kana] : [typed];
  };

  /** Desks that have all the words, or as many as any desk has. */
  const scan = (tokens: readonly string[], last: ReadonlyMap<string, number[]>): number[] => {
    const counts = new Uint16Array(desks.length);
    let most = 0;
    for (const token of tokens) {
      const [, from = all] = [...last].find(([shorter]) => token.startsWith(shorter)) ?? [];
      const found: number[] = [];
      for (const at of from) {
        if (!desks[at]!.text.includes(token)) continue;
        found.push(at);
        if (++counts[at]! > most) most++;
      }
      scans.set(token, found);
    }
    return !most ? [] : tokens.length > 1 ? all.filter((at) => counts[at] === most) : scans.get(tokens[0]!)!;
  };

  /** Desks that are called as the text says, whose number it is, or that have its words. */
  const nameMatches = (text: string, spoken: ReturnType<typeof readings>, isWorry: boolean): Named[] => {
    const named: Named[] = [];
    const matched = text.trim();
    const number = digits(text);
    if (/^[\d -]+$/.test(spoken[0]!.whole) && number.length > 2) {
      const wanted = number.length > 9 ? number.replace(/^81/, '0') : number;
      const found = all.filter((at) => desks[at]!.numbers.includes(wanted));
      if (found.length) return [{ desks: found, reason: { kind: 'phone', matched }, first: true }];
    }
    const last = scans;
    scans = new Map();
    for (const { whole, tokens } of spoken.reverse()) {
      const wanted = tokens.filter((token) => token[1] || /[\u3400-\u9fff]/.test(token));
      const called: number[] = [];
      const mentioned: number[] = [];
      for (const at of scan(wanted, last)) {
        const { text: has, called: end } = desks[at]!;
        (wanted.every((word) => has.indexOf(word) >>> 0 < end) ? called : mentioned).push(at);
      }
      const reason: Reason = { kind: 'name', matched };
      // A word of the vocabulary (介護) is a worry before it is part of a name; anything longer (介護保険課) is a name.
      named.push({ desks: called, reason, first: !isWorry && whole.length > 1 }, { desks: mentioned, reason, first: false });
      if (isWorry || called.length) continue;
      for (const { name, found } of tokens.flatMap((token) => within(token, byName)))
        named.push({ desks: found, reason: { kind: 'name', matched: name }, first: true });
    }
    return named;
  };

  return {
    find(query) {
      const asked = query.at instanceof Date ? query.at : toInstant(query.at);
      const at = Number.isNaN(Number(asked)) ? now() : asked!;
      const text = (query.text ?? '').slice(0, longestText);
      const area = query.area?.trim() ?? '';
      const spoken = readings(text);
      const wholes = spoken.map(({ whole }) => whole).filter(Boolean);
      const worries = hearWorries(wholes, spoken.at(-1)!.tokens.at(-1) ?? '', query.topics ?? [], cues);
      const isWorry = worries.some(({ topics }) => topics.some(({ words }) => words.some((word) => normalise(word) === wholes[0])));
      const named = nameMatches(text, spoken, isWorry);
      const dangers = [...new Set(wholes.flatMap((whole) => dangerCues.find(whole).map(({ topic }) => topic as Danger)))];

      const inArea = (spelling: string): number[] => within(spelling, byArea).flatMap(({ found }) => found);
      const folded = normalise(area);
      const byId = directory.catchments?.find(({ id }) => id === area);
      let said = inArea(folded);
      if (folded && !said.length) said = [...byArea].flatMap(([name, found]) => (name.startsWith(folded) ? found : []));
      const here = new Map<string, (typeof areas)[number]>();
      if (byId) here.set(area, { catchment: byId, matched: byId.label ?? area });
      else
        for (const each of [...said, ...inArea(normalise(text))].map((found) => areas[found]!))
          if (!here.has(each.catchment.id)) here.set(each.catchment.id, each);
      const isLocal = (desk: number): boolean | undefined => desks[desk]!.window.catchments?.some((id) => here.has(id));
      const isElsewhere = (desk: number): boolean => here.size > 0 && !!desks[desk]!.window.catchments?.length && !isLocal(desk);

      // Catchment before everything, then a name that was said, then the worries, then words met elsewhere.
      let ranked: number[] = [];
      const seen = new Uint8Array(desks.length);
      const add = (found: readonly number[]): void => {
        for (const desk of found)
          if (!seen[desk]) {
            seen[desk] = 1;
            ranked.push(desk);
          }
      };
      const byWorry = rankByWorry(worries, index, isElsewhere);
      if (here.size) {
        add(byWorry.filter(isLocal));
        add(all.filter(isLocal));
      }
      for (const group of named) if (group.first) add(group.desks);
      const isSure = !here.size && ranked.length > 0;
      add(byWorry);
      for (const group of named) add(group.desks);
      // One or two desks alone leave somebody whom they do not fit without a next step.
      if (worries.length && !isSure) for (const desk of catchAll) if (ranked.length < 3) add([desk]);
      if (!text.trim() && !query.topics?.length && !area) ranked = all;
      const matched = ranked.length > 0 || !desks.length;
      if (!matched) ranked = catchAll;

      const states = new Map<string, OpenState>();
      /** Desks that print the same hours are reckoned once, unless a closure names one of them. */
      const stateOf = (found: number): OpenState => {
        const desk = desks[found]!;
        const { window } = desk;
        const hours = (desk.hours ??= JSON.stringify(apart.has(window.id) ? window.id : window.hours) ?? '');
        const state = states.get(hours) ?? openState(window, at, directory.calendar);
        states.set(hours, state);
        return state;
      };
      const { channels = [], limit = 50, openNow } = query;
      if (channels.length) ranked = ranked.filter((desk) => channelsOf(desks[desk]!.window).some((channel) => channels.includes(channel)));
      if (openNow) ranked = ranked.filter((desk) => stateOf(desk).state === 'open');
      const show = (found: number, reasons: Reason[]): FoundWindow => ({ window: desks[found]!.window, reasons, open: stateOf(found) });
      const reasonsFor = (found: number): Reason[] => {
        const { window, kind } = desks[found]!;
        const name = named.find((group) => group.desks.includes(found));
        const reasons: Reason[] = [
          ...[...here.values()]
            .filter(({ catchment }) => window.catchments?.includes(catchment.id))
            .map((place) => ({ kind: 'area' as const, ...place })),
          ...(name ? [name.reason] : []),
          ...topicsMet(kinds[kind]!, worries).map(({ id, words }) => ({ kind: 'topic' as const, topic: id, words })),
        ];
        return reasons.length || !window.acceptsAll ? reasons : [{ kind: 'accepts-all' }];
      };
      const { emergency, services } = whoAnswers(directory, dangers, at);
      return {
        emergency,
        windows: ranked.slice(0, limit).map((found) => show(found, reasonsFor(found))),
        total: ranked.length,
        matched,
        understood: {
          topics: plainly(worries).flatMap(({ topics }) => topics.map(({ id, words }) => ({ id, words }))),
          areas: [...here.values()].map((place) => place.matched),
          dangers,
        },
        fallback: { windows: catchAll.map((found) => show(found, [{ kind: 'accepts-all' }])), services },
      } satisfies FindResult;
    },
    async ready(text) {
      if (romaji || !hasLatin(text)) return false;
      const { toHiragana } = await import('wanakana');
      romaji = (latin) =>
        toHiragana(
          latin
            .normalize('NFKD')
            .toLowerCase()
            .replace(/(.)\u0304/g, (_, vowel: string) => vowel + (vowel === 'o' ? 'u' : vowel)),
        );
      return true;
    },
  };
}
