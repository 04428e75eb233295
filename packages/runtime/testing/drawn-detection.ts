import type { FaceDetection } from '@face-verify/core';

/** An upright face in a square box, with its points where faces have them. */
export function drawnDetection(xPx: number, yPx: number, sidePx: number, score = 0.9): FaceDetection {
  const at = (x: number, y: number) => ({ x: xPx + x * sidePx, y: yPx + y * sidePx });
  return {
    box: { xPx, yPx, widthPx: sidePx, heightPx: sidePx },
    leftEye: at(0.3, 0.35),
    rightEye: at(0.7, 0.35),
    noseTip: at(0.5, 0.6),
    mouthCentre: at(0.5, 0.8),
    score,
  };
}
