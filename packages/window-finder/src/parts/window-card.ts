import { mainPhone, say, sayAll, telHref, withoutRuby } from '@tsunagu/core';
import { localize } from '@tsunagu/schema/text';
import { html, nothing, type TemplateResult } from 'lit';
import { catchmentNames, fieldLabel, whySentence } from '../describe-window.js';
import type { FoundWindow } from '../find/types.js';
import { cardDetails } from './card-details.js';
import type { FinderView } from './view.js';

/** Fields with a colour of their own; every other one is quiet. The word is always there too. */
const coloured = new Set(['general', 'elderly', 'disability', 'child', 'livelihood', 'health', 'rights']);

/**
 * One desk. Every element is always there and hidden when it has nothing to say: as the resident types, the same nodes are filled
 * with other desks, which is what keeps a keystroke cheap; what is hidden is not written. `place` in its list names the card's parts.
 */
export function windowCard(found: FoundWindow, view: FinderView, section: string, place: number): TemplateResult {
  const { window } = found;
  const { messages, lang, furigana } = view;
  const name = localize(window.name, lang);
  const official = localize(window.name, 'ja');
  const phone = mainPhone(window);
  const open = view.openWords(found.open);
  const why = whySentence(found.reasons, messages, view.topicLabel) || (section === 'always' ? messages.whyAcceptsAll : '');
  const area = catchmentNames(view.directory.catchments, window.catchments, lang);
  const mainlyFor = window.mainlyFor ? localize(window.mainlyFor, lang) : '';
  const field = fieldLabel(view.directory, window.field, lang, messages.fields);
  const region = `${section}-${place}`;
  const expandable = `${section}-${window.id}`;
  const expanded = view.isOpen(expandable);
  const kana = furigana && !name.includes('《') ? (window.kana ?? '') : '';
  const printed = withoutRuby(name).startsWith(official) ? '' : official;
  const catchment = area && `${messages.catchment} ${area}`;
  const texts = [
    field,
    kana,
    name,
    printed,
    open.text,
    mainlyFor,
    catchment,
    why,
    messages.call,
    phone?.number ?? '',
    phone ? '' : messages.noContact,
    messages.details,
  ];
  return html`
    <li class="card" part="card" ${sayAll(texts, furigana)}>
      <p class="field ${window.field && coloured.has(window.field) ? window.field : ''}" part="field" data-say></p>
      <h3 part="name">
        <span class="kana" lang="ja" data-say></span>
        <span lang=${lang === 'en' && name !== official ? nothing : 'ja'} data-say></span>
        <span class="official" lang="ja" data-say></span>
      </h3>
      <p class="state ${open.tone}" part="state" data-say></p>
      <p class="aim" ?hidden=${!mainlyFor && !area}><span data-say></span><span data-say></span></p>
      <p class="why" part="why" data-say></p>
      <div class="actions">
        <a
          class="button loud phone"
          part="phone"
          href=${phone ? telHref(phone.number) : nothing}
          ?hidden=${!phone}
          aria-label=${withoutRuby(messages.callLabel(name, phone?.number ?? ''))}
        >
          <span data-say></span>
          <span class="number" data-say></span>
        </a>
        <p class="no-contact" data-say></p>
        ${
          view.selectable
            ? html`<button
                class="button"
                part="select"
                type="button"
                aria-label=${withoutRuby(messages.sendLabel(name))}
                @click=${() => view.select(window)}
              >
                <span ${say(messages.send, furigana)}></span>
              </button>`
            : nothing
        }
        <button
          class="more"
          part="details-button"
          type="button"
          aria-expanded=${expanded ? 'true' : 'false'}
          aria-controls=${region}
          aria-label=${withoutRuby(messages.detailsLabel(name))}
          @click=${() => view.toggle(expandable)}
        >
          <span data-say></span>
        </button>
      </div>
      <div class="details" part="details" id=${region} ?hidden=${!expanded}>${expanded ? cardDetails(window, view) : nothing}</div>
    </li>
  `;
}
