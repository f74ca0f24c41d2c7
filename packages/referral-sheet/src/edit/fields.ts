/** Fields of the sheet. They are not written into while somebody types: what is typed is in the writing already. */
import { say, withoutRuby } from '@tsunagu/core';
import { html, noChange, nothing, type TemplateResult } from 'lit';
import { Directive, directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js';
import { live } from 'lit/directives/live.js';
import { choiceName } from './names.js';
import { labelOf } from './contents.js';
import { patternOf } from './pointer.js';
import type { FieldKind, TidyRule } from './tidy-field.js';
import { idOf, type EditView } from './view.js';

type Writable = HTMLInputElement | HTMLTextAreaElement;

/** Fields in which an input method is at work. */
const composing = new WeakSet<EventTarget>();

export const onComposition = (event: Event): void => {
  const [field] = event.composedPath();
  if (!field) return;
  if (event.type === 'compositionstart') composing.add(field);
  else composing.delete(field);
};

/** The text of a field: set when it differs, never under an input method, with the caret where it was. */
class WrittenDirective extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('written() goes on a field: <input ${written(text)} />');
  }

  render(_text: string): typeof noChange {
    return noChange;
  }

  override update({ element }: ElementPart, [text]: [string]): typeof noChange {
    const field = element as Writable;
    if (field.value === text || composing.has(field)) return noChange;
    const root = field.getRootNode() as Document | ShadowRoot;
    const { selectionStart, selectionEnd } = field;
    const here = root.activeElement === field;
    field.value = text;
    if (here) field.setSelectionRange(selectionStart, selectionEnd);
    return noChange;
  }
}
const written = directive(WrittenDirective);

export interface FieldOptions {
  label?: string;
  note?: string;
  most: number;
  kind?: FieldKind;
  short?: boolean;
  /** Rows that a long text has when it is empty. */
  rows?: number;
  inputmode?: 'numeric' | 'tel' | 'email';
}

const problemAt = ({ problems }: EditView, pointer: string) => problems.find((problem) => problem.pointer === pointer);

/** Label, note and problem of a field, and what ties them to it for a screen reader. */
export function around(view: EditView, pointer: string, { label, note }: { label?: string; note?: string }) {
  const { furigana, said } = view;
  const id = idOf(pointer);
  const problem = problemAt(view, pointer);
  const described = [note && `${id}-note`, problem && `${id}-problem`].filter(Boolean).join(' ') || nothing;
  return {
    id,
    described,
    wrong: problem !== undefined,
    label: html`<span ${say(label ?? labelOf(patternOf(pointer), said), furigana)}></span>`,
    notes: html`${note ? html`<p class="note" id="${id}-note" ${say(note, furigana)}></p>` : nothing}${
      problem ? html`<p class="problem" id="${id}-problem" part="problem" ${say(problem.message, furigana)}></p>` : nothing
    }`,
  };
}

/**
 * One line, or a date, a number … `understood`: what it was taken for, when that is not what was typed.
 *
 * A field to write in is a form of its own: at each key a browser’s autofill looks through every field of the form that is written in (of the whole
 * page, where there is none), which costs a household of twelve more than the key itself. It is never submitted, and says nothing to a screen reader.
 */
export function lineField(view: EditView, pointer: string, options: FieldOptions): TemplateResult {
  const { kind = 'line', most, short, inputmode } = options;
  const { writing, messages, texts } = view;
  const { id, described, wrong, label, notes } = around(view, pointer, options);
  const rule: TidyRule = { kind, most };
  const typed = writing.typed(pointer, rule);
  const value = writing.at(pointer);
  const taken = (kind === 'birth' || kind === 'day') && typeof value === 'string' ? texts.birthDate(value) : '';
  const understood = taken && taken !== typed ? messages.understood(taken) : '';
  return html`<form class="field ${wrong ? 'wrong' : ''}" role="none">
    <label for=${id}>${label}</label>
    ${notes}
    <input
      class=${short ? 'short' : ''}
      id=${id}
      part="input"
      type="text"
      data-at=${pointer}
      data-kind=${kind}
      data-most=${most}
      inputmode=${inputmode ?? nothing}
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      aria-describedby=${described}
      aria-invalid=${wrong ? 'true' : nothing}
      ${written(typed)}
    />
    <p class="note understood" ?hidden=${!understood} ${say(understood, view.furigana)}></p>
  </form>`;
}

/** About how many lines a text takes where the browser does not grow the field by itself. */
const linesOf = (text: string, least: number): number => {
  let lines = 0;
  for (const line of text.slice(0, 4000).split('\n')) lines += 1 + Math.floor(line.length / 34);
  return Math.min(20, Math.max(least, lines + 1));
};

/** Characters beyond which a text fills the highest field there is: one that does not grow any more is laid out anew at each key for nothing. */
const surelyLong = 2400;

export function textField(view: EditView, pointer: string, options: FieldOptions): TemplateResult {
  const { kind = 'text', most, rows = 2 } = options;
  const { writing, messages, furigana } = view;
  const { id, described, wrong, label, notes } = around(view, pointer, options);
  const typed = writing.typed(pointer, { kind, most });
  const left = most - typed.length;
  const near = left <= most / 10;
  return html`<form class="field ${wrong ? 'wrong' : ''}" role="none">
    <label for=${id}>${label}</label>
    ${notes}
    <textarea
      id=${id}
      part="input"
      rows=${linesOf(typed, rows)}
      data-rows=${rows}
      ?data-long=${typed.length > surelyLong}
      data-at=${pointer}
      data-kind=${kind}
      data-most=${most}
      autocomplete="off"
      aria-describedby=${described}
      aria-invalid=${wrong ? 'true' : nothing}
      ${written(typed)}
    ></textarea>
    <p class="note" role="status" ?hidden=${!near} ${say(near ? messages.left(left) : '', furigana)}></p>
  </form>`;
}

interface Choice {
  id: string;
  label: string;
  /** Written by somebody, not ours. */
  plain?: boolean;
}

export const choicesOf = ({ said }: EditView, pattern: string, ids: readonly string[]): Choice[] =>
  ids.map((id) => ({ id, label: choiceName(said.words, pattern, id) ?? id }));

const text = ({ label, plain }: Choice, furigana: boolean): TemplateResult =>
  plain ? html`<span .textContent=${label}></span>` : html`<span ${say(label, furigana)}></span>`;

/** One of a few: radio buttons. Choosing the chosen one again takes it back. */
export function radios(
  view: EditView,
  pointer: string,
  choices: readonly Choice[],
  options: { label?: string; note?: string; none?: string } = {},
) {
  const { described, id, label, notes, wrong } = around(view, pointer, options);
  const value = view.writing.at(pointer);
  const all = options.none === undefined ? choices : [...choices, { id: '', label: options.none }];
  return html`<fieldset class="field ${wrong ? 'wrong' : ''}" id=${id} tabindex="-1" aria-describedby=${described}>
    <legend>${label}</legend>
    ${notes}
    <div class="choices">
      ${all.map(
        (choice) =>
          html`<label class="choice"
            ><input
              type="radio"
              part="choice"
              name=${id}
              value=${choice.id}
              data-pick=${pointer}
              autocomplete="off"
              .checked=${live((value ?? '') === choice.id)}
            />${text(choice, view.furigana)}</label
          >`,
      )}
    </div>
  </fieldset>`;
}

/** Several of some: check boxes. */
export function checks(view: EditView, pointer: string, choices: readonly Choice[], options: { label?: string; note?: string } = {}) {
  const { described, id, label, notes, wrong } = around(view, pointer, options);
  const chosen = (view.writing.at(pointer) as readonly string[] | undefined) ?? [];
  return html`<fieldset class="field ${wrong ? 'wrong' : ''}" id=${id} tabindex="-1" aria-describedby=${described}>
    <legend>${label}</legend>
    ${notes}
    <div class="choices">
      ${choices.map(
        (choice) =>
          html`<label class="choice"
            ><input
              type="checkbox"
              part="choice"
              value=${choice.id}
              data-mark=${pointer}
              autocomplete="off"
              .checked=${live(chosen.includes(choice.id))}
            />${text(choice, view.furigana)}</label
          >`,
      )}
    </div>
  </fieldset>`;
}

/** One of many: a list to choose from. */
export function chooser(
  view: EditView,
  pointer: string,
  choices: readonly Choice[],
  options: { label?: string; note?: string; value?: string; none?: string } = {},
) {
  const { described, id, label, notes, wrong } = around(view, pointer, options);
  const value = options.value ?? (view.writing.at(pointer) as string | undefined) ?? '';
  const none = options.none ?? view.messages.notChosen;
  return html`<div class="field ${wrong ? 'wrong' : ''}">
    <label for=${id}>${label}</label>
    ${notes}
    <select
      id=${id}
      part="input"
      data-pick=${pointer}
      aria-describedby=${described}
      aria-invalid=${wrong ? 'true' : nothing}
      .value=${live(value)}
    >
      ${none ? html`<option value="" .selected=${value === ''} .textContent=${withoutRuby(none)}></option>` : nothing}
      ${choices.map((choice) => html`<option value=${choice.id} .selected=${choice.id === value} .textContent=${choice.plain ? choice.label : withoutRuby(choice.label)}></option>`)}
    </select>
  </div>`;
}
