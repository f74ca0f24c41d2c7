/**
 * The receipt that a person keeps, of a consent or of a withdrawal: large type on A4.
 *
 * ```ts
 * const { printReceipt, receiptWords } = await import('./print/receipt.js');
 * const printed = await printReceipt({ events, shipments }, { words: await receiptWords(language), names, furigana });
 * // false: nothing can be printed here
 * ```
 */
import { dayParts, say, timeOfDay, withoutRuby, type Language, type LocaleTable } from '@tsunagu/core';
import { heightOf, pageHeight, printPages } from '@tsunagu/core/print';
import type { ConsentEvent, Holder, Shipment } from '@tsunagu/schema/consent';
import { tokyoDate } from '@tsunagu/schema/open-state';
import { html, nothing, type TemplateResult } from 'lit';
import { printJa } from '../locales/print.ja.js';
import type { PrintMessages } from '../locales/print.messages.js';
import { langOf, wordsOf, type PartView } from '../parts/part.js';
import { receiptStyles } from './print.styles.js';
import { qrCode } from './qr.js';
import { shortHash } from './receipt-code.js';
import { receiptOf, type AnsweredAgency, type Answered, type ReceiptContent } from './receipt-model.js';

export { receiptStyles } from './print.styles.js';
export { readReceiptCode, receiptCode, shortHash, type ReceiptCode } from './receipt-code.js';
export { receiptOf, type ReceiptContent } from './receipt-model.js';

export const printTable: LocaleTable<PrintMessages> = {
  ja: printJa,
  'ja-x-easy': async () => (await import('../locales/print.easy.js')).printEasy,
  en: async () => (await import('../locales/print.en.js')).printEn,
};

export const receiptWords = (language: Language): Promise<PrintMessages> => wordsOf(printTable, language);

export interface ReceiptOptions {
  events: readonly ConsentEvent[];
  /** The event it is for. Default: the last. */
  seq?: number;
  /** What was sent to whom, for a withdrawal. Leave it out where nobody knows. */
  shipments?: readonly Shipment[];
  /** Only the number, the day and the code: for a home in which somebody else may find the paper. */
  discreet?: boolean;
}

/** `large`: 14 pt; `medium`: 12 pt, where that brings it onto one sheet. */
export type ReceiptFit = 'large' | 'medium';

const answers: readonly Answered[] = ['given', 'refused', 'deferred', 'asked'];

/** The receipt as a page; nothing for an empty record. To be shown with `receiptStyles`, inside `.base` for what every element shares. */
export function receiptPage(
  { discreet, ...from }: ReceiptOptions,
  view: PartView<PrintMessages>,
  fit: ReceiptFit = 'large',
): TemplateResult | typeof nothing {
  const { words: all, names, furigana } = view;
  const { receipt: words } = all;
  const content = receiptOf(from.events, from);
  if (!content) return nothing;
  const at = new Date(content.at);
  return html`<article class="base receipt ${fit}" lang=${langOf(names.language)}>
    <h1 ${say(discreet ? words.discreetTitle : words.title[content.kind], furigana)}></h1>
    <dl class="receipt-facts">
      ${fact(words.at, all.moment(all.day(dayParts(at)), timeOfDay(at)))}
      ${!discreet && content.askedBy ? fact(words.asked, asker(content.askedBy)) : nothing}
      ${!discreet && content.expresser ? fact(words.decidedBy, names.of('expresser', content.expresser)) : nothing}
    </dl>
    ${discreet ? nothing : html`${content.kind === 'withdrawal' ? withdrawn(content) : nothing} ${decided(content)} ${ways(content)}`}
    <section class="receipt-code">
      ${qrCode(content.code, withoutRuby(words.qr))}
      <div>
        <p><span ${say(words.number, furigana)}></span> <span class="receipt-number" .textContent=${content.record}></span></p>
        <p><span ${say(words.code, furigana)}></span> <span class="receipt-number" .textContent=${shortHash(content.hash)}></span></p>
        <p ${say(words.scan, furigana)}></p>
      </div>
    </section>
    ${discreet ? nothing : html`<p ${say(words.keep, furigana)}></p>`}
  </article>`;

  function fact(label: string, text: string): TemplateResult {
    return html`<dt ${say(label, furigana)}></dt>
      <dd ${say(text, furigana)}></dd>`;
  }

  function asker({ agency, name }: NonNullable<ReceiptContent['askedBy']>): string {
    return [agency === undefined ? '' : names.agency(agency).name, name ?? ''].filter(Boolean).join(' ');
  }

  function decided({ answers: rows, asked, until, kind }: ReceiptContent): TemplateResult {
    const given = rows.flatMap((row) => (row.items.given ? [{ ...row, items: { given: row.items.given } }] : []));
    const shown: readonly AnsweredAgency[] = kind === 'withdrawal' ? given : rows;
    // Under a heading of their own, or right under the title: no level is left out.
    const under = given.length === 0 || kind === 'withdrawal';
    return html`<section class="receipt-answers">
      ${
        given.length === 0
          ? html`<h2 ${say(words.nothing, furigana)}></h2>`
          : kind === 'withdrawal'
            ? html`<h2 ${say(words.still, furigana)}></h2>`
            : nothing
      }
      ${shown.map((row) => answeredRow(row, asked, under, shown.length > 1 && rows.some(({ purposes }) => purposes.length !== row.purposes.length)))}
      ${
        until
          ? html`${heading(words.until, under)}
              <p ${say(untilText(until), furigana)}></p>`
          : nothing
      }
    </section>`;
  }

  function heading(text: string, under: boolean): TemplateResult {
    return under ? html`<h3 ${say(text, furigana)}></h3>` : html`<h2 class="row" ${say(text, furigana)}></h2>`;
  }

  function answeredRow(
    { agencies, purposes, items }: AnsweredAgency,
    asked: number,
    under: boolean,
    withPurposes: boolean,
  ): TemplateResult {
    return html`<div class="receipt-row">
      ${heading(all.list(names.list('agency', agencies)), under)}
      ${withPurposes ? html`<p ${say(all.list(names.list('purposeShort', purposes)), furigana)}></p>` : nothing}
      ${answers.flatMap((answer) => {
        const list = items[answer];
        if (!list) return [];
        if (list.length === asked && asked > 1)
          return [html`<p ${say(all.labelled(words.answer[answer], words.everything), furigana)}></p>`];
        return [
          html`<p ${say(words.answer[answer], furigana)}></p>
            <ul class="receipt-items">
              ${names.list('item', list).map((name) => html`<li ${say(name, furigana)}></li>`)}
            </ul>`,
        ];
      })}
    </div>`;
  }

  function untilText({ date, endsWith, event }: NonNullable<ReceiptContent['until']>): string {
    const parts = [
      date === undefined ? '' : words.untilDay(all.day(dayParts(tokyoDate(date, 0)))),
      endsWith === 'plan-end' ? words.untilPlanEnds : endsWith === 'event' ? (event ?? words.untilEvent) : '',
    ].filter(Boolean);
    return all.list(parts);
  }

  function withdrawn({ scope, held }: ReceiptContent): TemplateResult {
    return html`<section>
      <h2 ${say(takenBack(scope), furigana)}></h2>
      <p ${say(words.fromNow, furigana)}></p>
      ${held ? heldList(held) : nothing}
    </section>`;
  }

  function takenBack(scope: ReceiptContent['scope'] = { all: 'yes' }): string {
    if ('agency' in scope) return words.withdrawn.agency(names.agency(scope.agency as string).name);
    if ('item' in scope) return words.withdrawn.item(names.of('item', scope.item as string));
    if ('purpose' in scope) return words.withdrawn.purpose(names.of('purposeShort', scope.purpose as string));
    return words.withdrawn.all('');
  }

  function heldList(held: readonly Holder[]): TemplateResult {
    if (held.length === 0) return html`<p ${say(words.heldNone, furigana)}></p>`;
    return html`<h3 ${say(words.held, furigana)}></h3>
      <ul>
        ${held.map(
          ({ agency, items, toAsk }) =>
            html`<li>
              <span
                ${say(all.labelled(names.agency(agency).name, all.list(names.list('item', [...new Set(items.map(({ item }) => item))]))), furigana)}
              ></span
              ><br /><span
                ${say(toAsk ? words.tell : items.every(({ acknowledged }) => acknowledged) ? words.acknowledged : '', furigana)}
              ></span>
            </li>`,
        )}
      </ul>`;
  }

  function ways({ withdrawal }: ReceiptContent): TemplateResult {
    return html`<section>
      <h2 ${say(words.takeBack, furigana)}></h2>
      <p ${say(words.anyTime, furigana)}></p>
      <ul>
        ${withdrawal.map(({ way, detail }) => {
          const name = names.of('way', way);
          return html`<li ${say(detail ? all.labelled(name, detail) : name, furigana)}></li>`;
        })}
      </ul>
      <p ${say(words.goesOn, furigana)}></p>
    </section>`;
  }
}

/** Prints it. `true`: printed, or its window was closed; `false`: there is nothing to print, or this browser cannot. */
export async function printReceipt(options: ReceiptOptions, view: PartView<PrintMessages>): Promise<boolean> {
  const page = (fit: ReceiptFit): TemplateResult | typeof nothing => receiptPage(options, view, fit);
  if (page('large') === nothing) return false;
  const sheet = (fit: ReceiptFit): TemplateResult => page(fit) as TemplateResult;
  const fits = (fit: ReceiptFit): boolean => heightOf(sheet(fit), '.receipt', receiptStyles) <= pageHeight;
  return printPages(sheet(!fits('large') && fits('medium') ? 'medium' : 'large'), receiptStyles);
}
