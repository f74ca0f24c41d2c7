import type { ConsultationWindow, Directory, LocalizedText } from '@tsunagu/schema/directory';
import { normaliseCharacters } from '@tsunagu/schema/text';
import type { CueFinder } from '@tsunagu/schema/vocabulary';

/** A desk made ready for searching. */
export interface Desk {
  window: ConsultationWindow;
  /** Folded texts, one a line: first everything it is called by, then (from `called`) where it is and what it says of itself. */
  text: string;
  called: number;
  /** Digits of its numbers, parted by spaces. */
  numbers: string;
  /** The worries it is mainly for; index into `DeskIndex.kinds`. */
  kind: number;
  /** Hours as one string; made when first needed. */
  hours?: string;
}

export interface DeskIndex {
  desks: Desk[];
  /** The different sets of worries that desks are for. */
  kinds: (readonly string[])[];
  /** Desks by each folded name that may be met inside a sentence. */
  byName: Map<string, number[]>;
  catchAll: number[];
}

/** What a desk is for when it does not say so: the field's plain worries. */
const fieldTopics: Record<string, string> = {
  elderly: 'care',
  disability: 'illness-disability',
  child: 'child-rearing',
  livelihood: 'income rent-loan debt tax-utilities job-search housing no-food',
  health: 'illness-disability/general-health illness-disability/mental',
  rights: 'other/rights',
};

/** Generic endings; without them a name is what people call the desk by (阪奈中央, かざぐるま). */
const generic = /(地域|生活|相談|総合|障.{1,2}者|支援|保健|福祉)*(センター|窓口|室|事業所)$/;

const texts = (...all: (LocalizedText | undefined)[]): string[] =>
  all.flatMap((text) => (typeof text === 'string' ? text : text ? Object.values(text) : []));

export function put<K>(map: Map<K, number[]>, key: K, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Makes the index in steps; `cues` names the worries of desks that name none themselves. */
export function* indexDesks(directory: Directory, normalise: (text: string) => string, cues: CueFinder): Generator<void, DeskIndex> {
  const { windows, municipality, catchAll } = directory;
  const desks: Desk[] = [];
  const kinds: (readonly string[])[] = [];
  const kindOf = new Map<string, number>();
  const byName = new Map<string, number[]>();
  const [city = ''] = texts(municipality.name);
  for (const [at, window] of windows.entries()) {
    if (at % 100 === 99) yield;
    const bare = texts(window.name).map((name) => name.replace(city, ''));
    const names = [
      ...bare,
      ...texts(window.name, window.shortName),
      ...(window.aliases ?? []),
      ...bare.map((name) => name.replace(generic, '')),
      window.kana ?? '',
    ];
    const hidden = window.addressVisibility;
    const place =
      hidden === 'withheld' ? [] : hidden === 'area-only' ? texts(window.area) : texts(window.address, window.building, window.postalCode);
    const folded = normalise([...new Set(names)].join('\n'));
    for (const name of new Set(folded.split('\n'))) if (name.length > 2) put(byName, name, at);
    const called = `${folded}\n${normaliseCharacters(bare[0] ?? '')}`;
    const described = normalise([...place, ...texts(window.mainlyFor, window.section, window.operator)].join('\n'));
    const topics = window.topics?.length
      ? window.topics
      : [
          ...cues.find(`${folded}\n${normalise(texts(window.mainlyFor).join('\n'))}`).flatMap((hit) => (hit.weak ? [] : hit.topic)),
          ...(fieldTopics[window.field ?? '']?.split(' ') ?? []),
        ];
    const key = topics.join();
    if (!kindOf.has(key)) kindOf.set(key, kinds.push(topics) - 1);
    desks.push({
      window,
      text: `${called}\n${described}`,
      called: called.length,
      // Numbers are ASCII by the schema.
      numbers: [...(window.phones ?? []), window.fax]
        .map((phone) => phone?.number)
        .join(' ')
        .replaceAll('-', ''),
      kind: kindOf.get(key)!,
    });
  }
  const where = (test: (window: ConsultationWindow) => unknown): number[] => desks.flatMap((desk, at) => (test(desk.window) ? at : []));
  const choices = [
    (catchAll ?? []).flatMap((id) => where((window) => window.id === id)),
    where((window) => window.acceptsAll && window.field === 'general'),
    where((window) => window.acceptsAll),
  ];
  return { desks, kinds, byName, catchAll: choices.find((list) => list.length) ?? where(() => true) };
}
