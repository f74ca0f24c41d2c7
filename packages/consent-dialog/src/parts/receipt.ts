import { say, timeOfDay } from '@tsunagu/core';
import type { Expressed } from '@tsunagu/schema/consent';
import { html, nothing, type TemplateResult } from 'lit';
import { shortHash } from '../print/receipt-code.js';
import { printNews } from './printing.js';
import { dayText, stands } from './summary.js';
import { sectionHeading, type DialogView } from './view.js';
import { held } from './withdraw.js';

/** Section 10: what was recorded, with a number that tells nothing of anybody. */
export function receipt(view: DialogView, unsaved: boolean): TemplateResult {
  const { messages, names, furigana, session, act } = view;
  const { kind, record, state } = session.outcome!;
  const last = record.at(-1)!;
  const expressed = 'expressed' in last ? (last.expressed as Expressed) : undefined;
  const reAsk = 'reAskAfter' in last ? (last.reAskAfter as string | undefined) : undefined;
  const row = (label: string, text: string) =>
    html`<div>
      <dt ${say(label, furigana)}></dt>
      <dd ${say(text, furigana)}></dd>
    </div>`;
  return html`<p ${say(messages.receiptText[kind], furigana)}></p>
    <div class="unsaved" role="alert" ?hidden=${!unsaved}>
      ${
        unsaved
          ? html`<p class="strong" ${say(messages.unsaved, furigana)}></p>
              <button class="button" type="button" @click=${act.again}><span ${say(messages.again, furigana)}></span></button>`
          : nothing
      }
    </div>
    <section class="section" part="receipt" aria-labelledby="receipt">
      <h3 id="receipt" ${say(sectionHeading(view, 10, messages.sections.receipt), furigana)}></h3>
      <dl class="facts">
        ${row(messages.receiptNumber, last.record)} ${row(messages.receiptCode, shortHash(last.hash))}
        ${row(messages.decidedAt, messages.moment(dayText(last.at, view), timeOfDay(new Date(last.at))))}
        ${
          expressed
            ? row(messages.decidedBy, messages.list([names.of('expresser', expressed.by), names.of('method', expressed.how)]))
            : nothing
        }
      </dl>
      <p class="note" ${say(messages.receiptNumberText, furigana)}></p>
      ${stands(state.cells, view)}
      <p
        ?hidden=${!reAsk}
        ${say(!reAsk ? '' : reAsk === 'never' ? messages.reAskNever : messages.reAskFrom(dayText(reAsk, view)), furigana)}
      ></p>
    </section>
    ${kind === 'withdrawn' || kind === 'narrowed' ? held(view) : nothing}
    <div class="ways">
      <button class="button" part="print" type="button" @click=${act.print}><span ${say(messages.print, furigana)}></span></button>
      <button class="button" part="done" type="button" @click=${act.close}><span ${say(messages.close, furigana)}></span></button>
    </div>
    ${printNews(view)}`;
}
