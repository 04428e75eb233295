import { type FaceDetection, type RgbaImage, templateToInput, transformFacePoints } from '@face-verify/core';
import { outputFromFacePoints, POINT_INPUT } from '@face-verify/nets';
import { STRAIGHT_FACE_POINTS } from '@face-verify/testkit';
import { expect, test, vi } from 'vitest';
import { drawnDetection } from '../../testing/drawn-detection.ts';
import { CallScope } from '../call-scope.ts';
import type { LookHint, SeenLook } from '../engine/face-engine.ts';
import { lookAtFace } from './look-at-face.ts';

const SIDE_PX = 64;

/** With structure that a sharp face has, and the colour of skin. */
const FRAME: RgbaImage = {
  widthPx: SIDE_PX,
  heightPx: SIDE_PX,
  channels: 4,
  data: Uint8ClampedArray.from({ length: SIDE_PX * SIDE_PX * 4 }, (_, i) => {
    const [x, y] = [(i >> 2) % SIDE_PX, Math.floor((i >> 2) / SIDE_PX)];
    return 140 * ([1, 0.8, 0.6, 0][i % 4] as number) * (1 + 0.5 * Math.sin(x / 1.4) * Math.cos(y / 1.7));
  }),
};

const { sizePx, faceFraction } = POINT_INPUT;
const POINTS = outputFromFacePoints(transformFacePoints(STRAIGHT_FACE_POINTS, templateToInput(sizePx, faceFraction)));

/** @param logOdds - of a face, at each look of the point network in turn; the last for all further ones */
function looking(faces: readonly FaceDetection[], ...logOdds: readonly number[]) {
  const detect = vi.fn(async () => faces);
  let looks = 0;
  const run = async () =>
    Float32Array.of(...POINTS, logOdds[Math.min(looks++, logOdds.length - 1)] as number, 0.2, -0.1, 0);
  const pipeline = {
    detector: { detect, dispose: () => {} },
    pointNetwork: { run },
    presenceLimit: 0.5,
  };
  const look = (hint?: LookHint) => lookAtFace(pipeline, async () => FRAME, new CallScope(), hint);
  return { look, detect };
}

const FACE = drawnDetection(10, 10, 40);

async function seenBefore(): Promise<LookHint> {
  const { image, face } = (await looking([FACE], 2).look()) as SeenLook;
  return { image, points: face.points };
}

test('a face that is where it was is seen without the detector', async () => {
  const hint = await seenBefore();
  const { look, detect } = looking([], 2);
  const seen = await look(hint);
  expect(seen).toMatchObject({ outcome: 'seen', refusal: undefined, detection: undefined, detections: [] });
  expect(seen.timings).not.toHaveProperty('detectMs');
  expect(detect).not.toHaveBeenCalled();
  const { face } = seen as SeenLook;
  expect(face.points.noseTip.x).toBeCloseTo(hint.points.noseTip.x, 3);
});

test.each([
  ['has gone', [] as FaceDetection[], { outcome: 'unseen', refusal: 'no-face' }],
  ['is elsewhere', [FACE], { outcome: 'seen', detection: FACE }],
])('a face that %s is looked for by the detector', async (_, faces, expected) => {
  // Two looks where it was, which see nothing there.
  const { look, detect } = looking(faces, -3, -3, 2);
  expect(await look(await seenBefore())).toMatchObject(expected);
  expect(detect).toHaveBeenCalledOnce();
});

test('a presence that is not a number is no face that was tracked', async () => {
  const { look, detect } = looking([FACE], Number.NaN, Number.NaN, 2);
  await look(await seenBefore());
  expect(detect).toHaveBeenCalledOnce();
});

test('what was seen in frames of another size is no hint', async () => {
  const { points } = await seenBefore();
  const { look, detect } = looking([FACE], 2);
  await look({ image: { widthPx: SIDE_PX, heightPx: 2 * SIDE_PX }, points });
  expect(detect).toHaveBeenCalledOnce();
});

test('a face that can hardly be seen is refused, and shown all the same', async () => {
  const seen = await looking([FACE], -3).look();
  expect(seen).toMatchObject({ outcome: 'seen', refusal: 'face-uncertain', face: { presence: expect.any(Number) } });
});
