import { EvaluationError } from './evaluation-error.ts';
import type { Interval } from './figure.ts';

/** Half of what a 95 % interval leaves outside. */
const TAIL = 0.025;

/**
 * The 95 % interval of a rate of which no event was seen in independent trials: exact binomial (Clopper and Pearson
 * 1934). A bootstrap would call such a rate zero for certain.
 *
 * @param trials - how many there were; what hangs together counts once
 * @throws {EvaluationError} `evaluation-invalid` where there are none
 */
export function intervalOfNone(trials: number): Interval {
  if (!(Number.isInteger(trials) && trials > 0)) {
    throw new EvaluationError('evaluation-invalid', 'A rate needs at least one trial.', {
      details: { trials },
    });
  }
  return [0, 1 - TAIL ** (1 / trials)];
}
