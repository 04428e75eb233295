import { css } from 'lit';

export const CONTROLS_STYLES = css`
  .controls {
    display: flex;
    gap: 0.625rem;
    justify-content: center;
    min-block-size: 3.25rem;
  }

  @container (max-width: 17rem) {
    .controls {
      flex-direction: column;
    }
  }

  button,
  select {
    min-inline-size: 0;
    min-block-size: 2.875rem;
    padding: 0.375rem clamp(0.5rem, 5cqi, 1.125rem);
    border: 1px solid var(--_edge);
    border-radius: calc(var(--_radius) * 0.6);
    background: var(--_surface);
    color: var(--_ink);
    font: inherit;
    font-weight: 560;
    line-height: 1.15;
    overflow-wrap: anywhere;
  }

  button {
    cursor: pointer;
  }

  select {
    flex: 0 1 16rem;
    padding-inline: 0.75rem;
    font-weight: 400;
    text-overflow: ellipsis;
  }

  button.primary {
    min-inline-size: min(9rem, 40cqi);
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_accent-ink);
  }

  button:hover:not(:disabled) {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }

  button.primary:hover:not(:disabled) {
    background: color-mix(in srgb, var(--_accent) 88%, var(--_ink));
  }

  button:disabled {
    border-color: var(--_line);
    background: var(--_well);
    color: var(--_muted);
    cursor: default;
  }

  :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 3px;
  }

  @media (forced-colors: active) {
    button.primary {
      forced-color-adjust: none;
      border-color: ButtonText;
      background: ButtonText;
      color: ButtonFace;
    }
  }
`;
