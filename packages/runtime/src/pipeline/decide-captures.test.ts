import { expect, test } from 'vitest';
import { drawnCapture, NO_FACE } from '../../testing/drawn-capture.ts';
import { decideCaptures } from './decide-captures.ts';

const THRESHOLD = { similarity: 0.5, targetFmr: 0.001, fmrInterval: [0, 0.01], measuredOn: 'nothing' } as const;
const FACE = drawnCapture([1, 0]);

test('faces that are alike enough match, with their threshold', () => {
  expect(decideCaptures(FACE, drawnCapture([1, 0.1]), THRESHOLD)).toMatchObject({
    outcome: 'match',
    threshold: THRESHOLD,
  });
});

test('other faces do not', () => {
  expect(decideCaptures(FACE, drawnCapture([0, 1]), THRESHOLD)).toMatchObject({ outcome: 'non-match', similarity: 0 });
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
  expect(() => decideCaptures(FACE, drawnCapture([1, 0], 'other'), THRESHOLD)).toThrow(
    expect.objectContaining({ code: 'contract-mismatch' }),
  );
});
