/** What stands between the language switch and the tools: the sheet, in its mode. */
import { say } from '@tsunagu/core';
import { html, nothing } from 'lit';
import { dealOf } from '../reply/deal.js';
import { replyBlock, replyNews, type Aside, type ReplyDeal } from '../reply/reply.js';
import type { SheetController } from '../sheet-controller.js';
import { sheetPage } from '../view/page.js';
import { fetchedBlock, type Fetched } from './fetched.js';
import type { Piece, SheetView } from './view.js';

export type SheetMode = 'edit' | 'reply' | 'view';

export interface Body {
  sheet: SheetController;
  mode: SheetMode;
  /** The desk that writes, while this is a draft of its own. */
  edit: Fetched | undefined;
  aside: Aside;
  root: ShadowRoot;
  changed: () => void;
}

export function body(view: SheetView, { sheet, mode, edit, aside, root, changed }: Body): Piece {
  const { texts, furigana, value, state, desk } = view;
  const deal = dealOf(view, sheet, root, aside, changed);
  if (edit)
    return html`<h2 part="title" ${say(texts.names.title, furigana)}></h2>
      ${fetchedBlock(edit, texts, furigana)} ${replyNews(deal, view)}`;
  const said = value.events.some(({ type, by }) => type === 'acknowledged' && (by as { agency?: string }).agency === desk);
  const mustSay = !said && deal.steps.steps.some(({ action }) => action === 'acknowledge');
  const reply = (): Piece => {
    const waits = sheet.session.heard || (state.known && state.holder?.agency !== desk);
    const answer: [ReplyDeal, SheetView, Piece?] = (waits ? aside.here?.heardReply(deal, view, sheet, changed) : undefined) ?? [deal, view];
    return replyBlock(...answer);
  };
  const wasEditing = mode === 'edit' && state.known && state.transport !== 'draft';
  return html`${
    wasEditing
      ? html`<p class="notice" ${say(texts.sentSheet, furigana)}></p>
          ${replyNews(deal, view)}`
      : nothing
  }
  ${sheetPage(view, {
    faulty: sheet.faulty,
    mustSay,
    reply: mode === 'reply' ? reply() : nothing,
    goToReply: () => root.getElementById('section-reply')?.focus(),
  })}`;
}
