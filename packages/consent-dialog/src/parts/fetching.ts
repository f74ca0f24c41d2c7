import { say } from '@tsunagu/core';
import { html, type TemplateResult } from 'lit';
import type { FrameMessages } from '../locales/messages.js';

/** In the place of what is being fetched. Where it cannot be, that nothing is lost, and a way to try again. */
export function fetching(
  failed: boolean,
  { messages, furigana, retry }: { messages: FrameMessages; furigana: boolean; retry: () => void },
): TemplateResult {
  return failed
    ? html`<p role="alert" part="obstacle" ${say(messages.notLoaded, furigana)}></p>
        <button class="button" part="retry" type="button" @click=${retry}><span ${say(messages.retry, furigana)}></span></button>`
    : html`<p role="status" ${say(messages.loading, furigana)}></p>`;
}
