import type { FacePlace } from 'face-verify';
import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { type ElementState, isWatching } from '../element-state.ts';
import type { Ring } from '../ring-of.ts';
import { appearanceOf, symbolOf } from './symbols.ts';

export interface StageOptions {
  readonly state: ElementState;
  readonly ring: Ring;
  readonly isMirrored: boolean;
  readonly progressLabel: string;
}

/** The oval in a square of 100, begun and ended at its top. */
const OVAL = 'M50 9a32 41 0 0 1 0 82a32 41 0 0 1 0-82';

/** What the camera sees, where the face is and should be, and how far the attempt is. */
export function stageView({ state, ring, isMirrored, progressLabel }: StageOptions): TemplateResult {
  const { symbol, tone } = appearanceOf(state);
  const isLive = isWatching(state);
  return html`
    <div class="stage" part="stage" data-tone=${tone} ?data-live=${isLive} ?data-mirrored=${isMirrored}
      ?data-good=${state.phase === 'guiding' && state.hint === undefined}>
      <video part="video" playsinline muted autoplay disablepictureinpicture disableremoteplayback
        aria-hidden="true" tabindex="-1"></video>
      ${faceOf(state)}
      <svg class="guide" part="guide" viewBox="0 0 100 100" aria-hidden="true" focusable="false">
        <mask id="hole" maskUnits="userSpaceOnUse" x="-500" y="-500" width="1100" height="1100">
          <rect x="-500" y="-500" width="1100" height="1100" fill="#fff" />
          <path d=${OVAL} fill="#000" />
        </mask>
        <rect class="veil" part="veil" x="-500" y="-500" width="1100" height="1100" mask="url(#hole)" />
        <path class="oval" d=${OVAL} />
        <path class="track" d=${OVAL} />
        <path class="ring" part="ring" d=${OVAL} pathLength="1" data-kind=${ring.kind}
          style="--_share: ${ring.kind === 'filling' ? ring.share : 0}" />
        ${symbol && svg`<g class="symbol" part="symbol" transform="translate(26 26) scale(2)">${symbolOf(symbol)}</g>`}
        ${turnOf(state, isMirrored)}
      </svg>
      ${ring.kind === 'filling' && isLive ? progressOf(ring.share, progressLabel) : nothing}
    </div>
  `;
}

function progressOf(share: number, label: string): TemplateResult {
  return html`<div class="unseen" role="progressbar" aria-label=${label} aria-valuemin="0" aria-valuemax="100"
    aria-valuenow=${Math.round(share * 100)}></div>`;
}

/** Where the face is, while it is not yet where it should be. Lies over the video as the video lies in its box. */
function faceOf(state: ElementState): TemplateResult | typeof nothing {
  const face = 'face' in state && 'hint' in state && state.hint !== undefined ? state.face : undefined;
  if (face === undefined) return nothing;
  const { widthPx, heightPx } = face.image;
  return html`
    <svg class="place" viewBox="0 0 ${widthPx} ${heightPx}" preserveAspectRatio="xMidYMid slice" aria-hidden="true"
      focusable="false">${ellipseOf(face)}</svg>
  `;
}

/** A face is about 2.2 eye distances wide and 2.7 high, more of it below the eyes than above. */
function ellipseOf({ centre, eyeDistancePx: apart, rollDegrees }: FacePlace): SVGTemplateResult {
  return svg`<ellipse class="face" part="face" rx=${1.1 * apart} ry=${1.35 * apart}
    transform="translate(${centre.x} ${centre.y}) rotate(${rollDegrees}) translate(0 ${0.35 * apart})" />`;
}

/** Which way to turn: in a mirrored picture a person's own left is on the left. */
function turnOf(state: ElementState, isMirrored: boolean): SVGTemplateResult | typeof nothing {
  if (state.phase !== 'challenging' || state.stage !== 'doing') return nothing;
  const { challenge } = state;
  if (challenge !== 'turn-left' && challenge !== 'turn-right') return nothing;
  const isLeft = (challenge === 'turn-left') === isMirrored;
  return svg`<g class="turn" part="turn" transform=${isLeft ? 'translate(9 50)' : 'translate(91 50) scale(-1 1)'}>
    <path d="m3 -6 -6 6 6 6" /></g>`;
}
