import { noChange } from 'lit';
import { Directive, directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js';
import { rubyRuns, withoutRuby } from './ruby.js';

/**
 * Writes text into the element it sits on: `<p ${say(text)}></p>`. Text in Aozora notation becomes `<ruby>` when `furigana` is on.
 *
 * The text belongs to the element, not to a bare text node: when a browser's translator has wrapped the node, the next value
 * still replaces what is shown (design decision 10). Nothing is written while the text stays the same.
 */
class SayDirective extends Directive {
  private last: string | undefined;
  private lastFurigana = false;

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('say() goes on an element: <p ${say(text)}></p>');
  }

  render(_text: string, _furigana = true): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [text, furigana = true]: [string, boolean?]): typeof noChange {
    if (text === this.last && furigana === this.lastFurigana) return noChange;
    this.last = text;
    this.lastFurigana = furigana;
    write(part.element, text, furigana);
    return noChange;
  }
}

/**
 * Writes several texts at once, one into each `data-say` element inside the one it sits on, in their order; an element without a text is
 * hidden. With 50 cards on a key stroke, one binding instead of two for every text is felt.
 */
class SayAllDirective extends Directive {
  private places: HTMLElement[] | undefined;
  private last: readonly string[] = [];
  private lastFurigana = false;

  render(_texts: readonly string[], _furigana: boolean): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [texts, furigana]: [readonly string[], boolean]): typeof noChange {
    this.places ??= [...part.element.querySelectorAll<HTMLElement>('[data-say]')];
    this.places.forEach((place, index) => {
      const text = texts[index]!;
      const last = this.last[index];
      if (text === last && furigana === this.lastFurigana) return;
      if (!text !== (last === '')) place.hidden = !text;
      write(place, text, furigana);
    });
    this.last = texts;
    this.lastFurigana = furigana;
    return noChange;
  }
}

/** A text node that stands alone is kept: filling it costs half of making a new one, here and in the layout that follows. */
function writePlain(element: Element, text: string): void {
  const only = element.firstChild;
  if (text && only instanceof Text && !only.nextSibling) only.data = text;
  else element.textContent = text;
}

function write(element: Element, text: string, furigana: boolean): void {
  if (!text.includes('《')) writePlain(element, text);
  else if (!furigana) writePlain(element, withoutRuby(text));
  else element.replaceChildren(...rubyRuns(text).map(({ base, reading }) => (reading === undefined ? base : ruby(base, reading))));
}

function ruby(base: string, reading: string): HTMLElement {
  const element = document.createElement('ruby');
  const part = (tag: string, text: string): HTMLElement => {
    const child = document.createElement(tag);
    child.textContent = text;
    return child;
  };
  element.append(base, part('rp', '（'), part('rt', reading), part('rp', '）'));
  return element;
}

export const say = directive(SayDirective);
export const sayAll = directive(SayAllDirective);
