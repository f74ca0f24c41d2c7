import { css } from 'lit';

export const windowFinderStyles = css`
  .base {
    container: tsunagu-finder / inline-size;
  }
  .finder {
    display: grid;
    gap: 16px;
    padding: 4px;
  }
  .finder > *,
  .results > * {
    min-width: 0;
  }
  h2,
  h3,
  h4 {
    text-wrap: balance;
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
  .why,
  .aim,
  .kana,
  .official,
  .printed {
    font-size: calc(var(--_size) * 0.875);
    line-height: 1.6;
  }
  .printed,
  .kana,
  .official {
    color: var(--_quiet);
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
  .search-box {
    position: relative;
  }
  .search-box input {
    padding-right: 64px;
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
  .clear {
    position: absolute;
    inset: 6px 8px 6px auto;
    padding: 0 12px;
    background: var(--_ground);
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
    align-items: start;
  }
`;
