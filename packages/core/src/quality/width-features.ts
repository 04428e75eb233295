import { alignmentTransform } from '../alignment.ts';
import { alignmentLandmarks, type FacePointName, type FacePoints, transformFacePoints } from '../face-points.ts';

/** How a face lies in its photograph, as the point network sees it. */
export interface FaceShape {
  readonly points: FacePoints;
  readonly yawDegrees: number;
  readonly pitchDegrees: number;
}

/** What lies on both sides of a face. */
const PAIRS = [
  ['leftEyeOuterCorner', 'rightEyeOuterCorner'],
  ['leftEyeInnerCorner', 'rightEyeInnerCorner'],
  ['leftUpperLid', 'rightUpperLid'],
  ['leftLowerLid', 'rightLowerLid'],
  ['leftMouthCorner', 'rightMouthCorner'],
] as const satisfies readonly (readonly [FacePointName, FacePointName])[];
const MIDDLE = [
  'noseTip',
  'upperLipOuter',
  'upperLipInner',
  'lowerLipInner',
  'lowerLipOuter',
  'forehead',
  'chin',
] as const satisfies readonly FacePointName[];

/** So that all features are of order 1. */
const UNITS = { heightPx: 72, px: 30, degrees: 45 } as const;

/**
 * What the width of a face is read from: of the aligned face how far the sides are apart and how high everything lies,
 * and where it looks, since that changes both. A face and its mirror image have the same.
 *
 * @throws {FaceVerifyError} `geometry-degenerate` where the points coincide
 */
export function widthFeatures({ points, yawDegrees, pitchDegrees }: FaceShape): number[] {
  const aligned = transformFacePoints(points, alignmentTransform(alignmentLandmarks(points)));
  const height = (y: number) => (y - UNITS.heightPx) / UNITS.px;
  const [yaw, pitch] = [yawDegrees / UNITS.degrees, pitchDegrees / UNITS.degrees];
  return [
    1,
    ...PAIRS.flatMap(([left, right]) => [
      Math.abs(aligned[right].x - aligned[left].x) / UNITS.px,
      height((aligned[left].y + aligned[right].y) / 2),
    ]),
    ...MIDDLE.map((name) => height(aligned[name].y)),
    yaw * yaw,
    pitch,
    pitch * pitch,
  ];
}
