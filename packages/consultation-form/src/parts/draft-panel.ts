import { say } from '@tsunagu/core';
import { html, nothing, type TemplateResult } from 'lit';
import { shortestPassphrase } from '../draft.js';
import type { DraftStage } from '../draft-controller.js';
import type { DraftMessages } from '../locales/messages.js';

export interface DraftWays {
  ask: () => void;
  own: () => void;
  shared: () => void;
  keep: (passphrase: string) => void;
  open: (passphrase: string) => void;
  wipe: () => void;
}

/** Keeping what is written on this device: whose device it is comes first, then a passphrase; wiping is always one press away. */
export function draftPanel(stage: DraftStage, draft: DraftMessages, furigana: boolean, ways: DraftWays): TemplateResult {
  const button = (text: string, click: (event: Event) => void, look = 'button'): TemplateResult =>
    html`<button class=${look} type="button" @click=${click}><span ${say(text, furigana)}></span></button>`;
  const line = (text: string): TemplateResult => html`<p ${say(text, furigana)}></p>`;
  const wipe = button(draft.wipe, ways.wipe, 'link');
  const passphrase = (act: string, use: (passphrase: string) => void, wrong: string): TemplateResult =>
    html`<label for="passphrase"><span ${say(draft.passphrase, furigana)}></span></label>
      <p class="note" id="passphrase-hint" ?hidden=${act !== draft.keep} ${say(draft.passphraseHint(shortestPassphrase), furigana)}></p>
      ${wrong ? html`<p class="problem" id="passphrase-problem"><span ${say(wrong, furigana)}></span></p>` : nothing}
      <input
        id="passphrase"
        data-own
        type="password"
        autocomplete="off"
        aria-describedby="${act === draft.keep ? 'passphrase-hint ' : ''}${wrong ? 'passphrase-problem' : ''}"
        aria-invalid=${wrong ? 'true' : nothing}
      />
      ${button(act, (event) => use((event.currentTarget as HTMLElement).parentElement!.querySelector('input')!.value))}`;
  return html`<section class="draft" role="group" aria-live="polite">${content()}</section>`;

  function content(): TemplateResult {
    switch (stage) {
      case 'offer':
        return button(draft.offer, ways.ask, 'link');
      case 'ask':
        return html`<p class="strong" ${say(draft.question, furigana)}></p>
          <div class="ways">${button(draft.own, ways.own)} ${button(draft.shared, ways.shared)}</div>`;
      case 'shared':
        return line(draft.notKept);
      case 'passphrase':
      case 'short':
        return passphrase(draft.keep, ways.keep, stage === 'short' ? draft.passphraseShort(shortestPassphrase) : '');
      case 'found':
      case 'wrong':
        return html`${line(draft.found)}${passphrase(draft.open, ways.open, stage === 'wrong' ? draft.wrong : '')} ${wipe}`;
      case 'kept':
        return html`${line(draft.kept)} ${wipe}`;
      case 'restored':
        return html`${line(draft.restored)} ${wipe}`;
      case 'wiped':
        return line(draft.wiped);
      default:
        return line(draft.failed);
    }
  }
}
