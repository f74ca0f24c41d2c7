import { say, withoutRuby } from '@tsunagu/core';
import { html, nothing, type TemplateResult } from 'lit';
import { asked, stepNames, type Field, type FieldName, type MemberAnswer, type StepName } from '../answers.js';
import type { FormMessages } from '../locales/messages.js';
import { formatBirthDate, tidyAge } from '@tsunagu/schema/consultation/tidy';
import { sentText, toldMembers } from '../to-consultation.js';
import { optionsOf, type FormView } from './view.js';

/** Written by the person: 《》 in it are theirs and no reading. */
const isOwn = ({ kind }: Field): boolean => kind === 'line' || kind === 'area' || kind === 'household';

/** An answer in words; empty when there is none. */
export function answerText(field: Field, view: FormView): string {
  const value = view.answers[field.name];
  if (field.name === 'household')
    return view.messages.list(toldMembers(value as readonly MemberAnswer[]).map((member) => memberText(member, view.messages)));
  if (field.kind === 'line' || field.kind === 'area') {
    const text = sentText(field.name, value as string);
    return (field.name === 'birth' && text && view.lang !== 'en' && formatBirthDate(text)) || (text ?? (value as string));
  }
  const words = optionsOf(field, view)
    .filter(({ id }) => (typeof value === 'string' ? value === id : (value as readonly string[]).includes(id)))
    .map(({ label }) => label);
  return view.messages.list(words);
}

const memberText = ({ relation, age, note }: MemberAnswer, { household }: FormMessages): string => {
  const { value } = tidyAge(age);
  const ours = [household.relations[relation || 'other'] ?? '', value === undefined ? '' : household.years(value)].map(withoutRuby);
  return household.row([...ours, value === undefined ? age : '', note].filter(Boolean));
};

const shownText = (field: Field, view: FormView): string => (isOwn(field) ? answerText(field, view) : withoutRuby(answerText(field, view)));

/** Everything that was answered, as lines of text: for copying when sending fails. */
export function answersText(view: FormView): string {
  return stepNames
    .flatMap((step) => asked(step, view.answers))
    .map((field) => [withoutRuby(view.messages.labels[field.name]), shownText(field, view)])
    .filter(([, text]) => text)
    .map(([label, text]) => `${label}\n${text}`)
    .join('\n\n');
}

/** Everything that will be sent, question by question, each with a way back to it. */
export function answersList(view: FormView, change: (step: StepName, field: FieldName) => void): TemplateResult {
  const { messages, furigana } = view;
  return html`${stepNames.map((step) => {
    const rows = asked(step, view.answers).map((field) => row(step, field));
    return rows.every((each) => each === nothing)
      ? nothing
      : html`<section class="group">
          <h4 ${say(messages.steps[step], furigana)}></h4>
          <dl class="answers">${rows}</dl>
        </section>`;
  })}`;

  function row(step: StepName, field: Field): TemplateResult | typeof nothing {
    const text = answerText(field, view);
    const label = messages.labels[field.name];
    // What nobody has to say is not shown as a gap, except the two that the form is about.
    if (!text && field.name !== 'topics' && field.name !== 'words') return nothing;
    return html`<div>
      <dt ${say(label, furigana)}></dt>
      ${
        text && isOwn(field)
          ? html`<dd .textContent=${text}></dd>`
          : html`<dd class=${text ? '' : 'note'} ${say(text || messages.notGiven, furigana)}></dd>`
      }
      <dd class="change">
        <button class="link" type="button" aria-label=${withoutRuby(messages.changeLabel(label))} @click=${() => change(step, field.name)}>
          <span ${say(messages.change, furigana)}></span>
        </button>
      </dd>
    </div>`;
  }
}
