import { describe, expect, it } from 'vitest';
import type { ConditionsReport, StepReport } from '../../measure/conditions/condition-report.ts';
import { conditionVerdict } from '../../measure/conditions/condition-verdict.ts';
import { conditionsGuide } from './conditions-guide.ts';
import { drawConditions } from './draw-conditions.ts';

function step(name: string, errors: number, [low, high]: readonly [number, number], pairs = 1000): StepReport {
  return {
    name,
    photographs: 20,
    refused: pairs === 0 ? { 'no-face': 15, 'face-too-small': 5 } : { 'no-face': 2 },
    strangers:
      pairs === 0 ? { pairs, errors } : { pairs, errors, rate: { value: errors / pairs, interval: [low, high] } },
    mated: { pairs: 10, errors: 1 },
    ownOriginal: { pairs, errors: 3 },
  };
}

const HELD = step('As it is', 2, [0, 0.009]);
const BROKEN = step('Fog', 20, [0.01, 0.04]);
const UNKNOWN = step('Haze', 4, [0.001, 0.01]);
const REFUSED = step('Night', 0, [0, 0], 0);
const REPORT: ConditionsReport = {
  weights: 'ab'.repeat(32),
  threshold: 0.45,
  people: 5,
  photographs: 20,
  steps: [HELD, BROKEN, UNKNOWN, REFUSED],
};

describe('the verdict', () => {
  it.each([
    [HELD, 'held'],
    [BROKEN, 'broken'],
    [UNKNOWN, 'not shown'],
    [REFUSED, 'all refused'],
  ] as const)('of $name is told by rate and interval', (each, verdict) => {
    expect(conditionVerdict(each)).toBe(verdict);
  });
});

describe('the page', () => {
  const options = {
    report: REPORT,
    targetFmr: 0.001,
    photographs: 'drawn ones',
    morePhotographs: 'painted ones',
    command: 'npm run -s lab -- measure-conditions',
  } as const;
  const page = conditionsGuide(options);

  it('names the weights that it is about, and the command that writes it', () => {
    expect(page).toContain('`abababababab`');
    expect(page).toContain('`npm run -s lab -- measure-conditions`');
    expect(page).toContain('threshold for 1 in 1,000');
  });

  it('counts in how many conditions the rate holds', () => {
    expect(page).toContain('Of 4 conditions it holds in 1, and in 1 nothing is decided. In 1 more than 3 of 1,000');
  });

  it('has a row for every step', () => {
    expect(page).toContain('| As it is | 10 %: 2 no-face | 0.2 % (0.0–0.9) of 1000 | 1 of 10 | 3 of 1000 | held |');
    expect(page).toContain('| Fog | 10 %: 2 no-face | 2.0 % (1.0–4.0) of 1000 | 1 of 10 | 3 of 1000 | **broken** |');
    expect(page).toContain('| Night | 100 %: 15 no-face, 5 face-too-small | – | 1 of 10 | – | all refused |');
  });

  it('holds it beside what was before', () => {
    const before = { ...REPORT, weights: 'cd'.repeat(32), steps: [step('Fog', 40, [0.02, 0.08])] };
    expect(conditionsGuide({ ...options, before })).toContain('weights `cdcdcdcdcdcd`');
    expect(conditionsGuide({ ...options, before })).toMatch(/\| Fog \|.*\| 4\.0 %, 10 % refused \|/);
  });

  it('lets more people decide where the first ones do not tell, and nowhere else', () => {
    const morePeople = {
      people: 400,
      photographs: 800,
      steps: [step('As it is', 20, [0.01, 0.04]), step('Haze', 1, [0, 0.004])],
    };
    const settled = conditionsGuide({ ...options, report: { ...REPORT, morePeople } });
    expect(settled).toContain('Of 4 conditions it holds in 2, and in 1 nothing is decided.');
    expect(settled).toContain('painted ones, 800 photographs of 400 people');
    expect(settled).toMatch(/\| Haze \| 10 %.*of 1000 \| held \|\n\| Night/);
    expect(settled).toContain('| Haze | 10 %: 2 no-face | 0.1 % (0.0–0.4) of 1000 | 1 of 10 | 3 of 1000 | held |');
  });

  it('has a picture with a row for every step, those too in which all was refused', async () => {
    const svg = await drawConditions(REPORT);
    expect(svg).toMatch(/^<svg/);
    for (const { name } of REPORT.steps) expect(svg).toContain(`>${name}<`);
  });
});
