/** Reads a `<table>` that a city already has on its page. Only reads: nothing is parsed as HTML, nothing in the page changes. */
import type { Cell } from '@tsunagu/schema/import';

const maxSpan = 200;
const maxDepth = 100;
/** Furigana and what is not shown are no part of a cell's text. */
const silent = new Set(['RT', 'RP', 'SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT']);
const blocks = new Set([
  'P',
  'DIV',
  'LI',
  'UL',
  'OL',
  'DL',
  'DT',
  'DD',
  'SECTION',
  'ADDRESS',
  'TABLE',
  'TR',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
]);

/** Rows of cells in the order shown. Line breaks are `\n`; `rowspan` never leaves its row group, as in HTML; hidden rows are left out. */
export function readTable(table: HTMLTableElement): Cell[][] {
  const rows: Cell[][] = [];
  for (const group of groupsOf(table)) {
    const shown = group.filter((row) => !row.hidden);
    shown.forEach((row, at) => rows.push(Array.from(row.cells, (cell) => readCell(cell, shown.length - at))));
  }
  return rows;
}

/** The table's `<caption>`, or an empty string. */
export const readCaption = (table: HTMLTableElement): string => (table.caption ? textOf(table.caption).trim() : '');

/** Row groups as displayed: head, bodies in order (rows without a body where they stand), foot. */
function groupsOf(table: HTMLTableElement): HTMLTableRowElement[][] {
  const groups = new Map<Node | null, HTMLTableRowElement[]>();
  for (const row of table.rows) {
    const group = groups.get(row.parentNode);
    if (group) group.push(row);
    else groups.set(row.parentNode, [row]);
  }
  return [...groups.values()];
}

function readCell(cell: HTMLTableCellElement, rowsLeft: number): Cell {
  const read: Cell = { text: textOf(cell).trim() };
  if (cell.tagName === 'TH') read.header = true;
  // rowspan="0" means "to the end of the row group"; some engines give 1 for the property, so the attribute decides.
  const down = /^\s*0+\s*$/.test(cell.getAttribute('rowspan') ?? '') ? rowsLeft : Math.min(cell.rowSpan, rowsLeft);
  if (down > 1) read.rowspan = down;
  const right = Math.min(cell.colSpan, maxSpan);
  if (right > 1) read.colspan = right;
  const link = [...cell.querySelectorAll<HTMLAnchorElement>('a[href]')].find((anchor) => /^https?:$/.test(anchor.protocol));
  if (link) read.href = link.href;
  return read;
}

/** Text as a reader sees it: `<br>` and blocks break lines, a picture speaks through its `alt`, a `tel:` link gives its fuller number. */
function textOf(root: Element): string {
  let text = '';
  const walk = (node: Node, depth: number): void => {
    if (node.nodeType === Node.TEXT_NODE) {
      text += (node as Text).data.replace(/[\t\r\n ]+/g, ' ');
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE || depth > maxDepth) return;
    const element = node as Element;
    const tag = element.tagName;
    if (silent.has(tag) || (element as HTMLElement).hidden) return;
    if (tag === 'BR') text += '\n';
    else if (tag === 'IMG') text += ` ${element.getAttribute('alt') ?? ''} `;
    else {
      const block = blocks.has(tag) && element !== root;
      if (block && text && !text.endsWith('\n')) text += '\n';
      const start = text.length;
      for (const child of element.childNodes) walk(child, depth + 1);
      if (tag === 'A') text = text.slice(0, start) + linkText(element as HTMLAnchorElement, text.slice(start));
      if (block) text += '\n';
    }
  };
  walk(root, 0);
  return text.replace(/ *\n[ \n]*/g, '\n').replace(/ {2,}/g, ' ');
}

/** `<a href="tel:0743741111">74-1111</a>` knows the area code that the text leaves out; `mailto:` knows the address. */
function linkText(link: HTMLAnchorElement, text: string): string {
  const href = link.getAttribute('href') ?? '';
  const number = /^tel:([+\d()\- ]{3,30})/i.exec(href)?.[1]?.trim();
  const digits = (value: string): string => value.normalize('NFKC').replace(/\D/g, '');
  if (number) {
    const printed = digits(text);
    if (!printed) return `${text} ${number}`;
    const fuller = digits(number).length > printed.length && digits(number).endsWith(printed);
    return fuller && /^[\s\d()ー‐-―－-]+$/.test(text.normalize('NFKC')) ? number : text;
  }
  const email = /^mailto:([^?\s]{3,254})/i.exec(href)?.[1];
  return email && !text.includes('@') && !text.includes('＠') ? `${text} ${email}` : text;
}
