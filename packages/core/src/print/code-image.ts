import { svg, type SVGTemplateResult } from 'lit';

/** A two-dimensional code as its writer gives it (uqr's `encode`): rows of modules, the quiet border included. */
export interface CodeModules {
  size: number;
  data: readonly (readonly boolean[])[];
}

/** A code as one path: black on white whatever the theme, without markup from text. `label`: what it is, for a screen reader. */
export function codeImage({ size, data }: CodeModules, label: string): SVGTemplateResult {
  let path = '';
  data.forEach((row, y) => {
    for (let x = 0; x < size; x++) {
      if (!row[x]) continue;
      let end = x + 1;
      while (row[end]) end++;
      path += `M${x} ${y}h${end - x}v1h${x - end}z`;
      x = end;
    }
  });
  return svg`<svg class="qr" role="img" aria-label=${label} viewBox=${`0 0 ${size} ${size}`} shape-rendering="crispEdges">
    <path class="qr-ground" d=${`M0 0h${size}v${size}H0z`}></path>
    <path class="qr-ink" d=${path}></path>
  </svg>`;
}
