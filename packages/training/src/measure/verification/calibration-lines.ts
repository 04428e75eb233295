import type { Calibration, RateRefusal } from '@face-verify/eval';

const REASONS: Readonly<Record<RateRefusal, string>> = {
  'too-few-non-mated-pairs': 'the set has too few pairs of two people: fewer than ten of them would match falsely',
  'no-mated-pairs': 'the set has no two crops of one person',
  'no-threshold-holds-the-rate': 'too many pairs of two people are as similar as the most similar one',
  'no-false-match-observed': 'no pair of two people reaches the threshold',
  'too-few-subjects': 'the set has too few people for an interval',
};

/** A calibration for a person: each rate with its threshold, or why there is none. */
export function calibrationLines({ thresholds, refused }: Calibration): string[] {
  const given = thresholds.map(({ targetFmr, similarity, fmrInterval }) => {
    const [low, high] = fmrInterval.map((rate) => rate.toPrecision(2));
    const text = `cosine from ${similarity.toFixed(4)} (95 % interval of the rate: ${low} to ${high})`;
    return { targetFmr, text };
  });
  const none = refused.map(({ targetFmr, reason }) => ({ targetFmr, text: `no threshold: ${REASONS[reason]}` }));
  const lines = [...given, ...none].sort((a, b) => b.targetFmr - a.targetFmr);
  return lines.map(({ targetFmr, text }) => `FMR ${targetFmr}`.padEnd(12) + text);
}
