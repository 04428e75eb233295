import {
  alignFace,
  alignmentLandmarks,
  type ContractId,
  createEmbedding,
  type FaceDetection,
  type RgbaImage,
} from '@face-verify/core';
import type { CaptureResult, ImageSource, StageTimings } from '../api.ts';
import { decodeImage } from '../decode/decode-image.ts';
import { chooseFace } from '../detector/choose-face.ts';
import type { FaceDetector } from '../detector/face-detector.ts';
import type { NetworkRunner } from '../networks/network-runner.ts';
import { locateFacePoints } from './locate-face-points.ts';

/** What a photograph passes through. */
export interface CapturePipeline {
  readonly detector: FaceDetector;
  readonly landmarks: NetworkRunner;
  readonly embedder: NetworkRunner;
  /** Of the embeddings that `embedder` makes. */
  readonly contract: ContractId;
}

/**
 * One photograph's way to an embedding: decode, detect, choose, landmarks, align, embed.
 *
 * @param assertWanted - called after every wait; throws where the result is no longer wanted
 * @throws {FaceVerifyError} `image-unreadable`, `image-empty`, `image-too-large`, `geometry-degenerate`,
 *   `embedding-invalid`
 */
export async function captureFace(
  { detector, landmarks: landmarkNetwork, embedder, contract }: CapturePipeline,
  source: ImageSource,
  assertWanted: () => void,
): Promise<CaptureResult> {
  const lap = startLaps();
  const decoded = await decodeImage(source);
  assertWanted();
  const decodeMs = lap();
  const detections = await detector.detect(decoded);
  assertWanted();
  const detectMs = lap();

  const image = sizeOf(decoded);
  const choice = chooseFace(detections);
  if (choice.outcome === 'refused') {
    const { reason } = choice;
    return { outcome: 'inconclusive', reason, image, detections, timings: { decodeMs, detectMs } };
  }

  const detection: FaceDetection = choice.face;
  const points = await locateFacePoints(decoded, detection, landmarkNetwork);
  const landmarks = alignmentLandmarks(points);
  assertWanted();
  const landmarksMs = lap();
  const aligned = alignFace(decoded, landmarks);
  const alignMs = lap();
  const raw = await embedder.run(aligned.image);
  assertWanted();
  const embedding = createEmbedding(raw, contract);
  const timings: StageTimings = { decodeMs, detectMs, landmarksMs, alignMs, embedMs: lap() };
  return { outcome: 'captured', image, detection, points, landmarks, aligned, embedding, timings };
}

function sizeOf({ widthPx, heightPx }: RgbaImage): { widthPx: number; heightPx: number } {
  return { widthPx, heightPx };
}

/** Returns what gives the milliseconds since it was last asked. */
function startLaps(): () => number {
  let last = performance.now();
  return () => {
    const now = performance.now();
    const elapsed = now - last;
    last = now;
    return elapsed;
  };
}
