import type { IdentificationResult } from 'face-verify';
import { expect, it } from 'vitest';
import { toFaceAnswer } from './to-face-answer.ts';

const found = {
  candidates: [
    { id: 'anna', similarity: 0.8 },
    { id: 'ben', similarity: 0.7 },
  ],
  margin: 0.1,
  threshold: {},
};

it.each<[unknown, unknown]>([
  [
    { outcome: 'identified', ...found },
    { outcome: 'person', person: 'anna' },
  ],
  [{ outcome: 'not-identified', threshold: {} }, { outcome: 'nobody' }],
  [{ outcome: 'inconclusive', reason: 'candidates-too-close', ...found }, { outcome: 'ambiguous' }],
  [{ outcome: 'inconclusive', reason: 'gallery-too-large', largestGallery: 9 }, { outcome: 'unavailable' }],
  [{ outcome: 'inconclusive', reason: 'model-not-trained' }, { outcome: 'unavailable' }],
  [{ outcome: 'inconclusive', reason: 'face-blurred' }, { outcome: 'unusable' }],
])('of %j makes %j, and never a person of anything but an identification', (result, answer) => {
  expect(toFaceAnswer(result as IdentificationResult)).toEqual(answer);
});
