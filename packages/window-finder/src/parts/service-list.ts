import { describeOpen, lineText, mainPhone, say, shownNumber, telHref, withoutRuby } from '@tsunagu/core';
import { html, nothing, type TemplateResult } from 'lit';
import { publicNotes } from '../describe-window.js';
import type { FoundService } from '../find/types.js';
import type { FinderView } from './view.js';

/** Lines that answer now and services for when desks are closed: name, what it is, one way to reach it. */
export function serviceList(found: readonly FoundService[], view: FinderView): TemplateResult {
  return html`<ul class="services">
    ${found.map((each) => serviceItem(each, view))}
  </ul>`;
}

function serviceItem({ service, open }: FoundService, view: FinderView): TemplateResult {
  const { messages, lang, furigana } = view;
  const { name, text } = lineText(service, messages.lineTexts, lang);
  // A service that names no way of its own is asked for at the city's main number.
  const phone = mainPhone(service) ?? (service.url || service.urlText ? undefined : mainPhone(view.directory.municipality.mainContact));
  const state = service.hours?.weekly ? describeOpen(open, view.at, messages, view.later) : undefined;
  const hours = service.hours && !(open.state === 'open' && open.allDay) ? service.hours.text : '';
  return html`<li class="service" part="service">
    <p class="service-name" ${say(name, furigana)}></p>
    ${state ? html`<p class="state ${state.tone}" ${say(state.text, furigana)}></p>` : nothing}
    ${[text, ...publicNotes(service.notes, lang)].filter(Boolean).map((fact) => html`<p class="note" ${say(fact, furigana)}></p>`)}
    ${hours ? html`<p class="note" lang="ja" .textContent=${hours}></p>` : nothing}
    <div class="actions">
      ${
        phone
          ? html`<a
              class="button phone"
              part="service-phone"
              href=${telHref(phone.number)}
              aria-label=${withoutRuby(messages.callLabel(name, phone.number))}
            >
              <span ${say(messages.call, furigana)}></span>
              <span class="number" .textContent=${shownNumber(phone)}></span>
            </a>`
          : nothing
      }
      ${
        service.url
          ? html`<a class="button" part="service-link" href=${service.url} rel="noopener noreferrer"
              ><span ${say(messages.visitSite(name), furigana)}></span
            ></a>`
          : service.urlText
            ? html`<p class="note" lang="ja" .textContent=${service.urlText}></p>`
            : nothing
      }
    </div>
  </li>`;
}
