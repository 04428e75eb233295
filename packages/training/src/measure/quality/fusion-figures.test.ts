import { describe, expect, it } from 'vitest';
import { drawPeople } from '../../testing/draw-people.ts';
import { fusionFigures } from './fusion-figures.ts';

const PEOPLE = { people: 16, facesEach: 7 } as const;
const CLEAR = drawPeople({ ...PEOPLE, noise: 0.7, norm: () => 10 });
const damagedWithNorm = (norm: number) => [drawPeople({ ...PEOPLE, noise: 6, norm: () => norm })];

describe('templates of which some faces are damaged', () => {
  it('gain by norms that fall with damage', () => {
    const { gain, tar } = fusionFigures(CLEAR, damagedWithNorm(1), 3);
    expect(gain.norm.interval[0]).toBeGreaterThan(0);
    expect(tar.norm).toBeCloseTo(tar.equal + gain.norm.value, 9);
  });

  it('lose by norms that grow with damage', () => {
    expect(fusionFigures(CLEAR, damagedWithNorm(100), 3).gain.norm.interval[1]).toBeLessThan(0);
  });

  it('neither gain nor lose by norms that are all the same', () => {
    expect(fusionFigures(CLEAR, damagedWithNorm(10), 3).gain.norm).toEqual({ value: 0, interval: [0, 0] });
  });

  it('are no worse than templates without damage where the damaged are left out', () => {
    const { tar } = fusionFigures(CLEAR, damagedWithNorm(10), 3);
    expect(tar.undamagedOnly).toBeGreaterThan(tar.equal);
    expect(tar.undamagedOnly).toBe(fusionFigures(CLEAR, damagedWithNorm(1), 3).tar.undamagedOnly);
  });

  it('give no figures for fewer strangers than the rate needs', () => {
    const few = drawPeople({ people: 2, facesEach: 6, noise: 1, norm: () => 10 });
    expect(() => fusionFigures(few, [few], 1)).toThrow(expect.objectContaining({ code: 'evaluation-invalid' }));
  });
});
