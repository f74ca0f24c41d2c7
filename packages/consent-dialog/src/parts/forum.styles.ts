import { css } from 'lit';

export const forumStyles = css`
  .forum,
  .worker {
    display: grid;
    gap: 16px;
  }
  .forum {
    padding: 16px;
    border: 2px solid var(--_line);
    border-radius: var(--_radius);
  }
  .forum h3,
  .worker > h3 {
    font-size: calc(var(--_size) * 1.125);
    line-height: 1.5;
  }
  .forum-room {
    font-size: calc(var(--_size) * 1.375);
    font-weight: 700;
    line-height: 1.5;
    text-wrap: balance;
  }
  .forum section {
    display: grid;
    gap: 4px;
  }
  .forum h4 {
    font-size: var(--_size);
  }
  .forum-list {
    display: grid;
    gap: 4px;
    padding-inline-start: 1.25em;
    list-style: disc;
  }
  .forum-note {
    color: var(--_quiet);
    font-size: calc(var(--_size) * 0.875);
    line-height: 1.6;
  }
  .worker fieldset {
    display: grid;
    gap: 8px;
  }
  .worker legend {
    margin-bottom: 8px;
    font-weight: 700;
  }
  .worker-choice {
    display: flex;
    gap: 12px;
    align-items: center;
    min-height: 48px;
    padding: 8px 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    line-height: 1.5;
    cursor: pointer;
  }
  .worker-choice input {
    flex: none;
    width: 24px;
    height: 24px;
    accent-color: var(--_key);
  }
  .worker-choice:has(:checked) {
    border-color: var(--_key);
    background: var(--_key-pale);
    box-shadow: inset 0 0 0 1px var(--_key);
  }
  @media (forced-colors: active) {
    .worker-choice:has(:checked) {
      outline: 3px solid Highlight;
    }
  }
`;
