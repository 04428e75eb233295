import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FRAME_LIMIT_MS, takeFrames } from './take-frames.ts';

let video: HTMLVideoElement;
let canvas: HTMLCanvasElement;
/** Draws, as long as the camera runs: each frame in a grey of its own. */
let drawing: ReturnType<typeof setInterval>;
let taken: ImageBitmap[];

beforeEach(async () => {
  canvas = document.createElement('canvas');
  Object.assign(canvas, { width: 40, height: 20 });
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  let shade = 0;
  drawing = setInterval(() => {
    shade = (shade + 16) % 256;
    context.fillStyle = `rgb(${shade} ${shade} ${shade})`;
    context.fillRect(0, 0, 40, 20);
  }, 20);
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
  clearInterval(drawing);
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

test('no two frames are the same moment, however fast they are asked for', async () => {
  const frames = await takeFrames(video, { count: 5, everyMs: 0 });
  const context = new OffscreenCanvas(40, 20).getContext('2d') as OffscreenCanvasRenderingContext2D;
  const shades = frames.map((frame) => {
    context.drawImage(frame, 0, 0);
    return context.getImageData(0, 0, 1, 1).data[0];
  });
  expect(new Set(shades).size, `shades ${shades}`).toBe(5);
});

test('a camera that delivers nothing more is given up after the limit, as one frame would only agree with itself', async () => {
  await takeFrames(video, { count: 1 });
  clearInterval(drawing);
  // What was drawn last may still be on its way.
  await new Promise((resolve) => setTimeout(resolve, 300));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const frames = takeFrames(video, { count: 2, everyMs: 1 });
  const failed = expect(frames).rejects.toMatchObject({
    code: 'image-empty',
    message: expect.stringContaining('stands still'),
  });
  await vi.advanceTimersByTimeAsync(FRAME_LIMIT_MS);
  await failed;
  expect(video.paused).toBe(false);
});

test('each frame is waited for as long as asked', async () => {
  vi.useFakeTimers();
  const frames = takeFrames(video, { count: 2, everyMs: 60_000 });
  await expect.poll(() => taken.length).toBe(1);
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

test('a video that stops gives no frames, as one frame would only agree with itself', async () => {
  const frames = takeFrames(video, { count: 2, everyMs: 100 });
  await vi.waitFor(() => expect(taken).toHaveLength(1));
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
