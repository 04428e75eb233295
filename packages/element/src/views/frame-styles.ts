import { css } from 'lit';

/** The element's own box, and the way without biometrics at its end. */
export const FRAME_STYLES = css`
  .frame {
    display: grid;
    gap: 1rem;
    padding: clamp(0.25rem, 3cqi, 1rem);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) + 0.25rem);
    background: var(--_surface);
  }

  .side {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
    align-content: center;
    container-type: inline-size;
  }

  /* What is never seen, and keeps its room. */
  .room {
    visibility: hidden;
  }

  ::slotted(p) {
    margin: 0;
  }

  .alternative {
    padding-block-start: 0.875rem;
    border-block-start: 1px solid var(--_line);
    text-align: center;
  }

  @container (min-width: 26rem) {
    @media (orientation: landscape) and (max-height: 34rem) {
      .frame {
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      }
    }
  }
`;
