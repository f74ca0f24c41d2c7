import { css } from 'lit';

export const formStyles = css`
  .base {
    container: tsunagu-form / inline-size;
    padding: 4px;
  }
  h2,
  h3 {
    font-size: calc(var(--_size) * 1.375);
    line-height: 1.5;
    text-wrap: balance;
  }
  h3 {
    font-size: calc(var(--_size) * 1.25);
  }
  h4,
  .safety h3,
  .thread h3 {
    font-size: calc(var(--_size) * 1.125);
  }
  .form,
  .page,
  .question,
  .question > fieldset,
  .member,
  .desk,
  .safety,
  .summary,
  .failed,
  .draft,
  .receipt,
  .thread {
    display: grid;
    gap: 8px;
    justify-items: start;
  }
  .form {
    max-width: 48em;
    gap: 24px;
    margin-top: 16px;
    /* The way out lies over the lower edge. */
    padding-bottom: 96px;
  }
  .page {
    gap: 32px;
    width: 100%;
  }
  .form > *,
  .page > *,
  .question > * {
    width: 100%;
  }
  .tag {
    color: var(--_quiet);
    font-size: calc(var(--_size) * 0.875);
    line-height: 1.6;
  }
  .tag {
    font-weight: 400;
    white-space: nowrap;
  }
  label,
  legend,
  .strong,
  dt {
    font-weight: 700;
  }
  .question > fieldset > * {
    width: 100%;
  }
  legend {
    margin-bottom: 8px;
  }
  .place {
    display: block;
    font-size: calc(var(--_size) * 0.875);
    font-weight: 400;
  }
  .wrong {
    padding-left: 12px;
    border-left: 4px solid var(--_error);
  }
  .problem {
    color: var(--_error);
    font-weight: 700;
  }
  .base {
    --_error: var(--tsunagu-color-error, #ce0000);
    --_edge: var(--tsunagu-color-edge, #666);
    --_pale: var(--tsunagu-color-pale, #f2f2f2);
  }
  .choices {
    display: grid;
    gap: 8px;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 48px;
    padding: 8px 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    font-weight: 400;
    line-height: 1.5;
    cursor: pointer;
  }
  .choice:has(:checked) {
    border-color: var(--_key);
    background: var(--_key-pale);
    box-shadow: inset 0 0 0 1px var(--_key);
  }
  .c-topics,
  .c-ways,
  .c-times {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 9.5em), 1fr));
  }
  .c-topics .choice,
  .c-ways .choice,
  .c-times .choice {
    padding: 8px 12px;
  }
  input[type='text'],
  input[type='password'],
  .member input,
  textarea,
  select {
    display: block;
    width: 100%;
    max-width: 36em;
    min-height: 48px;
    margin: 0;
    padding: 10px 16px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_ground);
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
  }
  textarea {
    word-break: normal;
    line-height: 1.7;
    resize: vertical;
  }
  [aria-invalid] {
    border-width: 2px;
    border-color: var(--_error);
  }
  .member {
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .member + * {
    margin-top: 8px;
  }
  .member .short {
    max-width: 8em;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
  }
  .ways > .loud {
    flex: 1 1 12em;
    max-width: 24em;
  }
  .desk,
  .safety,
  .summary,
  .failed,
  .keep,
  .draft {
    padding: 16px;
    border-radius: var(--_radius);
    background: var(--_pale);
  }
  .desk {
    gap: 4px;
  }
  .desk .button {
    margin-top: 8px;
  }
  .number {
    margin-inline-start: 0.5em;
    white-space: nowrap;
  }
  .summary,
  .failed,
  .safety {
    border: 2px solid var(--_key);
    background: var(--_ground);
  }
  .summary,
  .failed {
    border-color: var(--_error);
  }
  .summary li {
    margin-top: 8px;
  }
  .safety ul {
    width: 100%;
  }
  .safety li {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    align-items: center;
    justify-content: space-between;
    padding: 8px 0;
    border-top: 1px solid var(--_line);
  }
  .safety li > p {
    flex: 1 1 10em;
  }
  .safety .button {
    min-height: 44px;
  }
  .summary a {
    display: inline-block;
    padding: 8px 0;
    color: var(--_error);
  }
  .group + .group {
    margin-top: 24px;
  }
  .answers > div {
    display: grid;
    grid-template: auto 1fr / 1fr auto;
    gap: 0 16px;
    padding: 4px 0 8px;
    border-bottom: 1px solid var(--_line);
  }
  .answers dt {
    font-size: calc(var(--_size) * 0.875);
  }
  .answers dd {
    grid-row: 2;
    white-space: pre-line;
    word-break: normal;
  }
  .answers .change {
    grid-area: 1 / 2 / 3 / 3;
    align-self: center;
    white-space: normal;
  }
  .keep {
    display: grid;
    gap: 12px;
    width: 100%;
  }
  .code {
    font:
      700 calc(var(--_size) * 1.375) / 1.6 ui-monospace,
      monospace;
    letter-spacing: 0.05em;
  }
  .receipt {
    gap: 16px;
  }
  .exit {
    position: fixed;
    z-index: 2147483000;
    inset: auto 0 0;
    padding: 8px 16px calc(8px + env(safe-area-inset-bottom));
    border-top: 1px solid var(--_line);
    background: var(--_pale);
  }
  .exit-button {
    width: 100%;
    border-color: var(--_text);
    background: var(--_text);
    color: var(--_ground);
  }
  @media (min-width: 600px) {
    .exit {
      inset: auto 24px 24px auto;
      padding: 0;
      border: 0;
      background: none;
    }
    .exit-button {
      width: auto;
    }
  }
  /* At the end of the page the bar gives way to what has the focus (clear-view.ts). */
  .up {
    inset-block: 0 auto;
  }
  /* Where there is no keyboard, nothing is said of one. */
  @media (pointer: coarse) {
    .keys {
      display: none;
    }
  }
  /* What has the focus stays above the bar. */
  :focus {
    scroll-margin-block: 16px 120px;
  }
  /* Not out of the tree, or a screen reader would not hear it filled. */
  [role='status']:empty {
    position: absolute;
    width: 0;
  }
  @media (forced-colors: active) {
    .choice:has(:checked) {
      outline: 3px solid Highlight;
    }
  }
  @media print {
    .exit,
    .ways,
    .link,
    .languages,
    .draft,
    .change,
    .safety {
      display: none;
    }
    .form {
      padding-bottom: 0;
    }
    .desk,
    .keep {
      border: 1px solid #000;
    }
    .button {
      border-color: #000;
      background: none;
      color: #000;
    }
  }
`;
