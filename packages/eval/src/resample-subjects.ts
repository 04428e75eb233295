import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { EvaluationError } from './evaluation-error.ts';

export interface ResampleOptions {
  /** How many resamples are drawn; default 1000. */
  readonly resamples?: number;
  /** Integer; equal seeds give equal resamples. Default 1. */
  readonly seed?: number;
}

/**
 * Bootstrap over identities: draws as many subjects as there are, with replacement, time and again. Photographs of one
 * subject are far from independent, so resampling pairs or photographs would give intervals that are much too narrow.
 * Every interval of this repository comes from here.
 *
 * @returns for each resample how often each subject was drawn
 * @throws {EvaluationError} `evaluation-invalid` for no subjects or no resamples
 */
export function* resampleSubjects(subjectCount: number, options: ResampleOptions = {}): Generator<Uint32Array> {
  const { resamples = 1000, seed = 1 } = options;
  if (!(Number.isInteger(resamples) && resamples > 0 && subjectCount > 0)) {
    throw new EvaluationError('evaluation-invalid', 'A bootstrap needs subjects, and a number of resamples.', {
      details: { resamples, subjectCount },
    });
  }
  const random = xoroshiro128plus(seed);
  for (let drawn = 0; drawn < resamples; drawn++) {
    const multiplicities = new Uint32Array(subjectCount);
    for (let i = 0; i < subjectCount; i++) {
      const subject = uniformInt(random, 0, subjectCount - 1);
      multiplicities[subject] = (multiplicities[subject] as number) + 1;
    }
    yield multiplicities;
  }
}
