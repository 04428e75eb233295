import type { Box, FaceDetection, Point } from '@face-verify/core';

/** A face of which every point was moved; its box is what the moved corners span. */
export function mapFace(face: FaceDetection, move: (point: Point) => Point): FaceDetection {
  return {
    box: mapBox(face.box, move),
    leftEye: move(face.leftEye),
    rightEye: move(face.rightEye),
    noseTip: move(face.noseTip),
    mouthCentre: move(face.mouthCentre),
    score: face.score,
  };
}

/** Boxes count from the picture's edge, points from the middle of the first pixel. */
function mapBox({ xPx, yPx, widthPx, heightPx }: Box, move: (point: Point) => Point): Box {
  const a = move({ x: xPx - 0.5, y: yPx - 0.5 });
  const b = move({ x: xPx + widthPx - 0.5, y: yPx + heightPx - 0.5 });
  return {
    xPx: Math.min(a.x, b.x) + 0.5,
    yPx: Math.min(a.y, b.y) + 0.5,
    widthPx: Math.abs(b.x - a.x),
    heightPx: Math.abs(b.y - a.y),
  };
}
