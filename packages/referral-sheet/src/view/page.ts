/** The sheet on the screen: band, numbered sections, the reply, and what happened so far. */
import { say } from '@tsunagu/core';
import { html, nothing } from 'lit';
import type { Piece, SheetView } from '../parts/view.js';
import { band } from './band.js';
import { stopped, timeline, unsure } from './record.js';
import { sectionsOf } from './rows.js';
import { sectionBlock } from './sections.js';

export interface PageParts {
  /** The record is not what was written. */
  faulty: boolean;
  /** This desk still has to say what it did with what it got. */
  mustSay: boolean;
  /** The reply, in that mode. */
  reply: Piece;
  goToReply: () => void;
}

export function sheetPage(view: SheetView, { faulty, mustSay, reply, goToReply }: PageParts): Piece {
  const { texts, furigana, state } = view;
  const sections = sectionsOf(view);
  const replies = texts.names.sections.reply;
  const jump =
    reply === nothing
      ? nothing
      : html`<button class="link" part="go-to-reply" type="button" @click=${goToReply}>
          <span ${say(texts.goToReply, furigana)}></span>
        </button>`;
  return html`${band(
      sections.find(({ id }) => id === 'head'),
      view,
      jump,
    )}
    ${!state.known || faulty ? unsure(view) : nothing}
    ${state.known && state.business === 'consent-withdrawn' ? stopped(state, view, mustSay) : nothing}
    <div class="sections">${sections.map((section) => (section.id === 'head' ? nothing : sectionBlock(section, view)))}</div>
    <section class="section reply" id="reply" part="reply" aria-labelledby="section-reply">
      <h3 id="section-reply" part="section-title" tabindex="-1" ${say(texts.section(9, replies), furigana)}></h3>
      ${reply} ${timeline(view)}
    </section>`;
}
