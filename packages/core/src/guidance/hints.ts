import type { CaptureRefusal } from '../decision.ts';
import { alignmentLandmarks, FACE_POINT_NAMES, type FacePoints } from '../face-points.ts';
import { distance } from '../geometry.ts';
import { type FaceQuality, QUALITY_LIMITS } from '../quality/face-quality.ts';

/** What a person before a camera can be asked to change, the most pressing first. Closed and stable: views have a text for each. */
export const HINTS = [
  /** Two or more people are near. */
  'one-person-only',
  /** No face is seen, or hardly one. */
  'face-the-camera',
  'move-back',
  'move-closer',
  /** Part of the face is outside the picture. */
  'centre-face',
  'too-dark',
  'too-bright',
  /** Coloured or very flat light, noise, fog, a dirty lens. */
  'change-light',
  /** Something lies over the face or the eyes. */
  'remove-covering',
  'look-straight',
  /** The face moves, or is out of focus. */
  'hold-still',
] as const;

/** One thing that the person before a camera is asked to change. */
export type Hint = (typeof HINTS)[number];

/** What hints are made of: the one face of a frame. */
export interface GuidedFace {
  /** Of the frame, in which {@link points} lie. */
  readonly image: { readonly widthPx: number; readonly heightPx: number };
  readonly points: FacePoints;
  /** Positive where the face is turned to the right edge of the image. */
  readonly yawDegrees: number;
  /** Positive where it looks up. */
  readonly pitchDegrees: number;
  readonly quality: FaceQuality;
  /** How fast the face moves across the frame, in its own eye distances per second. */
  readonly speed: number;
}

/** A measure and its limit: what it is at least, or at most. */
type HintRule = {
  readonly hint: Hint;
  readonly of: (face: GuidedFace) => number;
  /** Once called for, the hint is so until the value is this much better than the limit. */
  readonly margin: number;
} & ({ readonly least: number; readonly most?: never } | { readonly most: number; readonly least?: never });

const { luminanceMean, overExposure, dynamicRange, blueOverRed, noise, sharpness, plainShare, eyeDarkness } =
  QUALITY_LIMITS;

/**
 * In the order of {@link HINTS}. Limits of quality are the pipeline's own, or nearer, so that a face that is refused
 * always calls for a hint.
 *
 * Eye distances are shares of the frame's shorter side: a face is about 2.7 of them high. Below 36 px the aligned face
 * (35 px between the eyes) is enlarged.
 */
const RULES: readonly HintRule[] = [
  { hint: 'move-back', of: eyeShare, most: 0.34, margin: 0.03 },
  { hint: 'move-closer', of: eyeShare, least: 0.07, margin: 0.01 },
  { hint: 'move-closer', of: ({ points }) => eyeDistance(points), least: 36, margin: 3 },
  { hint: 'centre-face', of: room, least: 0, margin: 0.08 },
  { hint: 'too-dark', of: ({ quality }) => quality.luminanceMean, least: luminanceMean.least + 10, margin: 7 },
  { hint: 'too-bright', of: ({ quality }) => quality.overExposure, most: overExposure.most - 0.07, margin: 0.04 },
  { hint: 'change-light', of: ({ quality }) => quality.dynamicRange, least: dynamicRange.least, margin: 4 },
  { hint: 'change-light', of: ({ quality }) => quality.blueOverRed, most: blueOverRed.most, margin: 0.05 },
  { hint: 'change-light', of: ({ quality }) => quality.noise, most: noise.most, margin: 0.04 },
  { hint: 'remove-covering', of: ({ quality }) => quality.plainShare, most: plainShare.most, margin: 0.02 },
  { hint: 'remove-covering', of: ({ quality }) => quality.eyeDarkness, most: eyeDarkness.most, margin: 0.025 },
  { hint: 'look-straight', of: ({ yawDegrees }) => Math.abs(yawDegrees), most: 20, margin: 5 },
  { hint: 'look-straight', of: ({ pitchDegrees }) => Math.abs(pitchDegrees), most: 20, margin: 4 },
  { hint: 'hold-still', of: ({ speed }) => speed, most: 2, margin: 0.8 },
  { hint: 'hold-still', of: ({ quality }) => quality.sharpness, least: sharpness.least, margin: 0.005 },
];

/** What to ask for where a frame is refused and no measure says why. */
const REFUSAL_HINTS: Readonly<Record<CaptureRefusal, Hint>> = {
  'no-face': 'face-the-camera',
  'multiple-faces': 'one-person-only',
  'face-too-small': 'move-closer',
  'face-cut-off': 'centre-face',
  'face-too-dark': 'too-dark',
  'face-too-bright': 'too-bright',
  'face-blurred': 'hold-still',
  'face-covered': 'remove-covering',
  'face-turned': 'look-straight',
  'face-distorted': 'look-straight',
  'face-uncertain': 'face-the-camera',
};

/**
 * The one hint that a frame calls for, or none where its face can be used.
 *
 * @param seen - its face, undefined where there is none to speak of
 * @param refusal - why the frame gives no embedding
 * @param shown - the hint that is being shown: it goes only once its measure is clearly better again
 * @param ignored - hints that are out of place just now, such as `look-straight` for a head that was asked to turn
 */
export function calledHint(
  seen: GuidedFace | undefined,
  refusal: CaptureRefusal | undefined,
  shown?: Hint,
  ignored: readonly Hint[] = [],
): Hint | undefined {
  const called = new Set<Hint>();
  if (refusal !== undefined) called.add(REFUSAL_HINTS[refusal]);
  if (seen !== undefined) {
    for (const { hint, of, least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY, margin } of RULES) {
      const value = of(seen);
      const slack = hint === shown ? margin : 0;
      // What is no number is not well.
      if (!(value >= least + slack && value <= most - slack)) called.add(hint);
    }
  }
  return HINTS.find((hint) => called.has(hint) && !ignored.includes(hint));
}

function eyeDistance(points: FacePoints): number {
  const { leftEye, rightEye } = alignmentLandmarks(points);
  return distance(leftEye, rightEye);
}

/** Eye distance as a share of the frame's shorter side. */
function eyeShare({ points, image }: GuidedFace): number {
  return eyeDistance(points) / Math.min(image.widthPx, image.heightPx);
}

/** How far the outermost point lies inside the frame, in eye distances. */
function room({ points, image }: GuidedFace): number {
  const margins = FACE_POINT_NAMES.flatMap((name) => {
    const { x, y } = points[name];
    return [x, y, image.widthPx - 1 - x, image.heightPx - 1 - y];
  });
  return Math.min(...margins) / eyeDistance(points);
}
