/** 送る前の確かめ: exactly what each desk gets, section by section. */
import { say } from '@tsunagu/core';
import { html, nothing, type TemplateResult } from 'lit';
import { quoted, type Content, type ContentRow } from './contents.js';
import { elsewhere } from './elsewhere.js';
import { deadlineOf, partsOfDay } from './days.js';
import { sectionName } from './gate-panel.js';
import type { GateView } from './gate-view.js';
import type { EditView } from './view.js';

const row = ({ label, text, ours, read }: ContentRow, { messages, furigana }: EditView): TemplateResult =>
  html`<div class="told ${read ? 'read' : ''}">
    <dt>
      <span ${say(label, furigana)}></span>
      ${read ? html`<span class="mark" part="read-mark" ${say(messages.toReadMark, furigana)}></span>` : nothing}
    </dt>
    ${ours ? html`<dd ${say(text, furigana)}></dd>` : html`<dd class="words" .textContent=${text}></dd>`}
  </div>`;

const section = ({ section: id, entries }: Content, view: EditView): TemplateResult =>
  html`<section class="content" part="told-section">
    <h4 ${say(sectionName(view, id), view.furigana)}></h4>
    ${entries.map(
      ({ title, rows }) =>
        html`${title === undefined ? nothing : html`<h5 ${say(title, view.furigana)}></h5>`}
          <dl>${rows.map((one) => row(one, view))}</dl>`,
    )}
  </section>`;

function desk(gate: GateView, view: EditView): TemplateResult {
  const { messages, furigana } = view;
  const called = quoted(gate.name, 100);
  const text = gate.copy ? (gate.goes.length ? messages.checkCopy(called) : messages.checkCopyNothing(called)) : messages.checkNote(called);
  return html`<section class="told-desk" part="told">
    <p class="strong" ${say(text, furigana)}></p>
    ${gate.goes.map((content) => section(content, view))}
  </section>`;
}

export function checkPage(view: EditView): TemplateResult {
  const { messages, furigana, gates, sheet, at, city, texts, act } = view;
  const { on } = deadlineOf(sheet, at, city);
  const day = on === undefined ? messages.respondByUnknown : messages.checkRespond(texts.day(partsOfDay(on)));
  return html`<div class="check" part="check">
    <h3 id="check-heading" tabindex="-1" ${say(messages.checkHeading, furigana)}></h3>
    <p ${say(day, furigana)}></p>
    ${elsewhere(view)}
    ${gates.some(({ toRead }) => toRead.length) ? html`<p class="strong" ${say(messages.checkRead, furigana)}></p>` : nothing}
    ${gates.map((gate) => desk(gate, view))}
    <div class="ways">
      <button class="button loud" type="button" part="send" @click=${act.send}><span ${say(messages.send, furigana)}></span></button>
      <button class="button" type="button" part="back" @click=${act.backToWriting}>
        <span ${say(messages.backToWriting, furigana)}></span>
      </button>
    </div>
  </div>`;
}
