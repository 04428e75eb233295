import { css, html, type TemplateResult } from 'lit';
import { type Ref, ref } from 'lit/directives/ref.js';
import type { TonedWords } from './kiosk-words.ts';

/** The oval in a square of 100, begun and ended at its top. */
const OVAL = 'M50 9a32 41 0 0 1 0 82a32 41 0 0 1 0-82';

interface StageOptions {
  readonly video: Ref<HTMLVideoElement>;
  readonly tone: TonedWords['tone'];
  /** Frames that agree, of those that are needed: 0 to 1. */
  readonly progress: number;
  readonly isFilm: boolean;
  readonly isWatching: boolean;
}

/** What the camera sees, as in a mirror, and where a face should be. A film is no mirror. */
export function kioskStage({ video, tone, progress, isFilm, isWatching }: StageOptions): TemplateResult {
  return html`
    <div class="stage" data-tone=${tone} ?data-film=${isFilm} ?data-watching=${isWatching}>
      <video ${ref(video)} playsinline muted autoplay disablepictureinpicture disableremoteplayback aria-hidden="true"
        tabindex="-1"></video>
      <svg viewBox="0 0 100 100" aria-hidden="true" focusable="false">
        <mask id="hole" maskUnits="userSpaceOnUse" x="-500" y="-500" width="1100" height="1100">
          <rect x="-500" y="-500" width="1100" height="1100" fill="#fff" />
          <path d=${OVAL} fill="#000" />
        </mask>
        <rect class="veil" x="-500" y="-500" width="1100" height="1100" mask="url(#hole)" />
        <path class="oval" d=${OVAL} />
        <path class="ring" d=${OVAL} pathLength="1" style="--share: ${progress}" />
      </svg>
    </div>
  `;
}

export const stageStyles = css`
  .stage {
    position: relative;
    overflow: hidden;
    min-block-size: 0;
    background: #0b0f13;
  }

  video,
  .stage svg {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }

  video {
    object-fit: cover;
    transform: scaleX(-1);
  }

  [data-film] video {
    transform: none;
  }

  .veil {
    fill: rgb(11 15 19 / 62%);
  }

  .oval,
  .ring {
    fill: none;
    stroke: rgb(255 255 255 / 75%);
    stroke-width: 0.9;
  }

  .ring {
    stroke: #62d6a0;
    stroke-width: 2.2;
    stroke-dasharray: 1;
    stroke-dashoffset: calc(1 - var(--share));
    stroke-linecap: round;
    opacity: min(1, calc(20 * var(--share)));
    transition: stroke-dashoffset 150ms linear;
  }

  [data-tone='good'] .oval {
    stroke: #62d6a0;
    stroke-width: 2.2;
  }

  [data-tone='unsure'] .oval {
    stroke: #f0c060;
    stroke-width: 2.2;
  }

  .stage:not([data-watching]) video {
    opacity: 0.35;
  }

  [data-tone='bad'] video {
    visibility: hidden;
  }

  @media (prefers-reduced-motion: reduce) {
    .ring {
      transition: none;
    }
  }
`;
