import { type CaptureRefusal, distance, type FaceDetection } from '@face-verify/core';
import type { SubjectRule } from '../api.ts';

/**
 * A second face of at least this share of the largest one's area (0.39 of its width) could be meant as well.
 * Smaller ones are people, posters or dolls behind the subject.
 */
const MIN_RIVAL_AREA_SHARE = 0.15;

/** Between the eyes; an aligned face has 35 px, so a smaller one would be enlarged more than twice. */
const MIN_EYE_DISTANCE_PX = 16;

/** The face that a photograph is of, or why that cannot be said. */
export type FaceChoice =
  | {
      readonly outcome: 'chosen';
      readonly face: FaceDetection;
      /** Faces that could be meant as well: nothing may be decided by `face` unless all of them show its person, too. */
      readonly rivals: readonly FaceDetection[];
    }
  | { readonly outcome: 'refused'; readonly reason: CaptureRefusal };

/** What a rule looks at. */
interface FoundFaces {
  /** The largest first; at least one. */
  readonly faces: readonly [FaceDetection, ...FaceDetection[]];
  readonly image: ImageSize;
}

interface ImageSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

const RULES: Readonly<
  Record<SubjectRule, (found: FoundFaces) => { face: FaceDetection; rivals: readonly FaceDetection[] }>
> = {
  only: ({ faces: [face, ...others] }) => ({
    face,
    rivals: others.filter((other) => area(other) >= MIN_RIVAL_AREA_SHARE * area(face)),
  }),
  largest: ({ faces: [face] }) => ({ face, rivals: [] }),
  central: ({ faces, image }) => ({
    face: faces.reduce((best, face) => (centrality(face, image) > centrality(best, image) ? face : best)),
    rivals: [],
  }),
};

/**
 * The face that a rule names, unless there is none (`no-face`), or it is too small to tell people apart
 * (`face-too-small`). Never the one that would fit best: a bystander must not match.
 */
export function chooseFace(
  detections: readonly FaceDetection[],
  image: ImageSize,
  rule: SubjectRule = 'only',
): FaceChoice {
  const [largest, ...others] = detections.toSorted((a, b) => area(b) - area(a));
  if (largest === undefined) return { outcome: 'refused', reason: 'no-face' };
  const { face, rivals } = RULES[rule]({ faces: [largest, ...others], image });
  if (![face, ...rivals].every(isLargeEnough)) {
    return { outcome: 'refused', reason: rivals.length > 0 ? 'multiple-faces' : 'face-too-small' };
  }
  return { outcome: 'chosen', face, rivals };
}

function isLargeEnough({ leftEye, rightEye }: FaceDetection): boolean {
  return distance(leftEye, rightEye) >= MIN_EYE_DISTANCE_PX;
}

function area({ box }: FaceDetection): number {
  return box.widthPx * box.heightPx;
}

/**
 * Its area less twice the square of its way from the image's middle, as FaceNet's protocol for LFW has it: a face in the
 * middle is taken before a larger one at the edge, but not a speck.
 */
function centrality(face: FaceDetection, { widthPx, heightPx }: ImageSize): number {
  const { box } = face;
  const offX = box.xPx + box.widthPx / 2 - widthPx / 2;
  const offY = box.yPx + box.heightPx / 2 - heightPx / 2;
  return area(face) - 2 * (offX ** 2 + offY ** 2);
}
