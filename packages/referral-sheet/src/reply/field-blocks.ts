/** The fields of a step: desks, choices, days and texts, each with what is wrong beside it. */
import { say, withoutRuby } from '@tsunagu/core';
import { localize } from '@tsunagu/schema/text';
import { referralLimits } from '@tsunagu/schema/referral/light';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ReplyAction } from '../locales/messages.js';
import type { Piece, SheetView } from '../parts/view.js';
import { named } from '../parts/words.js';
import { deskWays } from '../view/band.js';
import { rangeOf, type Field } from './fields.js';
import type { ReplySession } from './reply-session.js';

export interface ReplyView extends SheetView {
  session: ReplySession;
  /** The day in Tokyo. */
  today: string;
  openWords: (desk: string) => string;
}

function labelOf({ name }: Field, action: ReplyAction, { texts }: SheetView): string {
  if (name === 'reached') return texts.reached;
  return (name === 'text' && texts.textLabel[action]) || texts.names.reply[name];
}

function tableOf({ name }: Field, action: ReplyAction, { texts: { names } }: SheetView): Readonly<Record<string, string>> {
  const { choices } = names;
  if (name === 'reason') return action === 'cancel' ? choices.cancelReason : choices.reason;
  return name === 'outcome' ? choices.outcome : name === 'did' ? choices.did : choices.reached;
}

const problemOf = ({ name }: Field, { session }: ReplyView) => session.problems.find(([field]) => field === name)?.[1];

function heading(field: Field, action: ReplyAction, view: ReplyView): Piece {
  const { texts, furigana } = view;
  return html`<span ${say(labelOf(field, action, view), furigana)}></span>
    <span class="tag" ${say(field.needed ? texts.required : texts.optional, furigana)}></span>`;
}

function notes(field: Field, view: ReplyView): Piece {
  const { texts, furigana } = view;
  const problem = problemOf(field, view);
  return html`${field.name === 'toPerson' ? html`<p class="note" id="reply-toPerson-hint" ${say(texts.toPersonHint, furigana)}></p>` : nothing}
  ${problem ? html`<p class="problem" part="problem" id="reply-${field.name}-problem" ${say(texts.problems[problem], furigana)}></p>` : nothing}`;
}

const describedBy = (field: Field, view: ReplyView): string | typeof nothing =>
  [field.name === 'toPerson' && 'reply-toPerson-hint', problemOf(field, view) && `reply-${field.name}-problem`].filter(Boolean).join(' ') ||
  nothing;

/** Desks of the directory with their open state; the one that has it is none to pass it on to. */
function deskList(field: Field, view: ReplyView): Piece {
  const { texts, furigana, desks, state, session, openWords, lang } = view;
  const holder = state.known ? state.holder?.agency : undefined;
  const coordinator = view.value.sheet.coordinator.agency;
  const { to = '' } = session.written;
  const others = desks.all.filter(({ id }) => id !== holder);
  if (!others.length) return html`<p class="notice" part="no-directory" ${say(texts.noDirectory, furigana)}></p>`;
  return html`<select
      id="reply-to"
      data-field="to"
      part="input"
      autocomplete="off"
      aria-describedby=${describedBy(field, view)}
      aria-invalid=${problemOf(field, view) ? 'true' : nothing}
      .value=${live(to)}
    >
      <option value="" .selected=${!to} .textContent=${withoutRuby(texts.chooseOne)}></option>
      ${others.map(({ id, name }) => {
        const words = `${id === coordinator ? `${texts.names.sheet.coordinator} ` : ''}${localize(name, lang)}`;
        const open = openWords(id);
        return html`<option value=${id} .selected=${id === to} .textContent=${withoutRuby(open ? `${words} — ${open}` : words)}></option>`;
      })}
    </select>
    ${to ? html`<div class="chosen-desk" part="chosen-desk">${deskWays(to, view)}</div>` : nothing}`;
}

export function fieldBlock(field: Field, action: ReplyAction, view: ReplyView): Piece {
  const { name, kind } = field;
  const { session, furigana, today } = view;
  const wrong = problemOf(field, view) !== undefined;
  const id = `reply-${name}`;
  const by = describedBy(field, view);
  const value = session.written[name] ?? '';
  if (kind === 'choice') {
    const table = tableOf(field, action, view);
    return html`<fieldset class="question ${wrong ? 'wrong' : ''}" id=${id} part="question" tabindex="-1" aria-describedby=${by}>
      <legend>${heading(field, action, view)}</legend>
      ${notes(field, view)}
      <div class="options">
        ${field.options!.map(
          (option) =>
            html`<label class="choice small"
              ><input
                type="radio"
                part="choice"
                name=${id}
                value=${option}
                data-field=${name}
                autocomplete="off"
                .checked=${live(value === option)} /><span ${say(named(table, option), furigana)}></span
            ></label>`,
        )}
      </div>
    </fieldset>`;
  }
  const { min, max } = rangeOf(name, today);
  return html`<div class="question ${wrong ? 'wrong' : ''}" part="question">
    <label for=${id}>${heading(field, action, view)}</label>
    ${notes(field, view)}
    ${
      kind === 'desk'
        ? deskList(field, view)
        : kind === 'day'
          ? html`<input
              type="date"
              id=${id}
              data-field=${name}
              part="input"
              autocomplete="off"
              min=${min || nothing}
              max=${max}
              aria-describedby=${by}
              aria-invalid=${wrong ? 'true' : nothing}
              .value=${live(value)}
            />`
          : html`<textarea
              id=${id}
              data-field=${name}
              part="input"
              rows="3"
              autocomplete="off"
              maxlength=${referralLimits.text}
              data-private="true"
              aria-describedby=${by}
              aria-invalid=${wrong ? 'true' : nothing}
              .value=${live(value)}
            ></textarea>`
    }
  </div>`;
}

/** What is to be looked at again, each with a way to it; the focus goes here. */
export function problemSummary({ session, texts, furigana }: ReplyView, goTo: (field: string) => void): Piece {
  const { problems } = session;
  if (!problems.length) return nothing;
  return html`<div class="notice warn" part="summary" id="reply-summary" tabindex="-1" role="group" aria-labelledby="reply-summary-title">
    <p class="strong" id="reply-summary-title" ${say(texts.problemsHeading(problems.length), furigana)}></p>
    <ul>
      ${problems.map(
        ([field, problem]) =>
          html`<li>
            <a
              href="#reply-${field}"
              @click=${(event: Event) => {
                event.preventDefault();
                goTo(field);
              }}
              ><span ${say(texts.problems[problem], furigana)}></span
            ></a>
          </li>`,
      )}
    </ul>
  </div>`;
}
