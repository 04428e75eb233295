import { memory } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { createLocalVerifier } from '../../testing/create-local-verifier.ts';
import type { FaceVerifier } from '../api.ts';
import type { WatchOptions } from './watch-options.ts';

/** Somebody comes, moves, goes; another comes, and a second one joins. */
const FILM = Object.entries({
  'ada-front': 50,
  'ada-turned': 10,
  nobody: 10,
  'dieter-front': 20,
  'ada-and-bruno': 10,
}).flatMap(([name, frames]) => new Array<string>(frames).fill(name));
const FRAME_MS = 16;

const rendered = async (name: string) => (await fetch(`/rendered/${name}.jpg`)).blob();

let verifier: FaceVerifier;

beforeAll(async () => {
  verifier = await createLocalVerifier({ backend: 'wasm' });
});
afterAll(() => verifier.dispose());

test('after 300 frames there are as many tensors as after 100, and no bitmap is left open', {
  timeout: 180_000,
}, async () => {
  const photographs = new Map<string, ImageBitmap>();
  for (const name of new Set(FILM)) photographs.set(name, await createImageBitmap(await rendered(name)));
  const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 240 });
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  const video = Object.assign(document.createElement('video'), { muted: true, srcObject: canvas.captureStream() });

  let looked = 0;
  let frame = 0;
  const camera = setInterval(() => {
    const picture = photographs.get(FILM[looked % FILM.length] as string) as ImageBitmap;
    // No two pictures are the same.
    const tremble = Math.sin(0.7 * frame++);
    context.fillRect(0, 0, 320, 240);
    context.drawImage(picture, 40 + tremble, tremble, (240 * picture.width) / picture.height, 240);
  }, FRAME_MS);
  onTestFinished(() => clearInterval(camera));
  await video.play();

  const bitmaps: ImageBitmap[] = [];
  let onLooked: (() => void) | undefined;
  const make = globalThis.createImageBitmap;
  vi.spyOn(globalThis, 'createImageBitmap').mockImplementation((async (...args: Parameters<typeof make>) => {
    if ((args[0] as unknown) === video) {
      looked++;
      onLooked?.();
    }
    const bitmap = await make(...args);
    bitmaps.push(bitmap);
    return bitmap;
  }) as typeof make);
  onTestFinished(() => void vi.restoreAllMocks());

  const reference = await rendered('ada-smiling');
  const modes: readonly WatchOptions[] = [
    { mode: 'verify', reference },
    { mode: 'capture', frames: 3 },
    { mode: 'enrol' },
  ];
  const outcomes = new Set<string>();

  /** Tensors that are alive after so many frames: sessions follow each other, and the last is stopped in its middle. */
  const tensorsAfter = async (frames: number) => {
    const enough = new AbortController();
    onLooked = () => looked >= frames && enough.abort();
    for (let i = 0; !enough.signal.aborted; i++) {
      const session = verifier.watch(video, { ...(modes[i % modes.length] as WatchOptions), signal: enough.signal });
      const end = await session.ended();
      if (end.phase !== 'done') continue;
      const { result } = end;
      outcomes.add(result.outcome);
      if (result.outcome === 'captured') result.photograph.close();
    }
    // Calls take turns: when this one has ended, so have those of the session.
    await verifier.capture(reference);
    return memory().numTensors;
  };
  const after100 = await tensorsAfter(100);
  expect(await tensorsAfter(300)).toBe(after100);
  expect([...outcomes]).toEqual(expect.arrayContaining(['match', 'captured']));
  expect(bitmaps.filter(({ width }) => width > 0)).toEqual([]);
});
