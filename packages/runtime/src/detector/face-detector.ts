import type { FaceDetection, RgbaImage } from '@face-verify/core';

/** Finds the faces of a photograph. */
export interface FaceDetector {
  /** In no particular order; empty where there is none. */
  detect(image: RgbaImage): readonly FaceDetection[];
  dispose(): void;
}
