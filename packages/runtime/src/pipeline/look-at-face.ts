import {
  alignFace,
  alignmentLandmarks,
  type CaptureRefusal,
  type FaceDetection,
  type FacePoints,
  measureQuality,
  type RgbaImage,
  refuseQuality,
} from '@face-verify/core';
import type { StageTimings } from '../api.ts';
import type { CallScope } from '../call-scope.ts';
import { chooseFace } from '../detector/choose-face.ts';
import type { FaceDetector } from '../detector/face-detector.ts';
import type { FaceLook, LookedFace, LookHint, SeenLook, UnseenLook } from '../engine/face-engine.ts';
import type { NetworkRunner } from '../networks/network-runner.ts';
import { locateFacePoints } from './locate-face-points.ts';
import { startLaps } from './start-laps.ts';

/** What a face is found with. */
export interface LookPipeline {
  readonly detector: FaceDetector;
  readonly pointNetwork: Pick<NetworkRunner, 'run'>;
  /** A face whose presence is below it is refused: of the point network's card. */
  readonly presenceLimit: number;
}

/** A frame as pixels, and what the time is measured by since they were there. */
interface OpenFrame {
  readonly pixels: RgbaImage;
  readonly decodeMs: number;
  readonly lap: () => number;
}

/**
 * Looks for a face where it was; where it is not seen there any more, as {@link detectFace} does.
 *
 * @throws as {@link detectFace}
 */
export async function lookAtFace(
  pipeline: LookPipeline,
  decode: () => Promise<RgbaImage>,
  scope: CallScope,
  hint?: LookHint,
): Promise<FaceLook> {
  const frame = await openFrame(decode, scope);
  const { widthPx, heightPx } = frame.pixels;
  if (hint?.image.widthPx === widthPx && hint.image.heightPx === heightPx) {
    const { face, refusal, timings } = await lookThere(pipeline, frame, hint.points, scope);
    if (face.presence >= pipeline.presenceLimit) {
      const image = { widthPx, heightPx };
      return { outcome: 'seen', image, face, refusal, detection: undefined, detections: [], timings };
    }
  }
  return detectIn(pipeline, frame, scope);
}

/**
 * One photograph's way to an aligned face: decode, detect, choose, points, align, measure.
 *
 * @param scope - of the call; asked between every two steps
 * @throws {FaceVerifyError} `image-unreadable`, `image-empty`, `image-too-large`, `geometry-degenerate`, or why the
 *   call is over
 */
export async function detectFace(
  pipeline: LookPipeline,
  decode: () => Promise<RgbaImage>,
  scope: CallScope,
): Promise<DetectedLook | UnseenLook> {
  return detectIn(pipeline, await openFrame(decode, scope), scope);
}

interface DetectedLook extends SeenLook {
  readonly detection: FaceDetection;
  readonly timings: Omit<StageTimings, 'embedMs'>;
}

async function openFrame(decode: () => Promise<RgbaImage>, scope: CallScope): Promise<OpenFrame> {
  const lap = startLaps();
  const pixels = await decode();
  scope.throwIfOver();
  return { pixels, decodeMs: lap(), lap };
}

async function detectIn(
  pipeline: LookPipeline,
  frame: OpenFrame,
  scope: CallScope,
): Promise<DetectedLook | UnseenLook> {
  const { widthPx, heightPx } = frame.pixels;
  const image = { widthPx, heightPx };
  const detections = await pipeline.detector.detect(frame.pixels);
  scope.throwIfOver();
  const detectMs = frame.lap();
  const choice = chooseFace(detections);
  if (choice.outcome === 'refused') {
    const timings = { decodeMs: frame.decodeMs, detectMs };
    return { outcome: 'unseen', image, detections, refusal: choice.reason, timings };
  }
  const { face, refusal, timings } = await lookThere(pipeline, frame, choice.face, scope);
  const detection = choice.face;
  return { outcome: 'seen', image, face, refusal, detection, detections, timings: { ...timings, detectMs } };
}

async function lookThere(
  { pointNetwork, presenceLimit }: LookPipeline,
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
  const face: LookedFace = { ...seen, landmarks, aligned, quality };
  return { face, refusal: refuse(face, presenceLimit), timings: { decodeMs, pointsMs, alignMs: lap() } };
}

/** What is wrong with the light or the cut says more than that no face is seen. */
function refuse({ quality, presence }: LookedFace, presenceLimit: number): CaptureRefusal | undefined {
  return refuseQuality(quality) ?? (presence >= presenceLimit ? undefined : 'face-uncertain');
}
