/**
 * What one agency will have: all of it, and nothing else. What was not consented to is never drawn, not even hidden; that it stays behind is said by
 * its name alone.
 *
 * ```ts
 * const { previewFor, previewWords } = await import('./parts/preview.js');
 * const words = await previewWords(language);
 * previewFor({ document, events, pending, agency, purposes, items, at }, { words, names, furigana });
 * ```
 */
import { say, type Language, type LocaleTable } from '@tsunagu/core';
import { topicLabels } from '@tsunagu/schema/vocabulary/labels';
import { html, nothing, type TemplateResult } from 'lit';
import { previewJa } from '../locales/preview.ja.js';
import type { PreviewMessages } from '../locales/preview.messages.js';
import { langOf, styled, wordsOf, type PartView } from './part.js';
import { previewOf, type Behind, type PreviewQuestion, type PurposePreview, type ToldItem, type ToldValue } from './preview-model.js';
import { previewStyles } from './preview.styles.js';

export { previewOf, withPending, type AgencyPreview, type Pending, type PreviewQuestion } from './preview-model.js';

/** The sentences, and what the worries of the vocabulary are called. */
export interface PreviewWords extends PreviewMessages {
  topics: Readonly<Record<string, string>>;
}

const table: LocaleTable<PreviewWords> = {
  ja: { ...previewJa, topics: topicLabels },
  'ja-x-easy': async () => (await import('../locales/preview.easy.words.js')).previewEasyWords,
  en: async () => (await import('../locales/preview.en.words.js')).previewEnWords,
};

export const previewWords = (language: Language): Promise<PreviewWords> => wordsOf(table, language);

/** A row in words: `label` of the field, `text` of its values; `own`: written by the person, so that 《》 in it are theirs and no reading. */
interface Row {
  label: string;
  text: string;
  own: boolean;
  toRead: boolean;
}

const has = (record: Readonly<Record<string, unknown>>, key: string): boolean => Object.hasOwn(record, key);

function rowOf(values: readonly ToldValue[], words: PreviewWords, language: Language): Row {
  const [first] = values;
  const path = first!.path;
  const thing = /^(.*\/\*)\/[^*]+$/.exec(path)?.[1];
  const label = words.fields[thing ?? path] ?? '';
  const texts = values.map(({ path: at, value }) => {
    const known = at === '/topics/*' || at === '/mainTopic' ? words.topics : words.choices[at];
    if (known && has(known, value)) return { text: known[value]!, own: false };
    if (at === '/person/birthDate') return { text: words.date(value), own: false };
    if (at === '/person/household/*/age') return { text: words.age(value), own: false };
    if (at === '/language') return { text: languageName(value, language), own: false };
    return { text: value, own: true };
  });
  const own = texts.some((each) => each.own);
  return { label, text: words.list(texts.map(({ text }) => text)), own, toRead: values.some(({ toRead }) => toRead) };
}

/** 「英語」 for `en`; the tag where the browser knows no name. */
function languageName(tag: string, language: Language): string {
  try {
    return new Intl.DisplayNames([langOf(language)], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** The preview for one agency, in words. */
export function previewFor(question: PreviewQuestion, { words, names, furigana }: PartView<PreviewWords>): TemplateResult {
  const preview = previewOf(question);
  const several = preview.byPurpose.length > 1;
  return html`<section class="preview" part="preview" lang=${langOf(names.language)} ${styled(previewStyles)}>
    <h3 ${say(words.heading(names.agency(preview.agency).name), furigana)}></h3>
    ${preview.pending ? html`<p class="preview-note" ${say(words.notYet, furigana)}></p>` : nothing}
    ${preview.byPurpose.map(
      (view) =>
        html`<div class="preview-part">
          ${several ? html`<h4 ${say(words.forPurposes(names.list('purposeShort', view.purposes)), furigana)}></h4>` : nothing}
          ${toldList(view)} ${behindList(view.behind)}
        </div>`,
    )}
  </section>`;

  function toldList({ given, told, toRead }: PurposePreview): TemplateResult {
    if (given.length === 0 && told.length === 0) return html`<p part="preview-nothing" ${say(words.nothing, furigana)}></p>`;
    if (question.document === undefined)
      return html`<p class="preview-note" ${say(words.itemsOnly, furigana)}></p>
        <ul class="preview-behind" part="preview-told">
          ${names.list('item', given).map((name) => html`<li ${say(name, furigana)}></li>`)}
        </ul>`;
    const silent = given.filter((item) => !told.some((one) => one.item === item));
    return html`${toRead ? html`<p class="preview-read" part="preview-read" ${say(words.toRead, furigana)}></p>` : nothing}
      <dl class="preview-told" part="preview-told">
        ${told.map(toldItem)}
        ${silent.map(
          (item) =>
            html`<div>
              <dt ${say(names.of('item', item), furigana)}></dt>
              <dd class="preview-note" ${say(words.empty, furigana)}></dd>
            </div>`,
        )}
      </dl>`;
  }

  function toldItem({ item, rows }: ToldItem): TemplateResult {
    return html`<div>
      <dt ${say(names.of('item', item), furigana)}></dt>
      ${rows.map((values) => {
        const { label, text, own, toRead } = rowOf(values, words, names.language);
        const lead = label ? html`<span class="preview-label" ${say(words.labelled(label, '').trim(), furigana)}></span>` : nothing;
        return html`<dd>
          ${lead}${own ? html`<span .textContent=${text}></span>` : html`<span ${say(text, furigana)}></span>`}
          ${toRead ? html`<span class="preview-note" ${say(words.toReadMark, furigana)}></span>` : nothing}
        </dd>`;
      })}
    </div>`;
  }

  function behindList(behind: readonly Behind[]): TemplateResult | typeof nothing {
    if (behind.length === 0) return nothing;
    return html`<h4 ${say(words.behind, furigana)}></h4>
      <ul class="preview-behind" part="preview-behind">
        ${behind.map(
          ({ item, reason }) =>
            html`<li>
              <span ${say(item === undefined ? words.other : names.of('item', item), furigana)}></span>
              <span class="preview-why" ${say(words.why[reason], furigana)}></span>
            </li>`,
        )}
      </ul>
      <p class="preview-note" ${say(words.behindNote, furigana)}></p>`;
  }
}
