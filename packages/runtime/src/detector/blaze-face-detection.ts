import type { FaceDetection, Point } from '@face-verify/core';

/** What MediaPipe's FaceDetector says of one face. */
export interface BlazeFaceDetection {
  readonly categories: readonly { readonly score: number }[];
  /** In pixels of the picture that was looked at. */
  readonly boundingBox?: {
    readonly originX: number;
    readonly originY: number;
    readonly width: number;
    readonly height: number;
  };
  /** In shares of the picture's sides: image-left eye, image-right eye, nose tip, mouth centre, ears. */
  readonly keypoints: readonly Point[];
}

/**
 * One of BlazeFace's faces in pixels of the photograph.
 *
 * @param lookedAt - size of the picture that the detector saw, a smaller copy of the photograph
 * @returns undefined where the detector gave less than a face
 */
export function fromBlazeFace(
  { categories, boundingBox, keypoints }: BlazeFaceDetection,
  lookedAt: { readonly widthPx: number; readonly heightPx: number },
  photograph: { readonly widthPx: number; readonly heightPx: number },
): FaceDetection | undefined {
  const [leftEye, rightEye, noseTip, mouthCentre] = keypoints.map(
    // Shares count from the image's edge, pixels from the middle of the first.
    ({ x, y }): Point => ({ x: x * photograph.widthPx - 0.5, y: y * photograph.heightPx - 0.5 }),
  );
  const [best] = categories;
  if (!best || !boundingBox || !leftEye || !rightEye || !noseTip || !mouthCentre) return undefined;
  const scaleX = photograph.widthPx / lookedAt.widthPx;
  const scaleY = photograph.heightPx / lookedAt.heightPx;
  const box = {
    xPx: boundingBox.originX * scaleX,
    yPx: boundingBox.originY * scaleY,
    widthPx: boundingBox.width * scaleX,
    heightPx: boundingBox.height * scaleY,
  };
  return { box, leftEye, rightEye, noseTip, mouthCentre, score: best.score };
}
