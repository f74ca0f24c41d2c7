import { say } from '@tsunagu/core';
import { html, type TemplateResult } from 'lit';
import { sectionHeading, type AskView, type Piece } from './view.js';

/** Section 7: three answers of one size and weight, or one by one (`chooser`). Nothing is chosen beforehand, and no answer comes back as a question. */
export function decide(view: AskView, chooser: () => Piece): TemplateResult {
  const { messages, furigana, session, act } = view;
  const answer = (kind: 'given' | 'refused' | 'deferred', label: string) =>
    html`<button class="button answer" part="answer" type="button" data-answer=${kind} @click=${() => act.decide(kind)}>
      <span ${say(label, furigana)}></span>
    </button>`;
  return html`<section class="section decide" aria-labelledby="decide">
    <h3 id="decide" tabindex="-1" ${say(sectionHeading(view, 7, messages.sections.decide), furigana)}></h3>
    <p ${say(messages.decideText, furigana)}></p>
    <div class="answers" part="answers" role="group" aria-labelledby="decide">
      ${answer('given', messages.give)} ${answer('refused', messages.refuse)} ${answer('deferred', messages.defer)}
    </div>
    <button
      class="button wide"
      part="choose"
      type="button"
      aria-expanded=${session.choosing ? 'true' : 'false'}
      @click=${() => session.toggleChoosing()}
    >
      <span ${say(messages.choose, furigana)}></span>
    </button>
    ${chooser()}
    <p class="note" ${say(messages.closeSafely, furigana)}></p>
  </section>`;
}
