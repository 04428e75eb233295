import type { FaceDetection, RgbaImage } from '@face-verify/core';

/** Finds the upright faces of one image. */
export type Detect = (image: RgbaImage) => readonly FaceDetection[] | Promise<readonly FaceDetection[]>;
