/** Sections 1, 2, 4 and 6: the person's words, the worries, what was heard, what is asked. */
import { say } from '@tsunagu/core';
import { sinceWhen } from '@tsunagu/schema/consultation';
import { assessmentAreas, assessmentLevels, referralLimits as limits, requestIds } from '@tsunagu/schema/referral';
import { html, nothing, type TemplateResult } from 'lit';
import { checks, chooser, choicesOf, lineField, radios, textField } from '../fields.js';
import type { EditView } from '../view.js';

export const wordsSection = (view: EditView): TemplateResult => {
  const { messages } = view;
  return html`${textField(view, '/words', { most: limits.text, rows: 5, note: messages.wordsNote })}
  ${textField(view, '/wishes', { most: limits.text, rows: 3 })}
  ${textField(view, '/refuses', { most: limits.text, rows: 3, note: messages.refusesNote })}`;
};

/** The worries offered: the sixteen national ones and the city's own, then whatever else is marked already. */
export function offeredTopics({ texts, city, sheet }: EditView): { top: string[]; finer: (parent: string) => string[] } {
  const national = Object.keys(texts.topics);
  const own = (city?.topics ?? []).flatMap(({ id }) => (national.includes(id) ? [] : [id]));
  const all = [...new Set([...national.filter((id) => id !== 'other'), ...own, 'other', ...(sheet.topics ?? [])])];
  return {
    top: all.filter((id) => !id.includes('/')),
    finer: (parent) => all.filter((id) => id.startsWith(`${parent}/`)),
  };
}

export function worriesSection(view: EditView): TemplateResult {
  const { messages, said, sheet } = view;
  const { top, finer } = offeredTopics(view);
  const named = (id: string) => ({ id, label: said.topic(id) });
  const marked = sheet.topics ?? [];
  const under = top.filter((id) => marked.some((each) => each === id || each.startsWith(`${id}/`)) && finer(id).length);
  return html`<div class="many">
      ${checks(view, '/topics', top.map(named), { label: `${said.words.sheet.topics}（○）`, note: messages.topicsNote })}
    </div>
    ${under.map((id) => html`<div class="many">${checks(view, '/topics', finer(id).map(named), { label: messages.finer(said.topic(id)) })}</div>`)}
    ${
      marked.length
        ? html`<div class="many">
            ${radios(view, '/mainTopic', marked.map(named), { label: `${said.words.sheet.mainTopic}（◎）`, none: messages.mainNone })}
          </div>`
        : nothing
    }
    ${chooser(view, '/since', choicesOf(view, '/since', sinceWhen))}`;
}

export function heardSection(view: EditView): TemplateResult {
  const { messages, said, furigana } = view;
  return html`${textField(view, '/situation', { most: limits.text, rows: 8, note: messages.situationNote })}
    <p class="note" ${say(messages.assessmentNote, furigana)}></p>
    <div class="assessment">
      ${assessmentAreas.map(
        (area) =>
          html`<fieldset class="entry">
            <legend ${say(said.words.assessment[area], furigana)}></legend>
            <div class="finding">
              ${chooser(view, `/assessment/${area}/level`, choicesOf(view, `/assessment/${area}/level`, assessmentLevels))}
              ${textField(view, `/assessment/${area}/note`, { most: limits.note })}
            </div>
          </fieldset>`,
      )}
    </div>
    ${textField(view, '/assessment/view', { most: limits.text, rows: 4, label: said.words.assessment.view })}`;
}

export const requestSection = (view: EditView): TemplateResult => {
  const { messages } = view;
  return html`<div class="many">${checks(view, '/request/ids', choicesOf(view, '/request/ids/*', requestIds))}</div>
    ${textField(view, '/request/text', { most: limits.text, rows: 4, note: messages.requestNote })}
    ${lineField(view, '/request/by', { most: 40, kind: 'day', note: messages.dayNote })}`;
};
