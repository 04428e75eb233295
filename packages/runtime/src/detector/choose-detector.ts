import { type FaceVerifyError, toFaceVerifyError } from '@face-verify/core';
import type { DetectorReport } from '../api.ts';
import type { FaceDetector, ReportedDetector } from './face-detector.ts';
import { ReplaceableDetector } from './replaceable-detector.ts';

const ASKED = 'The light detector was asked for.';
const BETTER = 'The light detector finds the faces that MediaPipe’s finds, and fetches 11 MB less.';

/**
 * MediaPipe's detector where it was asked for.
 *
 * @returns why the browser cannot run it where that is so; undefined where another was asked for
 * @throws {FaceVerifyError} where its files are not there or not right; `aborted`
 */
export async function tryMediaPipe<Detector extends FaceDetector>(
  requested: DetectorReport['requested'],
  create: () => Promise<Detector>,
): Promise<Detector | FaceVerifyError | undefined> {
  if (requested !== 'mediapipe') return undefined;
  try {
    return await create();
  } catch (thrown) {
    const error = toFaceVerifyError(thrown, 'internal');
    if (error.code !== 'backend-unavailable') throw error;
    return error;
  }
}

/** @param mediapipe - what {@link tryMediaPipe} gave */
export function chooseDetector(
  requested: DetectorReport['requested'],
  mediapipe: FaceDetector | FaceVerifyError | undefined,
  light: FaceDetector,
): ReportedDetector {
  if (mediapipe !== undefined) return new ReplaceableDetector(mediapipe, light);
  return { ...light, report: { requested, running: 'light', reason: requested === 'light' ? ASKED : BETTER } };
}
