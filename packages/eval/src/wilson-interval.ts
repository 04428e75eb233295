import { EvaluationError } from './evaluation-error.ts';
import type { Interval } from './figure.ts';

/** The normal quantile that leaves 2.5 % above. */
const Z = 1.959964;

/**
 * The 95 % interval of a rate by the score test (Wilson 1927), also where every trial ended alike.
 *
 * @param events - how many trials ended so, of trials that are taken for independent
 * @throws {EvaluationError} `evaluation-invalid` where there are no trials, or fewer than events
 */
export function wilsonInterval(events: number, trials: number): Interval {
  if (!(trials > 0 && events >= 0 && events <= trials)) {
    throw new EvaluationError(
      'evaluation-invalid',
      'A rate needs at least one trial, and no more events than trials.',
      {
        details: { events, trials },
      },
    );
  }
  const rate = events / trials;
  const centre = rate + Z ** 2 / (2 * trials);
  const reach = Z * Math.sqrt((rate * (1 - rate)) / trials + Z ** 2 / (4 * trials ** 2));
  const scale = 1 + Z ** 2 / trials;
  return [Math.max(0, (centre - reach) / scale), Math.min(1, (centre + reach) / scale)];
}
