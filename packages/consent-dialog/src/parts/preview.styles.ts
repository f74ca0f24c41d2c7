import { css } from 'lit';

export const previewStyles = css`
  .preview {
    display: grid;
    gap: 16px;
  }
  .preview h3 {
    font-size: calc(var(--_size) * 1.25);
    line-height: 1.5;
    text-wrap: balance;
  }
  .preview h4 {
    font-size: calc(var(--_size) * 1.125);
    line-height: 1.5;
  }
  .preview-part {
    display: grid;
    gap: 12px;
  }
  .preview-told,
  .preview-behind {
    display: grid;
    gap: 0;
    border-top: 1px solid var(--_line);
  }
  .preview-told > div,
  .preview-behind > li {
    padding: 8px 0;
    border-bottom: 1px solid var(--_line);
  }
  .preview dt {
    font-weight: 700;
  }
  .preview dd {
    white-space: pre-line;
    word-break: normal;
  }
  .preview-label,
  .preview-note {
    color: var(--_quiet);
    font-size: calc(var(--_size) * 0.875);
    line-height: 1.6;
  }
  .preview-label {
    margin-inline-end: 0.75em;
  }
  .preview-read {
    padding: 12px 16px;
    border-inline-start: 4px solid var(--_key);
    background: var(--_key-pale);
  }
  .preview-why {
    display: block;
    color: var(--_quiet);
  }
  @media (forced-colors: active) {
    .preview-read {
      border-inline-start-color: CanvasText;
    }
  }
`;
