import { dayParts, say } from '@tsunagu/core';
import type { ConsentCell } from '@tsunagu/schema/consent';
import { html, nothing, type TemplateResult } from 'lit';
import { summarise } from '../summary.js';
import type { DialogView, Piece } from './view.js';

/** A day `YYYY-MM-DD` or an instant, as a day in Japan; what is neither, as it is. */
export function dayText(text: string, { messages }: Pick<DialogView, 'messages'>): string {
  const at = new Date(text.length === 10 ? `${text}T00:00:00+09:00` : text);
  return Number.isNaN(at.getTime()) ? text : messages.day(dayParts(at));
}

/** Where the cells of a record stand: what may be told, what not, what nobody has decided. */
export function stands(cells: readonly ConsentCell[], view: DialogView): TemplateResult {
  const { messages } = view;
  const of = (...states: ConsentCell['state'][]) => cells.filter(({ state }) => states.includes(state));
  return html`<dl class="stands" part="decided">
    ${block(messages.given, of('given'), view)} ${block(messages.taken, of('withdrawn'), view)}
    ${block(messages.over, of('expired', 'terminated', 'invalidated'), view)} ${block(messages.refused, of('refused'), view)}
    ${block(messages.open, of('asked', 'deferred'), view)}
  </dl>`;
}

function block(title: string, cells: readonly ConsentCell[], view: DialogView): Piece {
  if (!cells.length) return nothing;
  const { messages, names, furigana } = view;
  const days = [...new Set(cells.flatMap(({ state, until }) => (state === 'given' && until !== undefined ? [until] : [])))];
  const told = (ids: readonly string[], purpose: string | undefined): string => {
    const agencies = messages.list(names.list('agency', ids));
    return purpose === undefined ? agencies : messages.labelled(agencies, names.of('purposeShort', purpose));
  };
  return html`<div>
    <dt ${say(title, furigana)}></dt>
    ${summarise(cells).map(
      ({ agencies: ids, parts }) =>
        html`<dd>
          ${parts.map(
            ({ purpose, items }) =>
              html`<p ${say(told(ids, purpose), furigana)}></p>
                ${itemList(items, view)}`,
          )}
        </dd>`,
    )}
    ${days.map((day) => html`<dd class="note" ${say(messages.untilDay(dayText(day, view)), furigana)}></dd>`)}
  </div>`;
}

/** Names of items, one below the other: they have commas of their own. */
export const itemList = (items: readonly string[], { names, furigana }: DialogView): TemplateResult =>
  html`<ul class="list">
    ${names.list('item', items).map((name) => html`<li ${say(name, furigana)}></li>`)}
  </ul>`;
