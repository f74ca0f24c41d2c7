/** Listens to all fields at once: a key in a field changes what is written, and draws nothing. */
import { keepTyping } from '@tsunagu/core';
import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';
import { onComposition } from './fields.js';
import { HeldField } from './held-field.js';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export interface Listener {
  typed: (field: HTMLInputElement | HTMLTextAreaElement) => void;
  /** A field was left, or a choice was made. */
  settled: (field: Field) => void;
}

class ListenDirective extends Directive {
  #listening = false;
  readonly #held = new HeldField();

  render(_listener: Listener): typeof noChange {
    return noChange;
  }

  override update({ element }: ElementPart, [listener]: [Listener]): typeof noChange {
    // What is drawn now may change the text of the field, or the room it has.
    queueMicrotask(() => this.#held.settle());
    if (this.#listening) return noChange;
    this.#listening = true;
    keepTyping(element);
    for (const type of ['compositionstart', 'compositionend']) element.addEventListener(type, onComposition);
    element.addEventListener('input', ({ target }) => {
      if (target instanceof HTMLElement && 'at' in target.dataset) listener.typed(target as HTMLTextAreaElement);
      this.#held.grow();
    });
    element.addEventListener('focusin', ({ target }) => this.#held.hold(target));
    element.addEventListener('focusout', () => this.#held.letGo());
    // Enter in a field goes nowhere.
    element.addEventListener('submit', (event) => event.preventDefault());
    element.addEventListener('change', ({ target }) => listener.settled(target as Field));
    return noChange;
  }
}

export const listen = directive(ListenDirective);
