import type { FaceDetection, RgbaImage } from '@face-verify/core';
import type { DetectorReport } from '../api.ts';

/** Finds the faces of a photograph. */
export interface FaceDetector {
  /**
   * In no particular order; empty where there is none.
   *
   * @throws {FaceVerifyError} `backend-unavailable` where the browser takes away what the detector needs;
   *   `disposed` where it was disposed of meanwhile
   */
  detect(image: RgbaImage): Promise<readonly FaceDetection[]>;
  dispose(): void;
}

/** One that says which it is, which may change. */
export interface ReportedDetector extends FaceDetector {
  readonly report: DetectorReport;
}
