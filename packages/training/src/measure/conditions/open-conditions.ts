import type { Condition } from './condition.ts';
import type { StepReport } from './condition-report.ts';
import { conditionVerdict } from './condition-verdict.ts';
import { CONDITIONS, nameOfStep } from './conditions.ts';

/** The conditions of which the pairs do not tell whether the rate holds, with those steps alone. */
export function openConditions(measured: readonly StepReport[]): Condition[] {
  const open = new Set(measured.filter((step) => conditionVerdict(step) === 'not shown').map(({ name }) => name));
  return CONDITIONS.flatMap((condition) => {
    const steps = condition.steps.filter((step) => open.has(nameOfStep(condition, step)));
    return steps.length === 0 ? [] : [{ ...condition, steps }];
  });
}
