import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { takeFrames } from './take-frames.ts';

let video: HTMLVideoElement;
let taken: ImageBitmap[];

beforeEach(async () => {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: 40, height: 20 });
  canvas.getContext('2d')?.fillRect(0, 0, 40, 20);
  video = document.createElement('video');
  video.muted = true;
  video.srcObject = canvas.captureStream();
  await video.play();

  taken = [];
  const create = globalThis.createImageBitmap;
  vi.stubGlobal('createImageBitmap', async (source: HTMLVideoElement) => {
    const frame = await create(source);
    taken.push(frame);
    return frame;
  });
});
afterEach(() => {
  vi.useRealTimers();
  video.pause();
  vi.unstubAllGlobals();
});

/** A frame that was closed has no width. */
const widths = () => taken.map(({ width }) => width);

test('as many frames as asked for are taken of a video, in order and of its size', async () => {
  const frames = await takeFrames(video, { count: 3, everyMs: 1 });
  expect(frames).toEqual(taken);
  expect(frames.map(({ width, height }) => [width, height])).toEqual(Array.from({ length: 3 }, () => [40, 20]));
});

test('each frame is waited for as long as asked', async () => {
  vi.useFakeTimers();
  const frames = takeFrames(video, { count: 2, everyMs: 60_000 });
  await expect.poll(() => vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(taken).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await frames).toHaveLength(2);
});

test('an abort ends the wait for the next frame and closes those that were taken', async () => {
  const abort = new AbortController();
  const frames = takeFrames(video, { count: 2, everyMs: 60_000, signal: abort.signal });
  await vi.waitFor(() => expect(taken).toHaveLength(1));
  abort.abort();
  await expect(frames).rejects.toMatchObject({ code: 'aborted' });
  expect(widths()).toEqual([0]);
});

test('a video that stops gives no frames, as one picture would only agree with itself', async () => {
  const frames = takeFrames(video, { count: 2, everyMs: 1 });
  video.pause();
  await expect(frames).rejects.toMatchObject({ code: 'image-empty' });
  expect(widths()).toEqual([0]);
  await expect(takeFrames(video, { count: 1 })).rejects.toMatchObject({ code: 'image-empty' });
  await expect(takeFrames(document.createElement('video'), { count: 1 })).rejects.toMatchObject({
    code: 'image-empty',
  });
});

test.for([
  { count: 0 },
  { count: 1.5 },
  { count: Number.NaN },
  { count: 1, everyMs: -1 },
  { count: 1, everyMs: Number.NaN },
  { count: 1, everyMs: Number.POSITIVE_INFINITY },
])('%o is refused', async (options) => {
  await expect(takeFrames(video, options)).rejects.toMatchObject({ code: 'option-invalid' });
  expect(taken).toEqual([]);
});
