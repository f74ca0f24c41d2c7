import { say } from '@tsunagu/core';
import { html, nothing, type TemplateResult } from 'lit';
import { dayText, stands } from './summary.js';
import type { DialogView } from './view.js';

/** Where consent stands, when there is nothing new to ask. */
export function standing(view: DialogView): TemplateResult {
  const { messages, names, furigana, session, steps, act } = view;
  const { state, given } = session;
  return html`<p class="strong" ${say(names.of('status', state!.status), furigana)}></p>
    <p ${say(state!.valid ? messages.standingText : messages.noConsent, furigana)}></p>
    ${stands(state!.cells, view)}
    <div class="ways">
      ${
        session.takeable.length
          ? html`<button class="button" part="take-back" type="button" @click=${() => steps.takeBack()}>
              <span ${say(messages.withdraw, furigana)}></span>
            </button>`
          : html`<p ${say(messages.nothingToWithdraw, furigana)}></p>`
      }
      ${
        session.mayExtend
          ? html`<button class="button" part="extend" type="button" @click=${() => steps.extend()}>
              <span ${say(messages.extend, furigana)}></span>
            </button>`
          : nothing
      }
      ${
        given.request || (!state!.valid && steps.lastAsked)
          ? html`<button class="button" part="ask-anew" type="button" @click=${() => steps.askAnew()}>
              <span ${say(given.request ? messages.askAnew : messages.askAgain, furigana)}></span>
            </button>`
          : nothing
      }
      <button class="button" part="done" type="button" @click=${act.close}><span ${say(messages.close, furigana)}></span></button>
    </div>`;
}

/** When a worker may ask again, where the person said so. `from`: `YYYY-MM-DD`, or null for never. */
export const tooEarlyText = (from: string | null, { messages }: Pick<DialogView, 'messages'>): string =>
  from === null ? messages.tooEarlyNever : messages.tooEarly(dayText(from, { messages }));

/** Why nothing can be decided or recorded now: calm, and with somebody to ask. What was chosen is still there. */
export function obstacle(view: DialogView): TemplateResult {
  const { messages, furigana, session, steps, act } = view;
  const { reason, from } = session.obstacle!;
  const text = reason === 'too-early' && from !== undefined ? tooEarlyText(from, view) : messages.obstacles[reason];
  return html`<p role="alert" part="obstacle" ${say(text, furigana)}></p>
    <div class="ways">
      ${
        reason === 'too-early'
          ? html`<button class="button" part="started-by-person" type="button" @click=${() => steps.byPerson()}>
              <span ${say(messages.startedByPerson, furigana)}></span>
            </button>`
          : nothing
      }
      ${
        steps.hasChosen && reason !== 'broken'
          ? html`<button class="button" part="back" type="button" @click=${() => steps.back()}>
              <span ${say(messages.back, furigana)}></span>
            </button>`
          : nothing
      }
      <button class="button" part="done" type="button" @click=${act.close}><span ${say(messages.close, furigana)}></span></button>
    </div>`;
}
