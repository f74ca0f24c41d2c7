import { css } from 'lit';

/** A receipt: large type, black on white, on A4. Lengths in mm and pt: it is made for paper. */
export const receiptStyles = css`
  .receipt {
    display: grid;
    gap: 3mm;
    color: #000;
    font-size: 14pt;
    line-height: 1.5;
  }
  .receipt.medium {
    font-size: 12pt;
  }
  .receipt h1 {
    margin: 0;
    font-size: 1.6em;
    line-height: 1.4;
  }
  .receipt h2 {
    font-size: 1.15em;
    line-height: 1.5;
  }
  .receipt h2.row,
  .receipt h3,
  .receipt dt {
    font-size: 1em;
    font-weight: 700;
  }
  .receipt section {
    display: grid;
    gap: 1mm;
    padding-top: 2mm;
    border-top: 0.4mm solid #000;
    break-inside: avoid;
  }
  .receipt-answers {
    break-inside: auto;
  }
  .receipt-row {
    break-inside: avoid;
  }
  .receipt-facts {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 5mm;
  }
  .receipt ul {
    padding-inline-start: 1.2em;
    list-style: disc;
  }
  .receipt-items {
    columns: 2;
    column-gap: 5mm;
  }
  .receipt-items li {
    break-inside: avoid;
  }
  .receipt-code {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 5mm;
    align-items: center;
  }
  .qr {
    width: 38mm;
    height: 38mm;
    forced-color-adjust: none;
    print-color-adjust: exact;
  }
  .qr-ground {
    fill: #fff;
  }
  .qr-ink {
    fill: #000;
  }
  .receipt-number {
    font-family: ui-monospace, monospace;
    overflow-wrap: anywhere;
  }
`;
