/**
 * Prints pages of ours instead of the page they are asked for on, without a window, a frame or a style attribute: while it prints, the page's own
 * content is not there, and the sheets stand in its place in a shadow root of their own.
 *
 * A hidden frame would keep them apart as well, but telephones and tablets print the page around it.
 */
import { adoptStyles, css, render, type CSSResult, type TemplateResult } from 'lit';
import { baseStyles } from '../styles/base.styles.js';

/** For the page itself. What hosts say of their body (grids, a fixed height, no overflow) would cut sheets off. */
const outside = css`
  @media screen {
    tsunagu-print {
      display: none !important;
    }
    tsunagu-print[data-measure] {
      display: block !important;
      position: fixed !important;
      inset: 0 auto auto 0 !important;
      width: 190mm !important;
      visibility: hidden !important;
    }
  }
  @media print {
    :root:not(#a#b),
    :root:not(#a#b) > body {
      display: block !important;
      position: static !important;
      width: auto !important;
      min-width: 0 !important;
      max-width: none !important;
      height: auto !important;
      min-height: 0 !important;
      max-height: none !important;
      margin: 0 !important;
      padding: 0 !important;
      border: 0 !important;
      overflow: visible !important;
      background: none !important;
      transform: none !important;
      columns: auto !important;
      zoom: 1 !important;
    }
    :root:not(#a#b) > body > :not(tsunagu-print) {
      display: none !important;
    }
    tsunagu-print:not(#a#b) {
      display: block !important;
    }
  }
  @page {
    size: A4;
    margin: 10mm;
  }
`;

/** Millimetres between the margins of an A4 sheet, less a line or two: letters are a little wider on paper, so that a line may break earlier. */
export const pageHeight = 297 - 2 * 10 - 6;

export const pixelsPerMm = 96 / 25.4;

function put(pages: TemplateResult, styles: readonly CSSResult[]): HTMLElement {
  const sheets = document.createElement('tsunagu-print');
  const root = sheets.attachShadow({ mode: 'open' });
  adoptStyles(root, [baseStyles, ...styles]);
  render(pages, root);
  return sheets;
}

const style = (sheet: CSSStyleSheet, on: boolean): void => {
  const others = document.adoptedStyleSheets.filter((each) => each !== sheet);
  document.adoptedStyleSheets = on ? [...others, sheet] : others;
};

/**
 * Lays pages out as on A4 without anybody seeing it, and gives what `look` finds in their shadow root; undefined where it cannot be measured. Lengths
 * are CSS pixels ({@link pixelsPerMm}).
 */
export function measured<Found>(
  pages: TemplateResult,
  look: (root: ShadowRoot) => Found,
  ...styles: readonly CSSResult[]
): Found | undefined {
  const sheet = outside.styleSheet;
  if (!sheet) return undefined;
  const sheets = put(pages, styles);
  sheets.dataset.measure = '';
  style(sheet, true);
  document.body.append(sheets);
  try {
    return look(sheets.shadowRoot!);
  } finally {
    sheets.remove();
    style(sheet, false);
  }
}

/** How high a part of the pages would be on A4, in millimetres. 0 where it cannot be measured. */
export const heightOf = (pages: TemplateResult, selector: string, ...styles: CSSResult[]): number =>
  (measured(pages, (root) => root.querySelector(selector)?.getBoundingClientRect().height, ...styles) ?? 0) / pixelsPerMm;

let finish: ((printed: boolean) => void) | undefined;

/**
 * Prints a template. Resolves with `true` when the browser has printed or its dialog was closed (which of the two, no page is told), with `false` when
 * it cannot print (apps that show pages inside them, a frame that may not). Everything is gone afterwards.
 */
export function printPages(pages: TemplateResult, ...styles: CSSResult[]): Promise<boolean> {
  finish?.(false);
  const sheet = outside.styleSheet;
  if (typeof window.print !== 'function' || !sheet) return Promise.resolve(false);
  const sheets = put(pages, styles);
  let began = false;
  return new Promise((resolve) => {
    const onBefore = (): void => void (began = true);
    const onAfter = (): void => finish?.(true);
    /** Somebody is back at the page, and nothing was printed: printing is not allowed here. */
    const onBack = (): void => {
      if (!began) finish?.(false);
    };
    finish = (printed) => {
      finish = undefined;
      window.removeEventListener('beforeprint', onBefore);
      window.removeEventListener('afterprint', onAfter);
      for (const type of ['pointerdown', 'keydown']) window.removeEventListener(type, onBack, true);
      style(sheet, false);
      sheets.remove();
      resolve(printed);
    };
    window.addEventListener('beforeprint', onBefore);
    window.addEventListener('afterprint', onAfter);
    for (const type of ['pointerdown', 'keydown']) window.addEventListener(type, onBack, true);
    style(sheet, true);
    document.body.append(sheets);
    try {
      window.print();
    } catch {
      finish(false);
    }
  });
}
