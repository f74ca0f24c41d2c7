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
    --_edge: var(--tsunagu-color-edge, #666);
    --_pale: var(--tsunagu-color-pale, #f2f2f2);
    --_good: var(--tsunagu-color-good, #115a36);
    --_good-pale: var(--tsunagu-color-good-pale, #e6f5ec);
    --_warn: var(--tsunagu-color-warn, #ac3e00);
    --_warn-pale: var(--tsunagu-color-warn-pale, #ffeee2);
    --_error: var(--tsunagu-color-error, #ce0000);
    --_radius: var(--tsunagu-radius, 8px);
    display: block;
    box-sizing: border-box;
    max-width: 100%;
    color: var(--_text);
    font: 400 var(--_size) / 1.7 var(--_font);
    letter-spacing: 0.02em;
    text-align: start;
    text-transform: none;
    text-indent: 0;
    word-spacing: normal;
    white-space: normal;
    line-break: strict;
    overflow-wrap: anywhere;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }
  @supports (word-break: auto-phrase) {
    :host(:not([lang='en'])) {
      word-break: auto-phrase;
    }
  }
  :host([hidden]) {
    display: none;
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
  a:hover {
    color: var(--_key-hover);
    text-decoration-thickness: 0.15em;
  }
  :focus-visible {
    outline: 4px solid #000;
    outline-offset: 2px;
    box-shadow: 0 0 0 2px #ffd43d;
    border-radius: 4px;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-height: 48px;
    padding: 8px 16px;
    border: 1px solid var(--_key);
    border-radius: var(--_radius);
    background: var(--_ground);
    color: var(--_key);
    font-weight: 700;
    line-height: 1.4;
    text-align: center;
    text-decoration: underline;
    text-decoration-color: transparent;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .button.loud {
    background: var(--_key);
    color: var(--_on-key);
  }
  .button:focus-visible {
    border-radius: var(--_radius);
  }
  @media (hover: hover) {
    .button:hover {
      border-color: var(--_key-hover);
      background: var(--_key-pale);
      color: var(--_key-hover);
      text-decoration-color: currentcolor;
    }
    .button.loud:hover {
      background: var(--_key-hover);
      color: var(--_on-key);
    }
  }
  .button:active {
    border-color: var(--_key-active);
    color: var(--_key-active);
  }
  .button.loud:active {
    background: var(--_key-active);
    color: var(--_on-key);
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
    .button {
      border-color: ButtonText;
    }
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
