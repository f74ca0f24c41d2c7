import { commonStyles } from '@tsunagu/core';
import { css } from 'lit';

/** The first page. */
export const pageStyles = css`
  ${commonStyles}
  .page {
    container: tsunagu-consent / inline-size;
    display: grid;
    gap: 24px;
    padding: 24px;
  }
  .languages {
    margin-block: -8px;
  }
  h2 {
    font-size: calc(var(--_size) * 1.5);
    line-height: 1.5;
    text-wrap: balance;
  }
  h3 {
    font-size: calc(var(--_size) * 1.25);
    line-height: 1.5;
  }
  #title:focus-visible {
    outline-offset: 4px;
  }
  .news:empty {
    display: none;
  }
  .news {
    padding: 16px;
    border-left: 4px solid var(--_key);
    background: var(--_pale);
  }
  .notice,
  .section,
  .contact {
    display: grid;
    gap: 8px;
    min-width: 0;
  }
  .notice {
    gap: 24px;
  }
  .own {
    white-space: pre-line;
    word-break: normal;
  }
  .section.decide {
    gap: 16px;
    padding-top: 24px;
    border-top: 2px solid var(--_text);
  }
  .list {
    padding-inline-start: 1.4em;
    list-style: disc;
  }
  @media (min-width: 720px) {
    .many {
      columns: 2;
      column-gap: 40px;
    }
  }
  /* One size, one weight, one colour: none of the answers is the one that is wanted. */
  .answers {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 12px;
  }
  .answer {
    min-height: 64px;
    padding: 12px 8px;
    border-width: 2px;
    font-size: calc(var(--_size) * 1.125);
  }
  .answer:last-child {
    grid-column: 1 / -1;
  }
  @container tsunagu-consent (min-width: 600px) {
    .answers {
      grid-template-columns: 1fr 1fr 1fr;
    }
    .answer:last-child {
      grid-column: auto;
    }
  }
  .wide {
    width: 100%;
  }
  .contact {
    justify-items: start;
    padding-top: 16px;
    border-top: 1px solid var(--_line);
  }
  @media (max-width: 600px) {
    .page {
      padding: 16px 16px 32px;
    }
  }
`;
