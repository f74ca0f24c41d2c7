import { say } from '@tsunagu/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { NewEnd } from '../locales/messages.js';
import { choice, line, summary } from './fields.js';
import { dayText, stands } from './summary.js';
import type { DialogView } from './view.js';

/** What is given, until when it counts now, and until when it is to count. */
export function extended(view: DialogView): TemplateResult {
  const { messages, furigana, session } = view;
  const state = session.state!;
  const until = state.valid ? state.expiresOn : undefined;
  return html`<p ${say(messages.extendText, furigana)}></p>
    ${stands(
      state.cells.filter((cell) => cell.state === 'given'),
      view,
    )}
    ${until === undefined ? nothing : html`<p class="strong" ${say(messages.endsNow(dayText(until, view)), furigana)}></p>`} ${newEnd(view)}`;
}

/** A question whose time has passed, asked once more: for how long. */
export function newPeriodPage(view: DialogView): TemplateResult {
  const { messages, furigana, steps, act } = view;
  return html`${summary(view)}
    <p ${say(messages.askAgainText, furigana)}></p>
    ${newEnd(view)}
    <div class="ways">
      <button class="button" part="proceed" type="button" @click=${act.explainAgain}>
        <span ${say(messages.explainAgain, furigana)}></span>
      </button>
      <button class="button" part="back" type="button" @click=${() => steps.back()}><span ${say(messages.back, furigana)}></span></button>
    </div>`;
}

function newEnd(view: DialogView): TemplateResult {
  const { messages, steps } = view;
  const ends = Object.entries(messages.endsChoices) as [NewEnd, string][];
  return html`${choice({ name: 'ends', label: messages.ends, owed: true }, ends, view)}
  ${steps.answers.ends === 'date' ? line({ name: 'newEnd', label: messages.newEnd, owed: true }, view, { type: 'date', min: steps.today }) : nothing}`;
}
