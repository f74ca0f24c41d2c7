/** Lays the paper out unseen, and divides it into pages. Names, languages and fonts differ too much to be counted. */
import { measured, pixelsPerMm } from '@tsunagu/core/print';
import type { PaperContent } from './content.js';
import { paginate, type MeasuredBlock, type MeasuredSection, type PaperPage } from './paginate.js';
import { measuringPage, type PaperFit, type PaperView } from './pages.js';
import { paperStyles } from './paper.styles.js';

/** Millimetres between the margins of an A4 sheet, less what rounding may add: letters are as wide here as on paper (`text-rendering`). */
const sheetHeight = 297 - 2 * 10 - 3;
/** Below the rows, and below the reply form. */
const between = 2;

const heightOf = (element: Element): number => element.getBoundingClientRect().height;

/** A text can be cut between any two lines; but its last line does not go on to another page alone. */
function textBlock(block: Element, holder: Element): MeasuredBlock {
  const node = holder.firstChild as Text;
  const range = document.createRange();
  const { length } = node.data;
  /** The box of a character, or of the next one that has any. */
  const boxAt = (index: number): DOMRect => {
    for (let at = index; at < length; at++) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const box = range.getBoundingClientRect();
      if (box.height) return box;
    }
    range.selectNodeContents(holder);
    const all = range.getBoundingClientRect();
    return new DOMRect(all.right, all.bottom, 0, 0);
  };
  const outer = block.getBoundingClientRect();
  /** Between the top of the block and of its first letters, there is half of the leading; below each line as much. */
  const lead = boxAt(0).top - outer.top;
  const topOf = (from: number): number => (from ? boxAt(from).top - lead : outer.top);
  const cutAt = (from: number, room: number): { to: number; height: number } | undefined => {
    const top = topOf(from);
    const fits = (index: number): boolean => {
      const box = boxAt(index);
      return box.bottom + lead - top <= room;
    };
    if (!fits(from)) return undefined;
    let [within, beyond] = [from, length];
    while (beyond - within > 1) {
      const middle = (within + beyond) >> 1;
      if (fits(middle)) within = middle;
      else beyond = middle;
    }
    return beyond < length ? { to: beyond, height: topOf(beyond) - top } : undefined;
  };
  return {
    heightFrom: (from) => outer.bottom - topOf(from),
    cut(from, room) {
      const part = cutAt(from, room);
      if (!part) return undefined;
      const [next, last] = [boxAt(part.to), boxAt(length - 1)];
      return last.top - next.top < 1 ? cutAt(from, part.height - next.height / 2) : part;
    },
  };
}

/** A table can be cut between two rows; its head comes again. */
function tableBlock(block: Element, table: HTMLTableElement): MeasuredBlock {
  const head = heightOf(table.tHead!);
  const rest = heightOf(block) - heightOf(table);
  const rows = [...table.tBodies[0]!.rows].map(heightOf);
  const total = (from: number, to?: number): number => rest + head + rows.slice(from, to).reduce((sum, height) => sum + height, 0);
  return {
    heightFrom: (from) => total(from),
    cut(from, room) {
      let to = from;
      while (to < rows.length && total(from, to + 1) <= room) to++;
      return to > from && to < rows.length ? { to, height: total(from, to) } : undefined;
    },
  };
}

function blockOf(block: Element): MeasuredBlock {
  const text = block.querySelector('[data-text]');
  if (text?.firstChild) return textBlock(block, text);
  const table = block.querySelector('table');
  if (table) return tableBlock(block, table);
  return { heightFrom: () => heightOf(block) };
}

function divide(root: ShadowRoot): PaperPage[] {
  const of = (name: string): number => heightOf(root.querySelector(`[data-of=${name}]`)!);
  const sections = [...root.querySelectorAll('[data-row]')].map((row): MeasuredSection => {
    const inside = heightOf(row.querySelector('.inside')!);
    return {
      label: heightOf(row.querySelector('.label')!),
      frame: heightOf(row) - inside,
      blocks: [...row.querySelectorAll('[data-block]')].map(blockOf),
    };
  });
  const page = (sheetHeight - between) * pixelsPerMm - of('foot');
  return paginate(sections, { first: page - of('front'), next: page - of('running'), reply: of('reply') });
}

/** How the sheet is best divided: in larger type where that makes no more pages. Where nothing can be measured, it is one page, which the browser divides. */
export function layOut(content: PaperContent, view: PaperView): { pages: PaperPage[]; fit: PaperFit } {
  const pagesIn = (fit: PaperFit): PaperPage[] => measured(measuringPage(content, fit, view), divide, paperStyles) ?? whole(content);
  const roomy = pagesIn('roomy');
  if (roomy.length === 1) return { pages: roomy, fit: 'roomy' };
  const compact = pagesIn('compact');
  return compact.length < roomy.length ? { pages: compact, fit: 'compact' } : { pages: roomy, fit: 'roomy' };
}

const whole = ({ sections }: PaperContent): PaperPage[] => [
  { pieces: sections.flatMap(({ blocks }, section) => blocks.map((_, block) => ({ section, block, from: 0 }))), reply: true },
];
