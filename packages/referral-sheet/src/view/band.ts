import { dayParts, mainPhone, say, shownNumber, telHref } from '@tsunagu/core';
import { html, nothing } from 'lit';
import { fit } from '../parts/desks.js';
import type { Piece, SheetView } from '../parts/view.js';
import { dayOf, own, word } from '../parts/words.js';
import { rowList } from './sections.js';
import type { Section } from './rows.js';
import { standingOf } from './standing.js';

/** How a desk is reached, and whether it is open. */
export function deskWays(id: string, view: SheetView): Piece {
  const { texts, furigana, desks, at, openLook } = view;
  const window = desks.window(id);
  if (!window) return nothing;
  const phone = mainPhone(window);
  const open = openLook?.(window, at, desks.directory, texts);
  return html`<p class="ways">
      ${
        phone
          ? html`<span
              >${word(texts.phone, view)} <a part="phone" href=${telHref(phone.number)} .textContent=${shownNumber(phone)}></a>${
                phone.extension ? html` ${word(texts.extension(phone.extension), view)}` : nothing
              }</span
            >`
          : word(texts.noPhone, view)
      }
      ${window.fax ? html`<span part="fax">FAX ${own(window.fax.number)}</span>` : word(texts.noFax, view)}
    </p>
    ${open ? html`<p class="state ${open.tone}" part="open-state" ${say(open.text, furigana)}></p>` : nothing}`;
}

function deskCard(label: string, id: string, view: SheetView, who: readonly unknown[] = []): Piece {
  const written = who.filter((each): each is string => typeof each === 'string' && each !== '');
  return html`<div class="desk" part="desk">
    <p class="label" ${say(label, view.furigana)}></p>
    <p class="name" .textContent=${view.desks.name(id)}></p>
    ${written.length ? html`<p class="who">${written.map((each) => html`${own(each)} `)}</p>` : nothing} ${deskWays(id, view)}
  </div>`;
}

/** The head of the sheet: from whom to whom, by when, where it stands, whose turn it is, and the person. */
export function band(head: Section | undefined, view: SheetView, more: Piece = nothing): Piece {
  const { texts, furigana, value, state, desks } = view;
  const { names } = texts;
  const { sheet, events } = value;
  const coordinator = sheet.coordinator.agency;
  const to = (sheet.to as { agency?: string }).agency;
  const holder = state.known ? state.holder?.agency : undefined;
  const standing = state.known ? standingOf(state, view) : undefined;
  const sent = events.findLast((event) => event.type === 'sent');
  const day = (instant: unknown): string => {
    const time = new Date(typeof instant === 'string' ? instant : NaN);
    return Number.isNaN(time.getTime()) ? '' : texts.fullDay(dayParts(time));
  };
  const respondBy = (state.known && state.respondBy) || (!sent && sheet.respondBy) || undefined;
  const dates: [string, string][] = [
    [texts.written, day(sheet.createdAt)],
    [texts.sentOn, day(sent?.at)],
    [names.sheet.respondBy, dayOf(respondBy, texts.fullDay)],
    [names.sheet.copyTo, Array.isArray(sheet.copyTo) ? texts.list(sheet.copyTo.map(({ agency }) => desks.name(fit(agency)))) : ''],
  ];
  return html`<header class="band" part="band">
    <h2 part="title" tabindex="-1" ${say(names.title, furigana)}></h2>
    ${
      standing
        ? html`<div class="standing ${standing.late ? 'late' : ''}" part="standing">
            <p class="turn ${standing.yours ? 'yours' : ''}" part="turn" ${say(standing.turn, furigana)}></p>
            <p class="stands" part="stands">${standing.words.map((text) => word(text, view))}</p>
            <p class="due" part="due" ${say(standing.due, furigana)}></p>
            ${standing.notes.map((note) => html`<p class="note" ${say(note, furigana)}></p>`)} ${more}
          </div>`
        : nothing
    }
    <div class="desks">
      ${deskCard(names.sheet.from, sheet.from.agency, view, [sheet.from.section, sheet.from.worker])}
      ${
        to === undefined
          ? html`<div class="desk" part="desk">
              <p class="label" ${say(names.sheet.to, furigana)}></p>
              <p class="name" ${say(names.desk.open, furigana)}></p>
            </div>`
          : deskCard(names.sheet.to, to, view)
      }
      ${holder !== undefined && holder !== to && holder !== coordinator ? deskCard(names.choices.party.holder, holder, view) : nothing}
      ${coordinator !== to && coordinator !== sheet.from.agency ? deskCard(names.sheet.coordinator, coordinator, view) : nothing}
    </div>
    <dl class="dates">
      ${dates.map(([label, text]) =>
        text
          ? html`<div>
              <dt ${say(label, furigana)}></dt>
              <dd ${say(text, furigana)}></dd>
            </div>`
          : nothing,
      )}
    </dl>
    ${
      head?.rows.length
        ? html`<section class="person" part="person" aria-labelledby="section-head">
            <h3 id="section-head" ${say(names.sheet.person, furigana)}></h3>
            ${rowList(head.rows, view)}
          </section>`
        : nothing
    }
  </header>`;
}
