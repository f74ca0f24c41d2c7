import { say } from '@tsunagu/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { FindResult } from '../find/types.js';
import type { FinderMessages } from '../locales/messages.js';
import { serviceList } from './service-list.js';
import type { FinderView } from './view.js';
import { windowCard } from './window-card.js';

/** Somebody at the end of their strength reads no long list. */
const fewLines = 4;
/** A city without one general desk has many that take every worry. */
const fewDesks = 2;

/** What was found, and always somebody to call: emergency lines first, desks, then the desk for whoever does not know where to go. */
export function results(found: FindResult, view: FinderView, asked: { openNow: boolean; more: () => void }): TemplateResult {
  const { messages, furigana } = view;
  const answered = found.matched && found.total > 0;
  const rest = found.total - found.windows.length;
  const shownElsewhere = new Set(found.windows.map(({ window }) => window.id));
  const fallback = found.fallback.windows.filter(({ window }) => !shownElsewhere.has(window.id)).slice(0, fewDesks);
  return html`
    ${
      found.emergency.length > 0
        ? html`<div class="emergency" part="emergency">
            <h3 ${say(messages.emergencyHeading, furigana)}></h3>
            <p ${say(messages.emergencyText, furigana)}></p>
            ${serviceList(found.emergency.slice(0, fewLines), view)}
          </div>`
        : nothing
    }
    <p class="count" part="count" ?hidden=${!answered} ${say(answerLine(found, messages, asked.openNow), furigana)}></p>
    <div class="empty" part="empty" ?hidden=${answered}>
      <slot name="empty"><p ${say(emptyLine(found, messages), furigana)}></p></slot>
    </div>
    ${needsCatchmentHint(found, view) ? html`<p class="note" ${say(messages.catchmentHint, furigana)}></p>` : nothing}
    <ul class="cards" part="cards">
      ${found.windows.slice(0, view.drawn).map((each, place) => windowCard(each, view, 'list', place))}
    </ul>
    ${rest > 0 ? html`<button class="button rest" part="more" type="button" @click=${asked.more}><span ${say(messages.more(rest), furigana)}></span></button>` : nothing}
    ${
      view.whole && (fallback.length > 0 || found.fallback.services.length > 0)
        ? html`<div class="fallback" part="fallback">
            <h3 ${say(messages.fallbackHeading, furigana)}></h3>
            <p ${say(messages.fallbackText, furigana)}></p>
            ${
              fallback.length > 0
                ? html`<ul class="cards">
                    ${fallback.map((each, place) => windowCard(each, view, 'always', place))}
                  </ul>`
                : nothing
            }
            ${
              found.fallback.services.length > 0
                ? html`<h4 ${say(messages.servicesHeading, furigana)}></h4>
                    ${serviceList(found.fallback.services, view)}`
                : nothing
            }
          </div>`
        : nothing
    }
  `;
}

/** How many desks there are, or who takes the call instead; also what a screen reader hears. */
export function answerLine(found: FindResult, messages: FinderMessages, openNow: boolean): string {
  if (found.total === 0 || !found.matched) return emptyLine(found, messages);
  return openNow ? messages.countOpen(found.total) : messages.count(found.total);
}

/** Never an apology alone. */
function emptyLine(found: FindResult, messages: FinderMessages): string {
  if (found.total > 0) return messages.noMatch;
  const chat = found.fallback.services.some(
    ({ service, open }) => service.channels.includes('chat') && service.url && open.state === 'open',
  );
  return chat ? messages.noneOpenChat : messages.noneOpen;
}

/** Areas by number only (the city printed no 町名): the resident cannot know theirs, so say that it does not matter. */
function needsCatchmentHint(found: FindResult, view: FinderView): boolean {
  const { catchments } = view.directory;
  if (!catchments || catchments.some((catchment) => catchment.areas?.length)) return false;
  return found.windows.filter(({ window }) => window.catchments?.length).length > 1;
}
