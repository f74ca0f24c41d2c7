import { css } from 'lit';

/**
 * つなぐシート on A4, made for a FAX: black alone, type of 10.5 pt and more, lines of 0.3 mm and more (a FAX in its standard quality has a dot every
 * 0.26 mm from top to bottom). Lengths in mm and pt: it is made for paper.
 */
export const paperStyles = css`
  .paper {
    display: block;
    background: #fff;
    color: #000;
    font-size: 11pt;
    line-height: 1.4;
    letter-spacing: 0;
    /* Widths on the screen are those on paper, so that lines break where they were measured. */
    text-rendering: geometricPrecision;
    font-variant-numeric: tabular-nums;
  }
  /* Lines are full: the sheet is to be one page. */
  .paper:lang(ja) {
    word-break: normal;
  }
  /* やさしい日本語 is written with blanks, and its lines end at them. */
  .paper:lang(ja-x-easy) {
    word-break: keep-all;
    overflow-wrap: break-word;
  }
  .paper:lang(ja-x-easy) .theirs,
  .paper:lang(ja-x-easy) [data-text] {
    word-break: normal;
  }
  .compact {
    font-size: 10.5pt;
    line-height: 1.23;
  }
  .sheet {
    display: flex;
    flex-direction: column;
    min-height: 274mm;
  }
  .sheet + .sheet {
    break-before: page;
  }
  .paper h1,
  .paper h2,
  .paper ul {
    margin: 0;
  }
  .paper h2 {
    font-size: 1em;
    line-height: inherit;
  }
  .running {
    display: flex;
    gap: 5mm;
    align-items: baseline;
    padding-bottom: 1mm;
    border-bottom: 0.6mm solid #000;
    font-weight: 700;
  }
  .running h1 {
    font-size: 18pt;
    line-height: 1.2;
  }
  /* A long name takes lines of its own rather than the place of the numbers. */
  .paper:lang(ja-x-easy) .running h1,
  .paper:lang(en) .running h1 {
    font-size: 14pt;
    word-break: auto-phrase;
  }
  .running .page {
    flex: none;
    font-size: 14pt;
    line-height: 1.2;
    white-space: nowrap;
  }
  .running .id {
    flex: none;
    margin-inline-start: auto;
    white-space: nowrap;
  }
  .side {
    padding: 0 2mm;
    border: 0.4mm solid #000;
  }
  .front {
    display: grid;
    grid-template-columns: 1fr 1fr 32mm;
    border-bottom: 0.4mm solid #000;
  }
  .desk {
    padding: 1mm 2mm;
    border-inline-end: 0.4mm solid #000;
  }
  .desk-name {
    margin-bottom: 0.3mm;
    font-size: 1.2em;
    font-weight: 700;
    line-height: 1.25;
  }
  .dates {
    grid-column: 1 / 3;
    padding: 0.5mm 2mm;
    border-top: 0.4mm solid #000;
    border-inline-end: 0.4mm solid #000;
  }
  .front .running {
    grid-column: 1 / 3;
    margin-inline-end: 2mm;
  }
  .front-code {
    grid-column: 3;
    grid-row: 1 / 4;
    align-self: center;
  }
  .front-code .qr {
    display: block;
    width: 32mm;
    height: 32mm;
  }
  .qr {
    forced-color-adjust: none;
    print-color-adjust: exact;
  }
  .qr-ground {
    fill: #fff;
  }
  .qr-ink {
    fill: #000;
  }
  .rows {
    padding-bottom: 1.5mm;
  }
  .row {
    padding: 0.5mm 0;
    border-bottom: 0.4mm solid #000;
  }
  .inside {
    display: grid;
    grid-template-columns: 25mm 1fr;
    gap: 0 2mm;
    align-items: start;
  }
  /* 「Household」 in one piece. */
  .paper:lang(en) .inside {
    grid-template-columns: 29mm 1fr;
  }
  .label {
    position: relative;
    padding-inline-start: 1.4em;
    font-weight: 700;
    word-break: auto-phrase;
  }
  .label .number {
    position: absolute;
    inset-inline-start: 0;
  }
  .number {
    min-width: 1.4em;
  }
  /* The heading has no number. */
  .head-label {
    padding: 0;
  }
  .aside {
    display: block;
    font-weight: 400;
  }
  .facts {
    text-align: start;
  }
  .fact {
    margin-inline-end: 0.8em;
  }
  /* On a FAX of standard quality, small kanji in bold run together. */
  .fact b,
  .text-label,
  .field-label {
    font-weight: 500;
  }
  .fact b::before,
  .text-label::before {
    content: '〔';
  }
  .fact b::after,
  .text-label::after {
    content: '〕';
  }
  .fact b {
    white-space: nowrap;
  }
  .marked {
    margin-inline-end: 0.8em;
    white-space: nowrap;
  }
  .mark {
    margin-inline-end: 0.2em;
    font-weight: 700;
  }
  .tight {
    white-space: nowrap;
  }
  [data-text] {
    white-space: pre-line;
    word-break: normal;
  }
  .paper table {
    width: 100%;
    margin: 0.3mm 0;
    border-collapse: collapse;
  }
  .paper th,
  .paper td {
    padding: 0 1.5mm;
    border: 0.3mm solid #000;
    text-align: start;
    vertical-align: top;
  }
  .paper th {
    font-weight: 500;
  }
  /* What the page has left is room for a pen. */
  .reply {
    display: flex;
    flex: 1 0 auto;
    flex-direction: column;
    max-height: 105mm;
    margin-top: auto;
    margin-bottom: 0.5mm;
    padding: 1mm 2mm;
    border: 0.6mm solid #000;
    break-inside: avoid;
  }
  .reply-head {
    display: flex;
    gap: 4mm;
    align-items: baseline;
  }
  .reply-title {
    flex: none;
    font-weight: 700;
  }
  .reply-title .number {
    display: inline-block;
  }
  .fields {
    display: grid;
    flex: 1;
    gap: 0 4mm;
  }
  .three {
    grid-template-columns: 52mm 1fr 1fr;
  }
  .field,
  .line {
    display: flex;
    flex: 1;
    gap: 0 2mm;
    align-items: end;
    min-height: 6.8mm;
    padding-bottom: 0.5mm;
  }
  .pen {
    flex: 1;
    min-width: 24mm;
    border-bottom: 0.3mm solid #000;
  }
  .day {
    white-space: pre;
  }
  .answers {
    display: flex;
    flex: 3;
    flex-direction: column;
    margin: 1mm 0 0.5mm;
    border-block: 0.3mm solid #000;
  }
  .line {
    flex-wrap: wrap;
    min-height: 6.4mm;
  }
  .box {
    display: inline-flex;
    gap: 1mm;
    align-items: center;
    font-weight: 700;
  }
  .square {
    flex: none;
    width: 3.6mm;
    height: 3.6mm;
    border: 0.4mm solid #000;
  }
  .apart {
    margin-inline-start: auto;
  }
  .reasons {
    gap: 0 3mm;
  }
  .reason {
    font-weight: 400;
  }
  .reach {
    display: inline-flex;
    gap: 1mm;
    align-items: end;
    margin-inline-end: 3mm;
  }
  .back {
    padding-top: 1mm;
    font-size: 1.1em;
  }
  .foot {
    padding-top: 1mm;
  }
  .codes-title {
    padding-top: 2mm;
    font-weight: 700;
  }
  /* The further apart codes are, the less a reader of a whole page takes corners of two for those of one. */
  .codes {
    display: grid;
    grid-template-columns: auto auto;
    gap: 5mm 38mm;
    justify-content: center;
    padding: 1mm 0 0;
    list-style: none;
  }
  .codes li {
    break-inside: avoid;
    text-align: center;
  }
  .codes .qr {
    display: block;
    width: 66mm;
    height: 66mm;
    margin-inline: auto;
  }
  .part {
    font-size: 14pt;
    font-weight: 700;
    line-height: 1.2;
  }
  .paper ruby rt {
    font-size: 0.5em;
  }
`;
