/** What happened so far, what a withdrawn consent means for each desk, and what is said of a record that cannot be trusted. */
import { say } from '@tsunagu/core';
import type { ReferralEvent } from '@tsunagu/schema/referral';
import type { ReferralState } from '@tsunagu/schema/referral/light';
import { html, nothing } from 'lit';
import type { Piece, SheetView } from '../parts/view.js';
import { named, own } from '../parts/words.js';
import { deskWays } from './band.js';
import { entryOf, itemList, type Entry } from './timeline.js';

const entryItem = ({ at, moment, who, what, facts, said, handed }: Entry, { furigana }: SheetView): Piece =>
  html`<li part="entry">
    <p class="what">
      <time datetime=${at} ${say(moment, furigana)}></time>
      <strong ${say(what, furigana)}></strong>
    </p>
    <p class="by" ${say(who, furigana)}></p>
    <dl class="facts" ?hidden=${!facts.length && !said.length}>
      ${facts.map(
        ([label, text]) =>
          html`<div>
            <dt ${say(label, furigana)}></dt>
            <dd ${say(text, furigana)}></dd>
          </div>`,
      )}
      ${said.map(
        ([label, text]) =>
          html`<div class="said">
            <dt ${say(label, furigana)}></dt>
            <dd>${own(text)}</dd>
          </div>`,
      )}
    </dl>
    ${handed.map((text) => html`<p class="note" ${say(text, furigana)}></p>`)}
  </li>`;

/** Events as a list, oldest first. */
export const eventList = (events: readonly ReferralEvent[], view: SheetView): Piece =>
  html`<ol class="timeline" part="timeline">
    ${events.map((event) => entryItem(entryOf(event, view), view))}
  </ol>`;

export function timeline(view: SheetView): Piece {
  const { texts, furigana, value } = view;
  return html`<h4 ${say(texts.timeline, furigana)}></h4>
    ${value.events.length ? eventList(value.events, view) : html`<p class="note" ${say(texts.timelineNone, furigana)}></p>`}`;
}

/** The record has a gap, was changed, or cannot be followed: calmly, and whom to ask. */
export function unsure(view: SheetView): Piece {
  const { texts, furigana, value, desks, desk } = view;
  const { from, coordinator } = value.sheet;
  const ask = [...new Set([from.agency, coordinator.agency])].filter((agency) => agency !== desk);
  return html`<div class="notice warn" part="unsure" role="status">
    <p class="strong" ${say(texts.unsureTitle, furigana)}></p>
    <p ${say(texts.unsure, furigana)}></p>
    <p class="strong" ${say(texts.unsureAsk, furigana)}></p>
    ${ask.map(
      (agency) =>
        html`<p class="name" .textContent=${desks.name(agency)}></p>
          ${deskWays(agency, view)}`,
    )}
  </div>`;
}

/** What each desk was handed over all steps, and what it said it did with it. */
function holders({ handed }: ReferralState, events: readonly ReferralEvent[]): { agency: string; items: string[]; did?: string }[] {
  const items = new Map<string, Set<string>>();
  for (const each of handed) items.set(each.agency, new Set([...(items.get(each.agency) ?? []), ...each.items]));
  return [...items]
    .filter(([, had]) => had.size)
    .map(([agency, had]) => {
      const said = events.findLast((event) => event.type === 'acknowledged' && (event.by as { agency?: string }).agency === agency);
      return { agency, items: [...had], ...(said && { did: (said as { did: string }).did }) };
    });
}

/** After consent was withdrawn: that it is stopped; to the sender, who holds what; to a desk that has it, what is left to do. */
export function stopped(state: ReferralState, view: SheetView, mustSay: boolean): Piece {
  const { texts, furigana, value, desks, desk } = view;
  const { names } = texts;
  const isSender = desk === value.sheet.from.agency;
  return html`<div class="notice" part="stopped" role="status">
    <p class="strong" ${say(texts.stoppedTitle, furigana)}></p>
    <p ${say(texts.stopped, furigana)}></p>
    ${mustSay ? html`<p ${say(texts.stoppedDo, furigana)}></p>` : nothing}
    ${
      isSender && state.handed.length
        ? html`<p class="strong" ${say(texts.stoppedHolders, furigana)}></p>
            <ul class="list">
              ${holders(state, value.events).map(({ agency, items, did }) => {
                const list = itemList(items, texts);
                const said = did === undefined ? texts.notYetSaid : named(names.choices.did, did);
                return html`<li part="held" ${say(texts.holder(desks.name(agency), list, said), furigana)}></li>`;
              })}
            </ul>`
        : nothing
    }
  </div>`;
}
