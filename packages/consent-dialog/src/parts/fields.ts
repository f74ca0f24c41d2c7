import { say } from '@tsunagu/core';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { lineLength, noteLength, type Answers } from '../answers.js';
import type { AskedField } from '../locales/messages.js';
import type { DialogView, Piece } from './view.js';

interface Field {
  name: keyof Answers;
  label: string;
  /** Whose problem stands beside it, where that is not its own name. */
  asks?: AskedField;
  /** Has to be answered before a yes is recorded. */
  owed?: boolean;
  hint?: string;
}

const describe = ({ name, asks, hint }: Field, { session }: DialogView): { wrong: boolean; by: string | typeof nothing } => {
  const wrong = session.problems.includes(asks ?? (name as AskedField));
  return { wrong, by: [hint && `${name}-hint`, wrong && `${name}-problem`].filter(Boolean).join(' ') || nothing };
};

function heading({ label, owed = false }: Field, { messages, furigana }: DialogView): TemplateResult {
  return html`<span ${say(label, furigana)}></span>
    <span class="tag" ${say(owed ? messages.required : messages.optional, furigana)}></span>`;
}

function notes(field: Field, view: DialogView): TemplateResult {
  const { name, asks, hint } = field;
  const { messages, furigana } = view;
  return html`${hint ? html`<p class="note" id="${name}-hint" ${say(hint, furigana)}></p>` : nothing}${
    describe(field, view).wrong
      ? html`<p class="problem" id="${name}-problem" part="problem" ${say(messages.problems[asks ?? (name as AskedField)], furigana)}></p>`
      : nothing
  }`;
}

/** A question with choices, none of them chosen beforehand. */
export function choice(field: Field, options: readonly (readonly [id: string, label: string])[], view: DialogView): TemplateResult {
  const { name } = field;
  const { wrong, by } = describe(field, view);
  return html`<fieldset
    class="question ${wrong ? 'wrong' : ''}"
    id="question-${field.asks ?? name}"
    part="question"
    tabindex="-1"
    aria-describedby=${by}
  >
    <legend>${heading(field, view)}</legend>
    ${notes(field, view)}
    <div class="choices">${radios(field, options, view)}</div>
  </fieldset>`;
}

/** The choices alone. */
export const radios = (
  { name }: Pick<Field, 'name'>,
  options: readonly (readonly [id: string, label: string])[],
  view: DialogView,
): TemplateResult[] =>
  options.map(
    ([id, label]) =>
      html`<label class="choice"
        ><input
          type="radio"
          part="choice"
          name=${name}
          value=${id}
          autocomplete="off"
          .checked=${live(view.steps.answers[name] === id)} /><span ${say(label, view.furigana)}></span
      ></label>`,
  );

/** One line to write, or a day to choose. */
export function line(field: Field, view: DialogView, { type = 'text', long = false, min = '', max = '' } = {}): TemplateResult {
  const { name } = field;
  const { wrong, by } = describe(field, view);
  return html`<div class="question ${wrong ? 'wrong' : ''}" id="question-${field.asks ?? name}" part="question">
    <label for=${name}>${heading(field, view)}</label>
    ${notes(field, view)}
    <input
      id=${name}
      name=${name}
      part="input"
      type=${type}
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      data-private="true"
      maxlength=${type === 'text' ? (long ? noteLength : lineLength) : nothing}
      min=${min || nothing}
      max=${max || nothing}
      aria-describedby=${by}
      aria-invalid=${wrong ? 'true' : nothing}
      .value=${live(view.steps.answers[name])}
    />
  </div>`;
}

/** What is to be looked at again, each with a way to it; the focus goes here. */
export function summary({ session, messages, furigana, act }: DialogView): Piece {
  const { problems } = session;
  if (!problems.length) return nothing;
  return html`<div class="summary" part="summary" tabindex="-1" role="group" aria-labelledby="summary">
    <p id="summary" class="strong" ${say(messages.problemsHeading(problems.length), furigana)}></p>
    <ul>
      ${problems.map(
        (field) =>
          html`<li>
            <button class="link" type="button" @click=${() => act.goTo(field)}>
              <span ${say(messages.problems[field], furigana)}></span>
            </button>
          </li>`,
      )}
    </ul>
  </div>`;
}
