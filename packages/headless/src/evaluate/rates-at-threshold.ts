import { acceptedWeights, type Interval, type ScoreDistribution, wilsonInterval } from '@face-verify/eval';
import type { MissingPair } from './score-pairs.ts';

/** A rate with what it was counted of. */
interface CountedRate {
  readonly errors: number;
  readonly pairs: number;
  readonly rate: number;
  /** 95 %, as if the pairs were independent: people who are in several make it wider. */
  readonly interval: Interval;
}

/** False matches and false non-matches; null where the list has no pairs of that kind. */
interface Errors {
  readonly fmr: CountedRate | null;
  readonly fnmr: CountedRate | null;
}

/** What deciding at one threshold of the model's card costs on a list. */
export interface RatesAtThreshold {
  /** False match rate that the threshold stands for. */
  readonly targetFmr: number;
  readonly similarity: number;
  /** Of the pairs that were compared. */
  readonly compared: Errors;
  /** Of all pairs of the list, where one that could not be compared is no match, as for whoever stands at the door. */
  readonly all: Errors;
}

/**
 * @param compared - how the pairs scored that were compared
 * @param missing - those that were not
 */
export function ratesAtThreshold(
  { targetFmr, similarity }: Pick<RatesAtThreshold, 'targetFmr' | 'similarity'>,
  compared: ScoreDistribution,
  missing: readonly Pick<MissingPair, 'pair'>[],
): RatesAtThreshold {
  const { matedTotal, nonMatedTotal } = compared;
  const { mated, nonMated } = acceptedWeights(compared, similarity);
  const matedMissing = missing.filter(({ pair }) => pair.mated).length;
  return {
    targetFmr,
    similarity,
    compared: { fmr: counted(nonMated, nonMatedTotal), fnmr: counted(matedTotal - mated, matedTotal) },
    all: {
      fmr: counted(nonMated, nonMatedTotal + missing.length - matedMissing),
      fnmr: counted(matedTotal - mated + matedMissing, matedTotal + matedMissing),
    },
  };
}

function counted(errors: number, pairs: number): CountedRate | null {
  return pairs === 0 ? null : { errors, pairs, rate: errors / pairs, interval: wilsonInterval(errors, pairs) };
}
