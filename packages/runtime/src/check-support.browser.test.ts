import { afterEach, expect, test, vi } from 'vitest';
import { checkSupport } from './check-support.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const features = async () => (await checkSupport()).missing.map(({ feature }) => feature);

test('a browser that has all but a GPU can verify faces', async () => {
  const { supported, missing } = await checkSupport();
  expect(supported).toBe(true);
  // The browser under test has a WebGPU adapter in software.
  expect(missing).toMatchObject([{ feature: 'webgpu', required: false }]);
  expect(missing[0]?.consequence).toContain('processor');
});

test('loads nothing', async () => {
  performance.clearResourceTimings();
  await checkSupport();
  expect(performance.getEntriesByType('resource')).toEqual([]);
});

test.for([
  ['secure-context', () => vi.stubGlobal('isSecureContext', false)],
  ['wasm-simd', () => vi.spyOn(WebAssembly, 'validate').mockReturnValue(false)],
  ['offscreen-canvas', () => vi.stubGlobal('OffscreenCanvas', undefined)],
] as const)('without %s it cannot, and is told why', async ([feature, takeAway]) => {
  takeAway();
  const { supported, missing } = await checkSupport();
  expect(supported).toBe(false);
  expect(missing).toContainEqual({ feature, required: true, consequence: expect.stringMatching(/\.$/) });
});

test('without cameras, or frames of videos, it verifies photographs', async () => {
  vi.stubGlobal('navigator', { gpu: undefined });
  vi.stubGlobal('HTMLVideoElement', class {});
  const { supported, missing } = await checkSupport();
  expect(supported).toBe(true);
  for (const feature of ['camera', 'video-frames'] as const) {
    expect(missing).toContainEqual({ feature, required: false, consequence: expect.stringContaining('photographs') });
  }
});

test('without WebGL it can by the light detector, and says so', async () => {
  for (const { prototype } of [OffscreenCanvas, HTMLCanvasElement]) {
    vi.spyOn(prototype, 'getContext').mockReturnValue(null);
  }
  const { supported, missing } = await checkSupport();
  expect(supported).toBe(true);
  expect(missing).toContainEqual({
    feature: 'webgl',
    required: false,
    consequence: expect.stringContaining('light detector'),
  });
});

test('without workers, or WebGL in them, it works on the page’s thread', async () => {
  vi.stubGlobal('Worker', undefined);
  expect(await features()).toContain('workers');
  vi.spyOn(OffscreenCanvas.prototype, 'getContext').mockReturnValue(null);
  expect(await features()).toContain('offscreen-webgl');
  expect((await checkSupport()).supported).toBe(true);
});
