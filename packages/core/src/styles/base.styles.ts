import { css } from 'lit';

/**
 * What every element shares. Colours and sizes are the Digital Agency design system's, as `--tsunagu-…` properties with the value
 * inside, so that no stylesheet is compulsory. Sizes are px multiples of one base: hosts set `html` to 62.5 %, so `rem` would shrink.
 */
export const baseStyles = css`
  :host {
    --_font: var(
      --tsunagu-font-family,
      'Noto Sans JP',
      'Noto Sans CJK JP',
      'Hiragino Sans',
      'Hiragino Kaku Gothic ProN',
      'BIZ UDGothic',
      'Yu Gothic',
      Meiryo,
      sans-serif
    );
    --_size: var(--tsunagu-font-size, 16px);
    --_ground: var(--tsunagu-color-ground, #fff);
    --_text: var(--tsunagu-color-text, #333);
    --_quiet: var(--tsunagu-color-text-quiet, #4d4d4d);
    --_key: var(--tsunagu-color-key, #0017c1);
    --_key-hover: var(--tsunagu-color-key-hover, #00118f);
    --_key-active: var(--tsunagu-color-key-active, #000060);
    --_on-key: var(--tsunagu-color-on-key, #fff);
    --_key-pale: var(--tsunagu-color-key-pale, #e8f1fe);
    --_line: var(--tsunagu-color-line, #ccc);
    --_radius: var(--tsunagu-radius, 8px);
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  /* A page's own "* { … }" beats :host, so what is inherited starts again here. */
  .base {
    box-sizing: border-box;
    background: var(--_ground);
    color: var(--_text);
    font: 400 var(--_size) / 1.7 var(--_font);
    letter-spacing: 0.02em;
    word-spacing: 0;
    text-align: start;
    text-transform: none;
    text-indent: 0;
    text-shadow: none;
    text-emphasis: none;
    -webkit-text-fill-color: currentcolor;
    -webkit-text-stroke: 0;
    white-space: normal;
    list-style: none;
    cursor: auto;
    line-break: strict;
    overflow-wrap: anywhere;
    -webkit-text-size-adjust: 100%;
  }
  /* For our own texts. What people write goes without: measuring one long run of it by phrases takes Chromium seconds. */
  @supports (word-break: auto-phrase) {
    .base:lang(ja) {
      word-break: auto-phrase;
    }
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  h4,
  p,
  ul,
  dl,
  dd,
  fieldset,
  legend {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  ul {
    list-style: none;
  }
  button,
  input,
  select {
    margin: 0;
    font: inherit;
    letter-spacing: inherit;
    color: inherit;
  }
  a {
    color: var(--_key);
    text-underline-offset: 0.2em;
  }
  :focus-visible {
    outline: 4px solid #000;
    outline-offset: 2px;
    box-shadow: 0 0 0 2px #ffd43d;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-height: 48px;
    padding: 8px 16px;
    border: 1px solid var(--_key);
    border-radius: var(--_radius);
    background: var(--_ground);
    color: var(--_key);
    font-weight: 700;
    line-height: 1.4;
    text-decoration: none;
    cursor: pointer;
  }
  .loud {
    background: var(--_key);
    color: var(--_on-key);
  }
  @media (hover: hover) {
    a:hover,
    .button:hover {
      --_key: var(--_key-hover);
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }
  }
  .button:active {
    --_key: var(--_key-active);
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
    border: 0;
  }
  ruby rt {
    font-size: 0.6em;
    letter-spacing: 0;
    user-select: none;
  }
  @media (forced-colors: active) {
    :focus-visible {
      outline-color: Highlight;
    }
  }
  @media print {
    :host {
      --_text: #000;
      --_quiet: #000;
      --_line: #000;
    }
  }
`;
