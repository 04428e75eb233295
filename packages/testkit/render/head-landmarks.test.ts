import { beforeAll, expect, test } from 'vitest';
import { describeWithShared } from '../src/describe-with-shared.ts';
import { HEAD_LANDMARKS } from './head-landmarks.ts';
import { type HeadModel, loadHeadModel } from './head-model.ts';

describeWithShared('landmarks of the morphable head', () => {
  let head: HeadModel;
  let face: Uint16Array;
  const at = (vertex: number): [number, number, number] => {
    const [x = 0, y = 0, z = 0] = head.neutral.subarray(3 * vertex, 3 * vertex + 3);
    return [x, y, z];
  };
  const mirrored = (p: number, q: number): void => {
    const [[px, py, pz], [qx, qy, qz]] = [at(p), at(q)];
    expect([-px, py, pz]).toEqual([expect.closeTo(qx, 3), expect.closeTo(qy, 3), expect.closeTo(qz, 3)]);
  };

  beforeAll(() => {
    head = loadHeadModel();
    face = head.triangles.get('M_Face') ?? new Uint16Array();
  });

  test('the nose tip lies on the middle line, within a millimetre of the foremost point of the face', () => {
    const [x, , z] = at(HEAD_LANDMARKS.noseTip);
    const foremost = face.reduce((best, vertex) => Math.max(best, at(vertex)[2]), 0);
    expect(x).toBeCloseTo(0, 3);
    expect(foremost - z).toBeLessThan(0.1);
  });

  test('the corners of an eye lie at the two ends of its opening, at most half a centimetre outside the hole in the mesh', () => {
    const [outer] = at(HEAD_LANDMARKS.leftEyeCorners[0]);
    const [inner] = at(HEAD_LANDMARKS.leftEyeCorners[1]);
    const rim = holeRim(face).filter((v) => at(v)[0] < -1 && at(v)[1] > 2 && at(v)[1] < 5 && at(v)[2] > 6);
    const ends = rim.map((vertex) => at(vertex)[0]);
    expect(outer - Math.min(...ends)).toBeCloseTo(0, 0);
    expect(inner - Math.max(...ends)).toBeCloseTo(0, 0);
    expect(outer).toBeLessThanOrEqual(Math.min(...ends));
    expect(inner).toBeGreaterThanOrEqual(Math.max(...ends));
  });

  test('the mouth corners are the ends of the outline of the lips', () => {
    const byX = [...HEAD_LANDMARKS.outerLips].sort((p, q) => at(p)[0] - at(q)[0]);
    expect(byX[0]).toBe(HEAD_LANDMARKS.leftMouthCorner);
    expect(byX.at(-1)).toBe(HEAD_LANDMARKS.rightMouthCorner);
  });

  test('left and right mirror each other', () => {
    mirrored(HEAD_LANDMARKS.leftEyeCorners[0], HEAD_LANDMARKS.rightEyeCorners[1]);
    mirrored(HEAD_LANDMARKS.leftEyeCorners[1], HEAD_LANDMARKS.rightEyeCorners[0]);
    mirrored(HEAD_LANDMARKS.leftMouthCorner, HEAD_LANDMARKS.rightMouthCorner);
    mirrored(HEAD_LANDMARKS.leftTemple, HEAD_LANDMARKS.rightTemple);
  });
});

/** Vertices on edges that belong to one triangle only. */
function holeRim(triangles: Uint16Array): number[] {
  const uses = new Map<string, { ends: [number, number]; count: number }>();
  for (let t = 0; t < triangles.length; t += 3) {
    const [a = 0, b = 0, c = 0] = triangles.subarray(t, t + 3);
    for (const [p, q] of [
      [a, b],
      [b, c],
      [c, a],
    ] as const) {
      const key = p < q ? `${p} ${q}` : `${q} ${p}`;
      uses.set(key, { ends: [p, q], count: (uses.get(key)?.count ?? 0) + 1 });
    }
  }
  return [...uses.values()].filter(({ count }) => count === 1).flatMap(({ ends }) => ends);
}
