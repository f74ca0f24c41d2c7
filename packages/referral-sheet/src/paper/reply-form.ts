/** 返信欄, for a pen: everything that the screen's reply asks, in one glance, and where to send it. */
import { say } from '@tsunagu/core';
import { sectionNumber } from '@tsunagu/schema/referral/words';
import { html, type TemplateResult } from 'lit';
import type { PaperContent } from './content.js';
import type { PaperView } from './pages.js';

export function replyForm({ from, reply: heading }: PaperContent, { messages, furigana }: PaperView): TemplateResult {
  const { reply, head } = messages;
  const label = (text: string): TemplateResult => html`<span class="field-label" ${say(text, furigana)}></span>`;
  const pen = html`<span class="pen"></span>`;
  const day = html`<span class="day" ${say(reply.blankDay, furigana)}></span>`;
  const field = (text: string): TemplateResult => html`<p class="field">${label(text)} ${pen}</p>`;
  const box = (text: string, kind = ''): TemplateResult =>
    html`<span class="box ${kind}"><span class="square" role="img" aria-label="□"></span><span ${say(text, furigana)}></span></span>`;
  const known = (text: string, value: string | undefined): TemplateResult =>
    html`<span class="reach">${label(text)} ${value === undefined ? pen : html`<b .textContent=${value}></b>`}</span>`;
  return html`<section class="reply">
    <div class="reply-head">
      <h2 class="reply-title">
        <span class="number" .textContent=${String(sectionNumber('reply'))}></span><span ${say(heading, furigana)}></span>
      </h2>
      <p ${say(reply.how, furigana)}></p>
    </div>
    <div class="fields three">
      <p class="field">${label(reply.received)} ${day}</p>
      ${field(reply.desk)} ${field(reply.name)}
    </div>
    <div class="answers">
      <p class="line">${box(reply.accept)} <span class="apart">${label(reply.firstContact)} ${day}</span></p>
      <p class="line">${box(reply.askBack)} ${pen}</p>
      <p class="line">${box(reply.passOn)} ${label(reply.passOnTo)} ${pen}</p>
      <p class="line reasons">${box(reply.giveBack)} ${label(reply.reason)} ${reply.reasons.map((reason) => box(reason, 'reason'))}</p>
    </div>
    ${field(reply.nextStep)} ${field(reply.toPerson)}
    <p class="back">
      <b ${say(reply.back, furigana)}></b> <span .textContent=${from.name}></span> ${known(head.fax, from.fax)}
      ${known(head.phone, from.phone)}
    </p>
  </section>`;
}
