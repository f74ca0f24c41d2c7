import { say } from '@tsunagu/core';
import { reroutedBecause } from '@tsunagu/schema/referral/light';
import { html, nothing } from 'lit';
import { asideLocales } from '../locales/aside.js';
import type { Piece, SheetView } from '../parts/view.js';
import type { ReplyDeal } from './reply.js';

/** What is said beforehand when a choice of desk would not lead there. */
export function detour({ session }: ReplyDeal, view: SheetView): Piece {
  const { lang, furigana, state, desks, desk, value } = view;
  const { to } = session.written;
  if (!to || !state.known) return nothing;
  const coordinator = value.sheet.coordinator.agency;
  const because = reroutedBecause({ ...state, coordinator }, { actor: session.heard?.agency ?? desk, to });
  if (!because) return nothing;
  const words = asideLocales[lang];
  const name = desks.name(coordinator);
  return html`<p
    class="notice warn"
    part="detour"
    role="status"
    ${say(because === 'loop' ? words.loop(desks.name(to), name) : words.hops(name), furigana)}
  ></p>`;
}
