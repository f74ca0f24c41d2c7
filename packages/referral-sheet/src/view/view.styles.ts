import { css } from 'lit';

export const viewStyles = css`
  .band,
  .sections,
  .section,
  .row,
  .standing,
  .desks,
  .desk,
  .person,
  .rows,
  .topics,
  .group,
  .facts,
  .facts > div,
  .timeline > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .band {
    gap: 16px;
    padding: 16px;
    border: 1px solid var(--_line);
    border-top: 4px solid var(--_key-active);
    border-radius: var(--_radius);
  }
  .standing {
    gap: 4px;
    justify-items: start;
    padding: 12px 16px;
    border-radius: var(--_radius);
    background: var(--_pale);
  }
  .standing p:empty {
    display: none;
  }
  .turn {
    font-size: calc(var(--_size) * 1.125);
    font-weight: 700;
  }
  .turn.yours {
    color: var(--_key);
  }
  .stands > span + span::before {
    content: ' ／ ';
  }
  .due {
    font-weight: 700;
    text-wrap: balance;
  }
  .late .due {
    color: var(--_warn);
  }
  .desks {
    gap: 16px;
  }
  .desk {
    gap: 2px;
    align-content: start;
    padding-inline-start: 12px;
    border-inline-start: 4px solid var(--_line);
  }
  .desk .label,
  .rows dt,
  .facts dt,
  .dates dt {
    color: var(--_quiet);
    font-size: calc(var(--_size) * 0.875);
    font-weight: 400;
    line-height: 1.6;
  }
  .name {
    font-weight: 700;
  }
  .who,
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    align-items: baseline;
  }
  .ways a,
  .row a {
    display: inline-block;
    padding-block: 8px;
  }
  .ways a {
    font-weight: 700;
  }
  .desk .state {
    font-size: calc(var(--_size) * 0.875);
  }
  .dates {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 32px;
    padding-top: 12px;
    border-top: 1px solid var(--_line);
  }
  .person {
    gap: 8px;
    padding-top: 16px;
    border-top: 1px solid var(--_line);
  }
  .sections {
    gap: 24px;
  }
  .section {
    align-content: start;
    gap: 12px;
    min-width: 0;
  }
  .sections > .section > h3,
  .section.reply > h3 {
    padding-bottom: 4px;
    border-bottom: 2px solid var(--_text);
  }
  .rows {
    gap: 8px;
  }
  .row {
    gap: 0 16px;
  }
  .row dd {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
  }
  .row.long dd {
    display: grid;
    gap: 4px;
  }
  .topics {
    gap: 4px;
  }
  .topics li {
    display: flex;
    gap: 8px;
  }
  .topics .main {
    font-weight: 700;
  }
  .group {
    gap: 8px;
    padding: 12px 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .timeline > li {
    position: relative;
    gap: 2px;
    padding: 0 0 20px 24px;
    border-inline-start: 2px solid var(--_line);
  }
  .timeline > li:last-child {
    border-color: transparent;
  }
  .timeline > li::before {
    content: '';
    position: absolute;
    inset: 0.5em auto auto -8px;
    width: 14px;
    height: 14px;
    border: 2px solid var(--_key-active);
    border-radius: 50%;
    background: var(--_ground);
  }
  .timeline > li:last-child::before {
    background: var(--_key-active);
  }
  .timeline time {
    margin-inline-end: 8px;
    color: var(--_quiet);
    font-size: calc(var(--_size) * 0.875);
  }
  .timeline .by {
    font-size: calc(var(--_size) * 0.875);
  }
  .facts {
    gap: 4px;
    margin-block: 4px;
  }
  .facts > div {
    grid-template-columns: minmax(7em, max-content) minmax(0, 1fr);
    gap: 0 12px;
  }
  .facts > .said {
    grid-template-columns: minmax(0, 1fr);
    padding: 8px 12px;
    border-radius: var(--_radius);
    background: var(--_pale);
  }
  @container tsunagu-sheet (min-width: 480px) {
    .row:not(.long) {
      grid-template-columns: 9em minmax(0, 1fr);
      align-items: baseline;
    }
    .row dd {
      grid-column: -2 / -1;
    }
  }
  @container tsunagu-sheet (min-width: 720px) {
    .band {
      padding: 24px;
    }
    .desks {
      grid-template-columns: 1fr 1fr;
      gap: 24px;
    }
    .person .rows {
      grid-template-columns: 1fr 1fr;
      gap: 8px 24px;
    }
    .sections {
      display: block;
      columns: 2;
      column-gap: 40px;
    }
    /* In a grid a heading may stay behind at the foot of a column. */
    .sections > .section {
      display: block;
      margin-bottom: 32px;
    }
    .sections > .section > * + * {
      margin-top: 12px;
    }
    .sections h3,
    .sections .row,
    .sections > .section:not(:has(dl, ul, div)),
    .group {
      break-inside: avoid;
    }
    .sections h3 {
      break-after: avoid;
    }
  }
`;
