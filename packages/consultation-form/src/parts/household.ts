import { say, withoutRuby } from '@tsunagu/core';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { limits } from '@tsunagu/schema/consultation';
import { relations, type MemberAnswer } from '../answers.js';
import type { FormView } from './view.js';

/** Who lives together: a row each, added when wanted. */
export function householdRows({ answers, messages, furigana, members }: FormView): TemplateResult {
  const { household: words } = messages;
  const rows = answers.household;
  const change = (index: number, part: Partial<MemberAnswer>, typing?: boolean): void =>
    members((rows) => rows.map((row, at) => (at === index ? { ...row, ...part } : row)), typing);
  const typed = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;
  return html`${rows.map(
    (row, index) =>
      html`<fieldset class="member">
        <legend ${say(words.member(index + 1), furigana)}></legend>
        <label
          ><span ${say(words.relation, furigana)}></span
          ><select data-own @change=${(event: Event) => change(index, { relation: typed(event) })}>
            <option value="" ?selected=${!row.relation}></option>
            ${relations.map(
              (id) =>
                html`<option value=${id} ?selected=${row.relation === id} .textContent=${withoutRuby(words.relations[id] ?? id)}></option>`,
            )}
          </select></label
        >
        <label
          ><span ${say(words.age, furigana)}></span
          ><input
            class="short"
            data-own
            inputmode="numeric"
            autocomplete="off"
            .value=${live(row.age)}
            @input=${(event: Event) => change(index, { age: typed(event) }, true)}
            @change=${(event: Event) => change(index, { age: typed(event) })}
        /></label>
        <label
          ><span ${say(words.note, furigana)}></span
          ><input
            data-own
            autocomplete="off"
            maxlength=${limits.line}
            .value=${live(row.note)}
            @input=${(event: Event) => change(index, { note: typed(event) }, true)}
            @change=${(event: Event) => change(index, { note: typed(event) })}
        /></label>
        <button class="link" type="button" @click=${() => members((rows) => rows.filter((_row, at) => at !== index))}>
          <span ${say(words.remove(index + 1), furigana)}></span>
        </button>
      </fieldset>`,
  )}
  ${
    rows.length < limits.household
      ? html`<button class="button" type="button" @click=${() => members((rows) => [...rows, { relation: '', age: '', note: '' }])}>
          <span ${say(words.add, furigana)}></span>
        </button>`
      : nothing
  }`;
}
