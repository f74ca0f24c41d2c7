import { say, withoutRuby, type Language } from '@tsunagu/core';
import type { Channel } from '@tsunagu/schema/directory';
import { html, nothing, type TemplateResult } from 'lit';
import { withMember } from '../findable.js';
import type { FinderMessages } from '../locales/messages.js';
import type { Choice } from '../search-controller.js';

/** What the resident has asked for, what the city's directory lets them ask for, and how they change it. */
export interface SearchPanelView {
  messages: FinderMessages;
  lang: Language;
  furigana: boolean;
  /** Names the search landmark. */
  heading: string;
  choice: Choice;
  topics: readonly { id: string; short: string }[];
  allTopics: boolean;
  areas: () => readonly string[];
  channels: () => readonly Channel[];
  narrowOpen: boolean;
  change: (change: Partial<Choice>) => void;
  /** The resident turns to the panel. */
  learn: () => void;
  showAllTopics: () => void;
  openNarrow: (open: boolean) => void;
}

/** Chips shown before 「もっと見る」: about two rows on a phone. */
const firstChips = 7;

export function searchPanel(view: SearchPanelView): TemplateResult {
  const clear = (event: Event): void => {
    view.change({ text: '', composing: false });
    (event.currentTarget as HTMLElement).parentElement?.querySelector('input')?.focus();
  };
  const { messages, furigana, choice, change } = view;
  const chips = view.allTopics ? view.topics : view.topics.filter(({ id }, index) => index < firstChips || choice.topics.has(id));
  return html`<div class="panel" role="search" part="search" aria-label=${withoutRuby(view.heading)} @focusin=${view.learn}>
    <div class="field-row">
      <label for="text" ${say(messages.searchLabel, furigana)}></label>
      <div class="search-box">
        <input
          id="text"
          part="input"
          type="search"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          enterkeyhint="search"
          maxlength="500"
          data-private="true"
          aria-describedby="example"
          .value=${choice.text}
          @input=${(event: InputEvent) => {
            // The browser's own event would carry the letters to the page.
            event.stopPropagation();
            change({ text: valueOf(event), composing: event.isComposing });
          }}
          @compositionend=${(event: Event) => change({ text: valueOf(event), composing: false })}
        />
        <button class="clear more" type="button" ?hidden=${!choice.text} @click=${clear}>
          <span ${say(messages.clear, furigana)}></span>
        </button>
      </div>
      <p class="note" id="example" ${say(messages.searchExample, furigana)}></p>
    </div>
    <div class="chips" role="group" aria-labelledby="topics-label">
      <p class="label" id="topics-label" ${say(messages.topicsLabel, furigana)}></p>
      <div class="chip-list">
        ${chips.map(
          ({ id, short }) =>
            html`<button
              class="chip"
              part="topic"
              type="button"
              data-topic=${id}
              aria-pressed=${choice.topics.has(id) ? 'true' : 'false'}
              @click=${() => change({ topics: withMember(choice.topics, id) })}
            >
              <span ${say(short, furigana)}></span>
            </button>`,
        )}
        ${
          view.topics.length > firstChips
            ? html`<button class="more" type="button" aria-expanded=${view.allTopics ? 'true' : 'false'} @click=${view.showAllTopics}>
                <span ${say(view.allTopics ? messages.fewerTopics : messages.moreTopics, furigana)}></span>
              </button>`
            : nothing
        }
      </div>
    </div>
    <label class="check" part="open-now"
      ><input type="checkbox" .checked=${choice.openNow} @change=${(event: Event) => change({ openNow: isChecked(event) })} /><span
        ${say(messages.openNow, furigana)}
      ></span
    ></label>
    ${narrowing(view)}
  </div>`;
}

/** Area, moment and way of contact: for the few who need them, folded away for everybody else. */
function narrowing(view: SearchPanelView): TemplateResult {
  const { messages, furigana } = view;
  return html`<details
    class="narrow"
    ?open=${view.narrowOpen}
    @toggle=${(event: Event) => view.openNarrow((event.target as HTMLDetailsElement).open)}
  >
    <summary><span ${say(messages.narrow, furigana)}></span></summary>
    ${view.narrowOpen ? narrowFields(view) : nothing}
  </details>`;
}

function narrowFields(view: SearchPanelView): TemplateResult {
  const { messages, furigana, choice, change } = view;
  const areas = view.areas();
  const channels = view.channels();
  return html`<div class="narrow-body">
    ${
      areas.length > 0
        ? html`<div class="field-row">
            <label for="area" ${say(messages.area, furigana)}></label>
            <select id="area" part="area" @change=${(event: Event) => change({ area: valueOf(event) })}>
              <option value="" ?selected=${choice.area === ''} ${say(withoutRuby(messages.areaAny))}></option>
              ${areas.map((area) => html`<option value=${area} lang="ja" ?selected=${area === choice.area} .textContent=${area}></option>`)}
            </select>
          </div>`
        : nothing
    }
    <div class="field-row">
      <label for="at" ${say(messages.at, furigana)}></label>
      <input
        id="at"
        part="at"
        type="datetime-local"
        step="900"
        aria-describedby="at-help"
        .value=${choice.at}
        @change=${(event: Event) => change({ at: valueOf(event) })}
      />
      <button class="more" type="button" ?hidden=${!choice.at} @click=${() => change({ at: '' })}>
        <span ${say(messages.atNow, furigana)}></span>
      </button>
      <p class="note" id="at-help" ${say(messages.atHelp, furigana)}></p>
    </div>
    ${
      channels.length > 1
        ? html`<fieldset class="field-row">
            <legend ${say(messages.channelsLabel, furigana)}></legend>
            ${channels.map(
              (channel) =>
                html`<label class="check"
                  ><input
                    type="checkbox"
                    value=${channel}
                    .checked=${choice.channels.has(channel)}
                    @change=${() => change({ channels: withMember(choice.channels, channel) })} /><span
                    ${say(messages.channels[channel], furigana)}
                  ></span
                ></label>`,
            )}
          </fieldset>`
        : nothing
    }
  </div>`;
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;
const isChecked = (event: Event): boolean => (event.target as HTMLInputElement).checked;
