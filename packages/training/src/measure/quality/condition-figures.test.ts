import { describe, expect, it } from 'vitest';
import { drawPeople } from '../../testing/draw-people.ts';
import { conditionFigures } from './condition-figures.ts';

const PEOPLE = { people: 4, facesEach: 5 } as const;
const CLEAR = drawPeople({ ...PEOPLE, noise: 0.1, norm: () => 10 });

describe('faces in a condition', () => {
  it('are all matched, and no strangers, where they are seen as clearly as the undamaged', () => {
    expect(conditionFigures(CLEAR, CLEAR, 0.5)).toEqual({
      faces: 20,
      relativeNorm: { value: 1, interval: [1, 1] },
      trueMatchRate: { value: 1, interval: [1, 1] },
      falseMatchRate: 0,
    });
  });

  it('are not compared with themselves', () => {
    const scattered = drawPeople({ ...PEOPLE, noise: 8, norm: () => 10 });
    expect(conditionFigures(scattered, scattered, 0.999)).toMatchObject({ trueMatchRate: { value: 0 } });
  });

  it('match by chance where nothing is left of the person', () => {
    const lost = drawPeople({ ...PEOPLE, noise: 8, norm: () => 4 });
    const { relativeNorm, trueMatchRate, falseMatchRate } = conditionFigures(lost, CLEAR, 0);
    expect(relativeNorm.value).toBeCloseTo(0.4, 6);
    expect(Math.abs(trueMatchRate.value - falseMatchRate)).toBeLessThan(0.35);
  });

  it('have norms beside those of their own person', () => {
    const people = [10, 40].flatMap((norm, person) =>
      drawPeople({ people: 2, facesEach: 2, noise: 0.1, norm: () => norm }).slice(2 * person, 2 * person + 2),
    );
    const [low, high] = conditionFigures(people, people, 0.5).relativeNorm.interval;
    expect(low).toBeCloseTo(1, 9);
    expect(high).toBeCloseTo(1, 9);
  });
});
