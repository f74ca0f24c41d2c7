import { css } from 'lit';

/** Everything after the first page; beside its styles. */
export const pagesStyles = css`
  .unsaved,
  .summary {
    padding: 16px;
    border-left: 4px solid var(--_error);
    background: var(--_pale);
  }
  .question,
  .chooser,
  .group,
  .singles,
  .worker,
  .summary,
  .unsaved {
    display: grid;
    gap: 8px;
    min-width: 0;
  }
  .section:has(> .question) {
    gap: 16px;
  }
  .tag {
    color: var(--_quiet);
    font-size: calc(var(--_size) * 0.875);
    line-height: 1.6;
    font-weight: 400;
    white-space: nowrap;
  }
  label,
  legend,
  .strong,
  .purpose,
  .problem,
  dt {
    font-weight: 700;
  }
  legend {
    margin-bottom: 8px;
  }
  .ways {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 200px), 1fr));
    gap: 12px;
  }
  .tabs {
    display: flex;
    gap: 8px;
  }
  .tab {
    flex: 1;
  }
  .tab[aria-pressed='true'] {
    background: var(--_key-pale);
    box-shadow: inset 0 -4px 0 var(--_key);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0 24px;
  }
  .group {
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .singles {
    gap: 16px;
    padding-top: 8px;
    border-top: 1px solid var(--_line);
  }
  .single legend {
    font-weight: 400;
  }
  .proceed {
    position: sticky;
    bottom: 0;
    display: grid;
    padding: 12px 0;
    border-top: 1px solid var(--_line);
    background: var(--_ground);
  }
  /* On a low screen (a keyboard is up, or 400 % zoom) nothing may stand over what is read. */
  @media (max-height: 480px) {
    .bar,
    .proceed {
      position: static;
    }
    dialog {
      scroll-padding: 0;
    }
  }
  .choices,
  .pair {
    display: grid;
    gap: 8px;
  }
  .pair {
    grid-template-columns: 1fr 1fr;
  }
  .choice,
  .check {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 48px;
    font-weight: 400;
    line-height: 1.5;
    cursor: pointer;
  }
  .choice {
    padding: 8px 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .pair .choice {
    gap: 8px;
    padding: 8px;
  }
  .choice:has(:checked) {
    border-color: var(--_key);
    background: var(--_key-pale);
    box-shadow: inset 0 0 0 1px var(--_key);
  }
  .choice:has(:focus-visible) {
    outline: 4px solid #000;
    outline-offset: 2px;
    box-shadow: 0 0 0 2px #ffd43d;
  }
  .choice :focus-visible {
    outline: 0;
    box-shadow: none;
  }
  input:not([type='radio'], [type='checkbox']),
  select {
    width: 100%;
    min-height: 48px;
    padding: 8px 12px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_ground);
    font-size: max(16px, var(--_size));
  }
  .wrong {
    padding-inline-start: 12px;
    border-inline-start: 4px solid var(--_error);
  }
  .problem {
    color: var(--_error);
  }
  .facts > div,
  .stands > div {
    padding: 8px 0;
    border-bottom: 1px solid var(--_line);
  }
  dd + dd {
    margin-top: 8px;
  }
  .stands:empty {
    display: none;
  }
  @media (forced-colors: active) {
    .choice:has(:checked),
    .tab[aria-pressed='true'] {
      outline: 3px solid Highlight;
    }
  }
`;
