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
    if (!text.includes('《')) part.element.textContent = text;
    else if (!furigana) part.element.textContent = withoutRuby(text);
    else part.element.replaceChildren(...rubyRuns(text).map(({ base, reading }) => (reading === undefined ? base : ruby(base, reading))));
    return noChange;
  }
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
