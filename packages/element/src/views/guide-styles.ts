import { css } from 'lit';

/** The oval, the ring around it, and what stands in it. */
export const GUIDE_STYLES = css`
  .guide {
    inset: 3%;
    inline-size: 94%;
    block-size: 94%;
    overflow: visible;
    fill: none;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .veil {
    fill: var(--_veil);
    opacity: 0;
    transition: opacity 0.4s ease-out;
  }

  .stage[data-live] .veil {
    opacity: 1;
  }

  .oval {
    fill: var(--_surface);
    transition: fill 0.3s ease-out;
  }

  .stage:not([data-tone='plain']) .oval {
    fill: color-mix(in srgb, var(--_tone) 12%, var(--_surface));
  }

  .stage[data-live] .oval {
    fill: none;
  }

  .track {
    stroke: var(--_line);
    stroke-width: 1.1;
  }

  .stage[data-live] .track {
    stroke: light-dark(rgb(255 255 255 / 90%), rgb(233 238 243 / 55%));
    stroke-width: 1.6;
  }

  .ring {
    stroke: var(--_tone);
    stroke-width: 1.8;
    stroke-dasharray: var(--_share) 2;
    opacity: 0;
    transition:
      stroke-dasharray 0.35s ease-out,
      stroke 0.3s ease-out;
  }

  .ring[data-kind='filling'] {
    opacity: min(1, var(--_share) * 1000);
  }

  .ring[data-kind='turning'] {
    stroke-dasharray: 0.2 0.8;
    opacity: 1;
    animation: turn 1.8s linear infinite;
  }

  @keyframes turn {
    to {
      stroke-dashoffset: -1;
    }
  }

  .symbol {
    stroke: var(--_tone);
    stroke-width: 1.1;
  }

  .stage[data-tone='plain'] .symbol {
    stroke: var(--_edge);
    stroke-width: 0.9;
  }

  .symbol .drawn {
    stroke-dasharray: 1 2;
    animation: draw 0.5s 0.1s ease-out both;
  }

  @keyframes draw {
    from {
      stroke-dasharray: 0 2;
      opacity: 0;
    }
  }

  .turn path {
    stroke: var(--_accent);
    stroke-width: 2.2;
    animation: nudge 1.2s ease-in-out infinite alternate;
  }

  @keyframes nudge {
    from {
      transform: translateX(2px);
    }

    to {
      transform: translateX(-2px);
    }
  }

  @media (forced-colors: active) {
    .oval {
      fill: Canvas !important;
    }

    .stage[data-live] .oval {
      fill: none !important;
    }

    .track,
    .stage[data-live] .track {
      stroke: CanvasText;
      stroke-width: 0.8;
    }

    .ring {
      stroke-width: 3;
    }

    .veil {
      fill-opacity: 0.8;
    }
  }
`;
