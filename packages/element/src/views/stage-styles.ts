import { css } from 'lit';

/** The box of the camera's picture, and where the face is in it. */
export const STAGE_STYLES = css`
  .stage {
    --_tone: var(--_accent);

    position: relative;
    inline-size: 100%;
    block-size: min(var(--_stage-size), 120cqi, max(var(--_stage-share, 58svh), 13rem));
    border-radius: var(--_radius);
    background: var(--_well);
    overflow: hidden;
    isolation: isolate;
  }

  /* Room for what is agreed to. */
  :host([mode='enrol']) {
    --_stage-share: 42svh;
  }

  /* Beside the words it is as high as they, as far as all of it can be seen. */
  @container (min-width: 26rem) {
    @media (orientation: landscape) and (max-height: 34rem) {
      .stage {
        block-size: auto;
        min-block-size: 13rem;
        max-block-size: calc(100svh - 2rem);
      }
    }
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

  .face {
    fill: none;
    stroke: #ffffff;
    stroke-width: 2.5px;
    stroke-dasharray: 7 7;
    vector-effect: non-scaling-stroke;
    filter: drop-shadow(0 0 2px rgb(0 0 0 / 70%));
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

    .stage[data-good] {
      --_tone: Highlight;
    }
  }
`;
