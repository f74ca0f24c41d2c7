import { say } from '@tsunagu/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { NoticeLine } from '../notice.js';
import { sectionHeading, type AskView, type Shown } from './view.js';

/** Sections 1 to 6, exactly as they are frozen. */
export function explain(shown: Shown, view: AskView): TemplateResult {
  if (!('content' in shown)) {
    const { text, language, ruby } = shown;
    // Where nobody wrote readings, 《》 are brackets.
    return ruby
      ? html`<div class="notice own" part="notice" lang=${language} ${say(text)}></div>`
      : html`<div class="notice own" part="notice" lang=${language} .textContent=${text}></div>`;
  }
  const { lead, sections } = shown.content;
  const line = ({ text, lang }: NoticeLine) => html`<p lang=${lang ?? nothing} ${say(text)}></p>`;
  return html`<div class="notice" part="notice">
    <div class="lead">${lead.map(line)}</div>
    ${sections.map(
      ({ number, heading, before, list, after }) =>
        html`<section class="section">
          <h3 ${say(sectionHeading(view, number, heading))}></h3>
          ${before.map(line)}
          ${
            list.length
              ? html`<ul class="list ${list.length > 8 ? 'many' : ''}">
                  ${list.map(({ text, lang }) => html`<li lang=${lang ?? nothing} ${say(text)}></li>`)}
                </ul>`
              : nothing
          }
          ${after.map(line)}
        </section>`,
    )}
  </div>`;
}
