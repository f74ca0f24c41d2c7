import { css } from 'lit';

export const cardStyles = css`
  .card {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 8px;
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_ground);
    content-visibility: auto;
    contain-intrinsic-size: auto 220px;
  }
  .card > * {
    max-width: 100%;
  }
  .field {
    --_accent: var(--_quiet);
    padding: 0 8px;
    border-left: 4px solid var(--_accent);
    color: var(--_accent);
    font-size: calc(var(--_size) * 0.875);
    font-weight: 700;
    line-height: 1.5;
  }
  .field.general {
    --_accent: var(--tsunagu-color-field-general, #0017c1);
  }
  .field.elderly {
    --_accent: var(--tsunagu-color-field-elderly, #5109ad);
  }
  .field.disability {
    --_accent: var(--tsunagu-color-field-disability, #115a36);
  }
  .field.child {
    --_accent: var(--tsunagu-color-field-child, #ac3e00);
  }
  .field.livelihood {
    --_accent: var(--tsunagu-color-field-livelihood, #006f83);
  }
  .field.health {
    --_accent: var(--tsunagu-color-field-health, #0055ad);
  }
  .field.rights {
    --_accent: var(--tsunagu-color-field-rights, #8b008b);
  }
  h3 > span {
    display: block;
  }
  .kana,
  .official {
    font-weight: 400;
  }
  .aim > span {
    margin-inline-end: 1em;
  }
  .state {
    font-weight: 700;
  }
  .state.closed,
  .state.unknown {
    color: var(--_quiet);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    width: 100%;
  }
  .phone {
    flex-direction: row;
    flex-wrap: wrap;
    gap: 0 0.5em;
    min-height: 56px;
    padding: 8px 24px;
  }
  .card .phone {
    flex: 1 1 16em;
  }
  .number {
    font-size: calc(var(--_size) * 1.25);
    letter-spacing: 0.02em;
    white-space: nowrap;
  }
  .details {
    width: 100%;
    padding-top: 8px;
    border-top: 1px solid var(--_line);
  }
  dl {
    display: grid;
    gap: 12px;
  }
  dt {
    font-size: calc(var(--_size) * 0.875);
    font-weight: 700;
    color: var(--_quiet);
  }
  table {
    border-collapse: collapse;
    line-height: 1.5;
  }
  th,
  td {
    padding: 4px 16px 4px 8px;
    border-bottom: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
    font-weight: 400;
  }
  .span {
    display: block;
  }
  .today th,
  .today td {
    background: var(--_key-pale);
    font-weight: 700;
  }
  .today-mark {
    margin-inline-start: 0.5em;
    font-size: calc(var(--_size) * 0.875);
  }
  .rest {
    justify-self: start;
  }

  .emergency,
  .fallback {
    display: grid;
    gap: 12px;
    padding: 16px;
    border-radius: var(--_radius);
  }
  .emergency {
    border: 2px solid var(--_key);
  }
  .fallback {
    background: var(--tsunagu-color-pale, #f2f2f2);
  }
  .service {
    display: grid;
    gap: 4px;
    padding: 12px 0;
    border-top: 1px solid var(--_line);
  }
  .service-name {
    font-weight: 700;
  }
  .failed {
    padding: 16px;
    border: 2px solid var(--tsunagu-color-error, #ce0000);
    border-radius: var(--_radius);
    background: var(--_ground);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
  }

  .foot {
    font-size: calc(var(--_size) * 0.875);
  }

  @container tsunagu-finder (min-width: 720px) {
    .cards {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .card {
      padding: 24px;
    }
    .services {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 0 24px;
    }
    h2 {
      font-size: calc(var(--_size) * 1.5);
    }
  }
  @media (forced-colors: active) {
    .chip[aria-pressed='true'] {
      border-width: 3px;
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .today th,
    .today td {
      outline: 1px solid Highlight;
    }
    .card,
    .fallback {
      border: 1px solid CanvasText;
    }
  }
`;
