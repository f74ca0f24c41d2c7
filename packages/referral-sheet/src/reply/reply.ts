/** 返信欄: one decision at a time, its few fields, one button. */
import { say } from '@tsunagu/core';
import type { NextSteps } from '@tsunagu/schema/referral/light';
import { tokyoParts } from '@tsunagu/schema/open-state';
import { html, nothing } from 'lit';
import type { ReplyAction } from '../locales/messages.js';
import type { Fetched } from '../parts/fetched.js';
import type { Piece, SheetView } from '../parts/view.js';
import { momentOf } from '../parts/words.js';
import type { Sending } from '../sending.js';
import { eventList } from '../view/record.js';
import { whoOf } from '../view/timeline.js';
import type * as asideParts from './aside.js';
import { fieldsOf } from './fields.js';
import { fieldBlock, problemSummary, type ReplyView } from './field-blocks.js';
import type { ReplySession } from './reply-session.js';

/** What a reply needs only now and then, fetched then. */
export type Aside = Fetched<typeof asideParts>;

export interface ReplyDeal {
  session: ReplySession;
  aside: Aside;
  steps: NextSteps;
  sending: Sending;
  /** Something is on its way, or waits for the page. */
  isBusy: boolean;
  choose: (action: ReplyAction) => void;
  write: (event: Event) => void;
  /** Sends what was written; with an action, that one at once. */
  submit: (action?: ReplyAction) => void;
  again: () => void;
  goTo: (field: string) => void;
}

/** Steps that this desk may choose in the reply now. */
export const replyActions = ({ steps }: NextSteps): ReplyAction[] =>
  steps.map(({ action }) => action).filter((action): action is ReplyAction => !['send', 'mark-overdue', 'check-record'].includes(action));

/** What is on its way, or came of it. The focus goes here when something is said. */
export function replyNews({ sending, isBusy, again, steps, session }: ReplyDeal, view: SheetView): Piece {
  const { texts, furigana } = view;
  const left = session.leftover(replyActions(steps));
  const says =
    sending.kind === 'again'
      ? texts.sendAgainIn(sending.seconds)
      : sending.kind === 'offline'
        ? texts.offline
        : sending.kind === 'sent'
          ? texts.sent
          : isBusy
            ? texts.sending
            : '';
  return html`<p class="status" part="status" id="reply-status" tabindex="-1" role="status" ${say(says, furigana)}></p>
    ${
      sending.kind === 'failed'
        ? html`<div class="notice warn" part="failed" id="reply-failed" role="alert" tabindex="-1">
            <p class="strong" ${say(texts.failed[sending.reason], furigana)}></p>
            ${sending.detail ? html`<p part="detail" .textContent=${sending.detail}></p>` : nothing}
            <p ${say(texts.kept, furigana)}></p>
            ${
              sending.reason === 'no-action' || sending.reason === 'refused'
                ? nothing
                : html`<button class="button" part="again" type="button" @click=${again}>
                    <span ${say(texts.tryAgain, furigana)}></span>
                  </button>`
            }
          </div>`
        : nothing
    }
    ${
      sending.kind === 'behind'
        ? html`<div class="notice" part="behind" id="reply-behind" role="alert" tabindex="-1">
            <p class="strong" ${say(texts.behindTitle, furigana)}></p>
            <p ${say(texts.behind, furigana)}></p>
            ${eventList(sending.news, view)}
          </div>`
        : nothing
    }
    ${
      left.length
        ? html`<div class="notice" part="leftover">
            <p class="strong" ${say(texts.leftover, furigana)}></p>
            ${left.map((text) => html`<p class="own" .textContent=${text}></p>`)}
          </div>`
        : nothing
    }`;
}

/** When and by whom the desk that has it received it. */
function stamp(view: SheetView): Piece {
  const { texts, furigana, value } = view;
  const from = value.events.findLastIndex((event) => ['sent', 'passed-on', 'returned'].includes(event.type));
  const received = value.events.findLast((event, index) => event.type === 'received' && index > from);
  return received
    ? html`<p class="stamp" part="stamp" ${say(texts.received(momentOf(received.at, texts), whoOf(received, view)), furigana)}></p>`
    : nothing;
}

function form(deal: ReplyDeal, view: SheetView): Piece {
  const { session, steps, isBusy, choose, submit } = deal;
  const { texts, furigana, state, at } = view;
  const { action: names } = texts.names.choices;
  const legal = replyActions(steps);
  const main = new Set(steps.steps.filter((step) => step.main).map((step) => step.action));
  const radio = (action: ReplyAction): Piece =>
    html`<label class="choice"
      ><input
        type="radio"
        part="choice"
        name="reply-action"
        value=${action}
        autocomplete="off"
        .checked=${session.chosen === action}
        @change=${() => choose(action)} /><span class="choice-text"
        ><span class="strong" ${say(names[action], furigana)}></span
        ><span class="note" ${say(texts.meaning[action], furigana)}></span></span
    ></label>`;
  const chosen = session.chosen !== undefined && legal.includes(session.chosen) ? session.chosen : undefined;
  const groups = [legal.filter((action) => main.has(action)), legal.filter((action) => !main.has(action))];
  const fields = chosen ? fieldsOf(chosen, state) : [];
  const asked: ReplyView = { ...view, session, today: tokyoParts(at).dateKey, openWords: openWords(view) };
  return html`<form novalidate @submit=${(event: Event) => (event.preventDefault(), submit())} @input=${deal.write} @change=${deal.write}>
    ${groups.map((group, index) =>
      group.length
        ? html`<fieldset class="choices" part="choices">
            <legend ${say(index && groups[0]!.length ? texts.aside : texts.choose, furigana)}></legend>
            ${group.map(radio)}
          </fieldset>`
        : nothing,
    )}
    ${
      chosen
        ? html`<div class="fields" part="fields">
            ${problemSummary(asked, deal.goTo)}
            ${fields.map((field) => html`${fieldBlock(field, chosen, asked)}${field.name === 'to' ? deal.aside.here?.detour(deal, view) : nothing}`)}
            ${chosen === 'report' && state.known && state.business === 'accepted' ? html`<p class="note" ${say(texts.outcomesLater, furigana)}></p>` : nothing}
            ${isBusy ? nothing : html`<button class="button loud" part="send" type="submit"><span ${say(texts.send, furigana)}></span></button>`}
          </div>`
        : nothing
    }
  </form>`;
}

/** A desk's open state in a few words, for the list of desks to choose from. */
const openWords =
  ({ desks, at, texts, openLook }: SheetView) =>
  (id: string): string => {
    const window = desks.window(id);
    return (window && openLook?.(window, at, desks.directory, texts).text) ?? '';
  };

/** Section 9 in the mode `reply`. */
export function replyBlock(deal: ReplyDeal, view: SheetView, heard: Piece = nothing): Piece {
  const { texts, furigana, desk, state } = view;
  const { steps, isBusy, submit, session } = deal;
  if (desk === undefined) return html`<p class="note" part="no-desk" ${say(texts.noDesk, furigana)}></p>`;
  if (state.known && state.transport === 'draft' && state.open)
    return html`<p class="note" ${say(texts.notSent, furigana)}></p>
      ${replyNews(deal, view)}`;
  const legal = replyActions(steps);
  const { action: names } = texts.names.choices;
  if (legal.includes('receive') && !session.heard) {
    const then = legal.filter((action) => action !== 'receive' && steps.steps.some((step) => step.action === action && step.main));
    return html`${replyNews(deal, view)}
      <div class="receive" part="receive">
        <p ${say(texts.receiveIntro, furigana)}></p>
        ${
          isBusy
            ? nothing
            : html`<button class="button loud" part="send" type="button" @click=${() => submit('receive')}>
                <span ${say(names.receive, furigana)}></span>
              </button>`
        }
        ${then.length ? html`<p class="note" ${say(texts.receiveThen(then.map((action) => names[action])), furigana)}></p>` : nothing}
      </div>`;
  }
  return html`${stamp(view)} ${replyNews(deal, view)}
  ${
    steps.withdrawn
      ? html`<div class="notice warn" part="withdrawn" role="status">
          <p class="strong" ${say(texts.withdrawnTitle, furigana)}></p>
          <p ${say(texts.withdrawnDo, furigana)}></p>
        </div>`
      : nothing
  }
  ${heard} ${legal.length ? form(deal, view) : html`<p class="note" part="nothing-to-do" ${say(texts.notYourTurn, furigana)}></p>`}`;
}
