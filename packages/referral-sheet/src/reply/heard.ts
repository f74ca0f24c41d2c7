/** Another desk's answer that came on paper, by FAX or by telephone, written down by the desk that waits for it. Fetched by such a desk. */
import { say, type Language } from '@tsunagu/core';
import { limits } from '@tsunagu/schema/consultation';
import { heardHow } from '@tsunagu/schema/referral';
import { stepsOf } from '@tsunagu/schema/referral/light';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { heardEasy } from '../locales/heard.easy.js';
import { heardEn } from '../locales/heard.en.js';
import { heardJa } from '../locales/heard.ja.js';
import type { HeardMessages } from '../locales/heard.messages.js';
import type { Piece, SheetView } from '../parts/view.js';
import type { SheetController } from '../sheet-controller.js';
import type { ReplyDeal } from './reply.js';
import { ReplySession } from './reply-session.js';

const locales: Readonly<Record<Language, HeardMessages>> = { ja: heardJa, 'ja-x-easy': heardEasy, en: heardEn };

/** Codes and files of a copy come in by themselves. */
const ways = heardHow.filter((how) => how !== 'copy');

/** Steps that are no answer: nobody else makes them for the desk that has the sheet. */
const notHeard: readonly string[] = ['withdraw-consent', 'close', 'extend', 'take-over'];

/** The reply with what writes another desk's answer down; while it does, its steps and words are those of that desk. Undefined where this desk may not. */
export function heardReply(
  deal: ReplyDeal,
  view: SheetView,
  sheet: SheetController,
  changed: () => void,
): [ReplyDeal, SheetView, Piece] | undefined {
  const { state, desk, desks, lang, furigana, value, at, texts } = view;
  const { from, coordinator } = value.sheet;
  if (!state.known || !state.open || !state.holder || sheet.faulty || deal.steps.withdrawn) return undefined;
  const wasAsked = state.trail.includes(coordinator.agency) || value.events.some(({ type }) => type === 'escalated');
  if (desk !== from.agency && !(desk === coordinator.agency && wasAsked)) return undefined;
  const words = locales[lang];
  const { session, isBusy } = deal;
  const { heard, own } = session;
  const turn = (to: ReplySession): void => {
    sheet.session = to;
    sheet.sending.quiet();
    sheet.attention = 'reply-heard';
    changed();
  };
  const { agency } = heard ?? state.holder;
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
          : ways.map(
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
  const steps = stepsOf(value, agency, at);
  return [
    { ...deal, steps: { ...steps, steps: steps.steps.filter(({ action }) => !notHeard.includes(action)) } },
    { ...view, desk: agency, texts: { ...texts, ...words.reply, meaning: nothingMeant } },
    block,
  ];
}
