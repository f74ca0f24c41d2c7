/** Everything that comes after the first page, or instead of it: choosing one by one, who decides, taking back, the receipt. Fetched in one piece. */
import { say } from '@tsunagu/core';
import { html, nothing } from 'lit';
import { LaterParts } from './later-parts.js';
import { newPeriodPage } from './parts/extend.js';
import { paperButton } from './parts/printing.js';
import { receipt } from './parts/receipt.js';
import { obstacle, standing } from './parts/standing.js';
import type { DialogView, Piece } from './parts/view.js';
import { who } from './parts/who.js';
import { withdraw } from './parts/withdraw.js';

export { LaterParts };
export { japanese } from './locales/japanese.js';
export { chooser } from './parts/cells.js';
export { tooEarlyText } from './parts/standing.js';
export { pagesStyles } from './parts/pages.styles.js';

/** The title of the page. */
export function titleOf({ messages, session }: DialogView): string {
  const { page, kind, outcome } = session;
  if (page === 'who') return messages.chosen[kind as keyof typeof messages.chosen];
  if (page === 'receipt') return messages.receiptHeading[outcome!.kind];
  if (page === 'standing') return messages.standing;
  if (page === 'period') return messages.askAgain;
  return messages.headings[page === 'withdraw' || page === 'worker' ? page : 'decide'];
}

/** The page a sitting stands at. */
export function pageOf(view: DialogView, { unsaved, worker }: { unsaved: boolean; worker: () => Piece }): Piece {
  const { messages, furigana, session } = view;
  const unfetched = html`<p
    class="problem"
    role="alert"
    ?hidden=${!session.unfetched}
    ${say(session.unfetched ? messages.notLoaded : '', furigana)}
  ></p>`;
  switch (session.page) {
    case 'obstacle':
      return obstacle(view);
    case 'who':
      return html`${who(view)} ${unfetched}`;
    case 'standing':
      return standing(view);
    case 'period':
      return html`${newPeriodPage(view)} ${unfetched}`;
    case 'withdraw':
      return html`${withdraw(view)} ${unfetched}`;
    case 'worker':
      return html`${worker()} ${paperButton(view)}<slot name="worker"></slot>`;
    case 'receipt':
      return receipt(view, unsaved);
    default:
      return nothing;
  }
}
