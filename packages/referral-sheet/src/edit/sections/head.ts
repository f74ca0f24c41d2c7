/** The heading: to whom, copies, by when, how soon; and the person. */
import { mainPhone, say } from '@tsunagu/core';
import { aboutWho, ageBands, awareness, supporterRoles, urgencies } from '@tsunagu/schema/consultation';
import type { ConsultationWindow } from '@tsunagu/schema/directory';
import { defaultRespondDays, referralLimits as limits, sexes } from '@tsunagu/schema/referral';
import { html, nothing, type TemplateResult } from 'lit';
import { openLook } from '../../parts/open-look.js';
import { quoted } from '../contents.js';
import { deadlineOf, partsOfDay } from '../days.js';
import { around, chooser, choicesOf, lineField, textField } from '../fields.js';
import { receiverOf } from '../gate-view.js';
import { idOf, type EditView } from '../view.js';

/** The desks somebody may choose, as a list shows them. */
export function deskChoices({ city, said, sheet }: EditView, without: readonly string[]): { id: string; label: string; plain: true }[] {
  const here = (city?.windows ?? []).map(({ id }) => id);
  const written = 'agency' in sheet.to ? [sheet.to.agency as string] : [];
  return [...new Set([...here, ...written])]
    .filter((id) => !without.includes(id))
    .map((id) => ({ id, label: said.desk(id), plain: true as const }));
}

/** Whether it is open now, and its numbers: beside the choice. */
function deskLine(view: EditView, desk: ConsultationWindow | undefined): TemplateResult | typeof nothing {
  const { texts, messages, city, at, furigana } = view;
  if (!desk) return nothing;
  const open = openLook(desk, at, city, texts);
  const phone = mainPhone(desk);
  return html`<p class="desk-line" part="desk-line">
    <span class="state ${open.tone}" ${say(open.text, furigana)}></span>
    <span ${say(desk.fax ? messages.fax(desk.fax.number) : texts.noFax, furigana)}></span>
    ${phone ? html`<span ${say(texts.labelled(texts.phone, phone.number), furigana)}></span>` : nothing}
  </p>`;
}

const to = (view: EditView): TemplateResult => {
  const { sheet, said, messages, city } = view;
  const open = 'open' in sheet.to;
  const coordinator = quoted(said.desk(sheet.coordinator.agency, sheet.coordinator.name));
  const { agency } = receiverOf(sheet);
  return html`${chooser(
    view,
    '/to',
    [{ id: 'coordinator', label: messages.toCoordinator(coordinator) }, ...deskChoices(view, [sheet.from.agency])],
    { label: said.words.sheet.to, note: messages.toCoordinatorNote, value: open ? 'coordinator' : agency, none: '' },
  )}
  ${deskLine(
    view,
    city?.windows.find(({ id }) => id === agency),
  )}`;
};

function copies(view: EditView): TemplateResult {
  const { sheet, said, messages, furigana, city } = view;
  const list = sheet.copyTo ?? [];
  const { id, described, wrong, notes } = around(view, '/copyTo', { note: messages.copyNote });
  const free = deskChoices(view, [sheet.from.agency, receiverOf(sheet).agency, ...list.map(({ agency }) => agency)]);
  return html`<fieldset class="field ${wrong ? 'wrong' : ''}" id=${id} tabindex="-1" aria-describedby=${described}>
    <legend ${say(said.words.sheet.copyTo, furigana)}></legend>
    ${notes}
    <ul class="chosen">
      ${list.map(({ agency, name }, index) => {
        const called = quoted(said.desk(agency, name));
        return html`<li>
          <span .textContent=${called}></span>
          ${deskLine(
            view,
            city?.windows.find((desk) => desk.id === agency),
          )}
          <button
            class="link"
            type="button"
            @click=${() =>
              view.act.put(
                '/copyTo',
                list.filter((_desk, at) => at !== index),
              )}
          >
            <span ${say(messages.takeOff(called), furigana)}></span>
          </button>
        </li>`;
      })}
    </ul>
    ${
      list.length < limits.copyTo && free.length
        ? html`<div class="field">
            <label for=${idOf('/copyTo/new')} ${say(messages.copyChoose, furigana)}></label>
            <select id=${idOf('/copyTo/new')} part="input" data-copy>
              <option value="" .textContent=${messages.notChosen.replace(/《[^》]*》/g, '')}></option>
              ${free.map((desk) => html`<option value=${desk.id} .textContent=${desk.label}></option>`)}
            </select>
          </div>`
        : nothing
    }
  </fieldset>`;
}

function respond(view: EditView): TemplateResult {
  const { sheet, at, city, texts, messages, furigana } = view;
  const { on, fixed } = deadlineOf(sheet, at, city);
  const day =
    on === undefined ? messages.respondByUnknown : (fixed ? messages.respondByFixed : messages.respondBy)(texts.day(partsOfDay(on)));
  return html`${lineField(view, '/respondDays', { most: limits.respondDays, kind: 'number', short: true, inputmode: 'numeric', note: messages.respondDaysNote(defaultRespondDays) })}
    <p class="deadline" part="deadline" role="status" ${say(day, furigana)}></p>`;
}

/** Always there: where it goes, and by when an answer is wanted. */
export const headBand = (view: EditView): TemplateResult =>
  html`<div class="band" part="band">
    <div>${to(view)}</div>
    <div>${respond(view)} ${chooser(view, '/urgency', choicesOf(view, '/urgency', urgencies))}</div>
    <div class="wide">${copies(view)}</div>
  </div>`;

export const personSection = (view: EditView): TemplateResult => {
  const { messages, sheet } = view;
  return html`<div class="grid">
    ${lineField(view, '/person/name', { most: 100 })} ${lineField(view, '/person/kana', { most: 100, kind: 'kana' })}
    ${lineField(view, '/person/birthDate', { most: 30, kind: 'birth', note: messages.birthNote })}
    ${chooser(view, '/person/ageBand', choicesOf(view, '/person/ageBand', ageBands))}
    ${chooser(view, '/person/sex', choicesOf(view, '/person/sex', sexes))}
    ${lineField(view, '/person/phones', { most: 120, kind: 'phones', note: messages.phonesNote, inputmode: 'tel' })}
    ${textField(view, '/person/address', { most: limits.note })} ${lineField(view, '/person/town', { most: 100 })}
    ${chooser(view, '/about/who', choicesOf(view, '/about/who', aboutWho))}
    ${sheet.about?.who === 'supporter' ? chooser(view, '/about/role', choicesOf(view, '/about/role', supporterRoles)) : nothing}
    ${lineField(view, '/about/relation', { most: 100 })}
    ${chooser(view, '/about/awareness', choicesOf(view, '/about/awareness', awareness))}
  </div>`;
};
