import { say } from '@tsunagu/core';
import { html, nothing } from 'lit';
import { decide } from './decide.js';
import { explain } from './explain.js';
import { paperButton } from './printing.js';
import { receipt } from './receipt.js';
import { obstacle, standing } from './standing.js';
import type { DialogView, Piece, Shown } from './view.js';
import { who } from './who.js';
import { withdraw } from './withdraw.js';

/** What a page needs besides the view. */
interface Extras {
  shown: Shown | undefined;
  unsaved: boolean;
  worker: () => Piece;
}

/** The title of the page; the explanation's own while it is on the screen. */
export function titleOf({ messages, session }: DialogView, shown: Shown | undefined): string {
  const { page, kind, outcome } = session;
  if (shown && 'content' in shown) return shown.content.title;
  if (page === 'who') return messages.chosen[kind];
  if (page === 'receipt') return messages.receiptHeading[outcome!.kind];
  if (page === 'standing') return messages.standing;
  return messages.headings[page === 'withdraw' || page === 'worker' ? page : 'decide'];
}

/** The page a sitting stands at. */
export function pageOf(view: DialogView, { shown, unsaved, worker }: Extras): Piece {
  const { messages, furigana, session } = view;
  switch (session.page) {
    case 'loading':
      return html`<p role="status" ${say(messages.loading, furigana)}></p>`;
    case 'obstacle':
      return obstacle(view);
    case 'ask':
      return shown ? html`${explain(shown, view)} ${decide(view)} <slot name="worker"></slot>` : nothing;
    case 'who':
      return who(view);
    case 'standing':
      return standing(view);
    case 'withdraw':
      return withdraw(view);
    case 'worker':
      return html`${worker()} ${paperButton(view)}<slot name="worker"></slot>`;
    case 'receipt':
      return receipt(view, unsaved);
  }
}
