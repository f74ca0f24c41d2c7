/** Below every sheet: printing, files and codes. */
import { say } from '@tsunagu/core';
import { html, nothing } from 'lit';
import type { SheetTexts } from '../locales/index.js';
import { fetchedBlock, type Fetched } from './fetched.js';
import type { Piece } from './view.js';

export interface Toolbox {
  printable: boolean;
  /** It was tried, and could not be. */
  notPrinted: boolean;
  /** Files and codes, while they are open. */
  transfer: Fetched | undefined;
  print: () => void;
  toggle: () => void;
}

export function tools({ printable, notPrinted, transfer, print, toggle }: Toolbox, texts: SheetTexts, furigana: boolean): Piece {
  return html`<div class="tools" part="tools">
      ${
        printable
          ? html`<button class="button" part="print" type="button" @click=${print}><span ${say(texts.print, furigana)}></span></button>`
          : nothing
      }
      <button class="button" part="transfer" type="button" aria-expanded=${transfer ? 'true' : 'false'} @click=${toggle}>
        <span ${say(transfer ? texts.transferClose : texts.transfer, furigana)}></span>
      </button>
    </div>
    ${notPrinted ? html`<p class="notice warn" role="status" ${say(texts.printFailed, furigana)}></p>` : nothing}
    ${transfer ? fetchedBlock(transfer, texts, furigana) : nothing}`;
}
