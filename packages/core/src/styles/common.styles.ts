import { css } from 'lit';

/** The look of what several elements show: the language switch, open states, buttons that look like links, small print. After {@link baseStyles}. */
export const commonStyles = css`
  [hidden] {
    display: none !important;
  }
  .note {
    color: var(--_quiet);
    font-size: calc(var(--_size) * 0.875);
    line-height: 1.6;
  }
  .link,
  .more {
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
  .languages {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    align-items: center;
    font-size: calc(var(--_size) * 0.875);
  }
  .languages .more {
    padding: 8px 4px;
  }
  .languages [aria-pressed='true'] {
    color: var(--_text);
    font-weight: 700;
    text-decoration: none;
  }
  .check {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 44px;
    font-weight: 400;
    cursor: pointer;
  }
  .check input,
  .choice input {
    flex: none;
    width: 24px;
    height: 24px;
    accent-color: var(--_key);
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
`;
