import { say } from '@tsunagu/core';
import type { Receipt } from '@tsunagu/schema/consultation';
import { html, nothing, type TemplateResult } from 'lit';
import type { DayParts } from '@tsunagu/core';
import type { FormMessages } from '../locales/messages.js';

/** The receipt: what to keep, what happens next and by when. */
export function sentPage(
  { receipt, messages, furigana, answers }: { receipt: Receipt | undefined; messages: FormMessages; furigana: boolean; answers: boolean },
  act: { copy: () => void; print: () => void; wipe: () => void; replies: () => void; copied: string },
): TemplateResult {
  const button = (text: string, click: () => void, look = 'button'): TemplateResult =>
    html`<button class=${look} type="button" @click=${click}><span ${say(text, furigana)}></span></button>`;
  return html`<div class="receipt" part="receipt">
    ${
      receipt
        ? html`<dl class="keep">
              <div>
                <dt ${say(messages.sentNumber, furigana)}></dt>
                <dd class="code" translate="no" .textContent=${receipt.number}></dd>
              </div>
              <div>
                <dt ${say(messages.sentSecret, furigana)}></dt>
                <dd class="code" translate="no" .textContent=${receipt.secret}></dd>
              </div>
            </dl>
            <p ${say(messages.sentNext(dateParts(receipt.replyBy)), furigana)}></p>
            <p ${say(messages.sentKeep, furigana)}></p>
            <div class="ways">
              ${button(messages.sentCopy, act.copy)} ${button(messages.print, act.print)}
              ${answers ? button(messages.readReplies, act.replies, 'button') : nothing}
            </div>
            <p class="note" role="status" ?hidden=${!act.copied} ${say(act.copied, furigana)}></p>
            ${button(messages.sentWipe, act.wipe, 'link')}`
        : html`<p ${say(messages.sentHost, furigana)}></p>`
    }
  </div>`;
}

function dateParts(key: string | undefined): DayParts | undefined {
  const [year, month, day] = (key ?? '').split('-').map(Number);
  if (!year || !month || !day) return undefined;
  return { year, month, day, weekday: (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7 };
}
