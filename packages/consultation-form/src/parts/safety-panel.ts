/** What is listened for in the words, and what is then shown. Loaded once something is written, not before. */
import { lineText, mainPhone, say, shownNumber, telHref, withoutRuby } from '@tsunagu/core';
import { urgentLinesFor } from '@tsunagu/schema/consultation/danger';
import type { EmergencyLine } from '@tsunagu/schema/directory';
import { html, nothing, type TemplateResult } from 'lit';
import type { FormTexts } from '../form-texts.js';
import type { SafetyLines } from '../safety.js';

/** The lines for words and worries, each under the question that called for it first. `own`: the city's. */
export function linesFor(words: string, topics: readonly string[], own: readonly EmergencyLine[] | undefined): SafetyLines {
  const all = urgentLinesFor(words, topics, own);
  const marked = urgentLinesFor('', topics, own);
  return { all, topics: marked, words: all.filter((line) => !marked.includes(line)) };
}

/**
 * Somebody who answers now: right where the words were written, so that it is seen. It never blocks, and it can be put away.
 * @param place the question that called for it
 */
export function safetyPanel(
  place: string,
  lines: readonly EmergencyLine[],
  { messages, lang, furigana }: { messages: FormTexts; lang: string; furigana: boolean },
  close: () => void,
): TemplateResult {
  const row = (line: EmergencyLine): TemplateResult => {
    const { name, text } = lineText(line, messages.lineTexts, lang);
    const phone = mainPhone(line);
    const number = phone && shownNumber(phone);
    return html`<li>
      <p><span class="strong" ${say(name, furigana)}></span> <span class="note" ${say(text, furigana)}></span></p>
      ${
        number
          ? html`<a class="button" href=${telHref(number)} aria-label=${withoutRuby(messages.callLabel(name, number))}
              ><span class="number" .textContent=${number}></span
            ></a>`
          : line.url
            ? html`<a class="button" href=${line.url} rel="noopener noreferrer"><span ${say(name, furigana)}></span></a>`
            : nothing
      }
    </li>`;
  };
  return html`<section class="safety" part="safety" aria-labelledby="safety-${place}">
    <h3 id="safety-${place}" ${say(messages.safetyHeading, furigana)}></h3>
    <p ${say(messages.safetyText, furigana)}></p>
    <ul>
      ${lines.map(row)}
    </ul>
    <button class="link" type="button" @click=${close}><span ${say(messages.safetyClose, furigana)}></span></button>
  </section>`;
}
