import { FaceVerifyError } from '@face-verify/core';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { ScoreDistribution } from './score-distribution.ts';
import { type SubjectPairs, subjectWeighting } from './subject-pairs.ts';

export interface ResampleOptions {
  /** How many resamples are drawn; default 1000. */
  readonly resamples?: number;
  /** Integer; equal seeds give equal resamples. Default 1. */
  readonly seed?: number;
}

/**
 * Bootstrap over identities: draws as many subjects as there are, with replacement, and yields the distribution of
 * their pairs, time and again. Pairs of one subject are far from independent, so resampling pairs would give
 * intervals that are much too narrow.
 *
 * A mated pair weighs as often as its subject was drawn, a non-mated pair the product of both. The two copies of a
 * subject drawn twice are not compared with each other.
 *
 * @throws {FaceVerifyError} `evaluation-invalid` for no subjects, no resamples, or columns that do not fit
 */
export function* resampleSubjects(pairs: SubjectPairs, options: ResampleOptions = {}): Generator<ScoreDistribution> {
  const { resamples = 1000, seed = 1 } = options;
  const { subjectCount } = pairs;
  if (!(Number.isInteger(resamples) && resamples > 0 && subjectCount > 0)) {
    throw new FaceVerifyError('evaluation-invalid', 'A bootstrap needs subjects, and a number of resamples.', {
      details: { resamples, subjectCount },
    });
  }
  const weigh = subjectWeighting(pairs);
  const random = xoroshiro128plus(seed);
  for (let drawn = 0; drawn < resamples; drawn++) {
    const multiplicities = new Uint32Array(subjectCount);
    for (let i = 0; i < subjectCount; i++) {
      const subject = uniformInt(random, 0, subjectCount - 1);
      multiplicities[subject] = (multiplicities[subject] as number) + 1;
    }
    yield weigh(multiplicities);
  }
}
