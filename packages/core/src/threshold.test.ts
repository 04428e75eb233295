import { describe, expect, it } from 'vitest';
import { chooseThreshold, type DecisionThreshold, type Threshold, type ThresholdChoice } from './threshold.ts';

const measured = (similarity: number, targetFmr: number): Threshold => ({
  similarity,
  targetFmr,
  fmrInterval: [targetFmr / 2, targetFmr * 2],
  measuredOn: `pairs for ${targetFmr}`,
});
const THRESHOLDS = [measured(0.2, 0.01), measured(0.4, 0.0001), measured(0.3, 0.001)];

const MEASURED = { thresholds: THRESHOLDS, thresholdsAgainstSimilar: [measured(0.45, 0.001), measured(0.34, 0.01)] };
const NONE = { thresholds: [], thresholdsAgainstSimilar: [] };

const AT_0_3 = { fmr: 0.001, against: 'anyone', fmrInterval: [0.0005, 0.002], measuredOn: 'pairs for 0.001' };

describe('a threshold chosen by false match rate', () => {
  it('is the one that was measured for exactly that rate', () => {
    expect(chooseThreshold(MEASURED, { fmr: 0.001 })).toEqual({ similarity: 0.3, basis: 'measured', ...AT_0_3 });
  });

  it('is refused for another rate than those measured, which are named', () => {
    for (const fmr of [0.002, 0.00001, 1]) {
      expect(() => chooseThreshold(MEASURED, { fmr })).toThrow(
        expect.objectContaining({ code: 'option-invalid', message: expect.stringContaining('0.01, 0.0001, 0.001') }),
      );
    }
  });
});

describe('a threshold against similar strangers', () => {
  it('is the one that was measured on them, and says so', () => {
    const chosen = chooseThreshold(MEASURED, { fmr: 0.001, against: 'similar' });
    expect(chosen).toMatchObject({ similarity: 0.45, fmr: 0.001, against: 'similar', basis: 'measured' });
    expect(chooseThreshold(MEASURED, { fmr: 0.001, against: 'anyone' })).toMatchObject(AT_0_3);
  });

  it('is never that against anyone where none was measured', () => {
    for (const measured of [MEASURED, { ...MEASURED, thresholdsAgainstSimilar: [] }]) {
      expect(() => chooseThreshold(measured, { fmr: 0.0001, against: 'similar' })).toThrow(
        expect.objectContaining({ code: 'option-invalid' }),
      );
    }
  });
});

describe('a threshold chosen by similarity', () => {
  it('has at most the false match rate of the strictest measured one that it reaches', () => {
    const bounded = { basis: 'upper-bound', ...AT_0_3 };
    expect(chooseThreshold(MEASURED, { similarity: 0.35 })).toEqual({ similarity: 0.35, ...bounded });
    expect(chooseThreshold(MEASURED, { similarity: 0.3 })).toEqual({
      similarity: 0.3,
      ...bounded,
      basis: 'measured',
    });
    expect(chooseThreshold(MEASURED, { similarity: 1 })).toMatchObject({ similarity: 1, fmr: 0.0001 });
  });

  it('has no rate below every measured one', () => {
    expect(chooseThreshold(MEASURED, { similarity: 0.19 })).toEqual({ similarity: 0.19, fmr: 'unknown' });
  });
});

it('is none, however it is chosen, where a model has none: its similarities mean nothing yet', () => {
  expect(chooseThreshold(NONE, { fmr: 0.001 })).toBeUndefined();
  expect(chooseThreshold(NONE, { similarity: 0.9 })).toBeUndefined();
});

it.each([
  undefined,
  null,
  0.001,
  '0.001',
  {},
  [],
  [0.001],
  { fmr: '0.001' },
  { fmr: Number.NaN },
  { fmr: 0 },
  { fmr: undefined },
  { similarity: 0 },
  { similarity: -0.2 },
  { similarity: 1.01 },
  { similarity: Number.NaN },
  { similarity: Number.POSITIVE_INFINITY },
  { fmr: 0.001, similarity: 0.2 },
  { targetFmr: 0.001 },
  { fmr: 0.001, against: 'twins' },
  { similarity: 0.4, against: 'similar' },
  { against: 'similar' },
  { fmr: 0.001, measuredOn: 'mine' },
])('is not chosen by %j, whether the model has thresholds or not', (choice) => {
  for (const thresholds of [MEASURED, NONE]) {
    expect(() => chooseThreshold(thresholds, choice as ThresholdChoice)).toThrow(
      expect.objectContaining({ code: 'option-invalid' }),
    );
  }
});

it('has types by which nobody reads a rate that is not known, or asks for two things', () => {
  const misuses = [
    // @ts-expect-error the rate may be unknown
    (threshold: DecisionThreshold): number => threshold.fmr,
    // @ts-expect-error what was measured may not be there
    (threshold: DecisionThreshold) => threshold.measuredOn,
    // @ts-expect-error either
    (): ThresholdChoice => ({ fmr: 0.001, similarity: 0.2 }),
    (threshold: DecisionThreshold): number | undefined => (threshold.fmr === 'unknown' ? undefined : threshold.fmr),
  ];
  expect(misuses).toHaveLength(4);
});
