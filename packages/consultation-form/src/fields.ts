import { keepTyping } from '@tsunagu/core';
import type { LitElement } from 'lit';
import { noAnswers, type FieldName } from './answers.js';
import type { Session } from './session.js';

type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Names of text fields, so that a hostile or foreign value never becomes an answer. */
const known = new Map(Object.entries(noAnswers()).map(([name, none]) => [name, Array.isArray(none)]));

/**
 * Listens to all fields of the form at once. A key in a text field changes the answer and draws nothing; only what depends on the answer
 * (another question, a count) is drawn when there is something to draw.
 */
export class Fields {
  constructor(
    private readonly host: LitElement,
    private readonly session: Session,
    /** An answer has changed: `settled` when the field was left or chosen. */
    private readonly onWritten: (settled: boolean) => void,
  ) {}

  /** On the root itself, so that it stays when the form is moved in the page. */
  listen(root: HTMLElement | DocumentFragment): void {
    keepTyping(root);
    root.addEventListener('input', this.onInput);
    root.addEventListener('change', this.onChange);
  }

  /** Takes what stands in the fields: a password manager may fill them without telling anybody. */
  harvest(): void {
    for (const input of this.host.renderRoot.querySelectorAll<Input>('[part=input]'))
      if (input.value !== this.session.state.answers[input.name as FieldName]) this.take(input);
  }

  private readonly onInput = (event: Event): void => {
    const input = event.target as Input;
    if (input.type === 'radio' || input.type === 'checkbox' || 'own' in input.dataset) return;
    const before = this.session.state.answers[input.name as FieldName]?.length ?? 0;
    this.take(input);
    this.onWritten(false);
    const { most } = input.dataset;
    if (most && Math.max(before, input.value.length) >= Number(most) * 0.9) this.host.requestUpdate();
  };

  private readonly onChange = (event: Event): void => {
    const input = event.target as Input;
    if ('own' in input.dataset) return;
    // Drawing writes the answers into the fields: what stands there untold is taken first.
    this.harvest();
    this.take(input);
    this.session.recheck();
    this.onWritten(true);
    this.host.requestUpdate();
  };

  private take(input: Input): void {
    const name = input.name as FieldName;
    const list = known.get(name);
    if (list === undefined) return;
    const { answers } = this.session.state;
    if (!list) return this.session.answer(name, input.value);
    const without = (answers[name] as readonly string[]).filter((id) => id !== input.value);
    this.session.answer(name, (input as HTMLInputElement).checked ? [...without, input.value] : without);
  }
}
