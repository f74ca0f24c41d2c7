/** What a form needs once there is a directory: reading it, and the desk beside the questions. Loaded with the directory, not before. */
export { directoryReader } from '@tsunagu/core';
import { describeOpen, mainPhone, openJa, say, telHref, withoutRuby, type Language, type OpenMessages } from '@tsunagu/core';
import type { ConsultationWindow, Directory } from '@tsunagu/schema/directory';
import { openState } from '@tsunagu/schema/open-state';
import { localize } from '@tsunagu/schema/text';
import { html, nothing, type TemplateResult } from 'lit';
import type { FormMessages } from './locales/messages.js';

/** Where it goes, whether somebody is there now, and the number for whoever would rather call: the same on every page. */
export function deskPanel(
  {
    window,
    directory,
    at,
    lang,
    furigana,
  }: { window?: ConsultationWindow | undefined; directory?: Directory | undefined; at: Date; lang: Language; furigana: boolean },
  messages: FormMessages,
  open: OpenMessages = openJa,
): TemplateResult | typeof nothing {
  const desk = window ?? catchAll(directory);
  if (!desk || !isSound(desk, at)) return nothing;
  const name = localize(desk.name, lang);
  const phone = mainPhone(desk) ?? (directory && mainPhone(directory.municipality.mainContact));
  const state = describeOpen(openState(desk, at, directory?.calendar), at, open, false);
  return html`<aside class="desk" part="desk" aria-label=${withoutRuby(name)}>
    <p class="note" ${say(window ? messages.toWindow : messages.toAnyWindow, furigana)}></p>
    <p class="strong" ${say(name, furigana)}></p>
    <p class="state ${state.tone}" ${say(state.text, furigana)}></p>
    ${
      phone
        ? html`<a
            class="button"
            part="phone"
            href=${telHref(phone.number)}
            aria-label=${withoutRuby(messages.callLabel(name, phone.number))}
          >
            <span ${say(messages.callInstead, furigana)}></span> <span class="number" .textContent=${phone.number}></span>
          </a>`
        : nothing
    }
  </aside>`;
}

/** A desk of a directory is; one of a page's own event may be anything, and must not break the form. */
function isSound(desk: ConsultationWindow, at: Date): boolean {
  try {
    openState(desk, at);
    return (desk.phones ?? []).every(({ number }) => /^[\d#+*-]+$/.test(number));
  } catch {
    return false;
  }
}

/** The desk for whoever does not know where to go. */
function catchAll(directory: Directory | undefined): ConsultationWindow | undefined {
  const [first] = directory?.catchAll ?? [];
  const takesAll = directory?.windows.filter(({ acceptsAll }) => acceptsAll) ?? [];
  return takesAll.find(({ id }) => id === first) ?? takesAll.find(({ field }) => field === 'general') ?? takesAll[0];
}
