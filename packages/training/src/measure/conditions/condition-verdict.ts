import type { MeasuredConditions, StepReport } from './condition-report.ts';

/** Of 1,000 decided pairs of strangers at most so many may match. */
export const MOST_FALSE_MATCHES = 0.003;
/** Where there are too few pairs to show that, the upper end of the 95 % interval is at most this. */
export const HIGHEST_BOUND = 0.01;

/**
 * Whether the rate of the threshold holds where both photographs are in a condition: `broken` where the whole interval
 * lies above what may match, `not shown` where the pairs leave it open.
 */
export type ConditionVerdict = 'held' | 'broken' | 'not shown' | 'all refused';

export function conditionVerdict({ strangers }: Pick<StepReport, 'strangers'>): ConditionVerdict {
  const { pairs, errors, rate } = strangers;
  if (pairs === 0) return 'all refused';
  if (rate === undefined) return 'not shown';
  const [low, high] = rate.interval;
  if (low > MOST_FALSE_MATCHES) return 'broken';
  return errors / pairs <= MOST_FALSE_MATCHES && high <= HIGHEST_BOUND ? 'held' : 'not shown';
}

/** What decides about a step: what came of more people where the first ones leave it open. */
export function settledStep(step: StepReport, morePeople: MeasuredConditions | undefined): StepReport {
  const again = morePeople?.steps.find(({ name }) => name === step.name);
  return again !== undefined && conditionVerdict(step) === 'not shown' ? again : step;
}
