/** Section 5: who helps already, what was done, and papers that are kept elsewhere. */
import { say } from '@tsunagu/core';
import { itemIds } from '@tsunagu/schema/consent';
import { attachmentKinds, referralLimits as limits } from '@tsunagu/schema/referral';
import { html, type TemplateResult } from 'lit';
import { chooser, choicesOf, lineField, textField } from '../fields.js';
import type { ListPointer } from '../rows.js';
import { idOf, type EditView } from '../view.js';
import { entryTitle, listOf, remover } from './lists.js';

function entries(
  view: EditView,
  list: '/supporters' | '/done' | '/attachments',
  first: string,
  fields: (pointer: string) => TemplateResult,
): TemplateResult {
  const { messages, said, furigana } = view;
  const numbered = (index: number): string => messages.entry[list](index + 1);
  const heading = {
    '/supporters': said.words.sheet.supporters,
    '/done': said.words.sheet.done,
    '/attachments': said.words.sheet.attachments,
  }[list];
  return html`<section class="part">
    <h4 ${say(heading, furigana)}></h4>
    ${note(view, list)}
    ${listOf(view, list, {
      title: (row, index) => entryTitle(row[first], numbered(index)),
      entry: (pointer, row, index) =>
        html`<fieldset class="entry" id=${idOf(pointer)}>
          <legend ${say(numbered(index), furigana)}></legend>
          <div class="grid">${fields(pointer)}</div>
          ${remover(view, list, index, entryTitle(row[first], numbered(index)))}
        </fieldset>`,
    })}
  </section>`;
}

function note({ messages, furigana }: EditView, list: ListPointer): TemplateResult {
  const text = list === '/done' ? messages.doneNote : list === '/attachments' ? messages.attachmentsNote : '';
  return html`<p class="note" ?hidden=${!text} ${say(text, furigana)}></p>`;
}

export const doneSection = (view: EditView): TemplateResult => {
  const { messages } = view;
  return html`${entries(
    view,
    '/supporters',
    'name',
    (at) =>
      html`${lineField(view, `${at}/name`, { most: 100 })} ${lineField(view, `${at}/role`, { most: 100 })}
      ${lineField(view, `${at}/since`, { most: 100 })} ${textField(view, `${at}/note`, { most: limits.note })}`,
  )}
  ${entries(
    view,
    '/done',
    'what',
    (at) =>
      html`${lineField(view, `${at}/on`, { most: 40, kind: 'day', note: messages.dayNote })} ${lineField(view, `${at}/by`, { most: 100 })}
        <div class="wide">${textField(view, `${at}/what`, { most: limits.text, rows: 3 })}</div>`,
  )}
  ${entries(
    view,
    '/attachments',
    'title',
    (at) =>
      html`${lineField(view, `${at}/title`, { most: 100 })}
      ${chooser(view, `${at}/kind`, choicesOf(view, '/attachments/*/kind', attachmentKinds), { none: '' })}
      ${chooser(view, `${at}/item`, choicesOf(view, '/attachments/*/item', itemIds))} ${lineField(view, `${at}/place`, { most: 100 })}`,
  )}`;
};
