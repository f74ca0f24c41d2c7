import type { ConsultationWindow, Directory, LocalizedText } from '@tsunagu/schema/directory';
import { normalise, normaliseCharacters } from '@tsunagu/schema/text';
import type { CueFinder } from '@tsunagu/schema/vocabulary';

/** A desk made ready for searching. */
export interface Desk {
  window: ConsultationWindow;
  /** Folded texts, one a line: first everything it is called by, then (from `called`) where it is and what it says of itself. */
  text: string;
  called: number;
  /** Digits of its numbers, parted by spaces. */
  numbers: string;
  /** The worries it is mainly for; index into `DeskIndex.topicSets`. */
  topics: number;
}

export interface DeskIndex {
  desks: Desk[];
  topicSets: (readonly string[])[];
  /** Desks by each folded name that may be met inside a sentence. */
  byName: Map<string, number[]>;
  catchAll: number[];
}

/** Longer names are not looked for inside sentences (characters). */
export const longestName = 30;

/** What a desk is for when it does not say so: the field's plain worries. */
const fieldTopics: Record<string, string[]> = {
  elderly: ['care', 'care/dementia', 'care/service'],
  disability: ['illness-disability', 'illness-disability/welfare-service'],
  child: ['child-rearing', 'dv-abuse/child'],
  livelihood: ['income', 'rent-loan', 'tax-utilities', 'debt', 'job-search', 'housing', 'no-food'],
  health: ['illness-disability/general-health', 'illness-disability/mental'],
  rights: ['other/rights'],
};

const texts = (text: LocalizedText | undefined): string[] =>
  text === undefined ? [] : typeof text === 'string' ? [text] : Object.values(text);

/** Kinds of desk that many share; without them a name is what people call the desk by (阪奈中央, かざぐるま). */
const kinds =
  /(地域包括|生活|相談|総合|障[害がい碍]+者?|子育て|発達|就労|権利擁護)*(支援|相談|保健|福祉)?(センター|窓口|室|ステーション|事業所)$|^(生活支援センター|相談支援センター|社会福祉法人|[(（].[)）])/g;

function called(window: ConsultationWindow, city: string): Set<string> {
  const names = new Set<string>();
  for (const name of texts(window.name)) {
    const bare = name.replace(city, '');
    names.add(name).add(bare).add(bare.replace(kinds, ''));
  }
  for (const name of texts(window.shortName)) names.add(name);
  for (const name of window.aliases ?? []) names.add(name);
  if (window.kana) names.add(window.kana);
  return names;
}

function described(window: ConsultationWindow): string {
  const place = [...texts(window.address), ...texts(window.building), window.postalCode ?? ''];
  const shown = window.addressVisibility === 'withheld' ? [] : window.addressVisibility === 'area-only' ? texts(window.area) : place;
  return [...shown, ...texts(window.mainlyFor), ...texts(window.section), ...texts(window.operator)].join('\n');
}

/** Makes the index in steps of `size` desks; `cues` names the worries of desks that name none themselves. */
export function* indexDesks(directory: Directory, cues: CueFinder, size = 200): Generator<void, DeskIndex> {
  const desks: Desk[] = [];
  const topicSets: (readonly string[])[] = [];
  const setIds = new Map<string, number>();
  const byName = new Map<string, number[]>();
  const city = texts(directory.municipality.name)[0] ?? '';
  for (const [at, window] of directory.windows.entries()) {
    if (at % size === size - 1) yield;
    const names = [...called(window, city)].join('\n');
    const folded = normalise(names);
    for (const name of folded.split('\n')) {
      const others = byName.get(name);
      if (!others) byName.set(name, [at]);
      else if (others.at(-1) !== at) others.push(at);
    }
    const typed = normaliseCharacters(texts(window.name).join('\n'));
    const head = folded.includes(typed) ? folded : `${folded}\n${typed}`;
    const topics = window.topics?.length ? window.topics : inferred(window, cues, folded);
    const key = topics.join(' ');
    let set = setIds.get(key);
    if (set === undefined) {
      setIds.set(key, (set = topicSets.length));
      topicSets.push(topics);
    }
    desks.push({
      window,
      text: `${head}\n${normalise(described(window))}`,
      called: head.length,
      numbers: numbersOf(window),
      topics: set,
    });
  }
  return { desks, topicSets, byName, catchAll: catchAllOf(directory) };
}

function numbersOf(window: ConsultationWindow): string {
  let numbers = window.fax?.number ?? '';
  for (const phone of window.phones ?? []) numbers += ` ${phone.number}`;
  // Numbers are ASCII by the schema.
  return numbers.replaceAll('-', '');
}

function inferred(window: ConsultationWindow, cues: CueFinder, names: string): string[] {
  const own = window.field ? fieldTopics[window.field] : undefined;
  const said = cues
    .find(`${names}\n${normalise(texts(window.mainlyFor).join('\n'))}`)
    .filter((hit) => !hit.weak && hit.topic !== 'other/help-to-act');
  return [...new Set([...said.map((hit) => hit.topic), ...(own ?? [])])];
}

/** The desks for every worry: those the city names, else the general ones that take all, else all that take all, else all. */
function catchAllOf({ windows, catchAll }: Directory): number[] {
  const where = (test: (window: ConsultationWindow) => boolean): number[] => windows.flatMap((window, at) => (test(window) ? [at] : []));
  const rank = new Map(catchAll?.map((id, at) => [id, at]));
  const named = where((window) => rank.has(window.id)).sort((a, b) => rank.get(windows[a]!.id)! - rank.get(windows[b]!.id)!);
  if (named.length) return named;
  const takingAll = where((window) => window.acceptsAll === true);
  const general = takingAll.filter((at) => windows[at]!.field === 'general');
  if (general.length) return general;
  return takingAll.length ? takingAll : where(() => true);
}
