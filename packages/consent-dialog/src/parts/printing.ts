import { say } from '@tsunagu/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { DialogView, Piece } from './view.js';

/** Says that nothing came out of the printer, and what helps then. There from the start, so that a screen reader hears it. */
export const printNews = ({ unprinted, furigana }: DialogView): TemplateResult =>
  html`<p class="news" role="status" ${say(unprinted, furigana)}></p>`;

/** For the worker: the question on paper, for a visit without a device. Only where there is something to ask. */
export function paperButton(view: DialogView): Piece {
  const { messages, furigana, session, act } = view;
  if (!(session.state?.open ?? session.given.request)) return nothing;
  return html`<div class="ways">
      <button class="button" part="paper-button" type="button" @click=${act.paper}>
        <span ${say(messages.paperForm, furigana)}></span>
      </button>
    </div>
    ${printNews(view)}`;
}
