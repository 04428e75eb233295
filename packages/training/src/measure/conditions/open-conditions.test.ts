import { expect, it } from 'vitest';
import type { StepReport } from './condition-report.ts';
import { CONDITIONS, nameOfStep } from './conditions.ts';
import { openConditions } from './open-conditions.ts';

const step = (name: string, high: number): StepReport => ({
  name,
  photographs: 20,
  refused: {},
  strangers: { pairs: 1000, errors: 2, rate: { value: 0.002, interval: [0, high] } },
  mated: { pairs: 0, errors: 0 },
  ownOriginal: { pairs: 0, errors: 0 },
});

it('what the pairs do not tell is measured on more people, step by step', () => {
  const names = CONDITIONS.flatMap((condition) => condition.steps.map((each) => nameOfStep(condition, each)));
  const measured = names.map((name) => step(name, ['Backlight', 'Width, × 0.85'].includes(name) ? 0.02 : 0.005));
  const left = openConditions(measured);
  expect(left.flatMap((condition) => condition.steps.map((each) => nameOfStep(condition, each)))).toEqual([
    'Width, × 0.85',
    'Backlight',
  ]);
});
