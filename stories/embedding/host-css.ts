/**
 * What the style sheets of host pages do to everything on them, each inside `.host` so that a story spoils nothing but itself.
 * The tests use the same rules.
 */
export const hostSheets = {
  /** An old municipal site: reset, bare element names, forced fonts. */
  municipal: `
    * { margin: 0; padding: 0; line-height: 1.2; letter-spacing: 0.1em; font-family: 'MS PGothic', serif; }
    body, div, p, td, th, li { font-size: 1.2rem; color: #630; }
    h1, h2, h3 { background: #060; color: #fff; border-left: 12px solid #ff0; font-size: 3rem; }
    a, a:link { color: #f0f; text-decoration: overline; }
    table { width: 400px; border: 2px solid #333; } td, th { border: 2px solid #333; white-space: nowrap; }
    input, select, button { width: 60px; height: 18px; border: 1px inset #999; background: #ccc; font-size: 10px; }
    ul, ol, dl { margin: 3em; list-style: square inside; }
    img, svg { display: none; }`,
  /** What a framework's reset and utilities do. */
  framework: `
    *, *::before, *::after { box-sizing: border-box; border: 0 solid; }
    * { font: inherit; }
    button, [type='button'] { background: transparent; text-transform: none; appearance: button; }
    .card { position: relative; display: flex; width: 100px; height: 100px; overflow: hidden; }
    .button, .field, .more, .count, .note, .head { display: none; }
    .hidden, [hidden] { display: block; }
    a { color: inherit; text-decoration: inherit; }
    ul { list-style: none; } h1, h2, h3 { font-size: inherit; font-weight: inherit; }
    label { display: inline-block; max-width: 100%; margin-bottom: 5px; }`,
  /** Everything at once, with weight. */
  hostile: `
    * { all: unset; }
    * { color: #f00; letter-spacing: 0.5em; word-spacing: 2em; text-align: right; text-transform: uppercase; font: italic 9px/1 fantasy;
        text-indent: 3em; white-space: nowrap; text-shadow: 1px 1px #0f0; visibility: visible; cursor: wait; writing-mode: horizontal-tb; }`,
} as const;

export type HostSheet = keyof typeof hostSheets;
