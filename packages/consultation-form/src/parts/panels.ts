import { say } from '@tsunagu/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { FormMessages } from '../locales/messages.js';
import type { Sending } from '../session.js';
import type { Problem } from '../to-consultation.js';
import { problemText, type FormView } from './view.js';

/** What is to be looked at again, each with a way to it; the focus goes here. */
export function summary({ messages, problems, furigana }: FormView, goTo: (problem: Problem) => void): TemplateResult | typeof nothing {
  if (!problems.length) return nothing;
  return html`<div class="summary" part="summary" tabindex="-1" role="group" aria-labelledby="summary">
    <p id="summary" class="strong" ${say(messages.problemsHeading(problems.length), furigana)}></p>
    <ul>
      ${problems.map(
        (problem) =>
          html`<li>
            <a
              href="#question-${problem.field}"
              @click=${(event: Event) => {
                // The page's address is not ours to change.
                event.preventDefault();
                goTo(problem);
              }}
              ><span ${say(messages.labelled(messages.labels[problem.field], problemText(messages, problem)), furigana)}></span
            ></a>
          </li>`,
      )}
    </ul>
  </div>`;
}

/** Nobody answered, so nobody knows. */
const unknown = new Set(['network', 'timeout', 'interrupted']);

/** How the sending goes, in one polite line; and when it has failed for good, every other way to be heard. */
export function sendingPanel(
  sending: Sending,
  messages: FormMessages,
  furigana: boolean,
  ways: { again: () => void; copy: () => void; print: () => void; copied: string },
): TemplateResult {
  const failed = sending.kind === 'failed';
  const line =
    sending.kind === 'sending'
      ? messages.sending
      : sending.kind === 'offline'
        ? messages.waitingOnline
        : sending.kind === 'again'
          ? messages.tryingAgain(sending.seconds)
          : '';
  return html`<p class="strong" role="status" ?hidden=${!line} ${say(line, furigana)}></p>
    <div class="failed" part="failed" role="alert" tabindex="-1" ?hidden=${!failed}>
      ${
        failed
          ? html`<p class="strong" ${say(unknown.has(sending.reason) ? messages.unknownHeading : messages.failedHeading, furigana)}></p>
              <p ${say(messages.failed[Object.hasOwn(messages.failed, sending.reason) ? sending.reason : 'server']!, furigana)}></p>
              <div class="ways">
                <button class="button loud" type="button" @click=${ways.again}><span ${say(messages.sendAgain, furigana)}></span></button>
                <button class="button" type="button" @click=${ways.copy}><span ${say(messages.copyText, furigana)}></span></button>
                <button class="button" type="button" @click=${ways.print}><span ${say(messages.print, furigana)}></span></button>
              </div>`
          : nothing
      }
    </div>
    <p class="note" role="status" ?hidden=${!ways.copied} ${say(ways.copied, furigana)}></p>`;
}

/** The way out: in the same place on every page, above everything. */
export function exitBar(messages: FormMessages, furigana: boolean, exit: () => void): TemplateResult {
  return html`<div class="exit" part="exit">
    <button class="button exit-button" part="exit-button" type="button" @click=${exit}>
      <span ${say(messages.exit, furigana)}></span>
    </button>
  </div>`;
}
