import type { FiveLandmarks } from '@face-verify/core';
import index from '../fixtures/index.json' with { type: 'json' };

/** Someone in a rendered photograph. */
export interface FixturePerson {
  /** Name of the subject; the same name is the same person. */
  readonly subject: string;
  /** Positive where the face is turned to the right edge of the image. */
  readonly yawDegrees: number;
  /** The true landmarks in pixels: where the renderer put them. */
  readonly landmarks: FiveLandmarks;
}

/** A rendered photograph of this package's folder `fixtures`. */
export interface FixturePhotograph {
  /** Name in the folder, e.g. `ada-front.jpg`; as a module: `@face-verify/testkit/fixtures/ada-front.jpg`. */
  readonly file: string;
  readonly widthPx: number;
  readonly heightPx: number;
  /** From left to right; empty for the photograph without a face. */
  readonly people: readonly FixturePerson[];
}

/** Every rendered photograph. */
export const FIXTURE_PHOTOGRAPHS: readonly FixturePhotograph[] = index;
