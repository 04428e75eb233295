import { css } from 'lit';

export const WORDS_STYLES = css`
  .words {
    display: grid;
    text-align: center;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }

  /* Few words fit in a line where letters are large: better parted than broken. */
  @container (max-width: 12rem) {
    .words {
      hyphens: auto;
    }
  }

  .words > * {
    grid-area: 1 / 1;
    padding-inline: clamp(0rem, 8cqi - 1rem, 0.5rem);
  }

  .title {
    font-size: clamp(1rem, 10cqi, 1.3125rem);
    font-weight: 640;
    line-height: 1.3;
    letter-spacing: -0.01em;
  }

  :lang(ar) .title,
  :lang(hi) .title {
    letter-spacing: 0;
  }

  .detail {
    margin-block-start: 0.25rem;
    color: var(--_muted);
  }
`;
