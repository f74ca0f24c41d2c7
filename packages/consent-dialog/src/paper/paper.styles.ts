import { css } from 'lit';

/** The dialog on one A4. Lengths in mm and pt: it is made for paper. */
export const paperStyles = css`
  .paper {
    display: block;
    color: #000;
    font-size: 9pt;
    line-height: 1.4;
    letter-spacing: 0;
  }
  /* Lines are full: there is one sheet. */
  .paper:lang(ja) {
    word-break: normal;
  }
  .compact {
    font-size: 8pt;
    line-height: 1.35;
  }
  /* Readings need their room: letters of 10.5 pt and readings of half that are the least that is read with ease. */
  .readings,
  .readings h2 {
    font-size: 10.5pt;
    /* The reading above makes the line half as high again. */
    line-height: 1.05;
  }
  .sheet + .sheet {
    break-before: page;
  }
  .paper h1 {
    margin: 0;
    font-size: 14pt;
    line-height: 1.3;
  }
  .paper h2 {
    font-size: 10pt;
    line-height: 1.3;
    break-after: avoid;
  }
  .paper-remark {
    margin-bottom: 1mm;
    padding: 0.5mm 1.5mm;
    border: 0.4mm solid #000;
    font-weight: 700;
  }
  .paper-lead {
    margin-bottom: 1mm;
    font-weight: 700;
  }
  .paper-notice {
    columns: 2;
    column-gap: 6mm;
  }
  .paper-notice section {
    margin-bottom: 1mm;
  }
  .paper-notice p,
  .paper-notice ul {
    display: inline;
  }
  /* What follows a list is no part of its last entry. */
  .paper-notice .paper-after {
    display: block;
  }
  .paper-notice li {
    display: inline;
  }
  .paper-notice li::before {
    content: '・';
  }
  .paper-raw {
    white-space: pre-line;
    word-break: normal;
  }
  .paper-decide {
    margin-top: 1mm;
    padding-top: 1mm;
    border-top: 0.4mm solid #000;
  }
  .paper table {
    width: 100%;
    margin-top: 1mm;
    border-collapse: collapse;
    table-layout: fixed;
  }
  .paper th,
  .paper td {
    padding: 0.2mm 1mm;
    border: 0.2mm solid #000;
    font-weight: 400;
    text-align: start;
    vertical-align: middle;
    break-inside: avoid;
  }
  .paper-item {
    width: 58mm;
  }
  .paper .paper-agency {
    border-inline-start-width: 0.5mm;
    font-weight: 700;
    text-align: center;
    line-height: 1.25;
    word-break: keep-all;
  }
  .paper .paper-answer {
    height: 6.6em;
    padding: 0.5mm 0;
    writing-mode: vertical-rl;
    text-align: center;
    line-height: 1.2;
  }
  .few .paper-item {
    width: 78mm;
  }
  /* Few columns are wide enough for words that stand as they are read. */
  .paper .few .paper-answer {
    height: auto;
    writing-mode: horizontal-tb;
  }
  .paper .paper-box {
    padding: 0;
    font-size: 12pt;
    line-height: 1.45;
    text-align: center;
  }
  .compact .paper-box {
    line-height: 1.15;
  }
  .paper .paper-first {
    border-inline-start-width: 0.5mm;
  }
  .paper-choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0 2.5mm;
    align-items: baseline;
  }
  .paper-who .paper-choices {
    display: contents;
  }
  .paper-choices .paper-strong {
    min-width: 46mm;
  }
  .paper-choices .paper-short {
    min-width: 18mm;
  }
  .paper-strong {
    font-weight: 700;
  }
  .paper-fields {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0 6mm;
  }
  .paper-field {
    display: flex;
    gap: 2mm;
    align-items: end;
    min-height: 6mm;
  }
  .paper-line {
    flex: 1;
    min-width: 20mm;
    border-bottom: 0.2mm solid #000;
  }
  .paper-sign .paper-field {
    min-height: 8mm;
  }
  .paper-small {
    font-size: 6.5pt;
    line-height: 1.4;
    overflow-wrap: anywhere;
  }
  .paper ruby rt {
    font-size: 0.5em;
  }
  .readings .paper-fields:not(.paper-signing) {
    grid-template-columns: 1fr 1fr 1fr;
    column-gap: 3mm;
  }
  .readings .paper-notice section {
    margin-bottom: 0;
  }
  .readings .paper-decide {
    margin-top: 0.7mm;
    padding-top: 0.5mm;
  }
  .readings section.paper-sign {
    display: flex;
    gap: 4mm;
    align-items: end;
  }
  .readings .paper-signing {
    flex: 1;
  }
  .readings .paper-sign .paper-field {
    min-height: 7mm;
  }
  .paper-signing {
    grid-template-columns: 1.6fr 1.2fr 1.9fr;
  }
  .paper-inline {
    display: flex;
    flex-wrap: wrap;
    gap: 0 4mm;
    align-items: baseline;
  }
`;
