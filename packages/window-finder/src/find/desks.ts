import type { ConsultationWindow, Directory, LocalizedText } from '@tsunagu/schema/directory';
import { normaliseCharacters } from '@tsunagu/schema/text';
import type { CueFinder } from '@tsunagu/schema/vocabulary';

/** A desk made ready for searching. */
export interface Desk {
  window: ConsultationWindow;
  /** Folded texts, one a line: what it is called, where it is, what it says of itself. */
  text: string;
  /** Digits of its numbers, parted by spaces. */
  numbers: string;
  /** The worries it is mainly for; desks for the same worries share one kind. */
  kind: Kind;
  /** Its place in the directory. */
  at: number;
  /** Hours as one string; made when first needed. */
  hours?: string;
}

/** Desks for the same worries. */
export interface Kind {
  topics: readonly string[];
  desks: Desk[];
}

export interface DeskIndex {
  desks: Desk[];
  kinds: readonly Kind[];
  /** Desks by each folded name that may be met inside a sentence. */
  byName: Map<string, Desk[]>;
  catchAll: Desk[];
}

/** What a desk is for when it does not say so: the field's plain worries. */
const fieldTopics = new Map(
  Object.entries({
    elderly: 'care',
    disability: 'illness-disability',
    child: 'child-rearing',
    livelihood: 'income rent-loan debt tax-utilities job-search housing no-food',
    health: 'illness-disability/general-health illness-disability/mental',
    rights: 'other/rights',
  }),
);

const texts = (...all: (LocalizedText | undefined)[]): string[] =>
  all.flatMap((text) => (typeof text === 'string' ? text : text ? Object.values(text) : []));

export function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Makes the index in steps; `cues` names the worries of desks that name none themselves. */
export function* indexDesks(directory: Directory, normalise: (text: string) => string, cues: CueFinder): Generator<void, DeskIndex> {
  const { windows, municipality, catchAll } = directory;
  const desks: Desk[] = [];
  const kinds = new Map<string, Kind>();
  const byName: DeskIndex['byName'] = new Map();
  const [city = ''] = texts(municipality.name);
  for (const window of windows) {
    if (desks.length % 100 === 99) yield;
    const name = texts(window.name);
    const names = new Set([
      ...name,
      ...name.map((full) => full.replace(city, '')),
      ...texts(window.shortName),
      ...(window.aliases ?? []),
      window.kana ?? '',
    ]);
    const hidden = window.addressVisibility;
    const place =
      hidden === 'withheld' ? [] : hidden === 'area-only' ? texts(window.area) : texts(window.address, window.building, window.postalCode);
    const own = [...names, ...texts(window.mainlyFor)];
    const lines = normalise([...own, ...place, ...texts(window.section, window.operator)].join('\n')).split('\n');
    const topics = window.topics?.length
      ? window.topics
      : [
          ...cues.find(lines.slice(0, own.length).join('\n')).flatMap((hit) => (hit.weak ? [] : hit.topic)),
          ...(fieldTopics.get(window.field ?? '')?.split(' ') ?? []),
        ];
    const key = topics.join();
    const kind = kinds.get(key) ?? { topics, desks: [] };
    kinds.set(key, kind);
    const desk: Desk = {
      window,
      text: [normaliseCharacters(name[0]!), ...lines].join('\n'),
      // Numbers are ASCII by the schema.
      numbers: [...(window.phones ?? []), window.fax]
        .map((phone) => phone?.number)
        .join(' ')
        .replaceAll('-', ''),
      kind,
      at: desks.length,
    };
    desks.push(desk);
    kind.desks.push(desk);
    for (const known of lines.slice(0, names.size)) if (known.length > 2) put(byName, known, desk);
  }
  const where = (test: (window: ConsultationWindow) => unknown): Desk[] => desks.filter((desk) => test(desk.window));
  const choices = [
    (catchAll ?? []).flatMap((id) => where((window) => window.id === id)),
    where((window) => window.acceptsAll && window.field === 'general'),
    where((window) => window.acceptsAll),
  ];
  return { desks, kinds: [...kinds.values()], byName, catchAll: choices.find((list) => list.length) ?? where(() => true) };
}
