import { css } from 'lit';

/** On A4: large type, every desk open, and nothing that is only true now or needs a finger. */
export const printStyles = css`
  @media print {
    .panel,
    .languages,
    .more,
    .state,
    .details table,
    .once,
    .rest,
    .foot,
    .card .actions .button:not(.phone) {
      display: none !important;
    }
    .finder {
      font-size: 13pt;
      gap: 12pt;
    }
    .cards,
    .services {
      grid-template-columns: 1fr !important;
      gap: 8pt;
    }
    .card {
      content-visibility: visible;
      break-inside: avoid;
      padding: 8pt;
      border: 1pt solid #000;
    }
    .phone {
      min-height: 0;
      padding: 0;
      border: 0;
      background: none;
      color: #000;
      justify-content: start;
      text-decoration: none;
    }
    .number {
      font-size: 18pt;
    }
    .fallback,
    .emergency {
      border: 1pt solid #000;
      background: none;
    }
  }
`;
