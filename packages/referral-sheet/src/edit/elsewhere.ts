/** What was also written somewhere else: said on the page that is written on, and on the last look before sending. */
import { say } from '@tsunagu/core';
import { html, nothing, type TemplateResult } from 'lit';
import { labelOf, wordsOf } from './contents.js';
import { Typed, type Conflict } from './merge.js';
import { fieldName } from './names.js';
import { patternOf } from './pointer.js';
import { rowOf } from './rows.js';
import type { EditView } from './view.js';

/** What a field, or an entry as a whole, is called. */
export function nameOf({ said }: EditView, pointer: string): string {
  const row = rowOf(pointer);
  return row?.rest === '' ? fieldName(said.words, row.list) : labelOf(patternOf(pointer), said);
}

/** Where a newer sheet of the page says something else than what is written here: nothing of either is lost. */
export function elsewhere(view: EditView): TemplateResult {
  const { messages, said, furigana, writing, act } = view;
  const list = writing.elsewhere;
  const names = list.map(({ pointer }) => nameOf(view, pointer));
  const notice = html`<div class="problems elsewhere" part="elsewhere">
    <p ${say(messages.elsewhere(said.texts.list([...new Set(names)])), furigana)}></p>
    ${list.map((conflict, index) => {
      const text = textOf(conflict, said);
      return text === undefined
        ? nothing
        : html`<div class="reason">
            <p class="strong" ${say(messages.elsewhereText(names[index]!), furigana)}></p>
            ${text.ours ? html`<p ${say(text.text, furigana)}></p>` : html`<p class="own" .textContent=${text.text}></p>`}
            <button class="link" type="button" @click=${() => act.takeElsewhere(conflict)}>
              <span ${say(messages.elsewhereTake, furigana)}></span>
            </button>
          </div>`;
    })}
    <div class="ways">
      <button class="button" type="button" @click=${act.keepHere}>
        <span ${say(messages.elsewhereKeep, furigana)}></span>
      </button>
    </div>
  </div>`;
  return html`<div role="status">${list.length ? notice : nothing}</div>`;
}

/** What stands there as somebody reads it; of an entry or a list as a whole there is no such text. */
function textOf({ pointer, theirs }: Conflict, said: EditView['said']): { text: string; ours: boolean } | undefined {
  if (theirs instanceof Typed) return { text: theirs.text, ours: false };
  if (theirs === undefined || theirs === null || typeof theirs === 'object') return undefined;
  return wordsOf(patternOf(pointer), theirs, said);
}
