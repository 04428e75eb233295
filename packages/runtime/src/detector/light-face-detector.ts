import { readBlazeFace, type SeenBox, suppressWeaker } from '@face-verify/nets';
import type { NetworkRunner } from '../networks/network-runner.ts';
import type { BlazeFaceDetection } from './blaze-face-detection.ts';
import { detectWithBlazeFace, MIN_SCORE } from './detect-with-blaze-face.ts';
import type { FaceDetector } from './face-detector.ts';
import { letterbox, letterboxOf } from './letterbox.ts';

/**
 * BlazeFace's short-range model computed as the other networks are, on WASM or WebGPU: with a fifteenth of MediaPipe's
 * bytes, and without WebGL. It gives the faces that MediaPipe gives.
 *
 * @param network - is not disposed of with the detector
 */
export function createLightFaceDetector(network: Pick<NetworkRunner, 'run'>): FaceDetector {
  return {
    detect: (image) =>
      detectWithBlazeFace(image, async (picture) => {
        const row = await network.run(letterbox(picture));
        return suppressWeaker(readBlazeFace(row, MIN_SCORE)).map((box) => detectionOf(box, picture));
      }),
    dispose: () => {},
  };
}

/** As MediaPipe says it: boxes in whole pixels, cut off, and none begins left of the picture or above it. */
function detectionOf(
  { score, left, top, right, bottom, points }: SeenBox,
  picture: Pick<ImageData, 'width' | 'height'>,
): BlazeFaceDetection {
  const { sidePx, leftPx, topPx } = letterboxOf(picture);
  return {
    categories: [{ score }],
    boundingBox: {
      originX: Math.max(0, Math.trunc(left * sidePx - leftPx)),
      originY: Math.max(0, Math.trunc(top * sidePx - topPx)),
      width: Math.trunc((right - left) * sidePx),
      height: Math.trunc((bottom - top) * sidePx),
    },
    keypoints: Array.from({ length: points.length / 2 }, (_, i) => ({
      x: ((points[2 * i] as number) * sidePx - leftPx) / picture.width,
      y: ((points[2 * i + 1] as number) * sidePx - topPx) / picture.height,
    })),
  };
}
