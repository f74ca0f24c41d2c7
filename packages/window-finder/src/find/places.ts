import type { Catchment, Directory } from '@tsunagu/schema/directory';
import { digits, normalise } from '@tsunagu/schema/text';

export interface FoundCatchment {
  catchment: Catchment;
  /** As the resident would recognise it: the 町名 of the list, or the postal code. */
  matched: string;
}

interface Place extends FoundCatchment {
  folded: string;
}

/** Finds catchments by 町名, its reading or a postal code. */
export class Places {
  readonly #places: Place[] = [];
  readonly #codes = new Map<string, FoundCatchment[]>();
  readonly #ids = new Map<string, FoundCatchment>();

  constructor(directory: Directory) {
    for (const catchment of directory.catchments ?? []) {
      const label = catchment.label ?? catchment.id;
      this.#ids.set(catchment.id, { catchment, matched: label });
      for (const area of catchment.areas ?? []) {
        for (const name of [area.name, area.kana]) {
          const folded = name && normalise(name);
          if (folded) this.#places.push({ catchment, matched: area.name, folded });
        }
        for (const code of area.postalCodes ?? []) {
          const found = this.#codes.get(digits(code)) ?? [];
          found.push({ catchment, matched: code });
          this.#codes.set(digits(code), found);
        }
      }
    }
    // The longest name first: 北新町 is not 新町.
    this.#places.sort((a, b) => b.folded.length - a.folded.length);
  }

  /** The catchment asked for by id, 町名 (or the beginning of one) or postal code. */
  asked(area: string): FoundCatchment[] {
    const byId = this.#ids.get(area.trim());
    if (byId) return [byId];
    const inText = this.within(area);
    const folded = normalise(area);
    return inText.length || !folded ? inText : unique(this.#places.filter((place) => place.folded.startsWith(folded)));
  }

  /** Catchments whose 町名 or postal code stands in a text. */
  within(text: string): FoundCatchment[] {
    const found: FoundCatchment[] = [];
    for (const code of text.normalize('NFKC').match(/\d{3}[-‐−ー]?\d{4}(?!\d|-)/g) ?? [])
      found.push(...(this.#codes.get(digits(code)) ?? []));
    let folded = normalise(text);
    for (const place of this.#places) {
      // One kana-only syllable pair (いま, なか) is met in too many sentences to be a place.
      if (place.folded.length < 2 || (place.folded.length < 3 && /^[ぁ-ん]+$/.test(place.folded)) || !folded.includes(place.folded))
        continue;
      found.push(...this.#places.filter((other) => other.folded === place.folded));
      folded = folded.replaceAll(place.folded, '\n');
    }
    return unique(found);
  }
}

const unique = (found: readonly FoundCatchment[]): FoundCatchment[] =>
  [
    ...new Map([...found].reverse().map((each) => [each.catchment.id, { catchment: each.catchment, matched: each.matched }])).values(),
  ].reverse();
