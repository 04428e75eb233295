import { css } from 'lit';

/** Colours follow the page's `color-scheme`. All that a page may set is a `--face-verify-…` property. */
export const THEME_STYLES = css`
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

  p {
    margin: 0;
  }
`;
