import { css } from 'lit';

export const dialogStyles = css`
  :host {
    display: contents;
  }
  [hidden] {
    display: none !important;
  }
  .base {
    --_error: var(--tsunagu-color-error, #ce0000);
    --_edge: var(--tsunagu-color-edge, #666);
    --_pale: var(--tsunagu-color-pale, #f2f2f2);
  }
  dialog {
    width: min(100%, 760px);
    max-width: 100%;
    max-height: min(100%, calc(100dvh - 48px));
    margin: auto;
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: 12px;
    overflow: auto;
    overscroll-behavior: contain;
    /* What has the focus is never under the bars that stay. */
    scroll-padding: 72px 0 136px;
    box-shadow: 0 8px 32px rgb(0 0 0 / 25%);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 55%);
  }
  .bar {
    position: sticky;
    top: 0;
    z-index: 1;
    display: flex;
    justify-content: end;
    padding: 8px 24px;
    border-bottom: 1px solid var(--_line);
    background: var(--_ground);
  }
  .bar .button {
    min-height: 44px;
    padding-block: 4px;
  }
  @media (max-width: 600px) {
    dialog {
      width: 100%;
      height: 100%;
      max-height: 100dvh;
      border: 0;
      border-radius: 0;
    }
    .bar {
      padding: 4px 16px;
    }
  }
`;
