import { css } from 'lit';

export const windowFinderStyles = css`
  .base {
    container: tsunagu-finder / inline-size;
  }
  .finder {
    display: grid;
    gap: 24px;
    padding: 4px;
  }
  .finder > *,
  .results > * {
    min-width: 0;
  }
  h2 {
    font-size: calc(var(--_size) * 1.375);
    line-height: 1.5;
  }
  h3 {
    font-size: calc(var(--_size) * 1.125);
    line-height: 1.5;
  }
  h4 {
    font-size: var(--_size);
  }
  .head {
    display: grid;
    gap: 8px;
  }
  .note,
  .why,
  .aim,
  .kana,
  .official,
  .printed {
    font-size: calc(var(--_size) * 0.875);
    line-height: 1.6;
  }
  .note,
  .printed,
  .kana,
  .official {
    color: var(--_quiet);
  }
  [hidden] {
    display: none !important;
  }

  .panel {
    display: grid;
    gap: 16px;
  }
  .field-row {
    display: grid;
    gap: 8px;
  }
  label,
  .label,
  legend {
    font-weight: 700;
  }
  .check {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 44px;
    font-weight: 400;
    cursor: pointer;
  }
  .check input {
    flex: none;
    width: 24px;
    height: 24px;
    accent-color: var(--_key);
  }
  .search-box {
    display: flex;
    gap: 8px;
    align-items: stretch;
  }
  input:not([type='checkbox']),
  select {
    width: 100%;
    min-width: 0;
    min-height: 56px;
    padding: 8px 16px;
    border: 1px solid var(--tsunagu-color-edge, #666);
    border-radius: var(--_radius);
    background: var(--_ground);
    -webkit-appearance: none;
    appearance: none;
  }
  select,
  #at {
    min-height: 48px;
    max-width: 22em;
    -webkit-appearance: auto;
    appearance: auto;
  }
  input::-webkit-search-cancel-button {
    display: none;
  }
  .more,
  .clear {
    min-height: 44px;
    padding: 8px 0;
    border: 0;
    background: none;
    color: var(--_key);
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .clear {
    flex: none;
  }
  .chip-list {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 8px;
  }
  .chip {
    min-height: 44px;
    padding: 6px 16px;
    border: 1px solid var(--tsunagu-color-edge, #666);
    border-radius: 22px;
    background: var(--_ground);
    line-height: 1.4;
    cursor: pointer;
  }
  .chip[aria-pressed='true'] {
    border-color: var(--_key);
    background: var(--_key);
    color: var(--_on-key);
    font-weight: 700;
  }
  summary {
    min-height: 44px;
    padding: 8px 0;
    color: var(--_key);
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .narrow-body {
    display: grid;
    gap: 16px;
    padding: 8px 0 8px 16px;
    border-left: 2px solid var(--_line);
  }
  .languages {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    align-items: center;
  }
  .languages .more {
    padding: 8px 4px;
  }
  .languages [aria-pressed='true'] {
    color: var(--_text);
    font-weight: 700;
    text-decoration: none;
  }

  .results {
    display: grid;
    gap: 16px;
  }
  .count {
    font-weight: 700;
  }
  .cards,
  .services {
    display: grid;
    gap: 16px;
  }
  .card {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 8px;
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_ground);
    content-visibility: auto;
    contain-intrinsic-size: auto 220px;
  }
  .card > * {
    max-width: 100%;
  }
  .field {
    --_accent: var(--_quiet);
    padding: 0 8px;
    border-left: 4px solid var(--_accent);
    color: var(--_accent);
    font-size: calc(var(--_size) * 0.875);
    font-weight: 700;
    line-height: 1.5;
  }
  .field.general {
    --_accent: var(--tsunagu-color-field-general, #0017c1);
  }
  .field.elderly {
    --_accent: var(--tsunagu-color-field-elderly, #5109ad);
  }
  .field.disability {
    --_accent: var(--tsunagu-color-field-disability, #115a36);
  }
  .field.child {
    --_accent: var(--tsunagu-color-field-child, #ac3e00);
  }
  .field.livelihood {
    --_accent: var(--tsunagu-color-field-livelihood, #006f83);
  }
  .field.health {
    --_accent: var(--tsunagu-color-field-health, #0055ad);
  }
  .field.rights {
    --_accent: var(--tsunagu-color-field-rights, #8b008b);
  }
  h3 > span {
    display: block;
  }
  .kana,
  .official {
    font-weight: 400;
  }
  .aim > span {
    margin-inline-end: 1em;
  }
  .state {
    font-weight: 700;
  }
  .state::before {
    content: '';
    display: inline-block;
    width: 0.7em;
    height: 0.7em;
    margin-inline-end: 0.4em;
    border: 2px solid currentcolor;
    border-radius: 50%;
  }
  .state.open,
  .state.soon {
    color: var(--tsunagu-color-good, #115a36);
  }
  .state.open::before,
  .state.soon::before {
    background: currentcolor;
  }
  .state.soon {
    color: var(--tsunagu-color-warn, #ac3e00);
  }
  .state.closed,
  .state.unknown {
    color: var(--_quiet);
  }
  .state.unknown::before {
    border-style: dashed;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    width: 100%;
  }
  .phone {
    flex-direction: row;
    flex-wrap: wrap;
    gap: 0 0.5em;
    min-height: 56px;
    padding: 8px 24px;
  }
  .card .phone {
    flex: 1 1 16em;
  }
  .number {
    font-size: calc(var(--_size) * 1.25);
    letter-spacing: 0.02em;
    white-space: nowrap;
  }
  .details {
    width: 100%;
    padding-top: 8px;
    border-top: 1px solid var(--_line);
  }
  dl {
    display: grid;
    gap: 12px;
  }
  dt {
    font-size: calc(var(--_size) * 0.875);
    font-weight: 700;
    color: var(--_quiet);
  }
  table {
    border-collapse: collapse;
    line-height: 1.5;
  }
  th,
  td {
    padding: 4px 16px 4px 0;
    border-bottom: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
    font-weight: 400;
  }
  .span {
    display: block;
  }
  .today th,
  .today td {
    background: var(--_key-pale);
    font-weight: 700;
  }
  .today th {
    padding-inline-start: 8px;
  }
  .today-mark {
    margin-inline-start: 0.5em;
    font-size: calc(var(--_size) * 0.875);
  }
  .rest {
    justify-self: start;
  }

  .emergency,
  .fallback {
    display: grid;
    gap: 12px;
    padding: 16px;
    border-radius: var(--_radius);
  }
  .emergency {
    border: 2px solid var(--_key);
  }
  .fallback {
    background: var(--tsunagu-color-pale, #f2f2f2);
  }
  .service {
    display: grid;
    gap: 4px;
    padding: 12px 0;
    border-top: 1px solid var(--_line);
  }
  .service-name {
    font-weight: 700;
  }
  .failed {
    padding: 16px;
    border: 2px solid var(--tsunagu-color-error, #ce0000);
    border-radius: var(--_radius);
    background: var(--_ground);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
  }

  .languages,
  .foot {
    font-size: calc(var(--_size) * 0.875);
  }

  @container tsunagu-finder (min-width: 720px) {
    .cards {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .card {
      padding: 24px;
    }
    .services {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 0 24px;
    }
    h2 {
      font-size: calc(var(--_size) * 1.5);
    }
  }
  @media (forced-colors: active) {
    .chip[aria-pressed='true'] {
      border-width: 3px;
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .today th,
    .today td {
      outline: 1px solid Highlight;
    }
    .card,
    .fallback {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .panel,
    .more,
    .rest,
    .foot,
    .card .actions .button:not(.phone) {
      display: none !important;
    }
    .finder {
      font-size: 13pt;
      gap: 12pt;
    }
    .cards,
    .services {
      grid-template-columns: 1fr !important;
      gap: 8pt;
    }
    .card {
      content-visibility: visible;
      break-inside: avoid;
      padding: 8pt;
      border: 1pt solid #000;
    }
    .phone {
      min-height: 0;
      padding: 0;
      border: 0;
      background: none;
      color: #000;
      justify-content: start;
      text-decoration: none;
    }
    .number {
      font-size: 18pt;
    }
    .fallback,
    .emergency {
      border: 1pt solid #000;
      background: none;
    }
  }
`;
