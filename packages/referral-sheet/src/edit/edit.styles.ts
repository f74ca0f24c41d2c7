import { css } from 'lit';

/** After the styles of the element, whose colours it takes. */
export const editStyles = css`
  .edit {
    container: tsunagu-edit / inline-size;
  }
  .edit h3,
  .edit h4,
  .edit h5 {
    margin: 0;
    font-size: calc(var(--_size) * 1.25);
    line-height: 1.5;
  }
  .edit h4 {
    font-size: calc(var(--_size) * 1.0625);
  }
  .edit h5 {
    font-size: var(--_size);
  }
  .columns,
  .form,
  .body,
  .part,
  .list,
  .entry,
  .band,
  .band > div,
  .gate,
  .gate-body,
  .gate-desk,
  .stays,
  .reason,
  .bring,
  .check,
  .content,
  .told-desk,
  .problems,
  .offers,
  .after,
  .notice ul {
    display: grid;
    gap: 8px;
    align-content: start;
    min-width: 0;
  }
  .columns,
  .form,
  .check,
  .told-desk {
    gap: 16px;
  }
  .body,
  .list,
  .gate-body {
    gap: 20px;
  }
  .band,
  .section,
  .gate,
  .offers,
  .problems {
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  /* What is written in one section moves nothing inside another: a key lays out little. */
  .section,
  .member {
    contain: layout style;
  }
  .band {
    gap: 24px;
  }
  .band > div {
    gap: 12px;
  }
  .problems {
    border: 2px solid var(--_error);
  }
  /* Not out of the tree, or a screen reader would not hear it filled. */
  .edit [role='status']:empty {
    position: absolute;
  }
  .problems.elsewhere {
    border-color: var(--_key);
  }
  .section.wrong,
  .field.wrong {
    border-inline-start: 4px solid var(--_error);
  }
  .field.wrong {
    padding-inline-start: 12px;
  }
  .problem {
    color: var(--_error);
    font-weight: 700;
  }
  .opener {
    display: flex;
    align-items: center;
    gap: 12px;
    width: 100%;
    min-height: 44px;
    padding: 4px 0;
    border: 0;
    background: none;
    color: var(--_key);
    font-weight: 700;
    line-height: 1.5;
    text-align: start;
    cursor: pointer;
  }
  .opener::before {
    content: '';
    flex: none;
    width: 0.55em;
    height: 0.55em;
    border: solid currentcolor;
    border-width: 0 2px 2px 0;
    transform: translateY(-15%) rotate(45deg);
  }
  .opener[aria-expanded='true']::before {
    transform: translateY(15%) rotate(225deg);
  }
  .opener:hover span {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .summary-line,
  .consent {
    padding-inline-start: calc(0.55em + 14px);
    color: var(--_quiet);
    line-height: 1.6;
  }
  .body {
    margin-top: 12px;
  }
  .entry {
    gap: 12px;
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .entry > * {
    min-width: 0;
  }
  .part {
    gap: 12px;
    padding-top: 16px;
    border-top: 1px solid var(--_line);
  }
  .edit label,
  .edit legend,
  .edit dt,
  .strong {
    font-weight: 700;
  }
  .edit legend {
    margin-bottom: 4px;
  }
  /* A legend that floats stands inside the border, like any other row. */
  .entry > legend {
    float: left;
    width: 100%;
  }
  .assessment .entry {
    padding: 16px 0 0;
    border: solid var(--_line);
    border-width: 1px 0 0;
    border-radius: 0;
  }
  /* Blocks, not a grid: what stands in a grid is never laid out alone, as a held field is. */
  .edit .field {
    min-width: 0;
  }
  .edit .field > label {
    display: block;
  }
  .edit .field > * + * {
    margin-top: 4px;
  }
  .edit .field > legend + * {
    margin-top: 0;
  }
  .edit .field > .choices {
    margin-top: 8px;
  }
  .edit .field > legend + .choices {
    margin-top: 4px;
  }
  .edit .choice {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 44px;
    padding: 6px 12px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    font-weight: 400;
    line-height: 1.5;
    cursor: pointer;
  }
  .edit .choice:has(:checked) {
    border-color: var(--_key);
    background: var(--_key-pale);
    box-shadow: inset 0 0 0 1px var(--_key);
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 4px;
  }
  .many .choices {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 13em), 1fr));
  }
  .edit input[type='text'],
  .edit textarea,
  .edit select {
    display: block;
    width: 100%;
    min-width: 0;
    min-height: 48px;
    margin-inline: 0;
    padding: 9px 12px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_ground);
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
  }
  .edit textarea {
    word-break: normal;
    min-height: calc(2lh + 20px);
    max-height: 70vh;
    line-height: 1.7;
    resize: vertical;
    field-sizing: content;
  }
  .edit [data-long] {
    height: 70vh;
    field-sizing: fixed;
  }
  .edit [data-held] {
    contain: size layout;
    field-sizing: fixed;
  }
  .edit [data-rows='3'] {
    min-height: calc(3lh + 20px);
  }
  .edit [data-rows='4'] {
    min-height: calc(4lh + 20px);
  }
  .edit [data-rows='5'],
  .edit [data-rows='6'] {
    min-height: calc(5lh + 20px);
  }
  .edit [data-rows='8'] {
    min-height: calc(8lh + 20px);
  }
  .edit .short {
    max-width: 8em;
  }
  .edit [aria-invalid] {
    border-width: 2px;
    border-color: var(--_error);
  }
  .deadline {
    font-weight: 700;
    text-wrap: balance;
  }
  .desk-line {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    line-height: 1.6;
  }
  .chosen {
    display: grid;
    gap: 8px;
  }
`;
