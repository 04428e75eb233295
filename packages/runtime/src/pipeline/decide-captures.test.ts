import { contractId, createEmbedding } from '@face-verify/core';
import { expect, test } from 'vitest';
import { drawnDetection } from '../../testing/drawn-detection.ts';
import type { CapturedFace, RefusedCapture } from '../api.ts';
import { decideCaptures } from './decide-captures.ts';

const THRESHOLD = { similarity: 0.5, targetFmr: 0.001, fmrInterval: [0, 0.01], measuredOn: 'nothing' } as const;
const IMAGE = { widthPx: 200, heightPx: 200 };

function captured(vector: readonly number[], modelId = 'm'): CapturedFace {
  const detection = drawnDetection(50, 50, 100);
  const { leftEye, rightEye, noseTip, mouthCentre } = detection;
  const landmarks = { leftEye, rightEye, noseTip, leftMouthCorner: mouthCentre, rightMouthCorner: mouthCentre };
  const image = { widthPx: 1, heightPx: 1, channels: 3, data: new Uint8Array(3) } as const;
  return {
    outcome: 'captured',
    image: IMAGE,
    detection,
    landmarks,
    aligned: { image, landmarks, scale: 1 },
    embedding: createEmbedding(vector, contractId({ modelId, weightsSha256: '0', dimension: vector.length })),
    timings: { decodeMs: 1, detectMs: 1, landmarksMs: 1, alignMs: 1, embedMs: 1 },
  };
}

const NO_FACE: RefusedCapture = {
  outcome: 'inconclusive',
  reason: 'no-face',
  image: IMAGE,
  detections: [],
  timings: {},
};
const FACE = captured([1, 0]);

test('faces that are alike enough match, with their threshold', () => {
  expect(decideCaptures(FACE, captured([1, 0.1]), THRESHOLD)).toMatchObject({ outcome: 'match', threshold: THRESHOLD });
});

test('other faces do not', () => {
  expect(decideCaptures(FACE, captured([0, 1]), THRESHOLD)).toMatchObject({ outcome: 'non-match', similarity: 0 });
});

test('a side without a face is named, and has no similarity', () => {
  const sides = [decideCaptures(NO_FACE, FACE, THRESHOLD), decideCaptures(FACE, NO_FACE, THRESHOLD)];
  expect(sides).toEqual([
    { outcome: 'inconclusive', reason: 'no-face', side: 'probe' },
    { outcome: 'inconclusive', reason: 'no-face', side: 'reference' },
  ]);
});

test('without a threshold even the same face is no match', () => {
  expect(decideCaptures(FACE, FACE, undefined)).toEqual({ outcome: 'inconclusive', reason: 'model-not-trained' });
});

test('embeddings of two models are not compared', () => {
  expect(() => decideCaptures(FACE, captured([1, 0], 'other'), THRESHOLD)).toThrow(
    expect.objectContaining({ code: 'contract-mismatch' }),
  );
});
