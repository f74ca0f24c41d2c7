/** The pages as templates. To be shown with `paperStyles`, inside `.base` for what every element shares. */
import { say, withoutRuby } from '@tsunagu/core';
import { codeImage } from '@tsunagu/core/print';
import { html, nothing, type TemplateResult } from 'lit';
import { encode } from 'uqr';
import type { PaperMessages } from '../locales/paper.messages.js';
import type { Fact, PaperBlock, PaperContent, PaperDesk } from './content.js';
import type { PaperPage, Piece } from './paginate.js';
import { replyForm } from './reply-form.js';

/** `roomy`: 11 pt; `compact`: 10.5 pt and closer lines, where that saves a page. */
export type PaperFit = 'roomy' | 'compact';

export interface PaperView {
  messages: PaperMessages;
  /** Of an element whose words these are. */
  lang: string;
  /** Readings over kanji; only やさしい日本語 has any. */
  furigana: boolean;
}

/** Codes on a page. */
const codesPerPage = 6;
/** Light modules around a code: the standard asks for four. */
const quiet = 4;

/** Characters that stay on one line of a cell: of a name, and of our words, which may break where theirs would look wrong. */
const mostTight = { name: 17, words: 10 };

const chunks = <Thing>(list: readonly Thing[], size: number): Thing[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size));

/** All pages of a sheet: the front as it was divided, then its codes. */
export function sheetPages(
  content: PaperContent,
  { pages, codes = [], fit }: { pages: readonly PaperPage[]; codes?: readonly string[]; fit: PaperFit },
  view: PaperView,
): TemplateResult {
  const backs = chunks(codes, codesPerPage);
  const count = pages.length + backs.length;
  return html`<article class="base paper ${fit}" lang=${view.lang}>
    ${pages.map((page, index) => {
      const place = { index: index + 1, count };
      return html`<section class="sheet">
        ${index ? running(content, place, view) : front(content, place, view)}
        <div class="rows">
          ${bySection(page.pieces).map((pieces) => {
            const { section } = pieces[0]!;
            return row(content, { section, pieces, begins: pieces[0]!.block === 0 && pieces[0]!.from === 0 }, view);
          })}
        </div>
        ${page.reply ? replyForm(content, view) : nothing} ${foot(view)}
      </section>`;
    })}
    ${backs.map((part, index) => codesPage(content, part, { index: pages.length + index + 1, count, first: index * codesPerPage, codes: codes.length, how: index === 0 }, view))}
  </article>`;
}

/** Everything once and whole, to be measured. */
export const measuringPage = (content: PaperContent, fit: PaperFit, view: PaperView): TemplateResult =>
  html`<article class="base paper ${fit}" lang=${view.lang}>
    <section class="sheet">
      <div data-of="front">${front(content, { index: 1, count: 10 }, view)}</div>
      <div data-of="running">${running(content, { index: 10, count: 10 }, view)}</div>
      <div class="rows">
        ${content.sections.map(({ blocks }, section) =>
          row(content, { section, pieces: blocks.map((_, block) => ({ section, block, from: 0 })), begins: true }, view),
        )}
      </div>
      <div data-of="reply">${replyForm(content, view)}</div>
      <div data-of="foot">${foot(view)}</div>
    </section>
  </article>`;

const bySection = (pieces: readonly Piece[]): Piece[][] =>
  [...new Set(pieces.map(({ section }) => section))].map((section) => pieces.filter((piece) => piece.section === section));

interface Place {
  index: number;
  count: number;
}

function front(content: PaperContent, place: Place, view: PaperView): TemplateResult {
  const { messages, furigana } = view;
  const { head } = messages;
  return html`<div class="front">
    ${running(content, place, view, true)} ${desk(head.from, content.from)} ${desk(head.to, content.to)}
    <p class="front-code">${codeImage(encode(content.code, { ecc: 'M', border: quiet }), withoutRuby(head.qr))}</p>
    <p class="facts dates">${content.dates.map((fact) => factOf(fact, view))}</p>
  </div>`;

  function desk(label: string, { name, section, worker, phone, fax }: PaperDesk): TemplateResult {
    const reach = (each: string, value: string | undefined): TemplateResult =>
      html`<span class="reach"
        ><span ${say(each, furigana)}></span>
        ${value === undefined ? html`<span class="pen"></span>` : html`<span .textContent=${value}></span>`}</span
      >`;
    return html`<div class="desk">
      <p>
        <b ${say(label, furigana)}></b> <span .textContent=${section ?? ''}></span>
        ${worker === undefined ? nothing : html`<span ${say(head.worker, furigana)}></span> <span .textContent=${worker}></span>`}
      </p>
      <p class="desk-name" .textContent=${name}></p>
      <p>${reach(head.phone, phone)} ${reach(head.fax, fax)}</p>
    </div>`;
  }
}

/** At the top of each page: what it is, its number, which page. Nothing of the person. */
function running({ title, id }: PaperContent, { index, count }: Place, view: PaperView, large = false, side?: string): TemplateResult {
  const { messages, furigana } = view;
  return html`<header class="running ${large ? 'large' : ''}">
    ${large ? html`<h1 ${say(title, furigana)}></h1>` : html`<p class="again" ${say(title, furigana)}></p>`}
    ${side === undefined ? nothing : html`<p class="side" ${say(side, furigana)}></p>`}
    <p class="id" ${say(messages.number(id), furigana)}></p>
    <p class="page" .textContent=${messages.page(index, count)}></p>
  </header>`;
}

const foot = ({ messages, furigana }: PaperView): TemplateResult => html`<p class="foot" ${say(messages.careful, furigana)}></p>`;

function row(
  { sections }: PaperContent,
  { section, pieces, begins }: { section: number; pieces: readonly Piece[]; begins: boolean },
  view: PaperView,
): TemplateResult {
  const { number, heading, aside, blocks } = sections[section]!;
  const { messages, furigana } = view;
  return html`<section class="row" data-row=${section}>
    <div class="inside">
      <h2 class="label ${number ? '' : 'head-label'}">
        ${number ? html`<span class="number" .textContent=${String(number)}></span>` : nothing}<span ${say(heading, furigana)}></span
        >${begins ? nothing : html`<span class="aside" ${say(messages.goesOn, furigana)}></span>`}
        ${aside === undefined || !begins ? nothing : html`<span class="aside" ${say(aside, furigana)}></span>`}
      </h2>
      <div class="blocks">
        ${pieces.map((piece) => html`<div class="block" data-block=${piece.block}>${block(blocks[piece.block]!, piece, view)}</div>`)}
      </div>
    </div>
  </section>`;
}

function factOf({ label, text, ours }: Fact, { furigana }: PaperView): TemplateResult {
  return html`<span class="fact"
    ><b ${say(label, furigana)}></b>${ours ? html`<span ${say(text, furigana)}></span>` : html`<span .textContent=${text}></span>`}</span
  > `;
}

function block(each: PaperBlock, { from, to }: Piece, view: PaperView): TemplateResult {
  const { furigana } = view;
  if (each.kind === 'facts') return html`<p class="facts">${each.facts.map((fact) => factOf(fact, view))}</p>`;
  if (each.kind === 'note') return html`<p ${say(each.text, furigana)}></p>`;
  if (each.kind === 'marks')
    return html`<p class="marks">
      ${each.names.map((name, index) => {
        const main = each.main && index === 0;
        return html`<span class="marked"
          ><span class="mark" .textContent=${main ? '◎' : '○'}></span
          ><span ${say(name, furigana)}></span>${main ? html`<span ${say(view.messages.main, furigana)}></span>` : nothing}</span
        > `;
      })}
    </p>`;
  if (each.kind === 'text')
    return html`<p class="text">
      ${each.label !== undefined && from === 0 ? html`<b class="text-label" ${say(each.label, furigana)}></b>` : nothing}<span
        data-text
        .textContent=${each.text.slice(from, to)}
      ></span>
    </p>`;
  return html`<table>
    <thead>
      <tr>
        ${each.head.map((name) => html`<th scope="col" ${say(name, furigana)}></th>`)}
      </tr>
    </thead>
    <tbody>
      ${each.rows.slice(from, to).map(
        (cells) =>
          html`<tr>
            ${cells.map((cell, column) => {
              const most = each.ours[column] ? mostTight.words : mostTight.name;
              const tight = withoutRuby(cell).length > most || column === cells.length - 1 ? '' : 'tight';
              return each.ours[column]
                ? html`<td class=${tight} ${say(cell, furigana)}></td>`
                : html`<td class="theirs ${tight}" .textContent=${cell}></td>`;
            })}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function codesPage(
  content: PaperContent,
  codes: readonly string[],
  { index, count, first, codes: all, how }: Place & { first: number; codes: number; how: boolean },
  view: PaperView,
): TemplateResult {
  const { messages, furigana } = view;
  const words = messages.codes;
  return html`<section class="sheet codes-sheet">
    ${running(content, { index, count }, view, false, words.side)}
    <h2 class="codes-title" ${say(words.title, furigana)}></h2>
    ${how ? html`<div class="codes-how">${words.how.map((sentence) => html`<p ${say(sentence, furigana)}></p>`)}</div>` : nothing}
    <ul class="codes">
      ${codes.map(
        (code, place) =>
          html`<li>
            <p class="part" ${say(words.part(first + place + 1, all), furigana)}></p>
            ${codeImage(encode(code, { ecc: 'M', border: quiet }), withoutRuby(words.qr(first + place + 1, all)))}
          </li>`,
      )}
    </ul>
  </section>`;
}
