import { type FaceShape, facePoints, widthFeatures } from '@face-verify/core';
import { drawnFacePoints } from '@face-verify/testkit';
import { expect, test } from 'vitest';
import { fitWidth } from './fit-width.ts';

function face(width: number, mouthOpenness: number): FaceShape {
  const points = drawnFacePoints({ mouthOpenness });
  return {
    points: facePoints((name) => ({ x: width * points[name].x, y: points[name].y })),
    yawDegrees: 0,
    pitchDegrees: 0,
  };
}

test('how wide a face is, is found again on faces that were not fitted to', () => {
  const widths = [0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.4];
  const faces = widths.map((width) => ({
    width,
    shapes: [0.02, 0.1, 0.3].flatMap((open) => Array<FaceShape>(20).fill(face(width, open))),
  }));
  const weights = fitWidth(faces);
  for (const width of [0.75, 1.05, 1.3]) {
    const logarithm = widthFeatures(face(width, 0.2)).reduce(
      (sum, value, i) => sum + value * (weights[i] as number),
      0,
    );
    expect(Math.exp(logarithm) / width).toBeCloseTo(1, 1);
  }
});
