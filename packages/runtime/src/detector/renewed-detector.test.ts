import type { FaceDetection, RgbaImage } from '@face-verify/core';
import { expect, test, vi } from 'vitest';
import { drawnDetection } from '../../testing/drawn-detection.ts';
import { type MortalDetector, RenewedDetector } from './renewed-detector.ts';

const IMAGE: RgbaImage = { widthPx: 1, heightPx: 1, channels: 4, data: new Uint8ClampedArray(4) };
const FACES = [drawnDetection(1, 2, 3)];

function mortal(...looks: (readonly FaceDetection[] | undefined)[]) {
  return { detect: vi.fn(async () => looks.shift()), dispose: vi.fn() } satisfies MortalDetector;
}

/** Hands out these detectors, one after another. */
function creating(...detectors: MortalDetector[]) {
  return vi.fn(async () => {
    const next = detectors.shift();
    if (next === undefined) throw new Error('There are no more.');
    return next;
  });
}

test('a detector that sees is kept', async () => {
  const create = creating(mortal(FACES, []));
  const detector = await RenewedDetector.start(create);
  expect(await detector.detect(IMAGE)).toBe(FACES);
  expect(await detector.detect(IMAGE)).toEqual([]);
  expect(create).toHaveBeenCalledTimes(1);
});

test('one that went blind is replaced, and the same photograph looked at again', async () => {
  const [blind, second] = [mortal(undefined), mortal(FACES, [])];
  const detector = await RenewedDetector.start(creating(blind, second));
  expect(await detector.detect(IMAGE)).toBe(FACES);
  expect(second.detect).toHaveBeenCalledWith(IMAGE);
  expect(blind.dispose).toHaveBeenCalledTimes(1);
  expect(await detector.detect(IMAGE)).toEqual([]);
});

test('where the next one is blind too there is an error, never a face; later looks try again', async () => {
  const detector = await RenewedDetector.start(
    creating(mortal(undefined), mortal(undefined, undefined), mortal(FACES)),
  );
  await expect(detector.detect(IMAGE)).rejects.toMatchObject({
    code: 'backend-unavailable',
    message: expect.stringContaining('WebGL'),
  });
  expect(await detector.detect(IMAGE)).toBe(FACES);
});

test('one that goes blind again and again is no longer replaced', async () => {
  const looks = [[undefined], ...Array.from({ length: 3 }, () => [FACES, undefined])];
  const create = creating(...looks.map((each) => mortal(...each)));
  const detector = await RenewedDetector.start(create);
  for (let loss = 0; loss < 3; loss++) expect(await detector.detect(IMAGE)).toBe(FACES);
  await expect(detector.detect(IMAGE)).rejects.toMatchObject({
    code: 'backend-unavailable',
    message: expect.stringContaining('4 times'),
  });
  expect(create).toHaveBeenCalledTimes(4);
});

test('what keeps the next one from starting is told', async () => {
  const detector = await RenewedDetector.start(creating(mortal(undefined)));
  await expect(detector.detect(IMAGE)).rejects.toThrow('There are no more.');
});

test('after disposal there are no more looks, and one that is made meanwhile is disposed of', async () => {
  const [blind, late] = [mortal(undefined), mortal(FACES)];
  const detector = await RenewedDetector.start(creating(blind, late));
  const look = detector.detect(IMAGE);
  detector.dispose();
  detector.dispose();
  await expect(look).rejects.toMatchObject({ code: 'disposed' });
  await expect(detector.detect(IMAGE)).rejects.toMatchObject({ code: 'disposed' });
  expect(late.detect).not.toHaveBeenCalled();
  for (const each of [blind, late]) expect(each.dispose).toHaveBeenCalledTimes(1);
});
