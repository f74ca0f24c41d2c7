/** Section 8: on what ground the sheet goes out. */
import { say, timeOfDay } from '@tsunagu/core';
import { itemIds } from '@tsunagu/schema/consent';
import { groundIds, meetingLimits } from '@tsunagu/schema/meeting';
import { basisIds, itemsOf, namesSomebody, referralLimits as limits } from '@tsunagu/schema/referral';
import { itemWord } from '@tsunagu/schema/referral/words';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { noConsentBecause, type WrittenBasis, type WrittenConference, type WrittenMember } from '../basis.js';
import { dayOf, partsOfDay } from '../days.js';
import { around, checks, chooser, choicesOf, lineField, radios, textField } from '../fields.js';
import { idOf, type EditView } from '../view.js';
import { deskChoices } from './head.js';
import { consentWords } from './household.js';
import { entryTitle, listOf, remover } from './lists.js';

const members = '/basis/members';

function member(view: EditView, pointer: string, { name, duty }: WrittenMember, index: number): TemplateResult {
  const { messages, furigana, texts, said } = view;
  const numbered = messages.entry[members](index + 1);
  const { id, described, wrong, notes } = around(view, `${pointer}/duty`, {});
  const when = duty && new Date(duty.acknowledgedAt);
  return html`<fieldset class="entry" id=${idOf(pointer)}>
    <legend ${say(numbered, furigana)}></legend>
    <div class="grid">
      ${lineField(view, `${pointer}/name`, { most: 100, label: messages.memberName })}
      ${chooser(view, `${pointer}/agency`, deskChoices(view, []), { label: messages.memberAgency })}
      ${lineField(view, `${pointer}/role`, { most: 100, label: messages.memberRole })}
    </div>
    <div class="field ${wrong ? 'wrong' : ''}">
      ${notes}
      <label class="choice"
        ><input
          id=${id}
          type="checkbox"
          part="choice"
          data-duty=${pointer}
          aria-describedby=${described}
          .checked=${live(duty !== undefined)} /><span ${say(messages.duty, furigana)}></span
      ></label>
      ${when ? html`<p class="note" ${say(messages.dutyDone(texts.moment(texts.day(partsOfDay(dayOf(when))), timeOfDay(when))), furigana)}></p>` : nothing}
    </div>
    ${remover(view, members, index, entryTitle(name, said.entry(members, index + 1)))}
  </fieldset>`;
}

function conference(view: EditView, basis: WrittenConference): TemplateResult {
  const { messages, furigana, writing, consents, at, said, sheet } = view;
  const because = noConsentBecause(writing.judged, consents, at);
  const held = itemsOf(writing.judged);
  const offered = [
    ...itemIds.filter((id) => held.includes(id) || basis.items?.includes(id)),
    ...(basis.items ?? []).filter((id) => !itemIds.includes(id as never)),
  ];
  return html`<p class="strong" ${say(messages.lawBasis, furigana)}></p>
    ${because === undefined ? html`<p class="problem" ${say(messages.basisHasConsent, furigana)}></p>` : nothing}
    ${checks(
      view,
      '/basis/grounds/why',
      groundIds.map((id) => ({ id, label: messages.groundWords[id] })),
      { label: said.words.basis.why },
    )}
    ${textField(view, '/basis/grounds/reason', { most: meetingLimits.text, rows: 3, note: messages.reasonNote })}
    <p class="note" ${say(messages.standing(consentWords(view, sheet.person.ref)), furigana)}></p>
    <section class="part">
      <h4 ${say(said.words.basis.members, furigana)}></h4>
      ${around(view, members, {}).notes}
      ${listOf(view, members, {
        title: (row, index) => entryTitle(row.name, messages.entry[members](index + 1)),
        entry: (pointer, row, index) => member(view, pointer, row, index),
      })}
    </section>
    <div class="many">
      ${checks(
        view,
        '/basis/items',
        offered.map((id) => ({ id, label: itemWord(id, said.words) })),
        { note: messages.itemsNote },
      )}
    </div>
    <section class="part">
      <h4 ${say(said.words.basis.askAgain, furigana)}></h4>
      <div class="grid">
        ${lineField(view, '/basis/askAgain/from', { most: 40, kind: 'day', label: messages.askAgainFrom, note: messages.dayNote })}
        ${lineField(view, '/basis/askAgain/by', { most: 100, label: messages.askAgainBy })}
      </div>
      ${textField(view, '/basis/askAgain/notBecause', { most: 500, label: messages.askAgainNot })}
    </section>`;
}

export function basisSection(view: EditView): TemplateResult {
  const { messages, furigana, sheet, writing } = view;
  const basis: WrittenBasis = writing.basis;
  return html`${radios(view, '/basis/kind', choicesOf(view, '/basis/kind', basisIds))}
    <p class="note" ${say(messages.basisNote[basis.kind], furigana)}></p>
    <p part="person-consent" ${say(messages.personConsent(consentWords(view, sheet.person.ref)), furigana)}></p>
    ${
      basis.kind === 'support-conference'
        ? conference(view, basis)
        : basis.kind === 'anonymous-advice'
          ? html`${textField(view, '/basis/summary', { most: limits.text, rows: 6, note: messages.summaryNote })}
            ${basis.summary !== undefined && namesSomebody(sheet, basis.summary) ? html`<p class="problem" part="named" role="status" ${say(messages.namesSomebody, furigana)}></p>` : nothing}`
          : nothing
    }`;
}
