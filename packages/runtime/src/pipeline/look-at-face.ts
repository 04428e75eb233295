import type { RgbaImage } from '@face-verify/core';
import type { CallScope } from '../call-scope.ts';
import type { FaceDetector } from '../detector/face-detector.ts';
import type { FaceLook, LookHint } from '../engine/face-engine.ts';
import { findSubject } from './find-subject.ts';
import { lookThere, type PointPipeline } from './look-there.ts';
import { openFrame } from './open-frame.ts';

/** What a face is found with. */
export interface LookPipeline extends PointPipeline {
  readonly detector: FaceDetector;
}

/**
 * Looks for a face where it was; where it is not seen there any more, in the whole frame, which has to show one face
 * only.
 *
 * @param scope - of the call; asked between every two steps
 * @throws {FaceVerifyError} `image-unreadable`, `image-empty`, `image-too-large`, `geometry-degenerate`, or why the
 *   call is over
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
  const { image, detections, choice, detectMs } = await findSubject(pipeline.detector, frame, scope);
  if (choice.outcome === 'refused' || choice.rivals.length > 0) {
    const refusal = choice.outcome === 'refused' ? choice.reason : 'multiple-faces';
    return { outcome: 'unseen', image, detections, refusal, timings: { decodeMs: frame.decodeMs, detectMs } };
  }
  const { face, refusal, timings } = await lookThere(pipeline, frame, choice.face, scope);
  const detection = choice.face;
  return { outcome: 'seen', image, face, refusal, detection, detections, timings: { ...timings, detectMs } };
}
