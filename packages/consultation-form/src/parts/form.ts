import { say, type Language } from '@tsunagu/core';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { fields, type Field, type FieldName, type StepName } from '../answers.js';
import type { FormTexts } from '../form-texts.js';
import type { Safety } from '../safety.js';
import type { Session } from '../session.js';
import type { Problem } from '../to-consultation.js';
import { answersList } from './answers-list.js';
import { exitBar, sendingPanel, summary } from './panels.js';
import { question } from './question.js';
import { sentPage } from './sent-page.js';
import type { FormView } from './view.js';

/** Everything that is on the screen. */
export interface FormPicture {
  view: FormView;
  messages: FormTexts;
  lang: Language;
  furigana: boolean;
  session: Session;
  disabled: boolean;
  desk: TemplateResult | typeof nothing;
  draft: TemplateResult | typeof nothing;
  /** Lines that answer now. */
  safety: Safety;
  /** Said after copying. */
  copied: string;
  /** Answers can be read here. */
  replies: boolean;
  thread: TemplateResult | typeof nothing;
  act: {
    forward: () => void;
    back: () => void;
    exit: () => void;
    closeSafety: () => void;
    goTo: (problem: Problem) => void;
    change: (step: StepName, field: FieldName) => void;
    copy: () => void;
    print: () => void;
    wipe: () => void;
    openReplies: () => void;
  };
}

export function renderForm(picture: FormPicture): TemplateResult {
  const { messages, furigana, session, view, act } = picture;
  const { page, sending } = session.state;
  const { steps } = session;
  const first = page === steps[0];
  const title = page === 'sent' ? messages.sentHeading : page === 'check' || steps.length > 1 ? messages.steps[page] : '';
  const place = steps.length > 1 && page !== 'sent' && page !== 'check' ? messages.step(steps.indexOf(page) + 1, steps.length) : '';
  return html`
    <form
      class="form"
      novalidate
      autocomplete="off"
      @submit=${(event: Event) => {
        event.preventDefault();
        act.forward();
      }}
    >
      ${picture.desk === nothing ? html`<slot name="contact"></slot>` : picture.desk}
      <h3 class="page-title" tabindex="-1" ?hidden=${!title}>
        <span class="place" ?hidden=${!place} ${say(place, furigana)}></span> <span ${say(title, furigana)}></span>
      </h3>
      ${
        first
          ? html`<p ${say(messages.intro, furigana)}></p>
              <p class="note">
                <span ${say(messages.exitNote, furigana)}></span> <span class="keys" ${say(messages.exitKeys, furigana)}></span>
              </p>`
          : nothing
      }
      ${picture.thread} ${first ? picture.draft : nothing} ${summary(view, act.goTo)}
      ${page === 'worry' || (page === 'who' && session.single) ? nothing : safety(picture, 'all')}
      <fieldset class="page" ?disabled=${picture.disabled}>${body(picture)}</fieldset>
      ${
        page === 'sent'
          ? nothing
          : html`${sendingPanel(sending, messages, furigana, { again: act.forward, copy: act.copy, print: act.print, copied: picture.copied })}
              <div class="ways">
                ${
                  first
                    ? nothing
                    : html`<button class="button" part="back" type="button" @click=${act.back}>
                        <span ${say(messages.back, furigana)}></span>
                      </button>`
                }
                ${forward(picture)}
              </div>`
      }
      ${
        first && picture.replies
          ? html`<button class="link" type="button" @click=${act.openReplies}>
              <span ${say(messages.readReplies, furigana)}></span>
            </button>`
          : nothing
      }
    </form>
    ${exitBar(messages, furigana, act.exit)}
  `;
}

/** One button that goes on, the loudest on the page; while it is being sent there is nothing to press twice. */
function forward({ session, messages, furigana, disabled }: FormPicture): TemplateResult | typeof nothing {
  const { page, sending } = session.state;
  if (sending.kind !== 'no' || (disabled && page === 'check')) return nothing;
  const text = page === 'check' ? messages.send : session.leadsToCheck ? messages.toCheck : messages.next;
  return html`<button class="button loud" part="next" type="submit"><span ${say(text, furigana)}></span></button>`;
}

function body(picture: FormPicture): TemplateResult {
  const { session, view, messages, furigana, act } = picture;
  const { page, receipt } = session.state;
  if (page === 'sent')
    return sentPage(
      { receipt, messages, furigana, answers: picture.replies },
      { ...act, replies: act.openReplies, copied: picture.copied },
    );
  if (page === 'check')
    return html`<p ${say(messages.checkIntro, furigana)}></p>
      ${answersList(view, act.change)}`;
  const groups = session.questions(page);
  // Each question has its own fields (a radio button that takes another's name would untick the others of that name), in a place of its own:
  // somebody may be writing while a question above appears.
  return html`${groups.map(
    ({ step, fields: open }) => html`
      ${groups.length > 1 ? html`<h3 ${say(messages.steps[step], furigana)}></h3>` : nothing}
      ${fields[step].map((field) => keyed(field.name, open.includes(field) ? question(field, view, calls(picture, field)) : nothing))}
    `,
  )}`;
}

/** Lines that answer now, called for by a question, or all of them. Their place is there before they are, for a screen reader to tell of them. */
const safety = (picture: FormPicture, where: 'topics' | 'words' | 'all'): TemplateResult => {
  const { panel, lines } = picture.safety;
  const shown = panel && lines[where].length ? panel(where, lines[where], picture, picture.act.closeSafety) : nothing;
  return html`<div role="status">${shown}</div>`;
};

/** Under the questions whose answers are listened to. */
const calls = (picture: FormPicture, { name }: Field): TemplateResult | typeof nothing =>
  name === 'topics' || name === 'words' ? safety(picture, name) : nothing;
