import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAssets } from '../../testing/open-assets.ts';
import { createLocalEngine } from './create-local-engine.ts';
import type { FaceEngine, SeenLook } from './face-engine.ts';

const ada = async () => (await fetch('/rendered/ada-front.jpg')).blob();

let engine: FaceEngine;

beforeAll(async () => {
  const { facts: assets } = await openAssets('/drawn/');
  engine = await createLocalEngine({ assets, backend: 'wasm', detector: 'mediapipe', model: 'drawn' });
});
afterAll(() => engine.dispose());

test('what was seen and then embedded is what is captured', async () => {
  const look = (await engine.look(await ada())) as SeenLook;
  const { embedding } = await engine.embed(look.face.aligned);
  const capture = await engine.capture(await ada());
  expect(capture).toMatchObject({ outcome: 'captured', ...look.face, detection: look.detection, embedding });
});

test('facts and answers can be sent to another thread', async () => {
  expect(structuredClone(engine.facts)).toEqual(engine.facts);
  for (const answer of [await engine.look(await ada()), await engine.capture(await ada())]) {
    expect(structuredClone(answer)).toEqual(answer);
  }
});

test('only an aligned face is embedded', async () => {
  const { face } = (await engine.look(await ada())) as SeenLook;
  for (const image of [
    { ...face.aligned.image, widthPx: 96 },
    { ...face.aligned.image, data: face.aligned.image.data.slice(1) },
  ]) {
    await expect(engine.embed({ ...face.aligned, image })).rejects.toMatchObject({ code: 'option-invalid' });
  }
});

test('calls take turns, and frames are closed when theirs is over', async () => {
  const frames = await Promise.all(Array.from({ length: 3 }, async () => createImageBitmap(await ada())));
  const abort = new AbortController();
  const calls = frames.map((frame, i) => engine.look(frame, undefined, i === 1 ? { signal: abort.signal } : {}));
  abort.abort();
  expect(await Promise.allSettled(calls)).toMatchObject([
    { status: 'fulfilled' },
    { status: 'rejected', reason: { code: 'aborted' } },
    { status: 'fulfilled' },
  ]);
  expect(frames.map(({ width }) => width)).toEqual([0, 0, 0]);
});
