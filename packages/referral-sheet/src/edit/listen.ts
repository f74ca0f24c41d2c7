/** Listens to all fields at once: a key in a field changes what is written, and draws nothing. */
import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';
import { onComposition } from './fields.js';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export interface Listener {
  typed: (field: HTMLInputElement | HTMLTextAreaElement) => void;
  /** A field was left, or a choice was made. */
  settled: (field: Field) => void;
}

/** Events that would carry letters to the page's own listeners. */
const telling = [
  'beforeinput',
  'input',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'keydown',
  'keypress',
  'keyup',
  'paste',
  'copy',
  'cut',
];
/** Keys that pages build on; they say nothing of what is written. */
const harmless = new Set(['Escape', 'Tab', 'F6']);

const keep = (event: Event): void => {
  if (event instanceof KeyboardEvent && (harmless.has(event.key) || event.ctrlKey || event.metaKey || event.altKey)) return;
  event.stopPropagation();
};

class ListenDirective extends Directive {
  #listening = false;

  render(_listener: Listener): typeof noChange {
    return noChange;
  }

  override update({ element }: ElementPart, [listener]: [Listener]): typeof noChange {
    if (this.#listening) return noChange;
    this.#listening = true;
    for (const type of telling) element.addEventListener(type, keep);
    for (const type of ['compositionstart', 'compositionend']) element.addEventListener(type, onComposition);
    element.addEventListener('input', ({ target }) => {
      if (target instanceof HTMLElement && 'at' in target.dataset) listener.typed(target as HTMLTextAreaElement);
    });
    element.addEventListener('change', ({ target }) => listener.settled(target as Field));
    return noChange;
  }
}

export const listen = directive(ListenDirective);
