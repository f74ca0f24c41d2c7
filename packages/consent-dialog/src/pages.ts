/** The pages after the first one, and their titles. */
import { html, nothing } from 'lit';
import { newPeriodPage } from './parts/extend.js';
import { paperButton } from './parts/printing.js';
import { receipt } from './parts/receipt.js';
import { obstacle, standing } from './parts/standing.js';
import type { DialogView, Piece } from './parts/view.js';
import { who } from './parts/who.js';
import { withdraw } from './parts/withdraw.js';

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
  switch (view.session.page) {
    case 'obstacle':
      return obstacle(view);
    case 'who':
      return who(view);
    case 'standing':
      return standing(view);
    case 'period':
      return newPeriodPage(view);
    case 'withdraw':
      return withdraw(view);
    case 'worker':
      return html`${worker()} ${paperButton(view)}<slot name="worker"></slot>`;
    case 'receipt':
      return receipt(view, unsaved);
    default:
      return nothing;
  }
}
