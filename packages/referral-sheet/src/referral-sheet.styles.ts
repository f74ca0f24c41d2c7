import { commonStyles } from '@tsunagu/core';
import { css } from 'lit';
import { replyStyles } from './reply/reply.styles.js';
import { viewStyles } from './view/view.styles.js';

export const sheetStyles = css`
  ${commonStyles}
  .sheet {
    --_error: var(--tsunagu-color-error, #ce0000);
    --_warn: var(--tsunagu-color-warn, #ac3e00);
    --_edge: var(--tsunagu-color-edge, #666);
    --_pale: var(--tsunagu-color-pale, #f2f2f2);
    container: tsunagu-sheet / inline-size;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px;
  }
  h2 {
    font-size: calc(var(--_size) * 1.5);
    line-height: 1.4;
  }
  h3 {
    font-size: calc(var(--_size) * 1.25);
    line-height: 1.5;
  }
  h4 {
    font-size: var(--_size);
    line-height: 1.6;
  }
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .strong {
    font-weight: 700;
  }
  .own {
    white-space: pre-line;
    word-break: normal;
    unicode-bidi: isolate;
  }
  .notice {
    display: grid;
    gap: 8px;
    justify-items: start;
    padding: 16px;
    border-inline-start: 4px solid var(--_key);
    background: var(--_pale);
  }
  .notice.warn {
    border-color: var(--_warn);
  }
  .list {
    padding-inline-start: 1.4em;
    list-style: disc;
  }
  /* What has the focus is in the window with its ring. */
  :where(.sheet) :focus {
    scroll-margin-block: 12px;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
  }
  ${viewStyles}
  ${replyStyles}
`;
