import { css } from 'lit';

/** The gate beside what is written, and how both stand on a phone and on a wide page. */
export const layoutStyles = css`
  .chosen:empty {
    display: none;
  }
  .after,
  .ways,
  .gate-desk,
  .entry {
    justify-items: start;
  }
  .after > *,
  .entry > *,
  .gate-desk > * {
    max-width: 100%;
  }
  .entry > div,
  .entry > .field,
  .gate-desk > div {
    width: 100%;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
  }
  .lines {
    display: grid;
    gap: 8px;
    margin: 0;
  }
  .lines dd,
  .content dd {
    margin: 0;
  }
  .lines dt {
    font-size: calc(var(--_size) * 0.875);
  }
  .gate-line {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    align-items: center;
    justify-content: space-between;
  }
  .stays {
    margin-top: 8px;
    padding-top: 12px;
    border-top: 1px solid var(--_line);
  }
  .reason {
    padding: 12px;
    border-radius: var(--_radius);
    background: var(--_pale);
  }
  .bring {
    padding-top: 16px;
    border-top: 1px solid var(--_line);
  }
  .gate {
    background: var(--_ground);
  }
  .gate:not(.opened) > :is(.gate-body, h3) {
    display: none;
  }
  .content {
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .content dl {
    display: grid;
    gap: 8px;
    margin: 0;
  }
  .content .words {
    white-space: pre-wrap;
    word-break: normal;
  }
  .told.read {
    padding-inline-start: 12px;
    border-inline-start: 4px solid var(--_edge);
  }
  .told .mark {
    display: inline-block;
    margin-inline-start: 8px;
    padding: 2px 8px;
    border: 1px solid currentcolor;
    border-radius: 4px;
    font-size: calc(var(--_size) * 0.875);
    font-weight: 400;
  }
  .grid,
  .finding,
  .assessment {
    display: grid;
    gap: 16px;
  }
  @media (min-height: 480px) {
    /* What has the focus is never under the bar. */
    .form :is(input, textarea, select, button) {
      scroll-margin-block: 16px 112px;
    }
    .gate {
      position: sticky;
      bottom: 0;
      max-height: 70vh;
      overflow: auto;
      padding-block: 8px;
    }
  }
  @container tsunagu-edit (max-width: 719.98px) {
    /* A text field is scrolled to its caret, whatever its margin: the bar lets it be seen whole while somebody writes. */
    .columns:has(.form :focus-visible) .gate {
      position: static;
    }
  }
  @container tsunagu-edit (min-width: 720px) {
    .columns {
      grid-template-columns: minmax(0, 1fr) minmax(240px, 34%);
      gap: 24px;
      align-items: start;
    }
    .band {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .wide {
      grid-column: 1 / -1;
    }
    .gate {
      top: 8px;
      bottom: auto;
      max-height: calc(100vh - 16px);
      padding-block: 16px;
    }
    .gate .gate-line {
      display: none;
    }
    .gate:not(.opened) > :is(.gate-body, h3) {
      display: grid;
    }
  }
  @container tsunagu-edit (min-width: 960px) {
    .grid,
    .finding {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 16px;
      align-items: start;
    }
    .finding {
      grid-template-columns: 11em minmax(0, 1fr);
    }
    .told {
      display: grid;
      grid-template-columns: 14em minmax(0, 1fr);
      gap: 0 16px;
    }
  }
  @media (forced-colors: active) {
    .choice:has(:checked) {
      outline: 2px solid Highlight;
    }
  }
  @media print {
    .edit [data-held] {
      height: auto !important;
      contain: none;
      field-sizing: content;
    }
    .gate {
      position: static;
      max-height: none;
    }
  }
`;
