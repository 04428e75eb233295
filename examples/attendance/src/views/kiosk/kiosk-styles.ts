import { css } from 'lit';

export const kioskStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto auto minmax(0, 1fr);
    block-size: 100dvh;
    overflow: hidden;
  }

  kiosk-start {
    grid-row: 3;
    overflow: auto;
  }

  header {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
    align-items: center;
    justify-content: space-between;
    min-block-size: 3.25rem;
    padding: 0.25rem max(1rem, env(safe-area-inset-left));
    border-block-end: 1px solid var(--line);
    background: var(--card);
  }

  header nav {
    display: flex;
    gap: 0.5rem;
    align-items: center;
  }

  header a {
    padding: 0.5rem;
    color: var(--muted);
  }

  header button {
    color: var(--muted);
    font-weight: 400;
  }

  .clock {
    font-size: 1.375rem;
    font-weight: 640;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .notice {
    padding: 0.5rem 1rem;
    background: var(--unsure-tint);
    color: var(--unsure);
  }

  .kiosk {
    display: grid;
    grid-row: 3;
    grid-template:
      'stage words' minmax(0, 1fr)
      'stage ways' auto
      'demo demo' auto / minmax(0, 1.15fr) minmax(0, 1fr);
    min-block-size: 0;
  }

  .stage {
    grid-area: stage;
  }

  .words {
    display: flex;
    flex-direction: column;
    grid-area: words;
    gap: clamp(0.75rem, 2.5dvh, 2rem);
    align-items: center;
    justify-content: safe center;
    min-block-size: 0;
    padding: clamp(1rem, 3vmin, 3rem);
    overflow: auto;
    text-align: center;
  }

  .words[data-tone='good'] {
    background: var(--good-tint);
    color: var(--good);
  }

  .words[data-tone='unsure'] {
    background: var(--unsure-tint);
    color: var(--unsure);
  }

  .words[data-tone='bad'] {
    background: var(--bad-tint);
    color: var(--bad);
  }

  .said {
    display: grid;
    gap: clamp(0.5rem, 2dvh, 1.5rem);
    max-inline-size: 100%;
  }

  .title {
    font-size: clamp(2rem, min(10dvh, 5.5vw), 7rem);
    font-weight: 700;
    line-height: 1.1;
    letter-spacing: -0.02em;
    overflow-wrap: break-word;
    text-wrap: balance;
  }

  :host(:dir(rtl)) .title {
    letter-spacing: 0;
    line-height: 1.3;
  }

  .detail {
    font-size: clamp(1.125rem, min(3.4dvh, 2.4vw), 2.5rem);
    line-height: 1.3;
    text-wrap: balance;
  }

  .big {
    min-block-size: clamp(3.25rem, 8dvh, 5.5rem);
    padding-inline: clamp(1rem, 3vmin, 2.5rem);
    font-size: clamp(1.125rem, 2.8dvh, 1.75rem);
  }

  .ways {
    display: grid;
    grid-auto-columns: minmax(0, 1fr);
    grid-auto-flow: column;
    grid-area: ways;
    gap: 0.75rem;
    padding: clamp(0.75rem, 2vmin, 1.5rem);
    border-block-start: 1px solid var(--line);
  }

  footer {
    display: flex;
    flex-wrap: wrap;
    grid-area: demo;
    gap: 0 1rem;
    align-items: center;
    justify-content: space-between;
    padding: 0.25rem 1rem;
    border-block-start: 1px solid var(--line);
    background: var(--card);
    color: var(--muted);
    font-size: 0.875rem;
  }

  footer .badge {
    white-space: normal;
  }

  footer .row {
    gap: 0;
  }

  footer button {
    padding-inline: 0.5rem;
    font-size: 0.875rem;
    font-weight: 400;
  }

  @media (orientation: portrait) {
    .kiosk {
      grid-template:
        'stage' minmax(0, 1.35fr)
        'words' minmax(0, 1fr)
        'ways' auto
        'demo' auto / minmax(0, 1fr);
    }

    .kiosk[data-pin] {
      grid-template-rows: minmax(0, 1fr) auto auto auto;
    }

    .title {
      font-size: clamp(2rem, min(6dvh, 9vw), 5.5rem);
    }

    .detail {
      font-size: clamp(1.125rem, min(3dvh, 5vw), 2.5rem);
    }
  }

  /* A phone that lies: there is no room for more than the words and one row. */
  @media (max-height: 32rem) and (orientation: landscape) {
    footer {
      display: none;
    }
  }
`;
