import type { ConsultationWindow, Directory, LocalizedText } from '@tsunagu/schema/directory';
import { digits, normalise, normaliseCharacters } from '@tsunagu/schema/text';
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
  /** Desks by every folded name short enough to be met inside a sentence. */
  byName: Map<string, number[]>;
  longestName: number;
  catchAll: number[];
}

/** What a desk is for when it does not say so: the field's plain worries. */
const fieldTopics: Record<string, string[]> = {
  elderly: ['care', 'care/dementia', 'care/service'],
  disability: ['illness-disability', 'illness-disability/welfare-service'],
  child: ['child-rearing', 'dv-abuse/child'],
  livelihood: ['income', 'rent-loan', 'tax-utilities', 'debt', 'job-search', 'housing', 'no-food'],
  health: ['illness-disability/general-health', 'illness-disability/mental'],
  rights: ['other/rights'],
};

const texts = (text: LocalizedText | undefined): string[] => (text === undefined ? [] : typeof text === 'string' ? [text] : Object.values(text));

/** Kinds of desk that many share; without them a name is what people call the desk by (阪奈中央, かざぐるま). */
const kinds = /(地域包括|生活|相談|総合|障[害がい碍]+者?|子育て|発達|就労|権利擁護)*(支援|相談|保健|福祉)?(センター|窓口|室|ステーション|事業所)$|^(生活支援センター|相談支援センター|社会福祉法人|[(（].[)）])/g;

function called(window: ConsultationWindow, city: string): string[] {
  const names = [...texts(window.name), ...texts(window.shortName), ...(window.aliases ?? []), ...(window.kana ? [window.kana] : [])];
  return names.flatMap((name) => [name, name.replace(city, ''), name.replace(city, '').replace(kinds, '')]);
}

function described(window: ConsultationWindow): string[] {
  const place =
    window.addressVisibility === 'withheld' || window.addressVisibility === 'area-only'
      ? window.addressVisibility === 'withheld'
        ? []
        : texts(window.area)
      : [...texts(window.address), ...texts(window.building), ...texts(window.area), window.postalCode ?? ''];
  return [...place, ...texts(window.mainlyFor), ...texts(window.section), ...texts(window.operator)];
}

/** Makes the index in steps of `size` desks; `cues` names the worries of desks that name none themselves. */
export function* indexDesks(directory: Directory, cues: CueFinder, size = 200): Generator<void, DeskIndex> {
  const desks: Desk[] = [];
  const topicSets: (readonly string[])[] = [];
  const setIds = new Map<string, number>();
  const byName = new Map<string, number[]>();
  let longestName = 0;
  const city = texts(directory.municipality.name)[0] ?? '';
  for (const [at, window] of directory.windows.entries()) {
    if (at % size === size - 1) yield;
    const names = new Set(called(window, city).map(normalise).filter(Boolean));
    for (const name of names) {
      if (name.length < 3 || name.length > 30 || /^[ぁ-ん]{3}$/.test(name)) continue;
      longestName = Math.max(longestName, name.length);
      const others = byName.get(name);
      if (!others) byName.set(name, [at]);
      else if (others.at(-1) !== at) others.push(at);
    }
    for (const name of texts(window.name)) names.add(normaliseCharacters(name));
    const head = [...names].join('\n');
    const topics = window.topics?.length ? window.topics : inferred(window, cues, names);
    const key = topics.join(' ');
    let set = setIds.get(key);
    if (set === undefined) {
      setIds.set(key, (set = topicSets.length));
      topicSets.push(topics);
    }
    desks.push({
      window,
      text: `${head}\n${described(window).map(normalise).join('\n')}`,
      called: head.length,
      numbers: [...(window.phones ?? []), ...(window.fax ? [window.fax] : [])].map((n) => digits(n.number)).join(' '),
      topics: set,
    });
  }
  return { desks, topicSets, byName, longestName, catchAll: catchAllOf(directory) };
}

function inferred(window: ConsultationWindow, cues: CueFinder, names: Set<string>): string[] {
  const own = window.field ? fieldTopics[window.field] : undefined;
  const said = cues.find([...names, ...texts(window.mainlyFor).map(normalise)].join('\n')).filter((hit) => !hit.weak && hit.topic !== 'other/help-to-act');
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
