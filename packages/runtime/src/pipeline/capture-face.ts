import {
  alignFace,
  alignmentLandmarks,
  type ContractId,
  createEmbedding,
  type FaceDetection,
  measureQuality,
  type RgbaImage,
  refuseQuality,
} from '@face-verify/core';
import type { CaptureResult, StageTimings } from '../api.ts';
import type { CallScope } from '../call-scope.ts';
import type { HeldSource } from '../decode/hold-source.ts';
import { chooseFace } from '../detector/choose-face.ts';
import type { FaceDetector } from '../detector/face-detector.ts';
import type { NetworkRunner } from '../networks/network-runner.ts';
import { locateFacePoints } from './locate-face-points.ts';

/** What a photograph passes through. */
export interface CapturePipeline {
  readonly detector: FaceDetector;
  readonly pointNetwork: NetworkRunner;
  /** A face whose presence is below it is refused: of the point network's card. */
  readonly presenceLimit: number;
  readonly embedder: NetworkRunner;
  /** Of the embeddings that `embedder` makes. */
  readonly contract: ContractId;
}

/**
 * One photograph's way to an embedding: decode, detect, choose, points, align, measure, embed.
 *
 * @param scope - of the call; asked between every two steps
 * @throws {FaceVerifyError} `image-unreadable`, `image-empty`, `image-too-large`, `geometry-degenerate`,
 *   `embedding-invalid`, or why the call is over
 */
export async function captureFace(
  { detector, pointNetwork, presenceLimit, embedder, contract }: CapturePipeline,
  source: HeldSource,
  scope: CallScope,
): Promise<CaptureResult> {
  const lap = startLaps();
  const decoded = await source.decode();
  scope.throwIfOver();
  const decodeMs = source.heldMs + lap();
  const detections = await detector.detect(decoded);
  scope.throwIfOver();
  const detectMs = lap();

  const image = sizeOf(decoded);
  const choice = chooseFace(detections);
  if (choice.outcome === 'refused') {
    const { reason } = choice;
    return { outcome: 'inconclusive', reason, image, detections, timings: { decodeMs, detectMs } };
  }

  const detection: FaceDetection = choice.face;
  const { points, ...seen } = await locateFacePoints(decoded, detection, async (input) => {
    scope.throwIfOver();
    return pointNetwork.run(input);
  });
  scope.throwIfOver();
  const pointsMs = lap();

  const landmarks = alignmentLandmarks(points);
  const aligned = alignFace(decoded, landmarks);
  const quality = measureQuality(aligned, image);
  const alignMs = lap();
  // What is wrong with the light or the cut says more than that no face is seen.
  const refusal = refuseQuality(quality) ?? (seen.presence >= presenceLimit ? undefined : 'face-uncertain');
  if (refusal !== undefined) {
    const timings = { decodeMs, detectMs, pointsMs, alignMs };
    return { outcome: 'inconclusive', reason: refusal, image, detections, quality, timings };
  }
  const raw = await embedder.run(aligned.image);
  scope.throwIfOver();
  const embedding = createEmbedding(raw, contract);
  const timings: StageTimings = { decodeMs, detectMs, pointsMs, alignMs, embedMs: lap() };
  return { outcome: 'captured', image, detection, points, ...seen, landmarks, aligned, quality, embedding, timings };
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
