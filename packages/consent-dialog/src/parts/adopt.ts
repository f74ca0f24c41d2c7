import { adoptStyles, type CSSResult } from 'lit';

const adopted = new WeakMap<ShadowRoot, Set<CSSResult>>();

/** Adds styles to a shadow root, once each, after those it has. */
export function adopt(root: ShadowRoot, ...styles: CSSResult[]): void {
  const known = adopted.get(root) ?? new Set();
  adopted.set(root, known);
  for (const style of styles) {
    if (known.has(style)) continue;
    known.add(style);
    if (style.styleSheet) root.adoptedStyleSheets = [...root.adoptedStyleSheets, style.styleSheet];
    else adoptStyles(root, [style]);
  }
}
