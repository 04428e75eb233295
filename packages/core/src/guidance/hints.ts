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

interface HintRule {
  readonly hint: Hint;
  readonly of: (face: GuidedFace) => number;
  /** Beyond this the hint is called for. */
  readonly limit: number;
  /** Once called for it is until the value is back on this side: nearer to what is wanted than the limit. */
  readonly calm: number;
}

const { luminanceMean, overExposure, dynamicRange, blueOverRed, noise, sharpness, plainShare, eyeDarkness } =
  QUALITY_LIMITS;

/**
 * Limits on what is measured of a face, in the order of {@link HINTS}. Those of quality are the pipeline's own, or
 * nearer, so that a face that is refused always calls for a hint. Where `calm` is below `limit` more is worse.
 *
 * Eye distances are shares of the frame's shorter side: a face is about 2.7 of them high. Below 36 px the aligned face
 * (35 px between the eyes) is enlarged.
 */
const RULES: readonly HintRule[] = [
  { hint: 'move-back', of: eyeShare, limit: 0.34, calm: 0.31 },
  { hint: 'move-closer', of: eyeShare, limit: 0.07, calm: 0.08 },
  { hint: 'move-closer', of: ({ points }) => eyeDistance(points), limit: 36, calm: 39 },
  { hint: 'centre-face', of: room, limit: 0, calm: 0.08 },
  { hint: 'too-dark', of: ({ quality }) => quality.luminanceMean, limit: luminanceMean.least + 10, calm: 42 },
  { hint: 'too-bright', of: ({ quality }) => quality.overExposure, limit: overExposure.most - 0.07, calm: 0.36 },
  { hint: 'change-light', of: ({ quality }) => quality.dynamicRange, limit: dynamicRange.least, calm: 36 },
  { hint: 'change-light', of: ({ quality }) => quality.blueOverRed, limit: blueOverRed.most, calm: 1.15 },
  { hint: 'change-light', of: ({ quality }) => quality.noise, limit: noise.most, calm: 0.56 },
  { hint: 'remove-covering', of: ({ quality }) => quality.plainShare, limit: plainShare.most, calm: 0.43 },
  { hint: 'remove-covering', of: ({ quality }) => quality.eyeDarkness, limit: eyeDarkness.most, calm: 0.84 },
  { hint: 'look-straight', of: ({ yawDegrees }) => Math.abs(yawDegrees), limit: 20, calm: 15 },
  { hint: 'look-straight', of: ({ pitchDegrees }) => Math.abs(pitchDegrees), limit: 20, calm: 16 },
  { hint: 'hold-still', of: ({ speed }) => speed, limit: 2, calm: 1.2 },
  { hint: 'hold-still', of: ({ quality }) => quality.sharpness, limit: sharpness.least, calm: 0.065 },
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
    for (const { hint, of, limit, calm } of RULES) {
      const value = of(seen);
      const bound = hint === shown ? calm : limit;
      // What is no number is not well.
      const isWell = calm < limit ? value <= bound : value >= bound;
      if (!isWell) called.add(hint);
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
