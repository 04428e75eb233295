import { css } from 'lit';

export const CONSENT_STYLES = css`
  .consent {
    display: grid;
    gap: 0.375rem;
    padding: 0.75rem clamp(0.375rem, 5cqi, 0.875rem);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.6);
    font-size: 0.9375rem;
  }

  .consent[data-missed] {
    border-color: var(--_bad);
  }

  .consent label {
    display: flex;
    gap: 0.625rem;
    align-items: center;
    min-block-size: 2.25rem;
    font-weight: 600;
  }

  .consent input {
    flex: none;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: 0;
    accent-color: var(--_accent);
  }

  .missing {
    display: grid;
    color: var(--_bad);
  }

  .missing > * {
    grid-area: 1 / 1;
  }

  .missing > :empty {
    display: none;
  }
`;
