import { say } from '@tsunagu/core';
import { limits, readReceiptCode, type Receipt, type Thread } from '@tsunagu/schema/consultation';
import { asThread } from './receipt.js';
import { html, nothing, type TemplateResult } from 'lit';
import { repliesJa } from './locales/ja.replies.js';
import type { RepliesMessages } from './locales/messages.js';
import { newKey } from './send.js';

type Said = '' | 'notFound' | 'failed' | 'sent';

const patience = 20_000;

/** Reads what the desk has answered, with the receipt's number and secret, and writes back. Both stay in memory; neither is in an address. */
export class Replies {
  private thread: Thread | undefined;
  private said: Said = '';
  private number: string;
  private secret: string;
  /** The same words go out under the same key. */
  private sending = { text: '', key: '' };

  constructor(
    /** The receiver's receipts, `https://…/api/receipts`. */
    private readonly base: string,
    receipt: Receipt | undefined,
    private readonly onChange: () => void,
  ) {
    this.number = receipt?.number ?? '';
    this.secret = receipt?.secret ?? '';
    if (receipt) void this.ask('open', {});
  }

  render(replies: RepliesMessages = repliesJa, furigana: boolean): TemplateResult {
    const { thread, said } = this;
    const field = (id: string, label: string, value: string): TemplateResult =>
      html`<label for=${id}><span ${say(label, furigana)}></span></label>
        <input id=${id} data-own type="text" autocomplete="off" autocapitalize="characters" spellcheck="false" .value=${value} />`;
    const button = (text: string, click: (event: Event) => void, look = 'button'): TemplateResult =>
      html`<button class=${look} type="button" @click=${click}><span ${say(text, furigana)}></span></button>`;
    return html`<section class="thread" part="thread">
      <h3 ${say(replies.heading, furigana)}></h3>
      ${
        thread
          ? html`<p class="strong" ${say(replies.status[thread.status] ?? '', furigana)}></p>
              ${thread.messages.length ? nothing : html`<p ${say(replies.none, furigana)}></p>`}
              <ol class="messages">
                ${thread.messages.map(
                  ({ from, text }) =>
                    html`<li class=${from}>
                      <p class="note" ${say(replies.from[from], furigana)}></p>
                      <p class="words" .textContent=${text}></p>
                    </li>`,
                )}
              </ol>
              <label for="reply"><span ${say(replies.write, furigana)}></span></label>
              <textarea id="reply" data-own rows="4" autocomplete="off" maxlength=${limits.message}></textarea>
              ${button(replies.send, (event) => this.write(event))}`
          : html`${field('receipt-number', replies.number, this.number)} ${field('receipt-secret', replies.secret, this.secret)}
            ${button(replies.show, (event) => this.look(event))}`
      }
      <p class="strong" role="status" ?hidden=${!said} ${say(said && replies[said], furigana)}></p>
    </section>`;
  }

  private look(event: Event): void {
    const [number, secret] = (event.currentTarget as HTMLElement).parentElement!.querySelectorAll('input');
    this.number = number!.value;
    this.secret = secret!.value;
    void this.ask('open', {});
  }

  private write(event: Event): void {
    const field = (event.currentTarget as HTMLElement).parentElement!.querySelector('textarea')!;
    const text = field.value.trim();
    if (!text) return;
    if (this.sending.text !== text) this.sending = { text, key: newKey() };
    void this.ask('messages', { text }, this.sending.key).then((done) => {
      if (done) field.value = '';
    });
  }

  private async ask(what: 'open' | 'messages', more: object, key?: string): Promise<boolean> {
    const number = readReceiptCode(this.number, 'number');
    const secret = readReceiptCode(this.secret, 'secret');
    let said: Said = number && secret ? 'failed' : 'notFound';
    if (number && secret)
      try {
        const response = await fetch(`${this.base}/${what}`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', ...(key && { 'Idempotency-Key': key }) },
          body: JSON.stringify({ number, secret, ...more }),
          credentials: 'omit',
          referrerPolicy: 'strict-origin',
          cache: 'no-store',
          redirect: 'error',
          signal: AbortSignal.timeout(patience),
        });
        const thread = response.ok ? asThread(await response.json()) : undefined;
        if (thread) {
          this.thread = thread;
          said = what === 'messages' ? 'sent' : '';
        } else if (response.status === 404) said = 'notFound';
      } catch {
        // Told as `failed`; what was written stays in its field.
      }
    this.said = said;
    this.onChange();
    return said === '' || said === 'sent';
  }
}
