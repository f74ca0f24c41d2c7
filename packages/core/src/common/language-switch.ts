import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../locale/lang.js';
import { withoutRuby } from '../locale/ruby.js';
import { say } from '../locale/say.js';
import type { LanguageMessages } from './messages.js';

export interface LanguageView {
  messages: LanguageMessages;
  lang: Language;
  furigana: boolean;
  /** Languages the resident may choose from; one alone is no choice. */
  offered: readonly Language[];
  speak: (language: Language) => void;
  showFurigana: (on: boolean) => void;
}

/** Right under the heading: who cannot read the page must not have to search for it. */
export function languageSwitch(view: LanguageView): TemplateResult | typeof nothing {
  const { messages, lang, furigana, offered } = view;
  if (offered.length < 2 && lang !== 'ja-x-easy') return nothing;
  return html`<div class="languages" role="group" aria-label=${withoutRuby(messages.languageLabel)}>
    ${
      offered.length > 1
        ? offered.map(
            (each) =>
              html`<button
                class="more"
                part="language"
                type="button"
                lang=${each === 'en' ? 'en' : 'ja'}
                aria-pressed=${each === lang ? 'true' : 'false'}
                @click=${() => view.speak(each)}
              >
                <span ${say(messages.languageNames[each], furigana)}></span>
              </button>`,
          )
        : nothing
    }
    ${
      lang === 'ja-x-easy'
        ? html`<label class="check"
            ><input
              type="checkbox"
              .checked=${furigana}
              @change=${(event: Event) => view.showFurigana((event.target as HTMLInputElement).checked)} /><span
              ${say(messages.furigana, furigana)}
            ></span
          ></label>`
        : nothing
    }
  </div>`;
}
