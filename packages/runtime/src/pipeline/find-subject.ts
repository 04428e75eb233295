import type { FaceDetection } from '@face-verify/core';
import type { SubjectRule } from '../api.ts';
import type { CallScope } from '../call-scope.ts';
import { chooseFace, type FaceChoice } from '../detector/choose-face.ts';
import type { FaceDetector } from '../detector/face-detector.ts';
import type { OpenFrame } from './open-frame.ts';

/** Whom a frame shows. */
export interface FoundSubject {
  readonly image: { readonly widthPx: number; readonly heightPx: number };
  readonly detections: readonly FaceDetection[];
  readonly choice: FaceChoice;
  readonly detectMs: number;
}

/** @throws why the call is over */
export async function findSubject(
  detector: FaceDetector,
  { pixels, lap }: OpenFrame,
  scope: CallScope,
  subject?: SubjectRule,
): Promise<FoundSubject> {
  const detections = await detector.detect(pixels);
  scope.throwIfOver();
  const { widthPx, heightPx } = pixels;
  const image = { widthPx, heightPx };
  return { image, detections, choice: chooseFace(detections, image, subject), detectMs: lap() };
}
