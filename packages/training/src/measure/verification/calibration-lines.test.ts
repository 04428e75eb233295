import { expect, it } from 'vitest';
import { calibrationLines } from './calibration-lines.ts';

it('gives each rate its threshold, or says in words why it has none, the loosest rate first', () => {
  const lines = calibrationLines({
    thresholds: [{ similarity: 0.45, targetFmr: 0.01, fmrInterval: [0.004, 0.02], measuredOn: 'a set' }],
    refused: [
      { outcome: 'refused', targetFmr: 0.0001, reason: 'too-few-non-mated-pairs' },
      { outcome: 'refused', targetFmr: 0.001, reason: 'too-few-subjects' },
    ],
  });
  expect(lines).toEqual([
    'FMR 0.01    cosine from 0.4500 (95 % interval of the rate: 0.0040 to 0.020)',
    'FMR 0.001   no threshold: the set has too few people for an interval',
    'FMR 0.0001  no threshold: the set has too few pairs of two people: fewer than ten of them would match falsely',
  ]);
});
