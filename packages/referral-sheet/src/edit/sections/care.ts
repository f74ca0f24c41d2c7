/** Section 7: how to call and visit without harm, and what talking needs. */
import { say } from '@tsunagu/core';
import { callerNames, callTimes, contactWays, limits as said, needIds } from '@tsunagu/schema/consultation';
import { dangers } from '@tsunagu/schema/directory';
import { referralLimits as limits } from '@tsunagu/schema/referral';
import { html, nothing, type TemplateResult } from 'lit';
import { dutyNotice } from '../duties.js';
import { checks, chooser, choicesOf, lineField, textField } from '../fields.js';
import type { EditView } from '../view.js';

export const careSection = (view: EditView): TemplateResult => {
  const { messages, furigana, sheet } = view;
  const { callerName } = sheet.contact?.safeCall ?? {};
  return html`<div class="many">${checks(view, '/safety/dangers', choicesOf(view, '/safety/dangers/*', dangers))}</div>
    <div role="status">${dutyNotice(view)}</div>
    ${textField(view, '/safety/note', { most: limits.text, rows: 3, note: messages.safetyNote })}
    <section class="part">
      <h4 ${say(messages.safeCall, furigana)}></h4>
      <p class="note" ${say(messages.safeCallNote, furigana)}></p>
      <div class="many">${checks(view, '/contact/ways', choicesOf(view, '/contact/ways/*', contactWays))}</div>
      <div class="grid">
        ${lineField(view, '/contact/name', { most: said.line })} ${lineField(view, '/contact/kana', { most: said.line, kind: 'kana' })}
        ${lineField(view, '/contact/phone', { most: 40, kind: 'phone', inputmode: 'tel' })}
        ${lineField(view, '/contact/email', { most: 254, kind: 'email', inputmode: 'email' })}
        ${lineField(view, '/contact/fax', { most: 40, kind: 'phone', inputmode: 'tel' })}
        ${textField(view, '/contact/address', { most: 300 })}
        ${chooser(view, '/contact/safeCall/voicemail', choicesOf(view, '/contact/safeCall/voicemail', ['yes', 'no']))}
        ${chooser(view, '/contact/safeCall/callerName', choicesOf(view, '/contact/safeCall/callerName', callerNames))}
        ${callerName === 'person' || callerName === 'other' ? lineField(view, '/contact/safeCall/callerNameText', { most: said.line }) : nothing}
      </div>
      <div class="many">${checks(view, '/contact/safeCall/times', choicesOf(view, '/contact/safeCall/times/*', callTimes))}</div>
      ${textField(view, '/contact/safeCall/never', { most: said.note })}
    </section>
    <section class="part">
      <h4 ${say(view.said.words.sheet.needs, furigana)}></h4>
      <div class="many">${checks(view, '/needs/ids', choicesOf(view, '/needs/ids/*', needIds))}</div>
      ${sheet.needs?.ids?.includes('interpreter') || sheet.needs?.language ? lineField(view, '/needs/language', { most: said.line }) : nothing}
      ${textField(view, '/needs/note', { most: said.note })}
    </section>`;
};
