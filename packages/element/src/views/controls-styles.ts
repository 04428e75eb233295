import { css } from 'lit';

export const CONTROLS_STYLES = css`
  .controls {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }

  .offered {
    display: flex;
    flex-wrap: wrap;
    grid-area: 1 / 1;
    gap: 0.625rem;
    place-content: center;
  }

  /* As narrow as its longest word, so that two that fit stand in a row, and then as wide as there is room. */
  button,
  .button,
  select,
  .choice {
    flex: 1 1 auto;
    inline-size: min-content;
    min-inline-size: 0;
    max-inline-size: max-content;
    min-block-size: 3.25rem;
    padding: 0.375rem clamp(0.25rem, 5cqi, 1.125rem);
    border: 1px solid var(--_edge);
    border-radius: calc(var(--_radius) * 0.6);
    background: var(--_surface);
    color: var(--_ink);
    font: inherit;
    font-weight: 560;
    line-height: 1.15;
    overflow-wrap: break-word;
  }

  /* One below the other: all as wide. */
  @container (max-width: 12rem) {
    button,
    .button,
    select,
    .choice {
      max-inline-size: none;
    }
  }

  button {
    cursor: pointer;
  }

  select,
  .choice {
    inline-size: 6rem;
    max-inline-size: 16rem;
    padding-inline: 0.75rem;
    font-weight: 400;
    text-overflow: ellipsis;
  }

  /* Its words stay in one line where there is room for that, before others' do. */
  .primary {
    flex-grow: 1000;
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
    button:disabled {
      border-color: GrayText;
      color: GrayText;
    }

    button.primary:not(:disabled) {
      forced-color-adjust: none;
      border-color: ButtonText;
      background: ButtonText;
      color: ButtonFace;
    }
  }
`;
