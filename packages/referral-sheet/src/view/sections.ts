import { say, telHref } from '@tsunagu/core';
import { html, nothing } from 'lit';
import type { Piece, SheetView } from '../parts/view.js';
import { own } from '../parts/words.js';
import type { Row, Section, Value } from './rows.js';

/** Digits that a telephone understands; anything else that somebody wrote there is only shown. */
const dialled = (text: string): string => text.replace(/[^\d+#*]/g, '');

function valueOf({ text, own: isOwn, tel, quiet }: Value, { furigana }: SheetView): Piece {
  if (tel && /^[\d\s()+#*-]{3,}$/.test(text)) return html`<a href=${telHref(dialled(text))} .textContent=${text}></a>`;
  if (quiet) return html`<span class="note">${own(text)}</span>`;
  return isOwn ? own(text) : html`<span ${say(text, furigana)}></span>`;
}

export const rowList = (rows: readonly Row[], view: SheetView): Piece =>
  html`<dl class="rows">
    ${rows.map(
      ({ label, entries, long }) =>
        html`<div class="row ${long ? 'long' : ''}">
          <dt ${say(label, view.furigana)}></dt>
          ${entries.map((values) => html`<dd>${values.map((value) => html`${valueOf(value, view)} `)}</dd>`)}
        </div>`,
    )}
  </dl>`;

/** A numbered section. */
export function sectionBlock({ id, number, title, rows, topics, groups }: Section, view: SheetView, more: Piece = nothing): Piece {
  const { texts, furigana } = view;
  const { mainTopic } = texts;
  const isEmpty = !rows.length && !groups.length && !topics?.length && more === nothing;
  return html`<section class="section" id=${id} part="section" aria-labelledby="section-${id}">
    <h3 id="section-${id}" part="section-title" ${say(texts.section(number, title), furigana)}></h3>
    ${
      topics?.length
        ? html`<ul class="topics" part="topics">
            ${topics.map(
              ({ main, text }) =>
                html`<li class=${main ? 'main' : ''}>
                  <span aria-hidden="true" class="mark" .textContent=${main ? '◎' : '○'}></span>
                  ${main ? html`<span class="visually-hidden" ${say(mainTopic, false)}></span>` : nothing}
                  <span ${say(text, furigana)}></span>
                </li>`,
            )}
          </ul>`
        : nothing
    }
    ${rows.length ? rowList(rows, view) : nothing}
    ${groups.map(
      (group) =>
        html`<div class="group">
          <h4 ${say(group.title, furigana)}></h4>
          ${group.rows.length ? rowList(group.rows, view) : nothing}
        </div>`,
    )}
    ${isEmpty ? html`<p class="note" ${say(texts.notWritten, furigana)}></p>` : nothing} ${more}
  </section>`;
}
