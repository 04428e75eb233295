import { FaceVerifyError, type Threshold } from '@face-verify/core';

/**
 * The card's threshold for a false match rate.
 *
 * @returns undefined where the card has none at all: the model is not trained well enough
 * @throws {FaceVerifyError} `option-invalid` where it has only thresholds for other rates; the nearest would not be what was asked for
 */
export function chooseThreshold(thresholds: readonly Threshold[], targetFmr: number): Threshold | undefined {
  const chosen = thresholds.find((threshold) => threshold.targetFmr === targetFmr);
  if (chosen === undefined && thresholds.length > 0) {
    const known = thresholds.map((threshold) => threshold.targetFmr).join(', ');
    throw new FaceVerifyError(
      'option-invalid',
      `targetFmr is ${targetFmr}, but the model has thresholds for ${known} only.`,
      { details: { targetFmr } },
    );
  }
  return chosen;
}
