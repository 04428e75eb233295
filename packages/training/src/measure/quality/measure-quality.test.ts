import { FIVE_POINT_TEMPLATE, landmarkList } from '@face-verify/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawPeople } from '../../testing/draw-people.ts';
import { DAMAGES } from './damages.ts';
import { measureQuality, type QualityReport } from './measure-quality.ts';

const PEOPLE = { people: 12, facesEach: 8 } as const;

/** The nose further and further to the right. */
const turned = (face: number) => ({
  points: landmarkList(FIVE_POINT_TEMPLATE).map(({ x, y }, i) => [i === 2 ? x + 2 * face : x, y] as const),
});

describe('what a norm tells', () => {
  let report: QualityReport;

  beforeAll(() => {
    const undamaged = drawPeople({ ...PEOPLE, noise: 0.5, norm: (face) => 20 - face, record: turned });
    const damaged = DAMAGES.slice(0, 2).flatMap((damage) =>
      damage.strengths.slice(0, 2).map((strength, i) => ({
        damage,
        strength,
        faces: drawPeople({ ...PEOPLE, noise: 4 + i, norm: () => 5 - i }),
      })),
    );
    report = measureQuality(undamaged, damaged);
  });

  it('is told of each damage from none to the strongest, and of yaw', () => {
    expect(report.series.map(({ title, points }) => [title, points.map(({ x }) => x)])).toEqual([
      ['Distance', [1, 2, 3]],
      ['Blur', [0, 1, 2]],
      ['Yaw', expect.any(Array)],
    ]);
    for (const { points } of report.series) {
      const norms = points.map(({ relativeNorm }) => relativeNorm.value);
      expect(norms).toEqual([...norms].sort((a, b) => b - a));
    }
  });

  it('is told of every undamaged face once by yaw, and once by norm', () => {
    for (const points of [report.series.at(-1)?.points ?? [], report.norms]) {
      expect(points.length).toBeGreaterThan(3);
      expect(points.reduce((sum, { faces }) => sum + faces, 0)).toBe(report.faces);
    }
    expect(report.norms.map(({ x, faces }) => [x, faces])).toEqual([
      [13.5, 24],
      [15.5, 24],
      [17.5, 24],
      [19.5, 24],
    ]);
  });

  it('is told of the people there are', () => {
    expect(report).toMatchObject({ faces: 96, people: 12 });
  });
});
