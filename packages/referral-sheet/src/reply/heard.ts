/** Another desk's answer that came on paper, by FAX or by telephone, written down by the desk that waits for it. Fetched by such a desk. */
import { say } from '@tsunagu/core';
import { limits } from '@tsunagu/schema/consultation';
import { heardByEar } from '@tsunagu/schema/referral';
import { stepsOf, type NextSteps } from '@tsunagu/schema/referral/light';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { asideLocales } from '../locales/aside.js';
import type { Piece, SheetView } from '../parts/view.js';
import type { SheetController } from '../sheet-controller.js';
import type { ReplyDeal } from './reply.js';
import { ReplySession } from './reply-session.js';

/** What was written for a desk whose answer cannot be written down any more, by the session that goes on. */
const left = new WeakMap<ReplySession, readonly string[]>();

/** The steps of the desk that has the sheet, as far as this desk may write them down. */
function answers(
  { steps: own }: ReplyDeal,
  { state, desk, value, at }: SheetView,
  { faulty, session }: SheetController,
): NextSteps | undefined {
  if (!state.known || !state.holder || desk === undefined || faulty || own.withdrawn) return undefined;
  const { agency } = state.holder;
  if (session.heard && session.heard.agency !== agency) return undefined;
  const found = stepsOf(value, agency, at, undefined, desk);
  return found.steps.length ? found : undefined;
}

/** This desk's own reply again, with what was written for the other. */
function ownReply(deal: ReplyDeal, view: SheetView, sheet: SheetController): Answer | undefined {
  const { session } = deal;
  const own = session.own ?? session;
  if (session.own) left.set(own, session.leftover([]));
  sheet.session = own;
  const texts = left.get(own) ?? [];
  const block = html`<div class="notice" part="leftover">
    <p class="strong" ${say(view.texts.leftover, view.furigana)}></p>
    ${texts.map((text) => html`<p class="own" .textContent=${text}></p>`)}
  </div>`;
  if (!texts.length) return session.own && [{ ...deal, session: own }, view, nothing];
  return [{ ...deal, session: own }, view, block];
}

type Answer = [ReplyDeal, SheetView, Piece];

/** The reply with what writes another desk's answer down; while it does, its steps and words are those of that desk. Undefined: the reply as it is. */
export function heardReply(deal: ReplyDeal, view: SheetView, sheet: SheetController, changed: () => void): Answer | undefined {
  const steps = answers(deal, view, sheet);
  const { state, desks, lang, furigana, texts } = view;
  if (!steps || !state.known) return ownReply(deal, view, sheet);
  const words = asideLocales[lang];
  const { session, isBusy } = deal;
  const { heard, own } = session;
  const turn = (to: ReplySession): void => {
    sheet.session = to;
    sheet.sending.quiet();
    sheet.attention = 'reply-heard';
    changed();
  };
  const { agency } = state.holder!;
  const name = desks.name(agency);
  const write = ({ target }: Event): void => {
    heard!.name = (target as HTMLInputElement).value.trim() || undefined;
  };
  const block = html`<section class="notice" part="heard" id="reply-heard" tabindex="-1" aria-labelledby="heard-title">
    <p class="strong" id="heard-title" ${say(heard ? words.writing[heard.how](name) : words.title, furigana)}></p>
    <p ${say(heard ? words.stays(name) : words.lead(name), furigana)}></p>
    ${
      heard
        ? html`<label class="strong" for="heard-name"><span ${say(words.name, furigana)}></span></label>
            <input
              id="heard-name"
              part="input"
              autocomplete="off"
              maxlength=${limits.line}
              data-private="true"
              ?disabled=${isBusy}
              .value=${live(heard.name ?? '')}
              @input=${write}
            />`
        : nothing
    }
    <div class="tools">
      ${
        heard
          ? html`<button class="button" part="heard-stop" type="button" ?disabled=${isBusy} @click=${() => turn(own!)}>
              <span ${say(words.stop, furigana)}></span>
            </button>`
          : heardByEar.map(
              (how) =>
                html`<button
                  class="button"
                  part="heard-way"
                  type="button"
                  ?disabled=${isBusy}
                  @click=${() => turn(new ReplySession({ agency, how }, session))}
                >
                  <span ${say(words.ways[how], furigana)}></span>
                </button>`,
            )
      }
    </div>
  </section>`;
  if (!heard) return [deal, sheet.sending.order?.heard ? { ...view, texts: { ...texts, sent: words.sent } } : view, block];
  // What a step means is said to the desk that makes it.
  const nothingMeant = Object.fromEntries(Object.keys(texts.meaning).map((action) => [action, ''])) as typeof texts.meaning;
  return [{ ...deal, steps }, { ...view, texts: { ...texts, ...words.reply, meaning: nothingMeant } }, block];
}
