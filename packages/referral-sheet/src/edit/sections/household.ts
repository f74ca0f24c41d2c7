/** Section 3: who lives together. Each has their own record of consent, and its state stands beside them in words. */
import { say } from '@tsunagu/core';
import { memberState } from '@tsunagu/schema/consent';
import { relations } from '@tsunagu/schema/consultation';
import { referralLimits as limits, sexes } from '@tsunagu/schema/referral';
import { html, type TemplateResult } from 'lit';
import { memberTitle } from '../contents.js';
import { chooser, choicesOf, lineField, textField } from '../fields.js';
import type { Row } from '../rows.js';
import { idOf, type EditView } from '../view.js';
import { listOf, remover } from './lists.js';

const list = '/household/members';

/** How the consent of one person stands, as a worker reads it. */
export function consentWords({ consents, messages, at }: EditView, ref: string): string {
  const events = Object.hasOwn(consents, ref) ? consents[ref]! : [];
  return messages.consentStatus[memberState({ ref, events }, at).status];
}

function member(view: EditView, pointer: string, row: Row, index: number, key: string): TemplateResult {
  const { messages, sheet, said, furigana, open, act } = view;
  const title = memberTitle(sheet, index, said);
  const isOpen = open.has(key);
  const body = `${key}-body`;
  return html`<div class="entry member" part="member" id=${idOf(pointer)}>
    <h4>
      <button class="opener" type="button" aria-expanded=${isOpen ? 'true' : 'false'} aria-controls=${body} @click=${() => act.toggle(key)}>
        <span ${say(title, furigana)}></span>
      </button>
    </h4>
    <p class="consent" part="member-consent" ${say(messages.memberConsent(consentWords(view, String(row.ref))), furigana)}></p>
    <div id=${body} ?hidden=${!isOpen}>
      ${
        isOpen
          ? html`<div class="grid">
                ${chooser(view, `${pointer}/relation`, choicesOf(view, `${list}/*/relation`, relations))}
                ${lineField(view, `${pointer}/name`, { most: 100 })} ${lineField(view, `${pointer}/kana`, { most: 100, kind: 'kana' })}
                ${lineField(view, `${pointer}/age`, { most: 20, kind: 'age', short: true, inputmode: 'numeric' })}
                ${lineField(view, `${pointer}/birthDate`, { most: 30, kind: 'birth' })}
                ${chooser(view, `${pointer}/sex`, choicesOf(view, `${list}/*/sex`, sexes))}
                ${chooser(view, `${pointer}/together`, choicesOf(view, `${list}/*/together`, ['yes', 'no']), {
                  value: row.together === true ? 'yes' : row.together === false ? 'no' : '',
                })}
                ${lineField(view, `${pointer}/work`, { most: 100 })} ${textField(view, `${pointer}/health`, { most: limits.note })}
                ${textField(view, `${pointer}/care`, { most: limits.note })} ${textField(view, `${pointer}/note`, { most: limits.note })}
              </div>
              ${remover(view, list, index, title)}`
          : ''
      }
    </div>
  </div>`;
}

export function householdSection(view: EditView): TemplateResult {
  const { messages, said, furigana } = view;
  return html`${lineField(view, '/household/size', { most: 99, kind: 'number', short: true, inputmode: 'numeric', note: messages.sizeNote })}
    <p class="note" ${say(messages.memberNote, furigana)}></p>
    ${listOf(view, list, {
      title: (row, index) => memberTitle({ household: { members: { [index]: row } } }, index, said),
      entry: (pointer, row, index, key) => member(view, pointer, row, index, key),
    })}
    ${textField(view, '/household/note', { most: limits.note })}`;
}
