import { say } from '@tsunagu/core';
import { methods, type Expresser } from '@tsunagu/schema/consent';
import { html, nothing, type TemplateResult } from 'lit';
import { isYes, type Representative } from '../answers.js';
import type { ReAsk } from '../locales/messages.js';
import { extended } from './extend.js';
import { choice, line, summary } from './fields.js';
import { sectionHeading, type DialogView, type Piece } from './view.js';

/** 親権者、未成年後見人、成年後見人、保佐人、補助人、任意後見人: what the law lets speak for somebody. */
const representatives = [
  'parent',
  'minor-guardian',
  'adult-guardian',
  'curator',
  'assistant',
  'voluntary-guardian',
] as const satisfies readonly Representative[];

/** Languages by their own names: whoever looks for theirs finds it. Others are what the page gives beside them. */
const languageNames: readonly (readonly [tag: string, name: string])[] = [
  ['ja', '日本語'],
  ['jsl', '日本手話'],
  ['en', 'English'],
  ['zh', '中文'],
  ['ko', '한국어'],
  ['vi', 'Tiếng Việt'],
  ['pt', 'Português'],
  ['es', 'Español'],
  ['fil', 'Filipino'],
  ['ne', 'नेपाली'],
  ['id', 'Bahasa Indonesia'],
  ['th', 'ไทย'],
  ['my', 'မြန်မာ'],
  ['uk', 'Українська'],
];

/** Sections 8 and 9: who decides and how, and the name under it. A no asks two things, a pause none. */
export function who(view: DialogView): TemplateResult {
  const { messages, furigana, session, steps, act } = view;
  const { kind } = session;
  const { leftOpen } = steps;
  const yes = isYes(kind);
  return html`${summary(view)}
    <p class="note" ${say(messages.notYet, furigana)}></p>
    <p class="note" ?hidden=${!leftOpen} ${say(leftOpen ? messages.leftOpen(leftOpen) : '', furigana)}></p>
    ${kind === 'renewed' ? extended(view) : nothing} ${kind === 'deferred' ? nothing : whoDecides(view)} ${yes ? name(view) : nothing}
    ${kind === 'refused' && !session.choosing ? line({ name: 'reason', label: messages.reason, hint: messages.reasonExample }, view, { long: true }) : nothing}
    ${kind === 'renewed' ? nothing : yes ? ending(view) : askAgain(view)}
    <div class="ways">
      <button class="button" part="record" type="button" @click=${act.record}><span ${say(messages.record, furigana)}></span></button>
      <button class="button" part="back" type="button" @click=${() => steps.back()}><span ${say(messages.back, furigana)}></span></button>
    </div>
    <p class="note" role="status" ${say(steps.busy ? messages.recording : '', furigana)}></p>`;
}

/** Section 8. */
export function whoDecides(view: DialogView): TemplateResult {
  const { messages, names, furigana, session, steps } = view;
  const { kind } = session;
  const { answers } = steps;
  const yes = isYes(kind) && session.page === 'who';
  const expresser = (id: Expresser) => [id, names.of('expresser', id)] as const;
  const oral = yes && answers.how === 'oral';
  return html`<section class="section" aria-labelledby="who">
    <h3 id="who" ${say(sectionHeading(view, 8, messages.sections.who), furigana)}></h3>
    ${choice({ name: 'by', label: messages.by, owed: true }, [expresser('self'), expresser('supported'), ['somebody', messages.bySomebody]], view)}
    ${
      answers.by === 'supported'
        ? line({ name: 'support', label: messages.support, hint: messages.supportExample, owed: yes }, view, { long: true })
        : nothing
    }
    ${
      answers.by === 'somebody'
        ? html`${choice({ name: 'representative', label: messages.representative, owed: true }, representatives.map(expresser), view)}
          ${line({ name: 'representativeName', label: messages.representativeName }, view)}
          ${line({ name: 'authority', label: messages.authority, hint: messages.authorityExample, owed: yes }, view, { long: true })}`
        : nothing
    }
    ${choice(
      { name: 'how', label: messages.how, owed: true },
      methods.map((id) => [id, names.of('method', id)]),
      view,
    )}
    ${
      yes
        ? html`${line({ name: 'explainedBy', label: messages.explainedBy, owed: oral }, view)}
          ${line({ name: 'witness', label: messages.witness, owed: oral }, view)}
          ${answers.witness ? line({ name: 'witnessRole', label: messages.witnessRole, hint: messages.witnessRoleExample }, view) : nothing}
          ${languageField(view)}`
        : nothing
    }
  </section>`;
}

function languageField({ messages, furigana, steps }: DialogView): TemplateResult {
  const { language } = steps.answers;
  const known = languageNames.some(([tag]) => tag === language);
  return html`<div class="question" part="question">
    <label for="language"><span ${say(messages.language, furigana)}></span></label>
    <select id="language" name="language" part="input" autocomplete="off">
      ${(known || !language ? languageNames : ([[language, language], ...languageNames] as const)).map(
        ([tag, name]) => html`<option value=${tag} lang=${tag} ?selected=${tag === language} .textContent=${name}></option>`,
      )}
    </select>
  </div>`;
}

/** Section 9. */
function name(view: DialogView): Piece {
  const { messages, furigana, session, steps } = view;
  const { how } = steps.answers;
  if (!how) return nothing;
  const signature = how === 'electronic' ? view.signature() : nothing;
  return html`<section class="section" aria-labelledby="name-heading">
    <h3 id="name-heading" ${say(sectionHeading(view, 9, messages.sections.name), furigana)}></h3>
    ${
      how === 'oral'
        ? html`<p ${say(messages.nameOral, furigana)}></p>`
        : how === 'written'
          ? line({ name: 'paper', label: messages.paper, hint: messages.paperExample, owed: true }, view)
          : signature === nothing
            ? line({ name: 'name', label: messages.typedName, owed: true }, view)
            : html`<div id="question-name" tabindex="-1" class=${session.problems.includes('name') ? 'wrong' : ''}>${signature}</div>`
    }
  </section>`;
}

/** A shorter end than was asked for. */
function ending(view: DialogView): TemplateResult {
  const { messages, session, steps } = view;
  const { period } = session.asked!;
  return line({ name: 'until', label: messages.until, hint: messages.untilText }, view, {
    type: 'date',
    min: steps.today,
    ...(period.until === 'date' && { max: period.date }),
  });
}

/** When a worker may ask again. Nobody has to say. */
export function askAgain(view: DialogView): TemplateResult {
  const { messages } = view;
  return choice(
    { name: 'reAsk', label: messages.reAsk },
    (Object.entries(messages.reAskChoices) as [ReAsk, string][]).map(([id, label]) => [id, label]),
    view,
  );
}
