import {
  alignFace,
  alignmentLandmarks,
  type FaceDetection,
  type FacePoints,
  measureQuality,
  qualityLimits,
  refuseQuality,
} from '@face-verify/core';
import type { CallScope } from '../call-scope.ts';
import type { LookedFace } from '../engine/face-engine.ts';
import type { NetworkRunner } from '../networks/network-runner.ts';
import { locateFacePoints } from './locate-face-points.ts';
import type { OpenFrame } from './open-frame.ts';

/** What a face is looked at with. */
export interface PointPipeline {
  readonly pointNetwork: Pick<NetworkRunner, 'run'>;
  /** A face whose presence is below it is refused: of the point network's card. */
  readonly presenceLimit: number;
}

/**
 * Looks at one face of a frame: points, align, measure.
 *
 * @param roughly - where it is
 * @returns with why it gives no embedding, if so
 * @throws {FaceVerifyError} `geometry-degenerate`, or why the call is over
 */
export async function lookThere(
  { pointNetwork, presenceLimit }: PointPipeline,
  { pixels, decodeMs, lap }: OpenFrame,
  roughly: FaceDetection | FacePoints,
  scope: CallScope,
) {
  const seen = await locateFacePoints(pixels, roughly, async (input) => {
    scope.throwIfOver();
    return pointNetwork.run(input);
  });
  scope.throwIfOver();
  const pointsMs = lap();
  const landmarks = alignmentLandmarks(seen.points);
  const aligned = alignFace(pixels, landmarks);
  const quality = measureQuality(aligned, seen, pixels);
  const limits = qualityLimits(presenceLimit);
  const face: LookedFace = { ...seen, landmarks, aligned, quality, limits };
  return { face, refusal: refuseQuality(quality, limits), timings: { decodeMs, pointsMs, alignMs: lap() } };
}
