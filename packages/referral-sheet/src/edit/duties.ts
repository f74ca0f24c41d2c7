/** What the law asks for at once where somebody may be abused: said where the danger is marked, and where a sheet does not go. */
import { say } from '@tsunagu/core';
import { dutiesFor } from '@tsunagu/schema/meeting';
import { html, nothing, type TemplateResult } from 'lit';
import type { EditView } from './view.js';

export function dutyNotice({ sheet, messages, furigana }: EditView): TemplateResult | typeof nothing {
  const duties = dutiesFor(sheet.safety?.dangers ?? [], sheet.topics);
  if (!duties.length) return nothing;
  return html`<div class="notice warn" part="duty">
    <p class="strong" ${say(messages.dutyLead, furigana)}></p>
    <ul>
      ${duties.map(({ id }) => html`<li ${say(messages.dutyWords[id], furigana)}></li>`)}
    </ul>
  </div>`;
}
