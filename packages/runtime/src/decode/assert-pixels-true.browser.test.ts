import { afterEach, expect, test, vi } from 'vitest';
import { assertPixelsTrue } from './assert-pixels-true.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

test('a browser that gives back what was drawn is used', async () => {
  await expect(assertPixelsTrue()).resolves.toBeUndefined();
});

test('a browser without OffscreenCanvas is called too old', async () => {
  vi.stubGlobal('OffscreenCanvas', undefined);
  await expect(assertPixelsTrue()).rejects.toMatchObject({
    code: 'backend-unavailable',
    message: expect.stringContaining('too old'),
    details: { missing: 'offscreen-canvas' },
  });
});
