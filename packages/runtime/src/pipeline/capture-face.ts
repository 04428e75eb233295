import type { RgbaImage } from '@face-verify/core';
import type { CaptureResult } from '../api.ts';
import type { CallScope } from '../call-scope.ts';
import { type EmbedPipeline, embedFace } from './embed-face.ts';
import { detectFace, type LookPipeline } from './look-at-face.ts';

/** What a photograph passes through. */
export type CapturePipeline = LookPipeline & EmbedPipeline;

/**
 * One photograph's way to an embedding: that of {@link detectFace}, then embed.
 *
 * @throws {FaceVerifyError} as {@link detectFace} and {@link embedFace}
 */
export async function captureFace(
  pipeline: CapturePipeline,
  decode: () => Promise<RgbaImage>,
  scope: CallScope,
): Promise<CaptureResult> {
  const look = await detectFace(pipeline, decode, scope);
  const { image, detections, refusal, timings } = look;
  if (look.outcome === 'unseen') {
    return { outcome: 'inconclusive', reason: look.refusal, image, detections, timings };
  }
  const { detection, face } = look;
  if (refusal !== undefined) {
    return { outcome: 'inconclusive', reason: refusal, image, detections, quality: face.quality, timings };
  }
  const { embedding, embedMs } = await embedFace(pipeline, face.aligned, scope);
  return { outcome: 'captured', image, detection, ...face, embedding, timings: { ...timings, embedMs } };
}
