import { css } from 'lit';

export const transferStyles = css`
  .transfer {
    display: grid;
    gap: 24px;
    padding: 16px 0;
    border-top: 1px solid var(--_line);
  }
  .transfer h2 {
    font-size: 22px;
    line-height: 1.5;
  }
  .transfer h3 {
    font-size: 18px;
    line-height: 1.5;
  }
  .transfer-side {
    display: grid;
    gap: 12px;
    align-content: start;
  }
  .transfer-ways,
  .transfer-row {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
  }
  .transfer-box {
    display: grid;
    gap: 8px;
    justify-items: start;
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .transfer-box label {
    display: grid;
    gap: 4px;
    width: 100%;
  }
  .transfer-label {
    font-weight: 700;
  }
  .transfer-who {
    display: flex;
    gap: 8px;
    align-items: center;
    min-height: 44px;
  }
  .transfer-who input {
    flex: none;
    width: 24px;
    height: 24px;
  }
  .transfer-line,
  .transfer-area {
    width: 100%;
    min-height: 48px;
    margin: 0;
    padding: 8px 12px;
    border: 1px solid var(--_quiet);
    border-radius: var(--_radius);
    background: var(--_ground);
    color: var(--_text);
    font: inherit;
  }
  .transfer-side > .button {
    justify-self: start;
  }
  /* The browser’s own button speaks the browser’s language; ours lies over it, and says what it is for. */
  .transfer-box .transfer-file {
    position: relative;
    display: inline-flex;
    width: auto;
    max-width: 100%;
  }
  .transfer-file input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    opacity: 0;
    pointer-events: none;
  }
  .transfer-file:has(:focus-visible) {
    outline: 4px solid #000;
    outline-offset: 2px;
    box-shadow: 0 0 0 2px #ffd43d;
  }
  @media (forced-colors: active) {
    .transfer-file:has(:focus-visible) {
      outline-color: Highlight;
    }
  }
  .transfer-list {
    padding-inline-start: 1.2em;
    list-style: disc;
  }
  .transfer-video {
    width: min(100%, 480px);
    border-radius: var(--_radius);
    background: #000;
  }
  .transfer-codes {
    display: grid;
    gap: 24px;
    width: 100%;
  }
  .transfer-codes.all {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 320px), 1fr));
  }
  .transfer-code {
    margin: 0;
    font-size: 20px;
    font-weight: 700;
    text-align: center;
  }
  .transfer-code .qr {
    display: block;
    width: min(100%, 560px, 80vh);
    margin-inline: auto;
    aspect-ratio: 1;
    forced-color-adjust: none;
  }
  .transfer .qr-ground {
    fill: #fff;
  }
  .transfer .qr-ink {
    fill: #000;
  }
  .transfer-differences {
    display: grid;
    gap: 4px;
    width: 100%;
  }
  .transfer-differences dt {
    margin-top: 8px;
    font-weight: 700;
  }
  .transfer-differences dd {
    overflow-wrap: anywhere;
  }
  .transfer-differences dd .note {
    display: block;
  }
  /* Told by the word beside it: what is struck through is hard to read. */
  .transfer-differences del,
  .transfer-differences ins {
    white-space: pre-line;
    word-break: normal;
    text-decoration: none;
  }
  .transfer-differences ins {
    font-weight: 700;
  }
  .transfer-news p:empty {
    display: none;
  }
  .transfer-news {
    font-weight: 700;
  }
  /* One side beside the other, where each has room for a code. */
  @container tsunagu-sheet (min-width: 960px) {
    .transfer {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    .transfer h2 {
      grid-column: 1 / -1;
    }
    .transfer-side:only-of-type {
      grid-column: 1 / -1;
    }
  }
`;
