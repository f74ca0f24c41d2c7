/**
 * The dialog for a pen: the same explanation (its very text, so that the hash printed on it covers what was read), the same numbers 1 to 10, the request's
 * own agencies and items as a table, on one A4. For a visit without a device.
 *
 * ```ts
 * const { printPaperTwin, paperWords } = await import('./paper/paper-twin.js');
 * const printed = await printPaperTwin({ request }, { words: await paperWords(language), names, furigana });
 * ```
 */
import { say, type Language } from '@tsunagu/core';
import { heightOf, pageHeight, printPages } from '@tsunagu/core/print';
import { hashNotice, type NoticeText } from '@tsunagu/schema/consent';
import { html, nothing, type TemplateResult } from 'lit';
import type { PrintMessages } from '../locales/print.messages.js';
import type { NamedRequest } from '../names.js';
import { noticeFor, type NoticeContent, type NoticeSection } from '../notice.js';
import { langOf, type PartView } from '../parts/part.js';
import { receiptWords } from '../print/receipt.js';
import { paperStyles } from './paper.styles.js';
import { paperLayout, type TablePart } from './paper-layout.js';

export { paperStyles } from './paper.styles.js';
export { paperLayout, type PaperLayout } from './paper-layout.js';

export const paperWords: (language: Language) => Promise<PrintMessages> = receiptWords;

export interface PaperOptions {
  /** What is asked: an open question of the record, or the request that would be asked. */
  request: NamedRequest;
  /** The explanation that a question in the record was frozen with. Left out: ours, made from the request. */
  notice?: NoticeText & { hash?: string };
  /** SHA-256 of the explanation (`hashNotice`), as 64 digits. */
  hash?: string;
  /** The record's number, where there is one already. */
  record?: string;
  /** Something to be read before the paper is used: that the person asked not to be asked yet. */
  remark?: string;
}

/** So many agencies leave room for words that are read across. */
const few = 3;

/** `roomy` and `compact`: the table is on the first sheet, in larger or smaller type; `apart`: it has sheets of its own. */
export type PaperFit = 'roomy' | 'compact' | 'apart';

const between = /(?<=[ァ-ヶー])(?=\p{Script=Han})|(?<=\p{Script=Han})(?=[ァ-ヶ])/u;

/** The sheets. To be shown with `paperStyles`, inside `.base` for what every element shares. */
export function paperTwin(
  { request, notice, hash, record, remark }: PaperOptions,
  view: PartView<PrintMessages>,
  fit: PaperFit = 'compact',
): TemplateResult {
  const { words: all, names, furigana } = view;
  const { paper: words } = all;
  const { agencies, items, purposes } = request;
  const content = noticeFor(request, names, { furigana });
  const { frozen } = content;
  // An explanation of the city's own has no sections we know: it is printed as it is.
  const foreign = notice && notice.text !== frozen.text ? notice : undefined;
  const shown = notice ?? frozen;
  const { first, further } = paperLayout({ agencies, items }, { onFirst: fit !== 'apart', perSheet: furigana ? 1 : 2 });
  const sheets = 1 + further.length;
  const section = names.words.notice.section;
  const box = (text: string): TemplateResult => html`<span ${say(`□${text}`, furigana)}></span>`;
  const field = (label: string, value = ''): TemplateResult =>
    html`<p class="paper-field"><span ${say(label, furigana)}></span><span class="paper-line" .textContent=${value}></span></p>`;

  return html`<article class="base paper ${fit} ${furigana ? 'readings' : ''}" lang=${langOf(names.language)}>
    <section class="sheet">
      ${page(1)} ${remark === undefined ? nothing : html`<p class="paper-remark" ${say(remark, furigana)}></p>`}
      ${foreign ? html`<p class="paper-raw" .textContent=${foreign.text}></p>` : explanation(content)}
      <section class="paper-decide">
        <h2 ${say(section(7, words.sections[0]), furigana)}></h2>
        <p>
          <span ${say(words.decideHow, furigana)}></span> <strong ${say(words.decideBlank, furigana)}></strong>
          ${further.length ? html`<span ${say(words.elsewhere(further.length, agencies.length, items.length), furigana)}></span>` : nothing}
        </p>
        ${choices(words.all)}
        ${purposes.length > 1 ? names.list('purposeShort', purposes).map((name) => choices(all.labelled(words.purpose, name))) : nothing}
        ${first ? table(first) : nothing}
      </section>
      <section class="paper-decide">
        <h2 ${say(section(8, words.sections[1]), furigana)}></h2>
        <div class="paper-choices paper-who">
          <p class="paper-choices"><span class="paper-strong paper-short" ${say(words.by, furigana)}></span>${words.expressers.map(box)}</p>
          <p class="paper-choices"><span class="paper-strong paper-short" ${say(words.how, furigana)}></span>${words.methods.map(box)}</p>
        </div>
        <div class="paper-fields">
          ${[words.representative, words.authority, words.explainedBy, words.witness, words.support, words.language].map((label) => field(label))}
        </div>
      </section>
      <section class="paper-decide paper-sign">
        <h2 ${say(section(9, words.sections[2]), furigana)}></h2>
        <div class="paper-fields paper-signing">${field(words.name)} ${field(words.date)} ${field(words.until)}</div>
      </section>
      <section class="paper-decide paper-inline">
        <h2 ${say(section(10, words.sections[3]), furigana)}></h2>
        <p ${say(words.receipt, furigana)}></p>
      </section>
      <p class="paper-small">
        <span ${say(words.number, false)}></span> <span .textContent=${record ?? '　　　　　　　　　　'}></span>　<span
          ${say(words.notice(shown.version, shown.variant ?? shown.language), false)}
        ></span>
        ${hash === undefined ? nothing : html`<span ${say(words.hash, false)}></span> <span .textContent=${hash}></span>`}
      </p>
    </section>
    ${further.map(
      (parts, index) =>
        html`<section class="sheet">
          ${page(index + 2)}
          <h2 ${say(section(7, words.table), furigana)}></h2>
          <p ${say(words.decideBlank, furigana)}></p>
          ${parts.map(table)}
          <div class="paper-fields paper-sign">${field(words.name)} ${field(words.date)}</div>
          <p class="paper-small">
            <span ${say(words.number, false)}></span> <span .textContent=${record ?? ''}></span>
            ${hash === undefined ? nothing : html`<span ${say(words.hash, false)}></span> <span .textContent=${hash}></span>`}
          </p>
        </section>`,
    )}
  </article>`;

  function page(index: number): TemplateResult | typeof nothing {
    return sheets > 1 ? html`<p class="paper-small" ${say(all.page(index, sheets), false)}></p>` : nothing;
  }

  function explanation({ title, lead, sections }: NoticeContent): TemplateResult {
    return html`<h1 ${say(title, furigana)}></h1>
      <p class="paper-lead" ${say(lead.map(({ text }) => text).join(names.language === 'en' ? ' ' : ''), furigana)}></p>
      <div class="paper-notice">${sections.map(explained)}</div>`;
  }

  function explained({ number, heading, before, list, after }: NoticeSection): TemplateResult {
    return html`<section>
      <h2 ${say(section(number, heading), furigana)}></h2>
      ${before.map(({ text }) => html`<p ${say(text, furigana)}></p> `)}
      ${
        list.length
          ? html`<ul>
              ${list.map(({ text, lang }) => html`<li lang=${lang ?? nothing} ${say(text, furigana)}></li>`)}
            </ul>`
          : nothing
      }
      <div class=${list.length ? 'paper-after' : ''}>${after.map(({ text }) => html`<p ${say(text, furigana)}></p> `)}</div>
    </section>`;
  }

  function choices(label: string): TemplateResult {
    return html`<p class="paper-choices"><span class="paper-strong" ${say(label, furigana)}></span>${words.columns.map(box)}</p>`;
  }

  /** A long name breaks where kanji and katakana meet, not within 「センター」. */
  function inPieces(name: string): TemplateResult | TemplateResult[] {
    if (name.includes('《')) return html`<span ${say(name, furigana)}></span>`;
    return name.split(between).map((piece, index) => html`${index ? html`<wbr />` : nothing}<span .textContent=${piece}></span>`);
  }

  function table({ agencies: some, items: rows, from }: TablePart): TemplateResult {
    const labels = names.list('item', items);
    return html`${
        some.length < agencies.length ? html`<p ${say(words.part(from, from + some.length - 1, agencies.length), furigana)}></p>` : nothing
      }
      <table class=${some.length > few ? '' : 'few'}>
        <thead>
          <tr>
            <th class="paper-item" scope="col" rowspan="2" ${say(words.item, furigana)}></th>
            ${some.map((id) => html`<th class="paper-agency" scope="colgroup" colspan="3">${inPieces(names.agency(id).short)}</th>`)}
          </tr>
          <tr>
            ${some.map(() =>
              words.columns.map(
                (answer, index) =>
                  html`<th class="paper-answer ${index ? '' : 'paper-first'}" scope="col"><span ${say(answer, furigana)}></span></th>`,
              ),
            )}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (id) =>
              html`<tr>
                <th scope="row" ${say(labels[items.indexOf(id)]!, furigana)}></th>
                ${some.map(() => words.columns.map((_answer, index) => html`<td class="paper-box ${index ? '' : 'paper-first'}">□</td>`))}
              </tr>`,
          )}
        </tbody>
      </table>`;
  }
}

/** Prints it. `true`: printed, or its window was closed; `false`: this browser cannot. Rejects with an `Error` where WebCrypto is missing. */
export async function printPaperTwin(options: PaperOptions, view: PartView<PrintMessages>): Promise<boolean> {
  const shown = options.notice ?? noticeFor(options.request, view.names, { furigana: view.furigana }).frozen;
  const hash = options.hash ?? options.notice?.hash ?? (await hashNotice(shown));
  const sheets = (fit: PaperFit): TemplateResult => paperTwin({ ...options, hash }, view, fit);
  const fits: readonly PaperFit[] = ['roomy', 'compact'];
  // Names, languages and explanations differ too much to be counted: whether a sheet is full is measured on this very machine.
  const fit = fits.find((each) => heightOf(sheets(each), '.sheet', paperStyles) <= pageHeight) ?? 'apart';
  return printPages(sheets(fit), paperStyles);
}
