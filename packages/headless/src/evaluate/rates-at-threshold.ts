import { type Interval, type ScoredPair, wilsonInterval } from '@face-verify/eval';
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

export function ratesAtThreshold(
  { targetFmr, similarity }: Pick<RatesAtThreshold, 'targetFmr' | 'similarity'>,
  scored: readonly ScoredPair[],
  missing: readonly Pick<MissingPair, 'pair'>[],
): RatesAtThreshold {
  const matedTotal = scored.filter(({ mated }) => mated).length;
  const matches = scored.filter((pair) => pair.similarity >= similarity);
  const matedMatches = matches.filter(({ mated }) => mated).length;
  const falseMatches = matches.length - matedMatches;
  const matedMissing = missing.filter(({ pair }) => pair.mated).length;
  const nonMatedTotal = scored.length - matedTotal;
  return {
    targetFmr,
    similarity,
    compared: { fmr: counted(falseMatches, nonMatedTotal), fnmr: counted(matedTotal - matedMatches, matedTotal) },
    all: {
      fmr: counted(falseMatches, nonMatedTotal + missing.length - matedMissing),
      fnmr: counted(matedTotal - matedMatches + matedMissing, matedTotal + matedMissing),
    },
  };
}

function counted(errors: number, pairs: number): CountedRate | null {
  return pairs === 0 ? null : { errors, pairs, rate: errors / pairs, interval: wilsonInterval(errors, pairs) };
}
