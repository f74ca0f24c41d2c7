import { say } from '@tsunagu/core';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { keyOf } from '../cell.js';
import type { DialogView } from './view.js';

/** Agencies beyond this are opened one by one. */
const few = 4;

/** What is given now, cell by cell, to be taken back; none is ticked beforehand. */
export function singleCells(view: DialogView): TemplateResult {
  const { messages, names, furigana, steps } = view;
  const cells = steps.live;
  const agencies = [...new Set(cells.map(({ agency }) => agency))];
  const agencyNames = names.list('agency', agencies);
  const several = new Set(cells.map(({ purpose }) => purpose)).size > 1;
  return html`<p class="note" ${say(messages.scopeCellsText, furigana)}></p>
    ${agencies.map((agency, index) => {
      const id = `drop ${agency}`;
      const isOpen = agencies.length <= few || steps.expanded.has(id);
      return html`<fieldset class="group" part="group">
        <legend class="strong" ${say(agencyNames[index]!, furigana)}></legend>
        ${
          agencies.length > few
            ? html`<button class="link" type="button" aria-expanded=${isOpen ? 'true' : 'false'} @click=${() => steps.expand(id)}>
                <span ${say(messages.each, furigana)}></span>
              </button>`
            : nothing
        }
        ${
          isOpen
            ? cells
                .filter((cell) => cell.agency === agency)
                .map((cell) => {
                  const item = names.of('item', cell.item);
                  return html`<label class="choice"
                    ><input
                      type="checkbox"
                      part="choice"
                      value=${keyOf(cell)}
                      autocomplete="off"
                      .checked=${live(steps.isDropped(cell))}
                      @change=${() => steps.drop(cell)} /><span
                      ${say(several ? messages.labelled(item, names.of('purposeShort', cell.purpose)) : item, furigana)}
                    ></span
                  ></label>`;
                })
            : nothing
        }
      </fieldset>`;
    })}`;
}
