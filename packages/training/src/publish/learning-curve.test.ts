import { describe, expect, it } from 'vitest';
import { drawLearningCurve } from './learning-curve.ts';

describe('drawLearningCurve', () => {
  it('draws every figure of a log', async () => {
    const svg = await drawLearningCurve('a run', [
      { kind: 'start', parameters: 7 },
      { kind: 'step', step: 1, picture: 800, rate: 0.1, imagesPerSecond: 9, total: 2, cosine: 1 },
      { kind: 'step', step: 2, picture: 1600, rate: 0.1, imagesPerSecond: 9, total: 1, cosine: 0.5 },
      { kind: 'validation', picture: 1600, auc: 0.9 },
    ]);
    expect(svg).toMatch(/^<svg/);
    for (const word of ['a run', 'total', 'cosine', 'auc']) expect(svg).toContain(`>${word}<`);
    expect(svg).not.toContain('>imagesPerSecond<');
  });

  it('draws an empty frame for a log without figures', async () => {
    expect(await drawLearningCurve('nothing yet', [])).toMatch(/^<svg/);
  });
});
