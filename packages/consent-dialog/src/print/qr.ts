import { svg, type SVGTemplateResult } from 'lit';
import { encode } from 'uqr';

/** Light modules around the code: the standard asks for four. */
const quiet = 4;

/** A QR code as one path: black on white whatever the theme, without markup from text. `label`: what it is, for a screen reader. */
export function qrCode(text: string, label: string): SVGTemplateResult {
  const { size, data } = encode(text, { ecc: 'M', border: quiet });
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
