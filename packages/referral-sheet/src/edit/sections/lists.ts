/** Lists whose entries are written one by one: adding, taking off, and putting back. */
import { say } from '@tsunagu/core';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { quoted } from '../contents.js';
import { lists, type ListPointer, type Row } from '../rows.js';
import { idOf, type EditView } from '../view.js';

/** `entry`: the fields of one. `title`: what it is called, in the legend and when it was taken off. */
export function listOf(
  view: EditView,
  list: ListPointer,
  {
    title,
    entry,
  }: { title: (row: Row, index: number) => string; entry: (pointer: string, row: Row, index: number, key: string) => TemplateResult },
): TemplateResult {
  const { writing, messages, furigana, taken, act } = view;
  const rows = writing.rows(list);
  const gone = taken.get(list)?.at(-1);
  return html`<div class="list" id=${idOf(list)} tabindex="-1">
    ${repeat(
      rows,
      ({ key }) => key,
      ({ key, row }, index) => entry(`${list}/${index}`, row, index, key),
    )}
    <div class="after">
      <p role="status" ?hidden=${!gone} ${say(gone ? messages.removed(title(gone.row, gone.index)) : '', furigana)}></p>
      ${
        gone
          ? html`<button class="button" type="button" data-focus="back-${list}" @click=${() => act.putBack(list)}>
              <span ${say(messages.putBack, furigana)}></span>
            </button>`
          : nothing
      }
      ${
        rows.length < lists[list].most
          ? html`<button class="button" type="button" data-focus="add-${list}" @click=${() => act.add(list)}>
              <span ${say(messages.add[list], furigana)}></span>
            </button>`
          : html`<p class="note" ${say(messages.full, furigana)}></p>`
      }
    </div>
  </div>`;
}

/** The button that takes an entry off. */
export const remover = ({ messages, furigana, act }: EditView, list: ListPointer, index: number, name: string): TemplateResult =>
  html`<button class="link" type="button" @click=${() => act.remove(list, index)}>
    <span ${say(messages.remove(name), furigana)}></span>
  </button>`;

/** An entry's name: what somebody wrote first in it, else its number. */
export const entryTitle = (written: unknown, numbered: string): string => (typeof written === 'string' ? quoted(written, 24) : numbered);
