import { type FaceDetection, FaceVerifyError, type RgbaImage, toFaceVerifyError } from '@face-verify/core';
import type { DetectorReport } from '../api.ts';
import type { FaceDetector, ReportedDetector } from './face-detector.ts';

/** MediaPipe's detector, and the light one in its place from the moment on when the browser takes away what it needs. */
export class ReplaceableDetector implements ReportedDetector {
  readonly #light: FaceDetector;
  #mediapipe: FaceDetector | undefined;
  #report: DetectorReport;

  /** @param mediapipe - or why the browser cannot run it */
  constructor(mediapipe: FaceDetector | FaceVerifyError, light: FaceDetector) {
    this.#light = light;
    if (mediapipe instanceof FaceVerifyError) {
      this.#report = inItsPlace(mediapipe);
    } else {
      this.#mediapipe = mediapipe;
      this.#report = { requested: 'mediapipe', running: 'mediapipe', reason: 'MediaPipe’s detector was asked for.' };
    }
  }

  get report(): DetectorReport {
    return this.#report;
  }

  async detect(image: RgbaImage): Promise<readonly FaceDetection[]> {
    if (this.#mediapipe === undefined) return this.#light.detect(image);
    try {
      return await this.#mediapipe.detect(image);
    } catch (thrown) {
      const error = toFaceVerifyError(thrown, 'internal');
      if (error.code !== 'backend-unavailable') throw error;
      const faces = await this.#light.detect(image);
      this.#mediapipe?.dispose();
      this.#mediapipe = undefined;
      this.#report = inItsPlace(error);
      return faces;
    }
  }

  dispose(): void {
    this.#mediapipe?.dispose();
    this.#light.dispose();
  }
}

function inItsPlace({ message }: FaceVerifyError): DetectorReport {
  const reason = `The light detector takes the place of MediaPipe’s, which cannot run. ${message}`;
  return { requested: 'mediapipe', running: 'light', reason };
}
