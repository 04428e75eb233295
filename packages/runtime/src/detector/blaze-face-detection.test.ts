import { expect, test } from 'vitest';
import { fromBlazeFace } from './blaze-face-detection.ts';

const SEEN = { widthPx: 200, heightPx: 100 };
const DETECTION = {
  categories: [{ score: 0.8 }],
  boundingBox: { originX: 20, originY: 10, width: 60, height: 60 },
  keypoints: [
    { x: 0.2, y: 0.3 },
    { x: 0.4, y: 0.3 },
    { x: 0.3, y: 0.5 },
    { x: 0.3, y: 0.6 },
    { x: 0.1, y: 0.35 },
    { x: 0.5, y: 0.35 },
  ],
};

test('points and box are in pixels of the photograph, whose first pixel has its middle at 0', () => {
  expect(fromBlazeFace(DETECTION, SEEN, { widthPx: 400, heightPx: 200 })).toEqual({
    box: { xPx: 40, yPx: 20, widthPx: 120, heightPx: 120 },
    leftEye: { x: 79.5, y: 59.5 },
    rightEye: { x: 159.5, y: 59.5 },
    noseTip: { x: 119.5, y: 99.5 },
    mouthCentre: { x: 119.5, y: 119.5 },
    score: 0.8,
  });
});

test('less than a face is none', () => {
  expect(fromBlazeFace({ ...DETECTION, keypoints: DETECTION.keypoints.slice(0, 3) }, SEEN, SEEN)).toBeUndefined();
  expect(fromBlazeFace({ ...DETECTION, categories: [] }, SEEN, SEEN)).toBeUndefined();
});
