import { css } from 'lit';

export const signatureStyles = css`
  .signature {
    display: grid;
    gap: 16px;
    container: tsunagu-signature / inline-size;
  }
  .signature-ways {
    display: grid;
    gap: 16px;
  }
  /* Neither way comes first by its size. */
  @container tsunagu-signature (min-width: 640px) {
    .signature-ways {
      grid-template-columns: 1fr 1fr;
    }
  }
  .signature-way {
    display: grid;
    gap: 8px;
    align-content: start;
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .signature-label {
    font-weight: 700;
  }
  .signature-note {
    color: var(--_quiet);
    font-size: calc(var(--_size) * 0.875);
    line-height: 1.6;
  }
  .signature-name {
    display: block;
    width: 100%;
    min-height: 48px;
    padding: 10px 16px;
    border: 1px solid var(--tsunagu-color-edge, #666);
    border-radius: var(--_radius);
    background: var(--_ground);
  }
  /* Ink is black on white on every ground: it is kept as a picture. */
  .signature-surface {
    display: block;
    width: 100%;
    aspect-ratio: 5 / 2;
    border: 1px solid var(--tsunagu-color-edge, #666);
    border-radius: var(--_radius);
    background: #fff;
    forced-color-adjust: none;
    touch-action: none;
    cursor: crosshair;
  }
  .signature-tools {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
`;
