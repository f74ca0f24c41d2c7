import { css } from 'lit';

export const replyStyles = css`
  .reply form,
  .fields,
  .receive,
  .choices,
  .options,
  .choice-text,
  .fields .question {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px;
  }
  .receive {
    gap: 12px;
    justify-items: start;
  }
  .status:empty {
    display: none;
  }
  .status {
    padding: 12px 16px;
    border-inline-start: 4px solid var(--_key);
    background: var(--_pale);
    font-weight: 700;
  }
  .stamp {
    padding: 8px 16px;
    border: 2px solid var(--_key-active);
    border-radius: var(--_radius);
    color: var(--_key-active);
    font-weight: 700;
    justify-self: start;
  }
  .choices,
  .options {
    gap: 8px;
  }
  .reply legend,
  .fields .question > label {
    margin-bottom: 8px;
    font-weight: 700;
  }
  .tag {
    color: var(--_quiet);
    font-size: calc(var(--_size) * 0.875);
    font-weight: 400;
    white-space: nowrap;
  }
  .reply .choice {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 48px;
    padding: 8px 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    line-height: 1.5;
    cursor: pointer;
  }
  .choice-text {
    gap: 0;
  }
  .reply .choice:has(:checked) {
    border-color: var(--_key);
    background: var(--_key-pale);
    box-shadow: inset 0 0 0 1px var(--_key);
  }
  .reply .choice:has(:focus-visible) {
    outline: 4px solid #000;
    outline-offset: 2px;
    box-shadow: 0 0 0 2px #ffd43d;
  }
  .reply .choice :focus-visible {
    outline: 0;
    box-shadow: none;
  }
  .fields {
    padding: 24px 16px;
    border: 1px solid var(--_key);
    border-radius: var(--_radius);
  }
  .fields > .button {
    justify-self: start;
    min-width: 200px;
    min-height: 56px;
  }
  .fields .question {
    gap: 4px;
  }
  .fields select,
  .fields textarea,
  .reply input[id] {
    width: 100%;
    max-width: 40em;
    min-height: 48px;
    margin: 0;
    padding: 8px 12px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_ground);
    color: inherit;
    font: inherit;
    font-size: max(16px, var(--_size));
    letter-spacing: inherit;
  }
  .fields input[type='date'] {
    max-width: 14em;
  }
  .fields textarea {
    word-break: normal;
    max-width: 44em;
    field-sizing: content;
    min-height: 6.5em;
    resize: vertical;
  }
  .fields .wrong {
    padding-inline-start: 12px;
    border-inline-start: 4px solid var(--_error);
  }
  .problem {
    color: var(--_error);
    font-weight: 700;
  }
  @container tsunagu-sheet (min-width: 720px) {
    .choices,
    .options {
      grid-template-columns: 1fr 1fr;
    }
    .choices > legend {
      grid-column: 1 / -1;
    }
    .fields {
      padding: 24px;
    }
  }
  @media (forced-colors: active) {
    .reply .choice:has(:checked) {
      outline: 3px solid Highlight;
    }
  }
  @media print {
    .tools,
    #reply-heard,
    .reply form,
    .receive,
    .languages {
      display: none;
    }
  }
`;
