import { describe, expect, it } from 'vitest';
import { ALIGNED_SIZE_PX, alignFace, alignmentTransform, coarseTransform, FIVE_POINT_TEMPLATE } from './alignment.ts';
import { coarsePoints, type FiveLandmarks, landmarkList, landmarksFromList } from './face.ts';
import { applyTransform, distance, type Point, type SimilarityTransform, scaleOf } from './geometry.ts';
import type { RgbImage } from './image.ts';

/** Half the size, turned by 20 degrees and moved. */
const POSE: SimilarityTransform = { a: 2 * Math.cos(0.35), b: 2 * Math.sin(0.35), tx: 90, ty: 40 };

function moved(landmarks: FiveLandmarks, transform: SimilarityTransform): FiveLandmarks {
  const points = landmarkList(landmarks).map((point) => applyTransform(transform, point));
  return landmarksFromList(points as [Point, Point, Point, Point, Point]);
}

describe('alignment', () => {
  it('takes the points of a turned face to the template', () => {
    const transform = alignmentTransform(moved(FIVE_POINT_TEMPLATE, POSE));
    for (const [i, point] of landmarkList(moved(FIVE_POINT_TEMPLATE, POSE)).entries()) {
      expect(distance(applyTransform(transform, point), landmarkList(FIVE_POINT_TEMPLATE)[i] as Point)).toBeLessThan(
        1e-9,
      );
    }
    expect(scaleOf(transform)).toBeCloseTo(0.5);
  });

  it('gives a face of 112 × 112 RGB and says how much it was enlarged', () => {
    const image: RgbImage = { widthPx: 300, heightPx: 300, channels: 3, data: new Uint8Array(270_000).fill(77) };
    const face = alignFace(image, moved(FIVE_POINT_TEMPLATE, POSE));
    expect(face.image.data).toHaveLength(ALIGNED_SIZE_PX ** 2 * 3);
    expect(new Set(face.image.data)).toEqual(new Set([77]));
    expect(face.scale).toBeCloseTo(0.5);
  });

  it('refuses points that coincide', () => {
    const image: RgbImage = { widthPx: 1, heightPx: 1, channels: 3, data: new Uint8Array(3) };
    const point = { x: 5, y: 5 };
    expect(() => alignFace(image, landmarksFromList([point, point, point, point, point]))).toThrow(
      expect.objectContaining({ code: 'geometry-degenerate' }),
    );
  });

  it('refuses an image without pixels', () => {
    const image: RgbImage = { widthPx: 0, heightPx: 0, channels: 3, data: new Uint8Array(0) };
    expect(() => alignFace(image, FIVE_POINT_TEMPLATE)).toThrow(expect.objectContaining({ code: 'image-empty' }));
  });

  it('puts a coarse detection of the template in the middle of the landmark input', () => {
    const [leftEye, rightEye, noseTip, mouthCentre] = coarsePoints(FIVE_POINT_TEMPLATE) as [Point, Point, Point, Point];
    const box = { xPx: 0, yPx: 0, widthPx: 112, heightPx: 112 };
    const transform = coarseTransform({ leftEye, rightEye, noseTip, mouthCentre, box, score: 1 }, 96, 0.8);
    const centre = applyTransform(transform, { x: 55.5, y: 55.5 });
    expect(distance(centre, { x: 47.5, y: 47.5 })).toBeLessThan(1e-9);
    expect(scaleOf(transform)).toBeCloseTo((96 * 0.8) / 112);
  });
});
