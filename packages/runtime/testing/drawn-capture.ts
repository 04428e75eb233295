import { alignmentLandmarks, createEmbedding, facePoints, qualityLimits } from '@face-verify/core';
import { drawnContract, GOOD_QUALITY } from '@face-verify/testkit';
import type { CapturedFace, RefusedCapture } from '../src/api.ts';
import { drawnDetection } from './drawn-detection.ts';

const IMAGE = { widthPx: 200, heightPx: 200 };

/** A capture of a face that the model `modelId` sees as `vector`. */
export function drawnCapture(vector: readonly number[], modelId = 'm'): CapturedFace {
  const detection = drawnDetection(50, 50, 100);
  const points = facePoints(() => detection.noseTip);
  const landmarks = alignmentLandmarks(points);
  const image = { widthPx: 1, heightPx: 1, channels: 3, data: new Uint8Array(3) } as const;
  return {
    outcome: 'captured',
    image: IMAGE,
    detection,
    points,
    presence: 1,
    yawDegrees: 0,
    pitchDegrees: 0,
    pointError: 0.02,
    landmarks,
    aligned: { image, landmarks, scale: 1 },
    quality: GOOD_QUALITY,
    limits: qualityLimits(0.5),
    embedding: createEmbedding(vector, drawnContract(modelId, vector.length)),
    timings: { decodeMs: 1, detectMs: 1, pointsMs: 1, alignMs: 1, embedMs: 1 },
  };
}

/** A capture of nobody. */
export const NO_FACE: RefusedCapture = {
  outcome: 'inconclusive',
  reason: 'no-face',
  image: IMAGE,
  detections: [],
  timings: {},
};
