import { say } from '@tsunagu/core';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Field } from '../answers.js';
import { reachedBy } from '@tsunagu/schema/consultation';
import { householdRows } from './household.js';
import { optionsOf, problemText, type FormView } from './view.js';

/** One question with its hint, its problem and its field, tied together for a screen reader; `below` follows the field. */
export function question(field: Field, view: FormView, below: TemplateResult | typeof nothing): TemplateResult {
  const { messages, furigana, problems } = view;
  const { name, kind } = field;
  const hint = messages.hints[name];
  const problem = problems.find((each) => each.field === name);
  const described = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ') || nothing;
  const tag = name === 'topics' || name === 'words' ? messages.oneOfTwo : messages.optional;
  // A number is asked for only once somebody wants to be called: then it is not for them to leave out.
  const owed = Object.values<string>(reachedBy).includes(name);
  const label = html`<span ${say(messages.labels[name], furigana)}></span> <span class="tag" ?hidden=${owed} ${say(tag, furigana)}></span>`;
  const notes = html`${hint ? html`<p class="note" id="${name}-hint" ${say(hint, furigana)}></p>` : nothing}${
    problem
      ? html`<p class="problem" id="${name}-problem" part="problem"><span ${say(problemText(messages, problem), furigana)}></span></p>`
      : nothing
  }`;
  const grouped = kind === 'radio' || kind === 'checks' || kind === 'household';
  return html`<div class="question ${problem ? 'wrong' : ''}" part="question" id="question-${name}">
    ${
      grouped
        ? html`<fieldset aria-describedby=${described} tabindex="-1">
            <legend>${label}</legend>
            ${notes}${kind === 'household' ? householdRows(view) : choices(field, view)}
          </fieldset>`
        : html`<label for=${name}>${label}</label>${notes}${textField(field, view, described, problem !== undefined)}`
    }
    ${below}
  </div>`;
}

function choices(field: Field, view: FormView): TemplateResult {
  const { name, kind } = field;
  const { answers, furigana } = view;
  const value = answers[name] as string | readonly string[];
  const chosen = (id: string): boolean => (typeof value === 'string' ? value === id : value.includes(id));
  return html`<div class="choices c-${name}">
    ${optionsOf(field, view).map(
      ({ id, label }) =>
        html`<label class="choice"
          ><input
            type=${kind === 'radio' ? 'radio' : 'checkbox'}
            part="choice"
            name=${name}
            value=${id}
            autocomplete="off"
            .checked=${live(chosen(id))} /><span ${say(label, furigana)}></span
        ></label>`,
    )}
  </div>`;
}

function textField(
  { name, kind, autocomplete = 'off', inputmode, most }: Field,
  view: FormView,
  described: unknown,
  wrong: boolean,
): TemplateResult {
  const { answers, messages, furigana } = view;
  const value = answers[name] as string;
  const invalid = wrong ? 'true' : nothing;
  if (kind === 'line')
    return html`<input
      id=${name}
      name=${name}
      part="input"
      type="text"
      inputmode=${inputmode ?? nothing}
      autocomplete=${autocomplete}
      autocapitalize="off"
      spellcheck="false"
      data-private="true"
      aria-describedby=${described}
      aria-invalid=${invalid}
      .value=${live(value)}
    />`;
  const left = most! - value.length;
  return html`<textarea
      id=${name}
      name=${name}
      part="input"
      rows=${name === 'words' ? 7 : 3}
      autocomplete="off"
      data-private="true"
      data-most=${most!}
      aria-describedby=${described}
      aria-invalid=${invalid}
      .value=${live(value)}
    ></textarea>
    <p class="note" role="status" ?hidden=${left > most! / 10} ${say(left > most! / 10 ? '' : messages.left(left), furigana)}></p>`;
}
