/** What the parts that are fetched later have in common: their words, names for ids, and styles that come with them. */
import type { Language, LocaleTable } from '@tsunagu/core';
import { noChange, type CSSResult } from 'lit';
import { Directive, directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js';
import type { Names } from '../names.js';
import { adopt } from './adopt.js';

/** How a part speaks. `words` come from the part's own loader (`previewWords(language)` …); `names` are in the same language. */
export interface PartView<Messages> {
  words: Messages;
  names: Names;
  /** Readings over kanji; only やさしい日本語 has any. */
  furigana: boolean;
}

/** The words of a part. Where another language cannot be fetched, Japanese is better than nothing. */
export async function wordsOf<Messages>(table: LocaleTable<Messages>, language: Language): Promise<Messages> {
  if (language === 'ja') return table.ja;
  try {
    return await table[language]();
  } catch {
    console.warn(`<tsunagu-consent-dialog> some texts for "${language}" could not be loaded; Japanese is shown.`);
    return table.ja;
  }
}

/** The `lang` of an element whose words are in `language`. */
export const langOf = (language: Language): string => (language === 'en' ? 'en' : 'ja');

/**
 * `<section ${styled(previewStyles)}>`: the styles of a part that is fetched later, in whichever shadow root it is drawn, without the element having
 * to know them beforehand.
 */
class StyledDirective extends Directive {
  #done = false;

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('styled() goes on an element: <section ${styled(styles)}>');
  }

  render(..._styles: CSSResult[]): typeof noChange {
    return noChange;
  }

  override update({ element }: ElementPart, styles: CSSResult[]): typeof noChange {
    if (this.#done) return noChange;
    this.#done = true;
    // A template is filled before it is put in its place; by the next microtask, and so before it is painted, it is there.
    queueMicrotask(() => {
      const root = element.getRootNode();
      if (root instanceof ShadowRoot) adopt(root, ...styles);
    });
    return noChange;
  }
}

export const styled = directive(StyledDirective);
