import { css } from 'lit';

/** Colours follow the page's `color-scheme`. All that a page may set is a `--face-verify-…` property. */
const THEME = css`
  :host {
    --_surface: var(--face-verify-surface, light-dark(#ffffff, #161c23));
    --_well: var(--face-verify-well, light-dark(#eef2f6, #0d1217));
    --_ink: var(--face-verify-ink, light-dark(#17212b, #e9eef3));
    --_muted: var(--face-verify-muted, light-dark(#55616d, #a0adba));
    --_line: var(--face-verify-line, light-dark(#d5dde5, #2d3844));
    --_edge: var(--face-verify-edge, light-dark(#7d8995, #71808f));
    --_accent: var(--face-verify-accent, light-dark(#1d5fae, #8dbcf5));
    --_accent-ink: var(--face-verify-accent-ink, light-dark(#ffffff, #0a1a2c));
    --_good: var(--face-verify-good, light-dark(#0b6b45, #62d6a0));
    --_bad: var(--face-verify-bad, light-dark(#a9301f, #ff9c87));
    --_unsure: var(--face-verify-unsure, light-dark(#7d5300, #f0c060));
    --_veil: var(--face-verify-veil, light-dark(rgb(238 242 246 / 80%), rgb(13 18 23 / 76%)));
    --_radius: var(--face-verify-radius, 1.25rem);
    --_stage-size: var(--face-verify-stage-size, 27rem);

    display: block;
    container-type: inline-size;
    max-inline-size: 36rem;
    color: var(--_ink);
    font: 1rem / 1.45 var(--face-verify-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
    -webkit-text-size-adjust: 100%;
  }

  :host([hidden]) {
    display: none;
  }

  @media (forced-colors: active) {
    :host {
      --_line: CanvasText;
      --_edge: ButtonText;
      --_accent: Highlight;
      --_good: CanvasText;
      --_bad: CanvasText;
      --_unsure: CanvasText;
      --_veil: Canvas;
      --_well: Canvas;
      --_muted: CanvasText;
      --_ink: CanvasText;
    }
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  [hidden] {
    display: none;
  }

  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
`;

const FRAME = css`
  .frame {
    display: grid;
    gap: 1rem;
    padding: clamp(0.5rem, 3cqi, 1rem);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) + 0.25rem);
    background: var(--_surface);
  }

  .side {
    display: grid;
    gap: 1rem;
    align-content: center;
    min-inline-size: 0;
  }

  .words {
    display: grid;
    text-align: center;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }

  .words > * {
    grid-area: 1 / 1;
    padding-inline: 0.5rem;
  }

  .room {
    visibility: hidden;
  }

  p {
    margin: 0;
  }

  .title {
    font-size: 1.3125rem;
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

  .alternative {
    padding-block-start: 0.875rem;
    border-block-start: 1px solid var(--_line);
    text-align: center;
  }

  .consent {
    display: grid;
    gap: 0.375rem;
    padding: 0.75rem 0.875rem;
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

  .missed {
    color: var(--_bad);
  }

  .missed:empty {
    display: none;
  }

  @container (min-width: 34rem) {
    @media (orientation: landscape) and (max-height: 34rem) {
      .frame {
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      }
    }
  }
`;

const CONTROLS = css`
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

const STAGE = css`
  .stage {
    --_tone: var(--_accent);

    position: relative;
    inline-size: 100%;
    block-size: min(var(--_stage-size), 120cqi, max(58svh, 13rem));
    border-radius: var(--_radius);
    background: var(--_well);
    overflow: hidden;
    isolation: isolate;
  }

  .stage[data-tone='good'],
  .stage[data-good] {
    --_tone: var(--_good);
  }

  .stage[data-tone='bad'] {
    --_tone: var(--_bad);
  }

  .stage[data-tone='unsure'] {
    --_tone: var(--_unsure);
  }

  /* Never taken out of the layout: phones give no frames to a video that is not displayed. */
  video,
  .place,
  .guide {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }

  video {
    object-fit: cover;
    opacity: 0;
  }

  .stage[data-live] video {
    opacity: 1;
    transition: opacity 0.4s ease-out;
  }

  .stage[data-mirrored] :is(video, .place) {
    transform: scaleX(-1);
  }

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

  .face {
    fill: none;
    stroke: #ffffff;
    stroke-width: 2.5px;
    stroke-dasharray: 7 7;
    vector-effect: non-scaling-stroke;
    filter: drop-shadow(0 0 2px rgb(0 0 0 / 70%));
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

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before {
      animation: none !important;
      transition: none !important;
    }
  }

  @media (forced-colors: active) {
    .stage {
      border: 1px solid CanvasText;
    }

    .oval {
      fill: Canvas !important;
    }

    .stage[data-live] .oval {
      fill: none !important;
    }

    .track,
    .stage[data-live] .track {
      stroke: GrayText;
    }

    .veil {
      fill-opacity: 0.8;
    }
  }
`;

export const STYLES = [THEME, FRAME, CONTROLS, STAGE];
