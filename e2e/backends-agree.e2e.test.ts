import { join } from 'node:path';
import { compareBackends, shippedThresholds } from '@face-verify/headless/compare-backends';
import { REPOSITORY } from '@face-verify/repository';
import { expect, test } from 'vitest';

const FIXTURES = join(REPOSITORY, 'packages', 'testkit', 'fixtures');
/** Few: a software adapter takes seconds for each. `npm run -s lab -- compare-backends` takes all. */
const PHOTOGRAPHS = ['ada-front', 'ada-turned', 'bruno-front', 'chiyo-front', 'nobody'];

/** What it differs by moves with the last digits of the points, which the pixels of the aligned face are rounded after. */
const MAX_SIMILARITY_DIFFERENCE = 5e-3;

test('rendered people are decided the same by all kernels on WASM and by WebGPU', { timeout: 600_000 }, async () => {
  const comparisons = await compareBackends({
    photographs: PHOTOGRAPHS.map((name) => join(FIXTURES, `${name}.jpg`)),
    thresholds: shippedThresholds(),
    ways: ['relaxed-simd', 'simd', 'tfjs-wasm', 'webgpu'],
  });
  expect(comparisons.map(({ by }) => by)).toEqual(['simd', 'tfjs-wasm', 'webgpu']);
  for (const { by, pairs, flips, otherCaptures, maxSimilarityDifference } of comparisons) {
    expect({ by, pairs, flips, otherCaptures }).toEqual({ by, pairs: 6, flips: [], otherCaptures: [] });
    // Had nothing differed, the same kernels would have computed twice.
    expect(maxSimilarityDifference, by).toBeGreaterThan(0);
    expect(maxSimilarityDifference, by).toBeLessThan(MAX_SIMILARITY_DIFFERENCE);
  }
});
