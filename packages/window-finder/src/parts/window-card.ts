import { say, withoutRuby } from '@tsunagu/core';
import { localize } from '@tsunagu/schema/text';
import { html, nothing, type TemplateResult } from 'lit';
import { describeOpen } from '../describe-open.js';
import { catchmentNames, fieldLabel, mainPhone, telHref, whySentence } from '../describe-window.js';
import type { FoundWindow } from '../find/types.js';
import { cardDetails } from './card-details.js';
import type { FinderView } from './view.js';

/** Fields with a colour of their own; every other one is quiet. The word is always there too. */
const coloured = new Set(['general', 'elderly', 'disability', 'child', 'livelihood', 'health', 'rights']);

/**
 * One desk. Every element is always there and hidden when it has nothing to say: as the resident types, the same nodes are filled
 * with other desks, which is what keeps a keystroke cheap.
 */
export function windowCard(found: FoundWindow, view: FinderView, section: string): TemplateResult {
  const { window } = found;
  const { messages, lang, furigana } = view;
  const name = localize(window.name, lang);
  const official = localize(window.name, 'ja');
  const phone = mainPhone(window);
  const open = describeOpen(found.open, view.at, messages, view.later);
  const why = whySentence(found.reasons, messages, view.topicLabel) || (section === 'always' ? messages.whyAcceptsAll : '');
  const area = catchmentNames(view.directory.catchments, window.catchments, lang);
  const mainlyFor = window.mainlyFor ? localize(window.mainlyFor, lang) : '';
  const field = fieldLabel(view.directory, window.field, lang, messages.fields);
  const region = `${section}-${window.id}`;
  const expanded = view.isOpen(region);
  return html`
    <li class="card" part="card">
      <p
        class="field ${window.field && coloured.has(window.field) ? window.field : ''}"
        part="field"
        ?hidden=${!field}
        ${say(field, furigana)}
      ></p>
      <h3 part="name">
        <span class="kana" lang="ja" ?hidden=${!furigana || !window.kana || name.includes('《')} .textContent=${window.kana ?? ''}></span>
        <span lang=${lang === 'en' && name !== official ? nothing : 'ja'} ${say(name, furigana)}></span>
        <span class="official" lang="ja" ?hidden=${withoutRuby(name).startsWith(official)} .textContent=${official}></span>
      </h3>
      <p class="state ${open.tone}" part="state" ${say(open.text, furigana)}></p>
      <p class="aim" ?hidden=${!mainlyFor && !area}>
        <span ?hidden=${!mainlyFor} ${say(mainlyFor, furigana)}></span>
        <span ?hidden=${!area} ${say(`${messages.catchment} ${area}`, furigana)}></span>
      </p>
      <p class="why" part="why" ?hidden=${!why} ${say(why, furigana)}></p>
      <div class="actions">
        <a
          class="button loud phone"
          part="phone"
          href=${phone ? telHref(phone.number) : nothing}
          ?hidden=${!phone}
          aria-label=${withoutRuby(messages.callLabel(name, phone?.number ?? ''))}
        >
          <span ${say(messages.call, furigana)}></span>
          <span class="number" .textContent=${phone?.number ?? ''}></span>
        </a>
        <p class="no-contact" ?hidden=${phone !== undefined} ${say(messages.noContact, furigana)}></p>
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
          @click=${() => view.toggle(region)}
        >
          <span ${say(messages.details, furigana)}></span>
        </button>
      </div>
      <div class="details" part="details" id=${region} ?hidden=${!expanded}>${expanded ? cardDetails(window, view) : nothing}</div>
    </li>
  `;
}
